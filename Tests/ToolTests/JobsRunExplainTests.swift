import TestSupport
import Testing

private let run = Tool("jobs-run")

@Suite("jobs-run explain and list --watch")
struct JobsRunExplainTests {
  private let folder = ToolFolder()

  init() {
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: nightly}\n"
        + "spec: {command: 'true', schedule: '30 2 * * *', timezone: Europe/Berlin, paused: true}\n", to: "a.yaml")
  }

  private func explain(_ at: String, _ more: String...) -> ToolRun {
    run.run(["explain", "nightly", "--at", at] + more, in: folder)
  }

  @Test(
    "a time is due or not, to come, or one that nobody watched",
    arguments: [
      ("2999-01-01T01:30:00Z", "future", "it will be due at 2999-01-01 02:30 +01:00 (2999-01-01 01:30:00 UTC)"),
      ("2026-01-01T01:30:00Z", "not-watched", "but no daemon has run with this state yet"),
      ("2026-01-01T01:30:01Z", "not-due", "it is not due at 2026-01-01 02:30:01 +01:00"),
    ])
  func verdicts(at: String, verdict: String, words: String) {
    let found = explain(at)
    #expect(found.status == 0 && found.stderr.isEmpty)
    #expect(found.records("explanation").first?.contains(#""verdict":"\#(verdict)""#) == true)
    #expect(found.stdout.contains(words) && found.stdout.contains("the job is paused now"))
    #expect(explain(at, "-o", "human").stdout.hasPrefix("-/-/nightly: it "))
  }

  @Test("the times beside it are named, and what the clock does on that day")
  func neighbours() {
    let found = explain("2026-03-29T01:00:00Z").records("explanation").first ?? ""
    #expect(found.contains(#""due":true,"previous":"2026-03-28T01:30:00Z","next":"2026-03-30T00:30:00Z""#))
    #expect(found.contains("02:30 does not exist on this day; runs at the end of the gap"))
    let between = explain("2026-03-29T12:00:00Z").records("explanation").first ?? ""
    #expect(between.contains(#""due":false,"previous":"2026-03-29T01:00:00Z","next":"2026-03-30T00:30:00Z""#))
  }

  @Test(
    "what cannot be explained is said",
    arguments: [
      (["explain", "--at", "1h", "."], "which job? none is named"),
      (["explain", "nightly", "other", "--at", "1h"], "one job is explained at a time"),
      (["explain", "nigthly", "--at", "1h"], "did you mean 'nightly'?"),
      (["explain", "nightly", "--at", "soon"], "--at 'soon' is no time"),
      (["list", "--watch"], "--watch draws on a terminal"), (["list", "--watch", "-o", "human"], "--watch draws"),
    ])
  func refused(words: [String], message: String) {
    let found = run.run(words, in: folder)
    #expect(found.status == 2 && found.stdout.isEmpty && found.stderr.contains(message), "\(found.stderr)")
  }

  @Test("a terminal is drawn anew in place")
  func watch() {
    let found = Tool.shell("script -qc 'timeout -s INT 3 jobs-run list --watch' /dev/null | head -c 4000", in: folder)
    #expect(
      found.stdout.split(separator: "\u{1B}[H").count >= 3 && found.stdout.contains("-/-/nightly"), "\(found.stdout)")
  }
}
