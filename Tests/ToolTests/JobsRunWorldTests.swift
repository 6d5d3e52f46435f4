import Glibc
import TestSupport
import Testing

private let run = Tool("jobs-run")

@Suite("jobs-run now in a hard world")
struct JobsRunWorldTests {
  let folder = ToolFolder()

  init() { folder.write(localJobs, to: "all.yaml") }

  @Test(
    "a signal ends the jobs politely, is recorded, and ends the tool",
    arguments: [(SIGINT, "SIGINT"), (SIGTERM, "SIGTERM")])
  func interrupted(number: Int32, name: String) {
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: long}\nspec: {command: 'trap \"echo bye; exit 9\" TERM; touch up; sleep 300 & wait'}\n",
      to: "long.yaml")
    let started = run.start(["now", "long", "hello", "."], in: folder)
    #expect(folder.wait(for: "up"))
    started.signal(number)
    let result = started.wait()
    #expect(result.signal == number)
    let records = result.records("execution")
    #expect(records.count == 2)
    #expect(records.first?.contains(#""state":"cancelled","reason":"interrupted by \#(name)","exitCode":9"#) == true)
    #expect(records.last?.contains(#""state":"cancelled","reason":"interrupted by \#(name) before the start""#) == true)
    #expect(result.lines.last?.contains(#""ok":false"#) == true)
    #expect(run.run(["runs", "--status", "cancelled"], in: folder).records("execution").count == 2)
  }

  @Test("a run whose tool was killed is lost, not running for ever")
  func killed() {
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: long}\nspec: {command: 'touch up; sleep 3'}\n", to: "long.yaml")
    let started = run.start(["now", "long", "."], in: folder)
    #expect(folder.wait(for: "up"))
    started.signal(SIGKILL)
    #expect(started.wait().signal == SIGKILL)
    let record = run.run(["runs", "long"], in: folder).records("execution").first ?? ""
    #expect(record.contains(#""state":"lost""#) || record.contains(#""state":"pending""#) == false)
    #expect(record.contains("which ran it, ended first") || record.contains("which was to run it, ended first"))
  }

  @Test(
    "a state folder that cannot be is said before anything runs: 125 for one job, 3 for several",
    arguments: [
      (["now", "off", "--force"], 125), (["now", "off", "rests", "--force"], 3),
    ] as [([String], Int32)])
  func noState(words: [String], status: Int32) {
    folder.write("", to: "file")
    let result = run.run(words + [".", "--state", "file/state"], in: folder)
    #expect(result.status == status)
    #expect(result.stderr.hasPrefix("jobs-run: error: cannot "))
    #expect(!folder.exists("ran-off"))
  }

  @Test("a closed standard output is said before anything runs")
  func closedOutput() {
    let result = Tool.shell("jobs-run now off --force . >&-", in: folder)
    #expect(result.status == 125)
    #expect(result.stderr.contains("cannot write to standard output: it is closed"))
    #expect(!folder.exists("ran-off"))
  }

  @Test("a full disk behind standard output is no success, though the job has run")
  func fullOutput() {
    let one = Tool.shell("jobs-run now hello . -q > /dev/full", in: folder)
    #expect(one.status == 125 && one.stderr.contains("the jobs have run, but cannot write to standard output"))
    #expect(Tool.shell("jobs-run now hello off --force . -q > /dev/full", in: folder).status == 4)
    #expect(run.run(["runs"], in: folder).records("execution").count == 3)
  }

  @Test("tools that run at once share one history")
  func together() {
    let result = Tool.shell(
      "for i in 1 2 3 4 5; do jobs-run now hello . -q > /dev/null & done; wait; jobs-run runs hello", in: folder)
    #expect(result.records("execution").count == 5)
  }

  @Test("a relative state folder is kept by its whole path")
  func relativeState() {
    #expect(
      run.run(["now", "hello", ".", "--state", "here"], in: folder).stdout.contains(
        #""path":"\#(folder.path)/here/output/"#))
  }
}
