import TestSupport
import Testing

private let run = Tool("jobs-run")

@Suite("jobs-run exec")
struct JobsRunExecTests {
  private let folder = ToolFolder()

  private func exec(_ options: [String] = [], _ script: String, input: String? = nil) -> ToolRun {
    run.run(["exec"] + options + ["--", "/bin/sh", "-c", script], in: folder, input: input)
  }

  @Test("the command reads, writes and ends as it would alone, and is kept in the history")
  func passThrough() {
    let found = exec(["--name", "upper"], "tr a-z A-Z; echo words >&2; exit 3", input: "one\ntwo")
    #expect(found.stdout == "ONE\nTWO" && found.status == 3)
    #expect(found.stderr.hasPrefix("words\njobs-run: error: 'upper' failed"), "\(found.stderr)")
    let runs = run.run(["runs"], in: folder).records("execution")
    #expect(runs.count == 1 && runs.first?.contains(#""job":"-/-/upper""#) == true)
    #expect(runs.first?.contains(#""exitCode":3"#) == true)
    let quiet = exec(["-q"], "exit 0")
    #expect(quiet.stdout.isEmpty && quiet.stderr.isEmpty && quiet.status == 0)
  }

  @Test(
    "the status is the command's own",
    arguments: [
      ("exit 0", 0), ("exit 7", 7), ("exit 255", 255), ("kill -TERM $$", 143), ("kill -KILL $$", 137),
      ("exec sleep 30", 124),
    ] as [(String, Int32)])
  func statuses(_ script: String, _ status: Int32) {
    #expect(exec(["--timeout", "1s", "--grace", "1s"], script).status == status)
  }

  @Test("a program that is missing or cannot be run, and the lack of one, are told apart")
  func programs() {
    folder.write("text", to: "plain", mode: 0o644)
    let missing = run.run(["exec", "--", "no-such-program"], in: folder)
    #expect(missing.status == 127 && missing.stderr.contains("no-such-program"), "\(missing.stderr)")
    #expect(run.run(["exec", "--", "./plain"], in: folder).status == 126)
    let none = run.run(["exec"], in: folder)
    #expect(none.status == 2 && none.stderr.contains("there is no command"), "\(none.stderr)")
    let name = run.run(["exec", "--lock", "../x", "--", "true"], in: folder)
    #expect(name.status == 2 && name.stderr.contains("--lock '../x' is no name"), "\(name.stderr)")
  }

  @Test("a command that fails is tried again, and one that succeeds then is a success")
  func retries() {
    let found = exec(["--retries", "2"], "echo x >> tries; test $(wc -l < tries) -ge 2")
    #expect(found.status == 0, "\(found.stderr)")
    #expect(folder.text(of: "tries") == "x\nx\n")
    #expect(run.run(["runs"], in: folder).records("execution").count == 2)
  }

  @Test("--quiet-unless-failed shows everything of a failure, and nothing of a success")
  func chronic() {
    let good = exec(["--quiet-unless-failed"], "echo out; echo err >&2")
    #expect(good.status == 0 && good.stdout.isEmpty && good.stderr.isEmpty)
    let bad = exec(["--quiet-unless-failed"], "echo out; echo err >&2; exit 4")
    #expect(bad.status == 4 && bad.stdout == "out\n" && bad.stderr.hasPrefix("err\n"))
  }

  @Test("of two runs with one lock the second does not start, or waits for the first")
  func locks() {
    let first = run.start(
      ["exec", "--lock", "one", "--", "/bin/sh", "-c", "echo > held; while test ! -e go; do sleep 0.02; done"],
      in: folder)
    #expect(folder.wait(for: "held"))
    let second = exec(["--lock", "one", "--name", "late"], "echo > second")
    #expect(second.status == 125 && second.stderr.contains("'late' was not started: another run holds the lock 'one'"))
    #expect(!folder.exists("second"))
    #expect(exec(["--lock", "other"], "exit 0").status == 0)
    let third = run.start(["exec", "--lock", "one", "--lock-wait", "20s", "--", "touch", "third"], in: folder)
    folder.write("", to: "go")
    #expect(first.wait().status == 0 && third.wait().status == 0)
    #expect(folder.exists("third"))
  }

  @Test("records are written where they are asked for, and the output goes beside them")
  func records() {
    let found = exec(["-o", "ndjson", "--name", "a"], "echo out")
    #expect(found.records("execution").count == 1 && found.lines.count == 2)
    #expect(found.records("end").first?.contains(#""ok":true"#) == true)
    #expect(found.stderr == "out\n")
  }
}
