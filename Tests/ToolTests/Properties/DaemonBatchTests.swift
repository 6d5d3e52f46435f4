import Glibc
import JobsCore
import JobsStore
import TestSupport
import Testing

private let run = Tool("jobs-run")

/// What the daemon makes of a hundred random jobs that are due at once, one case each.
@Suite struct DaemonBatchTests {
  private let folder = ToolFolder()
  private let seed = SeededGenerator.seedOfRun()

  @Test("each job that is enabled runs where and as it should, and its rows and lines say what became of it")
  func batch() throws {
    var random = SeededGenerator(seed: seed)
    let batch = JobBatch(150, in: folder, schedule: "* * * * * *", using: &random)
    // The first daemon takes note of the jobs; what is due from then on is the second one's.
    #expect(once().status == 0)
    let noted = Instant.now().seconds
    while Instant.now().seconds < noted + 1 { usleep(10_000) }
    #expect(once().status == 0)
    let rows = Dictionary(
      grouping: try RunHistory(reading: StateDirectory(path: folder.file("state"))).executions(), by: \.job)
    let log = RunLines(folder.text(of: "state/logs/scheduler_jobs.log") ?? "")
    for entry in batch.entries {
      let own = rows[entry.id] ?? []
      checkRun(entry, own)
      checkLines(entry, own, log)
    }
    #expect(batch.entries.count(where: \.runs) >= 100, "seed \(seed)")
    checkLife(batch)
  }

  private func once() -> ToolRun { run.run(["daemon", "--once", "jobs"], in: folder) }

  private func checkRun(_ entry: JobBatch.Entry, _ rows: [Execution]) {
    let ran = rows.filter { $0.started != nil }
    let note = "seed \(seed): \(entry.name)"
    guard entry.isEnabled else {
      #expect(rows == [], "\(note) is disabled")
      return
    }
    guard !entry.isPaused else {
      #expect(ran == [] && !rows.isEmpty && rows.allSatisfy { $0.reason == "the job is paused" }, "\(note) is paused")
      return
    }
    #expect(!ran.isEmpty, "\(note) did not run")
    for row in ran {
      #expect(row.exitCode == entry.status && row.signal == entry.signal, "\(note): status \(row.exitCode ?? -1)")
      #expect(row.state == (entry.status == 0 ? .succeeded : .failed), "\(note)")
      #expect((row.failureClass == nil) == (entry.status == 0), "\(note)")
      #expect((row.ended ?? 0) >= row.started ?? .max && row.duration != nil, "\(note)")
      for (stream, bytes) in [(row.stdout, entry.stdout), (row.stderr, entry.stderr)] {
        #expect(stream.bytes == bytes.count && stream.kept == bytes.count, "\(note)")
        let kept = stream.path.flatMap { try? FileBytes.read($0, limit: 1 << 20) } ?? []
        #expect(kept == bytes, "\(note): the output is not what was written")
      }
    }
    let place = entry.workingDirectory
    #expect(ToolFolder.text("\(place)/cwd") == "\(place)\n", "\(note)")
    #expect(ToolFolder.text("\(place)/given") == "\(entry.given)\n", "\(note)")
  }

  /// Each run has one line of its start and, behind it, one of its end, which is an error if the run failed.
  private func checkLines(_ entry: JobBatch.Entry, _ rows: [Execution], _ log: RunLines) {
    for row in rows where row.started != nil {
      let lines = log.lines(of: "\(row.id)")
      let note = "seed \(seed): \(entry.name): \(lines)"
      guard lines.count == 2 else {
        Issue.record("\(note): not one line of the start and one of the end")
        continue
      }
      #expect(lines[0].words == "started" && lines[0].level == "info", "\(note)")
      #expect(lines[1].words.hasPrefix(row.state.rawValue), "\(note)")
      #expect(lines[1].level == (row.state == .failed ? "error" : "info"), "\(note)")
      #expect(lines.allSatisfy { $0.component == entry.id && $0.time != nil }, "\(note)")
    }
    let unrun = rows.filter { $0.started == nil }.count
    #expect(log.lines(about: entry.id).count { $0.level == "warning" } == unrun, "seed \(seed): \(entry.name)")
  }

  /// Each life of the daemon begins and ends with a line, and what failed in it was said before the end.
  private func checkLife(_ batch: JobBatch) {
    let main = (folder.text(of: "state/logs/scheduler_main.log") ?? "").split(separator: "\n").map { RunLines.Line($0) }
    let count = batch.entries.count(where: \.isEnabled)
    let events = main.filter { $0.component == "daemon" }.map(\.words)
    let life = ["started with \(count) jobs", "stopped with \(count) jobs"]
    #expect(events == life + life, "seed \(seed)")
    let last = main.last?.time
    let jobs = RunLines(folder.text(of: "state/logs/scheduler_jobs.log") ?? "").all
    #expect(jobs.allSatisfy { line in last.map { line.time ?? $0 <= $0 } ?? false }, "seed \(seed)")
  }
}

/// The lines of a log, by their words.
private struct RunLines {
  struct Line: CustomStringConvertible {
    var time: Instant?
    var level: Substring = ""
    var component: Substring = ""
    var words: String = ""
    var execution: String?
    var description: String { "\(level) \(component) \(words)" }

    init(_ text: Substring) {
      let parts = text.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4 else { return }
      time = Instant(rfc3339: String(parts[0]))
      (level, component) = (parts[1], parts[2])
      let tail = parts[3].split(separator: " ").last.flatMap { $0.hasPrefix("execution=") ? $0 : nil }
      execution = tail.map { String($0.dropFirst(10)) }
      words = String(tail.map { parts[3].dropLast($0.utf8.count + 1) } ?? parts[3])
    }
  }

  let all: [Line]
  private let byExecution: [String: [Line]]
  private let byComponent: [Substring: [Line]]

  init(_ text: String) {
    all = text.split(separator: "\n").map { Line($0) }
    byExecution = Dictionary(grouping: all.filter { $0.execution != nil }) { $0.execution ?? "" }
    byComponent = Dictionary(grouping: all, by: \.component)
  }

  func lines(of execution: String) -> [Line] { byExecution[execution] ?? [] }

  func lines(about job: String) -> [Line] { byComponent[job[...]] ?? [] }
}
