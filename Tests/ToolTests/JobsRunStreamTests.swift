import Glibc
import TestSupport
import Testing

private let run = Tool("jobs-run")

/// A job record of a local job, as jobs-validate writes it.
func jobRecord(
  _ name: String, command: String = #"["/bin/sh","-c","echo ran"]"#, env: String? = nil, more: String = "",
  digest: String = "sha256:0"
) -> String {
  let environment = env.map { #""env":"\#($0)","# } ?? ""
  return
    #"{"type":"job","v":1,"id":"-/\#(env ?? "-")/\#(name)",\#(environment)"name":"\#(name)","labels":{"tier":"\#(name)"},"annotations":{},"enabled":true,"paused":false,"target":{"kind":"local"},"run":{"command":\#(command),"args":[]\#(more)},"digest":"\#(digest)","origin":{"file":"a.yaml","line":1,"column":1,"format":"jobs"}}"#
    + "\n"
}

let goodEnd =
  #"{"type":"end","v":1,"tool":"jobs-validate","version":"0.1.0","ok":true,"counts":{"job":1},"upstream":[]}"# + "\n"
let badEnd =
  #"{"type":"end","v":1,"tool":"jobs-validate","version":"0.1.0","ok":false,"counts":{},"upstream":[]}"# + "\n"

@Suite("jobs-run and streams")
struct JobsRunStreamTests {
  let folder = ToolFolder()

  @Test("the golden stream passes unchanged but for its end", arguments: [["now", "--all", "--dry-run"], ["list"]])
  func golden(verb: [String]) {
    let golden = ToolFolder.fixture("golden.ndjson")
    let lines = golden.split(separator: "\n").map(String.init)
    #expect(lines.count > 5)
    let result = run.run(verb + ["-"], in: folder, input: golden)
    #expect(result.status == 0)
    #expect(result.lines.dropLast() == lines.dropLast())
    #expect(result.lines.last?.hasPrefix(#"{"type":"end","v":1,"tool":"jobs-run","#) == true)
    #expect(result.lines.last?.hasSuffix(#""upstream":[\#(lines.last ?? "")]}"#) == true)
  }

  @Test("verbs that add records hand the golden stream on before them", arguments: [["next"]])
  func goldenFirst(verb: [String]) {
    let golden = ToolFolder.fixture("golden.ndjson")
    let lines = golden.split(separator: "\n").dropLast().map(String.init)
    let result = run.run(verb + ["-"], in: folder, input: golden)
    #expect(result.status == 0)
    #expect(Array(result.lines.prefix(lines.count)) == lines)
    #expect(result.lines.count > lines.count + 1)
  }

  @Test("records come through byte for byte, then executions, then one end")
  func order() {
    let strange = #"{ "type" : "weather", "v":9, "huge": 12345678901234567890123, "x":"\u00e9" }"#
    let result = run.run(["now", "--all"], in: folder, input: strange + "\n" + jobRecord("a") + goodEnd)
    #expect(result.status == 0)
    #expect(result.lines.first == strange)
    #expect(result.lines.count == 4)
    #expect(result.lines[1] + "\n" == jobRecord("a"))
    #expect(result.lines[2].hasPrefix(#"{"type":"execution""#))
    #expect(
      result.lines[3].contains(#""ok":true,"counts":{"weather":1,"job":1,"execution":1},"upstream":[{"type":"end""#))
  }

  @Test(
    "a stream that broke off, or in which something failed, is refused before the first act",
    arguments: [("", "no 'end' record"), (badEnd, "'end' is not ok"), (goodEnd + badEnd, "'end' is not ok")])
  func refused(end: String, words: String) {
    let result = run.run(["now", "--all"], in: folder, input: jobRecord("a", command: #"["touch","ran"]"#) + end)
    #expect(result.status == 2)
    #expect(result.stderr.contains(words))
    #expect(result.stdout == "")
    #expect(!folder.exists("ran") && !folder.exists("state"))
  }

  @Test("--allow-incomplete and --allow-failed accept what is refused, and hand the failure down")
  func allowed() {
    let job = jobRecord("a", command: #"["touch","ran"]"#)
    #expect(run.run(["now", "--all", "--allow-incomplete"], in: folder, input: job).status == 0)
    #expect(folder.exists("ran"))
    let result = run.run(["now", "--all", "--allow-failed"], in: folder, input: job + badEnd)
    #expect(result.status == 0)
    #expect(result.lines.last?.contains(#""tool":"jobs-run","version":"0.1.0","ok":false"#) == true)
  }

  @Test("an empty pipe is no leave to run what lies in the folder")
  func emptyPipe() {
    folder.write(localJobs, to: "all.yaml")
    let result = Tool.shell("false | jobs-run now --all", in: folder)
    #expect(result.status == 2)
    #expect(result.stderr.hasPrefix("jobs-run: error: nothing came by standard input"))
    #expect(!folder.exists("state"))
  }

  @Test("a pipe is read without being named, and so is a stream in a file; another file is not")
  func defaultPath() {
    folder.write(jobRecord("a") + goodEnd, to: "stream.ndjson")
    folder.write("one\ntwo\n", to: "names.txt")
    folder.write(localJobs, to: "all.yaml")
    #expect(Tool.shell("cat stream.ndjson | jobs-run now a -q", in: folder).records("execution").count == 1)
    #expect(Tool.shell("jobs-run now a -q < stream.ndjson", in: folder).records("execution").count == 1)
    #expect(Tool.shell("jobs-run now hello -q < names.txt", in: folder).records("execution").count == 1)
  }

  @Test("--env is an error where the environment was chosen already")
  func secondEnvironment() {
    let result = run.run(["now", "--all", "--env", "dev"], in: folder, input: jobRecord("a", env: "prod") + goodEnd)
    #expect(result.status == 2)
    #expect(result.stderr.contains("--env is chosen where the manifests are read"))
  }

  @Test("jobs are chosen by name, by id and by selector; what is unclear is an error that lists")
  func choosing() {
    let stream = jobRecord("a", env: "dev") + jobRecord("a", env: "prod") + jobRecord("b") + goodEnd
    #expect(run.run(["now", "b", "-"], in: folder, input: stream).status == 0)
    #expect(
      run.run(["now", "prod/a", "-"], in: folder, input: stream).records("execution").first?.contains(
        #""job":"-/prod/a""#) == true)
    #expect(
      run.run(["now", "-", "--", "-/dev/a"], in: folder, input: stream).records("execution").first?.contains(
        #""job":"-/dev/a""#) == true)
    #expect(run.run(["now", "--selector", "tier=b", "-"], in: folder, input: stream).records("execution").count == 1)
    let unclear = run.run(["now", "a", "-"], in: folder, input: stream)
    #expect(unclear.status == 2 && unclear.stderr.contains("several jobs are called 'a': -/dev/a, -/prod/a"))
    let unknown = run.run(["now", "bb", "-"], in: folder, input: stream)
    #expect(unknown.status == 2 && unknown.stderr == "jobs-run: error: there is no job 'bb'\nhint: did you mean 'b'?\n")
    let none = run.run(["now", "-"], in: folder, input: stream)
    #expect(none.status == 2 && none.stderr.hasPrefix("jobs-run: error: which jobs? none is named"))
  }

  @Test("a stream joined with itself runs each job once; two versions of one job are refused")
  func concatenated() {
    let twice = jobRecord("a") + goodEnd
    #expect(run.run(["now", "--all"], in: folder, input: twice + twice).records("execution").count == 1)
    let other = jobRecord("a", digest: "sha256:1") + goodEnd
    let result = run.run(["now", "--all"], in: folder, input: twice + other)
    #expect(result.status == 2 && result.stderr.contains("two jobs that differ have the id '-/-/a'"))
  }

  @Test(
    "a variable that nobody gave a value is never run with",
    arguments: [
      #"["echo","${TAG}"]"#, #"["/bin/sh","-c","rm -rf ${NOWHERE}/x"]"#,
    ])
  func openVariable(command: String) {
    let result = run.run(["now", "a", "-"], in: folder, input: jobRecord("a", command: command) + goodEnd)
    #expect(result.status == 125)
    #expect(result.records("execution").first?.contains(#""state":"failed""#) == true)
    #expect(result.stderr.contains("has no value: the manifests were read without an environment"))
  }

  @Test(
    "a shell's own variables are run with",
    arguments: [
      (#"["/bin/sh","-c","echo ${HOME}"]"#, nil), (#"["/bin/sh","-c","x=1; echo ${x:-2}"]"#, nil),
      (#"["/bin/sh","-c","for f in 1; do echo ${f}; done"]"#, "prod"),
    ] as [(String, String?)])
  func shellVariable(command: String, env: String?) {
    #expect(
      run.run(["now", "a", "-"], in: folder, input: jobRecord("a", command: command, env: env) + goodEnd).status == 0)
  }

  @Test("a masked secret is never run with")
  func masked() {
    let result = run.run(["now", "a", "-"], in: folder, input: jobRecord("a", more: #","env":{"PW":"***"}"#) + goodEnd)
    #expect(result.status == 125)
    #expect(result.stderr.hasPrefix("jobs-run: error: cannot run 'a': the variable 'PW' is '***'"))
  }

  @Test("a reader that goes away ends nothing that runs")
  func head() {
    let result = Tool.shell(
      "(printf '%s' '\(jobRecord("a", command: #"["touch","ran"]"#).replacing("'", with: "'\\''"))'; printf '%s' '\(goodEnd)') | jobs-run now --all | true",
      in: folder)
    #expect(result.status == 0)
    #expect(folder.exists("ran"))
  }

  @Test("JSON is one array of the same records")
  func json() {
    let result = run.run(["now", "--all", "-o", "json"], in: folder, input: jobRecord("a") + goodEnd)
    #expect(result.stdout.hasPrefix("[\n{\"type\":\"job\"") && result.stdout.hasSuffix("}\n]\n"))
    #expect(result.stdout.contains(",\n{\"type\":\"execution\""))
  }

  @Test("a stream whose reader chose no environment is refused, and one that chose is run")
  func openEnvironment() {
    let folder = ToolFolder()
    folder.write(
      "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: p}\nenvironments: {dev: {}, prod: {}}\n", to: "jobs.yaml")
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: a}\nspec: {command: [touch, ran], environments: {dev: {command: [touch, dev]}}}\n",
      to: "a.yaml")
    let refused = Tool.shell("jobs-validate | jobs-run now --all", in: folder)
    #expect(refused.status == 2 && refused.stderr.contains("--env with one of dev, prod"), "\(refused.stderr)")
    #expect(!folder.exists("ran") && !folder.exists("dev"))
    #expect(Tool.shell("jobs-validate -e dev | jobs-run now --all", in: folder).status == 0)
    #expect(folder.exists("dev"))
  }
}
