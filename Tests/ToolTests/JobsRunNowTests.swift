import Glibc
import TestSupport
import Testing

private let run = Tool("jobs-run")

/// A manifest of local jobs that end in each way.
let localJobs = """
  apiVersion: jobs/v1
  kind: Job
  metadata: {name: hello, tenant: acme}
  spec: {command: 'echo "hello $GREET"; echo aside >&2', env: {GREET: world}}
  ---
  apiVersion: jobs/v1
  kind: Job
  metadata: {name: three, tenant: acme}
  spec: {command: [/bin/sh, -c, "echo partly; exit 3"]}
  ---
  apiVersion: jobs/v1
  kind: Job
  metadata: {name: off, tenant: acme}
  spec: {command: "touch ran-off", enabled: false}
  ---
  apiVersion: jobs/v1
  kind: Job
  metadata: {name: rests, tenant: acme}
  spec: {command: "touch ran-rests", paused: true}

  """

@Suite("jobs-run now")
struct JobsRunNowTests {
  let folder = ToolFolder()

  init() { folder.write(localJobs, to: "jobs/all.yaml") }

  @Test("one job gives a sealed stream with its execution, and what it wrote on standard error")
  func oneJob() {
    let result = run.run(["now", "hello", "jobs/"], in: folder)
    #expect(result.status == 0)
    #expect(result.stderr == "hello world\naside\n")
    #expect(result.lines.count == 2)
    let record = result.records("execution").first ?? ""
    #expect(record.hasPrefix(#"{"type":"execution","v":1,"id":"#))
    #expect(record.contains(#""job":"acme/-/hello","backend":"local","trigger":"manual","startedAt":"#))
    #expect(
      record.contains(
        #""state":"succeeded","exitCode":0,"attempt":1,"attempts":1,"parameters":{},"output":{"stdout":{"bytes":12,"kept":12,"path":"#
      ))
    #expect(result.lines.last?.contains(#""ok":true,"counts":{"execution":1},"upstream":[]"#) == true)
  }

  @Test("a person sees what a job writes where it writes it")
  func human() {
    let result = run.run(["now", "hello", "jobs/", "-o", "human"], in: folder)
    #expect(result.stdout == "hello world\n1 job: 1 succeeded\n")
    #expect(result.stderr == "aside\n")
  }

  @Test(
    "the status of one job is passed through",
    arguments: [
      ("exit 0", 0), ("exit 1", 1), ("exit 3", 3), ("exit 255", 255), ("kill -TERM $$", 143), ("kill -KILL $$", 137),
      ("no-such-program-here", 127), ("/etc/passwd", 126),
    ])
  func status(script: String, expected: Int32) {
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: one}\nspec: {command: '\(script)'}\n", to: "one.yaml")
    let result = run.run(["now", "one", "one.yaml"], in: folder)
    #expect(result.status == expected)
    #expect(result.records("execution").first?.contains(#""exitCode":\#(expected),"#) == true)
  }

  @Test(
    "a command that cannot be started passes the shell's status on",
    arguments: [
      ("[/no/such/program]", 127, "application"), ("[/etc/passwd]", 126, "permission"), ("[/etc]", 126, "application"),
    ])
  func notStarted(command: String, expected: Int32, failureClass: String) {
    folder.write("apiVersion: jobs/v1\nkind: Job\nmetadata: {name: one}\nspec: {command: \(command)}\n", to: "one.yaml")
    let result = run.run(["now", "one", "one.yaml"], in: folder)
    #expect(result.status == expected)
    let record = result.records("execution").first ?? ""
    #expect(
      record.contains(#""state":"failed""#) && record.contains(#""class":"\#(failureClass)","error":"cannot run "#))
    #expect(!record.contains("startedAt"))
    #expect(result.stderr.hasPrefix("jobs-run: error: cannot run 'one': cannot run '/"))
  }

  @Test("several jobs give 1 when one fails; what is disabled or paused is skipped, said and counted")
  func severalJobs() {
    let result = run.run(["now", "--all", "jobs/", "-o", "human"], in: folder)
    #expect(result.status == 1)
    #expect(result.stdout.contains("hello | hello world\n"))
    #expect(result.stdout.contains("three | partly\n"))
    #expect(result.stdout.hasSuffix("4 jobs: 1 succeeded, 1 failed (exit 3), 2 skipped\n"))
    #expect(result.stderr.contains("jobs-run: note: skipped 'off': it is disabled; --force runs it all the same\n"))
    #expect(result.stderr.contains("jobs-run: note: skipped 'rests': it is paused; --force runs it all the same\n"))
    #expect(result.stderr.contains("jobs-run: error: 'three' failed: exit status 3 (class application)\n"))
    #expect(!folder.exists("ran-off") && !folder.exists("ran-rests"))
  }

  @Test("--force runs a disabled job")
  func force() {
    #expect(run.run(["now", "off", "jobs/", "--force"], in: folder).status == 0)
    #expect(folder.exists("ran-off"))
  }

  @Test("a job that is skipped is no failure")
  func skipped() {
    let result = run.run(["now", "off", "jobs/"], in: folder)
    #expect(result.status == 0)
    #expect(result.records("execution").isEmpty)
    #expect(!folder.exists("state"))
  }

  @Test("a timeout ends the whole tree with 124")
  func timeout() {
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: slow}\nspec: {command: 'sleep 300 & sleep 300', timeout: 1h}\n",
      to: "slow.yaml")
    let result = run.run(["now", "slow", "slow.yaml", "--timeout", "1s"], in: folder)
    #expect(result.status == 124)
    #expect(result.records("execution").first?.contains(#""class":"timeout""#) == true)
    #expect(result.stderr.contains("ran longer than its timeout of 1 s"))
  }

  @Test("retries follow the failure, and each attempt is a record")
  func retries() {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: flaky}
      spec:
        command: 'echo x >> tries; test $(wc -l < tries) -ge 3'
        retry: {attempts: 5, backoff: fixed, delay: 0s}

      """, to: "flaky.yaml")
    let result = run.run(["now", "flaky", "flaky.yaml"], in: folder)
    #expect(result.status == 0)
    let attempts = result.records("execution")
    #expect(attempts.count == 3)
    #expect(attempts.first?.contains(#""state":"failed""#) == true)
    #expect(
      attempts.last?.contains(#""trigger":"retry""#) == true
        && attempts.last?.contains(#""attempt":3,"attempts":6"#) == true)
    #expect(result.stderr.contains("attempt 2 of 6 follows"))
  }

  @Test("--set-env overrides, and is recorded with secrets masked")
  func setEnv() {
    let token = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"
    let result = run.run(
      ["now", "hello", "jobs/", "--set-env", "GREET=you", "--set-env", "TOKEN=\(token)"], in: folder)
    #expect(result.stderr == "hello you\naside\n")
    #expect(result.records("execution").first?.contains(#""parameters":{"GREET":"you","TOKEN":"***"}"#) == true)
    #expect(!result.stdout.contains(token))
  }

  @Test("--dry-run says what would run, and starts and keeps nothing")
  func dryRun() {
    let result = run.run(["now", "--all", "jobs/", "--dry-run", "-o", "human"], in: folder)
    #expect(result.status == 0)
    #expect(result.stdout.contains("three: /bin/sh -c 'echo partly; exit 3'\n"))
    #expect(result.stdout.contains("off: skipped: it is disabled"))
    #expect(result.stdout.hasSuffix("2 of 4 jobs would run; nothing was started\n"))
    #expect(folder.names() == ["jobs"])
  }

  @Test("jobs run side by side with -j")
  func parallel() {
    for name in ["left", "right"] {
      let other = name == "left" ? "right" : "left"
      folder.write(
        "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: \(name)}\nspec: {command: 'touch at-\(name); for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do test -e at-\(other) && exit 0; sleep 0.1; done; exit 1'}\n",
        to: "pair/\(name).yaml")
    }
    #expect(run.run(["now", "--all", "pair/", "-j", "2"], in: folder).status == 0)
  }

  @Test("a terminal shows that a silent job goes on, and nothing of that is left", .enabled(if: hasScript))
  func progress() {
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: slow}\nspec: {command: 'printf up; sleep 3; echo; sleep 3'}\n",
      to: "slow.yaml")
    let found = Tool.shell("script -qec 'jobs-run now slow slow.yaml --wait' /dev/null </dev/null", in: folder)
    #expect(found.status == 0)
    // Nothing is drawn over a line that the job has not ended.
    #expect(found.stdout.hasPrefix("up\r\n\r\u{1B}[Krunning 'slow': "), "\(found.stdout.debugDescription)")
    #expect(
      found.stdout.hasSuffix("\r\u{1B}[K\u{1B}[1;32m1 job: 1 succeeded\u{1B}[0m\r\n"),
      "\(found.stdout.debugDescription)")
    let piped = run.run(["now", "slow", "slow.yaml", "-o", "human"], in: folder)
    #expect(piped.stdout == "up\n1 job: 1 succeeded\n" && piped.stderr.isEmpty)
  }
}

private let hasScript = access("/usr/bin/script", X_OK) == 0
