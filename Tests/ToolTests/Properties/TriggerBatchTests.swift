import JobsCore
import JobsStore
import TestSupport
import Testing

private let run = Tool("jobs-run")

/// A hundred random jobs that a user starts, and what can be found of their runs afterwards.
@Suite struct TriggerBatchTests {
  private let folder = ToolFolder()
  private let state: StateDirectory
  private let seed = SeededGenerator.seedOfRun()
  private let batch: JobBatch
  private var random: SeededGenerator

  init() {
    var random = SeededGenerator(seed: seed)
    batch = JobBatch(150, in: folder, isText: true, using: &random)
    state = StateDirectory(path: folder.file("state"))
    self.random = random
  }

  private func triggerAll() -> ToolRun { run.run(["now", "--all", "-j", "8", "-q", "jobs"], in: folder) }

  @Test("a trigger runs each job once that may run, and is a line of the audit log that names them all")
  func trigger() throws {
    let result = triggerAll()
    let runs = batch.entries.filter(\.runs)
    #expect(runs.count >= 100, "seed \(seed)")
    #expect(result.status == (runs.allSatisfy { $0.status == 0 } ? 0 : 1), "seed \(seed): \(result.stderr)")
    let rows = try RunHistory(reading: state).executions()
    #expect(rows.map(\.job).sorted() == runs.map(\.id).sorted(), "seed \(seed)")
    let known = Dictionary(uniqueKeysWithValues: rows.map { ($0.job, $0) })
    for entry in runs {
      let row = known[entry.id]
      #expect(row?.trigger == "manual" && row?.exitCode == entry.status, "seed \(seed): \(entry.name)")
      #expect(ToolFolder.text("\(entry.workingDirectory)/given") == "\(entry.given)\n", "seed \(seed): \(entry.name)")
    }
    for entry in batch.entries where !entry.runs {
      #expect(ToolFolder.text("\(entry.workingDirectory)/cwd") == nil, "seed \(seed): \(entry.name)")
    }
    let audit = try AuditTrail(state.path)
    #expect(audit.firstBreak == nil && audit.entries.count == 1 && audit.entries[0].outcome == .done, "seed \(seed)")
    #expect(audit.entries[0].act.subject == "\(runs.count) jobs" && audit.entries[0].act.action == "trigger")
    let named = audit.entries[0].act.parameters.filter { $0.name.hasPrefix("jobs") }
    #expect(named.flatMap { $0.value.split(separator: ",").map(String.init) }.sorted() == runs.map(\.id).sorted())
  }

  /// Some hundred lines, each shown or not by one of thirty questions.
  @Test("logs shows the lines that its filter lets through, in their order, and no other")
  mutating func filters() throws {
    _ = triggerAll()
    let runs = batch.entries.filter(\.runs)
    for _ in 0..<30 {
      guard let entry = runs.randomElement(using: &random) else { return }
      var words = ["logs", entry.name]
      let stream = ["stdout", "stderr", "both"].randomElement(using: &random) ?? "both"
      words += ["--stream", stream]
      var pattern: String?
      if Int.random(in: 0..<4, using: &random) > 0 {
        pattern = ["error", "ERROR", "Err", "r d", " ", "träge", "TRÄGE", "none"].randomElement(using: &random)
      }
      let ignoresCase = pattern != nil && Bool.random(using: &random)
      let tail = Bool.random(using: &random) ? Int.random(in: 0...8, using: &random) : nil
      if let pattern { words += ["--grep", pattern] }
      if ignoresCase { words.append("-i") }
      if let tail { words += ["--tail", String(tail)] }
      let since = ["1h", "2999-01-01", nil].randomElement(using: &random) ?? nil
      if let since { words += ["--since", since] }
      let found = run.run(words, in: folder)
      #expect(found.status == 0, "seed \(seed): \(words): \(found.stderr)")
      for (name, bytes) in [("stdout", entry.stdout), ("stderr", entry.stderr)] {
        var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
          .dropLast().filter { Self.matches($0, pattern, ignoresCase) }
        if let tail { lines = lines.suffix(tail) }
        if since == "2999-01-01" || (stream != "both" && stream != name) { lines = [] }
        #expect(self.lines(found, of: name) == lines.map(String.init), "seed \(seed): \(words): \(name)")
      }
    }
  }

  private static func matches(_ line: Substring, _ pattern: String?, _ ignoresCase: Bool) -> Bool {
    guard let pattern else { return true }
    let fold = { (text: any StringProtocol) -> String in
      ignoresCase
        ? String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isASCII ? lowered($0) : $0 })) : "\(text)"
    }
    return fold(line).contains(fold(pattern))
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
  }

  private func lines(_ found: ToolRun, of stream: String) -> [String] {
    found.parsed("log").filter { $0.string("stream") == stream }.map { $0.string("line") ?? "" }
  }
}
