import JobsCore
import TestSupport
import Testing

private let validate = Tool("jobs-validate")

/// A warning as a run upstream found it, on a line that holds a secret.
private let warning =
  #"{"type":"diagnostic","v":1,"code":"SC103","severity":"warning","message":"runs at 02:30, which is not on every day","file":"a.yaml","line":2,"column":1,"endLine":2,"endColumn":4,"path":"spec.schedule","job":"-/-/a","envs":[],"hint":"take 03:30","fix":{"safe":true,"edits":[{"line":2,"column":1,"endLine":2,"endColumn":4,"text":"x"}]},"related":[]}"#
  + "\n"
private let weather = #"{ "type" : "weather", "v":9, "huge": 12345678901234567890123 }"# + "\n"

@Suite("jobs-validate and streams")
struct JobsValidateStreamTests {
  private let folder = ToolFolder()

  // MARK: Golden

  /// A file of `Tests/Fixtures` with this version where it says `VERSION`.
  private func expected(_ name: String) -> [UInt8] {
    Array(ToolFolder.fixture(name).replacing(#""version":"VERSION""#, with: #""version":"\#(version)""#).utf8)
  }

  @Test(
    "what comes of a fixed input is what is kept beside it, byte for byte",
    arguments: [
      // (input, output, status)
      ("golden.ndjson", "golden.validated.ndjson", 0),
      ("checked.yaml", "checked.ndjson", 1),
    ])
  func golden(_ input: String, _ output: String, _ status: Int32) {
    let given = ToolFolder.fixture(input)
    #expect(given.utf8.count > 500)
    let found = validate.run(["-q", "-"], in: folder, input: given)
    #expect(found.status == status)
    for (line, known) in zip(found.lines, String(decoding: expected(output), as: UTF8.self).split(separator: "\n")) {
      #expect(line == known)
    }
    #expect(Array(found.stdout.utf8) == expected(output))
    // Read again, every record passes as it is, and the 'end' comes to stand under 'upstream'.
    let again = validate.run(["-q", "-"], in: folder, input: found.stdout)
    #expect(again.status == (status == 0 ? 0 : 2))
    #expect(again.lines.dropLast() == found.lines.dropLast())
    #expect(again.lines.last?.hasSuffix(#","upstream":[\#(found.lines.last ?? "")]}"#) == true)
  }

  // MARK: Choosing

  @Test("a selector leaves out jobs of a stream; all else passes byte for byte, in order")
  func selector() {
    let stream = weather + jobRecord("a") + warning + jobRecord("b") + goodEnd
    let result = validate.run(["-l", "tier=b", "-"], in: folder, input: stream)
    #expect(result.status == 0)
    #expect(result.lines.dropLast().map { $0 + "\n" } == [weather, warning, jobRecord("b")])
    #expect(result.lines.last?.contains(#""counts":{"weather":1,"diagnostic":1,"job":1}"#) == true)
    let none = validate.run(["-l", "tier=c", "-"], in: folder, input: jobRecord("a") + goodEnd)
    #expect(none.status == 0 && none.lines.count == 1)
    let json = validate.run(["-o", "json", "-l", "tier!=b", "-"], in: folder, input: stream)
    #expect(json.stdout.contains(#""id":"-/-/a""#) && !json.stdout.contains(#""id":"-/-/b""#))
    let converted = validate.run(["convert", "--to", "jobs", "-l", "tier=b", "-"], in: folder, input: stream)
    #expect(converted.status == 0)
    #expect(converted.stdout.contains("name: b\n") && !converted.stdout.contains("name: a\n"))
  }

  @Test("without a selector a job that this version cannot read passes as it is")
  func newerJob() {
    let job = #"{"type":"job","v":1,"id":"-/-/x","name":"x","target":{"kind":"moon"}}"# + "\n"
    let result = validate.run(["-"], in: folder, input: job + goodEnd)
    #expect(result.status == 0 && result.stdout.hasPrefix(job))
    #expect(validate.run(["-l", "name=x", "-"], in: folder, input: job + goodEnd).status == 2)
  }

  @Test(
    "--env is an error where the environment was chosen already; JOBS_ENV is not",
    arguments: [["-"], ["check", "-o", "human", "-"], ["convert", "--to", "jobs", "-"]])
  func secondEnvironment(arguments: [String]) {
    let stream = jobRecord("a", env: "prod") + goodEnd
    let result = validate.run(arguments + ["--env", "dev"], in: folder, input: stream)
    #expect(result.status == 2 && result.stdout == "")
    #expect(
      result.stderr.hasPrefix(
        "jobs-validate: error: --env is chosen where the manifests are read, and these were read already\n"
          + "hint: write 'jobs-validate --env dev … | jobs-validate "))
    #expect(validate.run(arguments, in: folder, input: stream, environment: ["JOBS_ENV": "dev"]).status == 0)
  }

  // MARK: Showing

  @Test("people see the jobs and findings of a stream, and how much else there is")
  func human() {
    let stream = jobRecord("a") + warning + weather + jobRecord("b") + goodEnd
    folder.write("one\npassword: hunter2\n", to: "a.yaml")
    let result = validate.run(["-o", "human", "-"], in: folder, input: stream)
    #expect(result.status == 0)
    #expect(
      result.stdout == """
        warning[SC103]: runs at 02:30, which is not on every day
         --> a.yaml:2:1
          = help: take 03:30

        2 jobs of the stream: 1 warning
        1 record of the stream is not shown

        """)
    let more = validate.run(["-o", "human", "-"], in: folder, input: weather + weather + goodEnd)
    #expect(more.stdout == "0 jobs of the stream: no faults\n2 records of the stream are not shown\n")
    #expect(
      validate.run(["-o", "human", "-"], in: folder, input: jobRecord("a") + goodEnd).stdout
        == "1 job of the stream: no faults\n")
  }

  @Test("a diagnostic that is not whole is a record like any other")
  func brokenDiagnostic() {
    let broken = #"{"type":"diagnostic","v":1,"code":"SC103"}"# + "\n"
    let result = validate.run(["-o", "human", "-"], in: folder, input: broken + goodEnd)
    #expect(result.stdout == "0 jobs of the stream: no faults\n1 record of the stream is not shown\n")
    #expect(validate.run(["-"], in: folder, input: broken + goodEnd).stdout.hasPrefix(broken))
  }

  @Test(
    "reports hold the findings of a stream, and no line of a file that nobody searched for secrets",
    arguments: [
      ("github", "::warning file=a.yaml,line=2,"), ("sarif", #""ruleId":"SC103""#),
      ("junit", #"<testcase classname="a.yaml" name="-/-/a">"#), ("human", "warning[SC103]"),
    ])
  func reports(format: String, words: String) {
    folder.write("one\npassword: hunter2\n", to: "a.yaml")
    let stream = jobRecord("a") + warning + weather + goodEnd
    let result = validate.run(["-o", format, "-"], in: folder, input: stream)
    #expect(result.status == 0)
    #expect(result.stdout.contains(words))
    #expect(!result.stdout.contains("hunter2"))
    #expect((result.stdout + result.stderr).contains("1 record of the stream is not shown\n"))
    let beside = validate.run(["--report", "\(format)=report", "-"], in: folder, input: stream)
    #expect(beside.lines.dropLast().map { $0 + "\n" }.joined() == jobRecord("a") + warning + weather)
    #expect(beside.stderr == "")
    #expect(folder.text(of: "report")?.contains(words) == true)
    #expect(folder.text(of: "report")?.contains("hunter2") == false)
  }

  @Test("a report of records holds each of them once")
  func recordReports() {
    let stream = jobRecord("a") + warning + goodEnd
    let result = validate.run(["-o", "json", "--report", "ndjson=report", "-"], in: folder, input: stream)
    #expect(result.stdout.split(separator: "\n").count { $0.contains(#""type":"diagnostic""#) } == 1)
    #expect(folder.text(of: "report")?.hasPrefix(jobRecord("a") + warning + #"{"type":"end","#) == true)
  }

  @Test("findings of a stream were judged upstream, and a seal that is not ok stays so")
  func status() {
    let stream = jobRecord("a") + warning
    for format in ["human", "ndjson", "github"] {
      let good = validate.run(["-o", format, "--fail-on", "warning", "-"], in: folder, input: stream + goodEnd)
      #expect(good.status == 0)
      #expect(validate.run(["-o", format, "-"], in: folder, input: stream + badEnd).status == 2)
    }
  }

  @Test("a baseline holds what this run found, and nothing of the stream")
  func baseline() {
    let written = validate.run(
      ["--write-baseline", "base.yaml", "-"], in: folder, input: jobRecord("a") + warning + goodEnd)
    #expect(written.status == 0)
    #expect(folder.text(of: "base.yaml")?.contains("SC103") == false)
  }

  // MARK: Words

  @Test("an unknown format is answered with those there are", arguments: ["schema", "example"])
  func unknownFormat(verb: String) {
    let result = validate.run([verb, "nope"], in: folder)
    #expect(result.status == 2)
    #expect(
      result.stderr.hasPrefix(
        "jobs-validate: error: the value 'nope' is invalid for '<format>'\nhint: write one of the following: "
          + "jobs, project, crontopus, cloudrun, jobfile, crontab\n"))
  }

  @Test("what the hint of an unknown key names is a command that works")
  func unknownKeyHint() {
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: a}\nspec: {command: [/bin/true], zzzzzz: 1}\n", to: "a.yaml")
    let result = validate.run(["a.yaml"], in: folder)
    #expect(
      result.records("diagnostic").first?.contains(#""hint":"'jobs-validate schema jobs' lists the keys""#) == true)
    #expect(validate.run(["schema", "jobs"], in: folder).status == 0)
  }

  @Test("a rule's page is a record of 'rules' where JSON is asked for", arguments: ["json", "ndjson"])
  func explain(format: String) {
    let listed = validate.run(["rules", "ST101", "-o", format], in: folder)
    let explained = validate.run(["explain", "unknown-key", "-o", format], in: folder)
    #expect(listed.status == 0 && listed.stdout.contains(#""code":"ST101""#))
    #expect(explained.status == 0 && explained.stdout == listed.stdout)
    #expect(validate.run(["explain", "ST101", "-o", "sarif"], in: folder).status == 2)
    #expect(validate.run(["explain", "ST101"], in: folder).stdout.hasPrefix("ST101 unknown-key: "))
  }

  @Test("a name that ids cannot hold is no environment", arguments: ["", "a/b", "Prod", "x-"])
  func environmentName(name: String) {
    folder.write("apiVersion: jobs/v1\nkind: Job\nmetadata: {name: a}\nspec: {command: [/bin/true]}\n", to: "a.yaml")
    for (tool, verb) in [("jobs-validate", "check"), ("jobs-run", "list")] {
      let result = Tool(tool).run([verb, "--env", name, "a.yaml"], in: folder)
      #expect(result.status == 2 && result.stdout == "")
      #expect(
        result.stderr
          == "\(tool): error: '\(name)' cannot be an environment\nhint: use 1 to 63 of a-z, 0-9 and '-'\n")
    }
  }

  @Test("a baseline ends within ten years", arguments: ["0", "3651", "99999999999"])
  func baselineDays(days: String) {
    let result = validate.run(["--write-baseline", "base.yaml", "--baseline-days", days], in: folder)
    #expect(result.status == 2)
    #expect(result.stderr.hasPrefix("jobs-validate: error: --baseline-days has to be from 1 to 3650\n"))
    #expect(!folder.exists("base.yaml"))
  }
}
