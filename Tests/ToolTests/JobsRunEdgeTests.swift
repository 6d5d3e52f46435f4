import TestSupport
import Testing

private let run = Tool("jobs-run")

@Suite("jobs-run at the edges")
struct JobsRunEdgeTests {
  private let folder = ToolFolder()

  init() { folder.write(localJobs, to: "all.yaml") }

  @Test(
    "an array ends with the record that seals a stream, and counts what is in it",
    arguments: [
      (["list"], #"{"job":4,"execution":1}"#), (["next", "--cron", "@daily", "--count", "2"], #"{"fire":2}"#),
      (["runs"], #"{"execution":1}"#), (["show", "hello"], #"{"execution":1}"#), (["logs", "hello"], #"{"log":2}"#),
      (["now", "hello"], #"{"execution":1}"#), (["exec", "--", "true"], #"{"execution":1}"#),
    ])
  func endOfArray(words: [String], counts: String) {
    #expect(run.run(["now", "hello"], in: folder).status == 0)
    let lines = run.run([words[0], "-o", "json"] + words.dropFirst(), in: folder).lines
    #expect(lines.first == "[" && lines.last == "]")
    #expect(lines.dropLast().last?.hasPrefix(#"{"type":"end","v":1,"tool":"jobs-run","#) == true)
    #expect(lines.dropLast().last?.hasSuffix(#""ok":true,"counts":\#(counts),"upstream":[]}"#) == true, "\(lines)")
  }

  @Test(
    "a mistake on the command line is said with the help of its own verb, or what was meant",
    arguments: [
      (["runz"], "there is no verb 'runz'", "did you mean 'jobs-run runs'?"),
      (["frobnicate", "--all"], "there is no verb 'frobnicate'", "'jobs-run --help' lists the verbs"),
      (["show"], "missing expected argument '<id|job>'", "'jobs-run show --help' shows"),
      (["dlq", "show"], "missing expected argument '<id>'", "'jobs-run dlq show --help' shows"),
      (["--nope"], "unknown option '--nope'", "'jobs-run --help' shows"),
      (["runs", "--sort", "x"], "the value 'x' is invalid for '--sort <key>'", "write one of 'time', 'duration' or"),
    ])
  func mistakes(words: [String], message: String, hint: String) {
    let found = run.run(words, in: folder)
    #expect(found.status == 2 && found.stdout == "")
    #expect(found.stderr.hasPrefix("jobs-run: error: \(message)\nhint: \(hint)"))
  }

  @Test("fields of a schedule that stand apart by tabs do not break the table")
  func tabs() {
    folder.write("17 *\t* * *\troot\techo hello\n", to: "cron.d/tabs")
    let found = run.run(["list", "cron.d", "-o", "human"], in: folder)
    #expect(found.status == 0 && found.stdout.contains(" 17 * * * * ") && !found.stdout.contains("\t"))
  }

  @Test("an array says what the stream it was made of said")
  func upstream() {
    let found = run.run(["now", "--all", "-o", "json"], in: folder, input: jobRecord("a") + goodEnd)
    #expect(found.stdout.hasSuffix(#""counts":{"job":1,"execution":1},"upstream":[\#(goodEnd.dropLast())]}"# + "\n]\n"))
  }

  @Test(
    "why a run did not begin is kept, and what to do about it is said once",
    arguments: [
      ("command: [no-such-program]", "not found in PATH", "write its whole path"),
      ("command: [/bin/true]\n  envFile: none.env", "cannot read the envFile", "correct 'envFile'"),
    ])
  func hints(spec: String, error: String, hint: String) {
    folder.write("apiVersion: jobs/v1\nkind: Job\nmetadata: {name: one}\nspec:\n  \(spec)\n", to: "one.yaml")
    let found = run.run(["now", "one", "one.yaml"], in: folder)
    let record = found.records("execution").first ?? ""
    #expect(record.contains(error) && !record.contains(#""reason""#) && !record.contains(hint), "\(record)")
    #expect(found.stderr.contains("\nhint: \(hint)"), "\(found.stderr)")
    let page = run.run(["show", "one", "-o", "human"], in: folder).stdout
    #expect(page.contains(error) && !page.contains(hint) && !page.contains("reason:"), "\(page)")
  }

  @Test("a timeout of 0 is none, in a record as on the command line")
  func noTimeout() {
    let record = jobRecord("a", command: #"["sleep","0.2"]"#, more: #"},"limits":{"timeoutSeconds":0"#)
    #expect(run.run(["now", "a"], in: folder, input: record + goodEnd).status == 0)
    #expect(run.run(["now", "a", "--timeout", "0"], in: folder, input: record + goodEnd).status == 0)
  }

  @Test("--quiet hides notes, and no errors")
  func quiet() {
    let found = run.run(["now", "three", "off", "-q"], in: folder)
    #expect(found.status == 1)
    #expect(found.stderr.hasPrefix("jobs-run: error: 'three' failed: exit status 3"), "\(found.stderr)")
    #expect(!found.stderr.contains("note:") && !found.stderr.contains("2 jobs"))
    folder.write("apiVersion: jobs/v1\nkind: Job\nmetadata: {name: bad}\nspec: {comand: x}\n", to: "bad.yaml")
    for words in [["now", "--all"], ["list"], ["next"]] {
      #expect(run.run(words + ["-q", "bad.yaml"], in: folder).stderr.contains("'comand'"), "\(words)")
    }
    let command = run.run(["exec", "-q", "--name", "x", "--", "/bin/sh", "-c", "exit 3"], in: folder)
    #expect(command.status == 3 && command.stderr.hasPrefix("jobs-run: error: 'x' failed"), "\(command.stderr)")
  }

  @Test("an output that is closed or full is 125 for one job, and the tool's own status for several")
  func outputs() {
    for target in ["&-", "/dev/full"] {
      #expect(Tool.shell("jobs-run now hello . -q >\(target)", in: folder).status == 125)
    }
    let several = Tool.shell("jobs-run now off rests --force . -q >&-", in: folder)
    #expect(several.status == 3 && several.stderr.contains("cannot write to standard output: it is closed"))
    #expect(!folder.exists("ran-off"))
    #expect(Tool.shell("jobs-run exec -- touch ran-off >&-", in: folder).status == 125)
    #expect(!folder.exists("ran-off"))
  }

  @Test("an id that begins like an option is taken behind '--', and the words for it say so")
  func dashedIDs() {
    folder.write("apiVersion: jobs/v1\nkind: Job\nmetadata: {name: r}\nspec: {command: [/bin/true]}\n", to: "r.yaml")
    for verb in ["now", "show", "logs", "runs"] {
      let bare = run.run([verb, "-/-/r"], in: folder)
      #expect(bare.status == 2 && bare.stdout.isEmpty)
      #expect(bare.stderr.contains("'-/-/r' looks like an option") && bare.stderr.contains("'-- -/-/r'"))
      #expect(run.run([verb, "--", "-/-/r"], in: folder).status == 0, "\(verb)")
    }
    #expect(run.run(["exec", "--", "echo", "-/x"], in: folder).stdout == "-/x\n")
  }

  @Test(
    "a number or a time below nothing is said to be that",
    arguments: [
      (["now", "--all", "--retries", "-1"], "--retries has to be at least 0"),
      (["now", "--all", "-j", "-1"], "--parallel has to be at least 1"),
      (["now", "--all", "--timeout", "-1s"], "--timeout '-1s' is no length of time"),
      (["now", "--all", "--grace", "-1s"], "--grace '-1s' is no length of time"),
      (["exec", "--lock-wait", "-1s", "--", "true"], "--lock-wait '-1s' is no length of time"),
      (["runs", "--limit", "-1"], "--limit has to be at least 0"),
      (["logs", "--tail", "-1", "hello"], "--tail has to be at least 0"),
      (["next", "--count", "-1"], "--count has to be from 1 to 100000"),
    ])
  func negative(words: [String], message: String) {
    let found = run.run(words, in: folder)
    #expect(found.status == 2 && found.stderr.contains(message), "\(found.stderr)")
  }

  @Test("a zone of the host that nobody knows is said where due times are missing for it", arguments: ["list", "next"])
  func hostZone(verb: String) {
    folder.write("*/5 * * * * /bin/true\n", to: "h.cron")
    let found = run.run([verb, "h.cron"], in: folder, environment: ["TZ": ":garbage"])
    #expect(found.status == 0 && found.records("fire").isEmpty)
    #expect(found.stderr.hasPrefix("jobs-run: warning: the zone of this host is not known"), "\(found.stderr)")
    #expect(found.stderr.contains("'garbage'"))
    #expect(run.run([verb, "h.cron", "-q"], in: folder, environment: ["TZ": ":garbage"]).stderr.isEmpty)
    #expect(run.run([verb, "all.yaml"], in: folder, environment: ["TZ": ":garbage"]).stderr.isEmpty)
  }
}
