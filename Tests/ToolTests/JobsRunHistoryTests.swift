import Glibc
import TestSupport
import Testing

private let run = Tool("jobs-run")

@Suite("jobs-run logs, runs, query and dlq over a history")
struct JobsRunHistoryTests {
  let folder = ToolFolder()

  private func job(_ name: String, _ command: String, _ more: String = "") {
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: \(name)}\nspec: {command: '\(command)'\(more)}\n",
      to: "\(name).yaml")
  }

  /// Waits until words stand in standard error, for at most ten seconds.
  private func wait(_ running: RunningTool, for words: String) -> Bool {
    for _ in 0..<5000 {
      if running.words.contains(words) { return true }
      usleep(2000)
    }
    return false
  }

  @Test("lines are found by a text and by a time, of all runs of a job")
  func logs() {
    job("talks", "echo one Apple; echo two; echo an apple >&2")
    for _ in 0..<2 { _ = run.run(["now", "talks", "-q", "talks.yaml"], in: folder) }
    let exact = run.run(["logs", "talks", "--grep", "apple"], in: folder).records("log")
    #expect(exact.count == 1 && exact[0].hasSuffix(#""stream":"stderr","line":"an apple"}"#))
    #expect(run.run(["logs", "talks", "--grep", "APPLE", "-i"], in: folder).records("log").count == 2)
    #expect(run.run(["logs", "talks", "--grep", "a..le"], in: folder).records("log").isEmpty)
    #expect(run.run(["logs", "talks", "--since", "1h"], in: folder).records("log").count == 6)
    #expect(run.run(["logs", "talks", "--since", "2999-01-01"], in: folder).records("log").isEmpty)
    let human = run.run(["logs", "talks", "--since", "1h", "--times", "-o", "human"], in: folder).lines
    #expect(human.count { $0.hasPrefix("--- -/-/talks 20") } == 2)
    #expect(human.count { $0.hasPrefix("20") && $0.hasSuffix("Z two") } == 2)
    #expect(run.run(["logs", "talks", "-i"], in: folder).stderr.contains("--ignore-case belongs to --grep"))
    #expect(run.run(["logs", "talks", "--grep", ""], in: folder).status == 2)
  }

  @Test("purge removes what an option names, with what the runs wrote, shows it and is a line of the audit log")
  func purge() throws {
    job("talks", "echo one")
    for _ in 0..<3 { _ = run.run(["now", "talks", "-q", "talks.yaml"], in: folder) }
    let all = run.run(["runs"], in: folder).records("execution")
    let day = try #require(folder.names(in: "state/output").first)
    #expect(folder.names(in: "state/output/\(day)").count == 3)
    #expect(run.run(["purge", "--keep-runs", "1"], in: folder).status == 2)
    let dry = run.run(["purge", "--keep-runs", "1", "--dry-run"], in: folder)
    #expect(dry.status == 0 && dry.records("execution").sorted() == all.dropFirst().sorted())
    #expect(run.run(["runs"], in: folder).records("execution") == all)
    let done = run.run(["purge", "talks", "--keep-runs", "1", "--yes"], in: folder)
    #expect(done.status == 0 && done.records("execution").sorted() == all.dropFirst().sorted(), "\(done.stderr)")
    #expect(run.run(["runs"], in: folder).records("execution") == Array(all.prefix(1)))
    #expect(folder.names(in: "state/output/\(day)").count == 1)
    #expect(run.run(["logs", "talks", "-o", "human"], in: folder).stdout.contains("one"))
    let log = folder.text(of: "state/audit.log") ?? ""
    #expect(log.contains(#""action":"purge","subject":"history""#) && log.contains("keep-runs"), "\(log)")
    let again = run.run(["purge", "--keep-days", "1", "--yes", "-o", "human"], in: folder)
    #expect(again.status == 0 && again.stdout == "nothing is too old\n")
    let odd = [
      ["purge"], ["purge", "--keep-runs", "0"], ["purge", "nobody", "--keep-runs", "1"], ["purge", "--yes"],
    ]
    for words in odd { #expect(run.run(words, in: folder).status == 2, "\(words)") }
  }

  @Test("--follow waits for the next run of a job, and shows its attempts")
  func follow() {
    job("flaky", "echo attempt $JOBS_ATTEMPT; exit 1", ", retry: {attempts: 1, backoff: fixed, delay: 1s}")
    _ = run.run(["now", "flaky", "-q", "flaky.yaml", "--retries", "0"], in: folder)
    let following = run.start(["logs", "flaky", "-f", "-o", "human"], in: folder)
    #expect(wait(following, for: "no run of '-/-/flaky' goes on; waiting for the next"))
    _ = run.run(["now", "flaky", "-q", "flaky.yaml"], in: folder)
    let found = following.wait()
    #expect(found.status == 0)
    #expect(found.lines.filter { !$0.hasPrefix("---") } == ["attempt 1", "attempt 2"])
    #expect(found.stdout.contains("attempt 2 of 2"))
  }

  @Test("--follow ends when the tool that ran the job was killed")
  func killed() {
    job("endless", "echo up; touch up; exec sleep 20")
    let running = run.start(["now", "endless", "-q", "endless.yaml"], in: folder)
    #expect(folder.wait(for: "up"))
    let id = run.run(["runs"], in: folder).records("execution").first?.split(separator: "\"")[9] ?? ""
    let following = run.start(["logs", String(id), "-f", "-o", "human"], in: folder)
    running.signal(SIGKILL)
    _ = running.wait()
    let found = following.wait()
    #expect(found.status == 0 && found.stdout == "up\n")
    #expect(run.run(["runs"], in: folder).records("execution").first?.contains(#""state":"lost""#) == true)
  }

  @Test("runs are narrowed, sorted and counted")
  func runs() {
    job("good", "true")
    job("bad", "exit 3")
    for name in ["good", "bad", "good"] { _ = run.run(["now", name, "-q", "\(name).yaml"], in: folder) }
    #expect(run.run(["runs", "--class", "application"], in: folder).records("execution").count == 1)
    #expect(run.run(["runs", "--trigger", "schedule"], in: folder).records("execution").isEmpty)
    #expect(run.run(["runs", "-l", "name=good,target=local"], in: folder).records("execution").count == 2)
    #expect(run.run(["runs", "-l", "name!=good"], in: folder).records("execution").count == 1)
    let oldest = run.run(["runs", "--reverse", "--limit", "1", "-q"], in: folder)
    #expect(oldest.records("execution").first?.contains("-/-/good") == true && oldest.stderr.isEmpty)
    let byJob = run.run(["runs", "--sort", "job"], in: folder).records("execution")
    #expect(byJob.map { $0.contains("-/-/bad") } == [true, false, false])
    #expect(
      run.run(["runs", "--count", "state"], in: folder).records("count") == [
        #"{"type":"count","v":1,"state":"failed","runs":1}"#, #"{"type":"count","v":1,"state":"succeeded","runs":2}"#,
      ])
    #expect(
      run.run(["runs", "--count", "job", "-o", "human"], in: folder).lines == [
        "JOB       RUNS", "-/-/bad      1", "-/-/good     2",
      ])
    for words in [
      ["--class", "bad"], ["--sort", "size"], ["-l", "x"], ["--after", "0", "--sort", "job"], ["--offset", "-1"],
    ] {
      #expect(run.run(["runs"] + words, in: folder).status == 2)
    }
  }

  @Test("a query is rows for tools and a table for people, and changes nothing")
  func query() {
    #expect(run.run(["query", "SELECT 1"], in: folder).stderr.contains("nothing has run with this state yet"))
    job("good", "true")
    _ = run.run(["now", "good", "-q", "good.yaml"], in: folder)
    let found = run.run(["query", "SELECT job, 1.5 AS r, NULL AS z, attempt FROM execution"], in: folder)
    #expect(found.lines.first == #"{"type":"row","v":1,"job":"-/-/good","r":1.5,"attempt":1}"# && found.status == 0)
    let read = run.run(["query", "-", "-o", "human"], in: folder, input: "SELECT job AS j, NULL AS j FROM execution")
    #expect(read.stdout == "j         j\n-/-/good  -\n")
    for (sql, words) in [
      ("DELETE FROM execution", "would do more than read"), ("SELECT 1 AS type", "every record has of its own"),
      ("SELECT 1 AS a, 2 AS a", "two columns are called 'a'"), ("SELECT x", "no such column: x, at line 1, column 8"),
    ] {
      let refused = run.run(["query", sql], in: folder)
      #expect(refused.status == 2 && refused.stderr.contains(words) && refused.stdout.isEmpty)
    }
    let limited = run.run(["query", "SELECT value FROM json_each('[1,2,3]')", "--limit", "2"], in: folder)
    #expect(limited.records("row").count == 2 && limited.stderr.contains("more rows than these 2"))
    let headed = Tool.shell(
      "jobs-run query --limit 0 'WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM t LIMIT 100000) SELECT x FROM t' | head -n 1; echo ${PIPESTATUS[0]}",
      in: folder)
    #expect(headed.lines == [#"{"type":"row","v":1,"x":1}"#, "0"] && headed.stderr.isEmpty)
  }

  @Test("a run that failed for good is shown, run again and put away")
  func deadLetters() {
    job("bad", "exit 3")
    _ = run.run(["now", "bad", "-q", "bad.yaml"], in: folder)
    let empty = run.run(["dlq", "-o", "human"], in: folder)
    #expect(empty.status == 0 && empty.stdout == "no run failed for good\n")
    #expect(run.run(["dlq", "replay", "--all"], in: folder).stderr.contains("nothing to run again"))
    #expect(run.run(["dlq", "show", "0"], in: folder).stderr.contains("no dead letter begins with '0'"))
    for words in [
      ["dlq", "purge"], ["dlq", "purge", "0", "--before", "1d"], ["dlq", "replay"], ["dlq", "replay", "0", "--all"],
    ] {
      #expect(run.run(words, in: folder).status == 2)
    }
  }
}
