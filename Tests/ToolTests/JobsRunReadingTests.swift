import Glibc
import TestSupport
import Testing

private let run = Tool("jobs-run")

@Suite("jobs-run list, runs, show and logs")
struct JobsRunReadingTests {
  let folder = ToolFolder()

  init() { folder.write(localJobs, to: "all.yaml") }

  private func runAll() { _ = run.run(["now", "--all", "-q"], in: folder) }

  /// The id of the last run of a job.
  private func id(of job: String) -> String {
    let record = run.run(["runs", job], in: folder).records("execution").first ?? ""
    return String(record.dropFirst(#"{"type":"execution","v":1,"id":""#.count).prefix(26))
  }

  @Test("nothing has run: no runs, and no folder is made")
  func nothing() {
    let result = run.run(["runs", "-o", "human"], in: folder)
    #expect(result.status == 0 && result.stdout == "no runs\n")
    let show = run.run(["show", "hello"], in: folder)
    #expect(show.status == 2 && show.stderr.contains("nothing has run with this state yet"))
    #expect(!folder.exists("state"))
  }

  @Test("runs are shown the newest first, by job, state, time and number")
  func runs() {
    runAll()
    _ = run.run(["now", "hello", "-q"], in: folder)
    #expect(run.run(["runs"], in: folder).records("execution").count == 3)
    #expect(run.run(["runs", "hello", "--limit", "1"], in: folder).records("execution").count == 1)
    #expect(run.run(["runs", "acme/-/hello"], in: folder).records("execution").count == 2)
    #expect(
      run.run(["runs", "--status", "failed"], in: folder).records("execution").map { $0.contains("acme/-/three") } == [
        true
      ])
    #expect(run.run(["runs", "--since", "1h"], in: folder).records("execution").count == 3)
    #expect(run.run(["runs", "--until", "2020-01-01"], in: folder).records("execution").isEmpty)
    let human = run.run(["runs", "-o", "human", "--limit", "2"], in: folder)
    #expect(human.lines.count == 3 && human.lines[0].hasPrefix("EXECUTION") && human.lines[1].contains("acme/-/hello"))
    let last = String(human.lines[2].prefix(26))
    #expect(human.stderr.hasSuffix("more runs than these 2\nhint: --after \(last) goes on, --limit 0 shows all\n"))
    let rest = run.run(["runs", "--after", last], in: folder)
    #expect(rest.records("execution").count == 1 && rest.stderr.isEmpty)
  }

  @Test(
    "wrong words are named",
    arguments: [
      (["runs", "nope"], "no run of a job 'nope' is known"),
      (["runs", "--status", "broken"], "--status 'broken' is no state"),
      (["runs", "--since", "soon"], "--since 'soon' is no time"),
      (["runs", "--state", "failed"], "for runs that ended so write --status failed"),
      (["show", "0ZZZ"], "no execution begins with '0ZZZ'"),
      (["logs", "data"], "no run of a job 'data' is known"),
      (["runs", "-o", "sarif"], "take --output human, ndjson or json"),
    ])
  func wrong(words: [String], message: String) {
    runAll()
    let result = run.run(words, in: folder)
    #expect(result.status == 2)
    #expect(result.stderr.contains(message))
  }

  @Test("show finds a run by its id, by the beginning of it, and by its job")
  func show() {
    runAll()
    let id = id(of: "three")
    let whole = run.run(["show", id], in: folder).records("execution")
    #expect(whole.count == 1)
    #expect(run.run(["show", "three"], in: folder).records("execution") == whole)
    #expect(run.run(["show", id.lowercased()], in: folder).records("execution") == whole)
    let human = run.run(["show", "three", "-o", "human"], in: folder).stdout
    for line in [
      "job:         acme/-/three\n", "state:       failed\n", "exit code:   3\n", "attempt:     1 of 1\n",
      "stdout:      7 bytes in '",
    ] {
      #expect(human.contains(line))
    }
    let common = run.run(["show", "0"], in: folder)
    #expect(common.status == 2 && common.stderr.contains("is the start of several executions"))
  }

  @Test("logs are text for people and records for tools")
  func logs() {
    runAll()
    #expect(run.run(["logs", "hello", "-o", "human"], in: folder).stdout == "hello world\nstandard error:\naside\n")
    #expect(run.run(["logs", "hello", "-o", "human", "--stream", "stderr"], in: folder).stdout == "aside\n")
    let result = run.run(["logs", id(of: "hello")], in: folder)
    #expect(result.records("log").count == 2)
    #expect(result.lines.first?.contains(#""job":"acme/-/hello","time":"20"#) == true)
    #expect(result.lines.first?.hasSuffix(#"Z","stream":"stdout","line":"hello world"}"#) == true)
    #expect(result.lines.last?.contains(#""counts":{"log":2}"#) == true)
  }

  @Test("--tail gives the last lines", arguments: [(0, ""), (1, "c"), (2, "b\nc"), (9, "a\nb\nc")])
  func tail(count: Int, expected: String) {
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: abc}\nspec: {command: 'printf \"a\\nb\\nc\"'}\n", to: "abc.yaml"
    )
    _ = run.run(["now", "abc", "abc.yaml", "-q"], in: folder)
    let result = run.run(["logs", "abc", "-o", "human", "--tail", "\(count)"], in: folder)
    #expect(result.stdout == (expected.isEmpty ? "" : expected + "\n"))
  }

  @Test("--follow goes on until the run is over")
  func follow() {
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: slow}\nspec: {command: 'echo one; touch up; sleep 1; echo two'}\n",
      to: "slow.yaml")
    let running = run.start(["now", "slow", "slow.yaml", "-q"], in: folder)
    #expect(folder.wait(for: "up"))
    let result = run.run(["logs", "slow", "--follow", "-o", "human"], in: folder)
    #expect(running.wait().status == 0)
    #expect(result.stdout == "one\ntwo\n")
  }

  @Test("output that was removed is a failure of the world")
  func removed() {
    runAll()
    _ = Tool.shell("rm -r state/output", in: folder)
    let result = run.run(["logs", "hello"], in: folder)
    #expect(result.status == 3 && result.stderr.contains("it was removed"))
  }

  @Test("list shows schedules, the next run in the job's own zone, and the last run")
  func list() {
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: nightly}\nspec: {command: 'true', schedule: '30 2 * * *', timezone: Asia/Kathmandu}\n",
      to: "nightly.yaml")
    runAll()
    let human = run.run(["list", "-o", "human"], in: folder)
    #expect(human.status == 0)
    let row = human.lines.first { $0.hasPrefix("-/-/nightly") } ?? ""
    #expect(row.contains("30 2 * * * Asia/Kathmandu") && row.contains(" 02:30 +05:45") && row.contains("succeeded"))
    #expect(human.lines.first { $0.hasPrefix("acme/-/off") }?.hasSuffix("no") == true)
    #expect(human.lines.first { $0.hasPrefix("acme/-/rests") }?.hasSuffix("paused") == true)
    let records = run.run(["list", "nightly.yaml"], in: folder)
    #expect(records.lines.count == 4)
    #expect(records.records("fire").first?.contains("T20:45:00Z") == true)
    #expect(records.records("fire").first?.contains("T02:30:00+05:45") == true)
    #expect(records.records("execution").count == 1)
  }

  @Test("list of a stream that is not ok goes on, hands it down and leaves with 2")
  func listFailed() {
    let result = run.run(["list"], in: folder, input: jobRecord("a") + badEnd)
    #expect(result.status == 2)
    #expect(result.records("job").count == 1)
    #expect(result.lines.last?.contains(#""tool":"jobs-run","version":"0.1.0","ok":false"#) == true)
  }

  @Test(
    "every verb has help with examples, and the tool a version",
    arguments: ["now", "list", "runs", "show", "logs", "simulate", "query", "dlq"])
  func help(verb: String) {
    let result = run.run([verb, "--help"], in: folder)
    #expect(result.status == 0)
    #expect(
      result.stdout.split(separator: "EXAMPLES:").last?.split(separator: "\n").count { $0.contains("jobs-run \(verb)") }
        ?? 0 >= 3)
    #expect(run.run(["--version"], in: folder).stdout == "jobs-run 0.1.0\n")
  }
}
