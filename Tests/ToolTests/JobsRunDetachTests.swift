import Glibc
import TestSupport
import Testing

private let run = Tool("jobs-run")

@Suite("jobs-run now --detach")
struct JobsRunDetachTests {
  let folder = ToolFolder()

  /// A job that goes on until the test lets it go, or a minute.
  private let waiting = """
    apiVersion: jobs/v1
    kind: Job
    metadata: {name: waits}
    spec:
      command: 'echo begun; touch begun; for i in $(seq 600); do [ -e go ] && exit 7; sleep 0.1; done'
    """

  init() { folder.write(waiting, to: "waits.yaml") }

  private func write(_ command: String, _ more: String = "") {
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: one}\nspec:\n  command: '\(command)'\n\(more)", to: "one.yaml")
  }

  private func detach(_ words: String...) -> ToolRun { run.run(["now", "--detach"] + words, in: folder) }

  private func runs(_ more: String...) -> [String] {
    run.run(["runs", "-o", "ndjson"] + more, in: folder).records("execution")
  }

  private func until(_ holds: () -> Bool) -> Bool {
    for _ in 0..<600 {
      if holds() { return true }
      usleep(50_000)
    }
    return false
  }

  /// Waits until nothing goes on, and returns all runs, the newest first.
  private func ends() -> [String] {
    #expect(until { runs("--status", "running,pending").isEmpty })
    return runs()
  }

  /// The process that answers for the only run.
  private func owner() -> Int32? {
    let row = run.run(["query", "SELECT owner_pid FROM execution", "-o", "csv"], in: folder).stdout
    return row.split(whereSeparator: \.isNewline).last.flatMap { Int32($0) }
  }

  /// The `n`-th field of `/proc/PID/stat` behind the name, the first being the state.
  private func stat(_ pid: Int32?, _ place: Int) -> String? {
    guard let pid, let text = ToolFolder.text("/proc/\(pid)/stat"), let end = text.lastIndex(of: ")") else {
      return nil
    }
    return text[end...].split(separator: " ").dropFirst(place).first.map(String.init)
  }

  @Test("the command leaves with 0 and the run as it has begun, which is seen and followed to its own status")
  func goesOn() {
    let result = detach("waits", "waits.yaml")
    #expect(result.status == 0 && result.stderr.isEmpty, "\(result.stderr)")
    let record = result.records("execution").first ?? ""
    #expect(record.contains(#""job":"-/-/waits""#) && record.contains(#""state":"running""#))
    #expect(result.lines.last?.contains(#""ok":true,"counts":{"execution":1}"#) == true)
    #expect(folder.wait(for: "begun"))
    let id = record.split(separator: "\"").dropFirst(9).first.map(String.init) ?? "none"
    let shown = run.run(["show", id, "-o", "ndjson"], in: folder)
    #expect(shown.stdout.contains(#""state":"running""#))
    let follower = run.start(["logs", "-f", id, "-o", "human"], in: folder)
    folder.write("", to: "go")
    #expect(follower.wait().stdout == "begun\n")
    #expect(
      ends().first?.contains(#""state":"failed","reason":"exit status 7","class":"application","exitCode":7,"#) == true)
    #expect(folder.text(of: "state/audit.log")?.contains(#""detach":"true""#) == true)
    #expect(until { folder.names(in: "state/runners").isEmpty })
  }

  @Test("a person reads which run goes on, and how it is followed and ended")
  func human() {
    let result = detach("waits", "waits.yaml", "-o", "human")
    let id = result.stdout.split(separator: " ").first.map(String.init) ?? ""
    #expect(result.stdout == "\(id) of -/-/waits: running\n")
    #expect(result.stderr.contains("hint: 'jobs-run logs -f \(id)' shows what it writes"))
    folder.write("", to: "go")
    _ = ends()
  }

  @Test("it holds no stream, no lock of a wrapper and no terminal of its caller, and leads a session of its own")
  func holdsNothing() {
    let script = """
      flock lock jobs-run now --detach waits waits.yaml 2>&1 | cat >said
      [ ! -e go ] && flock -n lock true
      """
    #expect(Tool.shell(script, in: folder).status == 0)
    #expect(runs("--status", "running").count == 1)
    let owner = owner()
    #expect(stat(owner, 4) == owner.map(String.init))
    #expect(stat(owner, 5) == "0")
    folder.write("", to: "go")
    #expect(ends().count == 1)
  }

  @Test("the run outlives the terminal on which it was started", .enabled(if: access("/usr/bin/script", X_OK) == 0))
  func closedTerminal() {
    // The end of 'script' hangs the terminal up, which sends SIGHUP to what is left of its session.
    let result = Tool.shell(
      "script -qec 'jobs-run now --detach waits waits.yaml -o human' /dev/null </dev/null", in: folder)
    #expect(result.status == 0 && result.stdout.contains("of -/-/waits: running"), "\(result.stdout)")
    #expect(runs("--status", "running").count == 1)
    folder.write("", to: "go")
    #expect(ends().first?.contains(#""exitCode":7"#) == true)
  }

  @Test("the timeout holds when nobody waits")
  func timeout() {
    write("exec sleep 100")
    #expect(detach("one", "one.yaml", "--timeout", "1s").status == 0)
    let record = ends().first ?? ""
    #expect(record.contains(#""state":"failed","reason":"ran longer than its timeout of 1 s","class":"timeout""#))
    #expect(record.contains(#""exitCode":124"#), "\(record)")
  }

  @Test("retries hold, each with a row")
  func retries() {
    write("[ -e again ] && exit 0; touch again; exit 1", "  retry: {attempts: 2, backoff: fixed, delay: 1s}\n")
    #expect(detach("one", "one.yaml").status == 0)
    #expect(until { runs("--status", "succeeded").count == 1 })
    let all = ends()
    #expect(all.count == 2 && all.last?.contains(#""state":"failed""#) == true)
    #expect(all.first?.contains(#""trigger":"retry""#) == true && all.first?.contains(#""attempt":2"#) == true)
  }

  @Test("it is cancelled with who asked, by KILL where TERM is ignored, and is not tried again")
  func cancel() {
    write("trap \"\" TERM; touch begun; sleep 100 & wait; wait", "  retry: {attempts: 3}\n  grace: 1s\n")
    #expect(detach("one", "one.yaml").status == 0)
    #expect(folder.wait(for: "begun"))
    let result = run.run(["cancel", "one", "--reason", "wrong day"], in: folder)
    #expect(result.status == 0, "\(result.stderr)")
    let all = ends()
    #expect(all.count == 1)
    #expect(all.first?.contains(#""state":"cancelled","reason":"cancelled by "#) == true)
    #expect(all.first?.contains(": wrong day") == true)
  }

  @Test("an attempt that waits for its time is cancelled too")
  func cancelWaiting() {
    write("exit 1", "  retry: {attempts: 1, backoff: fixed, delay: 1h}\n")
    #expect(detach("one", "one.yaml").status == 0)
    #expect(until { runs("--status", "pending").count == 1 })
    #expect(run.run(["cancel", "one"], in: folder).status == 0)
    #expect(ends().map { $0.contains(#""state":"cancelled""#) } == [true, false])
  }

  @Test("several go on one after the other, and 'cancel' of one leaves the others")
  func several() {
    write("touch ran")
    #expect(detach("--all", "waits.yaml", "one.yaml").records("execution").count == 2)
    #expect(folder.wait(for: "begun"))
    #expect(run.run(["cancel", "one"], in: folder).status == 0)
    folder.write("", to: "go")
    let all = ends()
    #expect(all.contains { $0.contains(#"/one""#) && $0.contains(#""state":"cancelled""#) })
    #expect(all.contains { $0.contains(#"/waits""#) && $0.contains(#""exitCode":7"#) })
    #expect(!folder.exists("ran"))
  }

  @Test("a job that cannot be started is said at once, with the shell's status")
  func notStarted() {
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: none}\nspec: {command: [/no/such/program]}\n", to: "none.yaml")
    let alone = detach("none", "none.yaml")
    #expect(alone.status == 127)
    #expect(alone.stderr.contains("cannot run 'none': cannot run '/no/such/program'"))
    #expect(alone.records("execution").first?.contains(#""state":"failed""#) == true)
    let beside = detach("--all", "none.yaml", "waits.yaml", "-j", "2")
    #expect(beside.status == 1 && beside.records("execution").count == 2)
    folder.write("", to: "go")
    _ = ends()
  }

  @Test("a job that is skipped starts no process")
  func skipped() {
    write("true", "  paused: true\n")
    let result = detach("one", "one.yaml")
    #expect(result.status == 0 && result.records("execution").isEmpty)
    #expect(result.stderr.contains("skipped 'one': it is paused"))
    #expect(!folder.exists("state"))
  }

  @Test("a history that cannot be written is said, and nothing starts")
  func noHistory() {
    folder.write("not a folder", to: "state")
    let result = detach("waits", "waits.yaml")
    #expect(result.status == 125)
    #expect(result.stderr.contains("cannot keep state in '"), "\(result.stderr)")
    #expect(!folder.exists("begun"))
  }

  @Test("a daemon with the same state leaves the run alone, and so does its end")
  func besideDaemon() {
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: rare}\nspec: {command: 'true', schedule: 0 0 1 1 *}\n",
      to: "d/rare.yaml")
    #expect(detach("waits", "waits.yaml").status == 0)
    let daemon = run.start(["daemon", "d"], in: folder)
    #expect(folder.wait(for: "state/daemon.lock"))
    #expect(folder.wait(for: "state/requests"))
    daemon.signal(SIGTERM)
    #expect(daemon.wait().status == 0)
    #expect(runs("--status", "running").count == 1)
    folder.write("", to: "go")
    let all = ends()
    #expect(
      all.count == 1
        && all[0].contains(#""state":"failed","reason":"exit status 7","class":"application","exitCode":7"#))
  }

  @Test("a run whose process was killed is lost, and what it was asked is forgotten")
  func killed() {
    #expect(detach("waits", "waits.yaml").status == 0)
    #expect(folder.wait(for: "begun"))
    let owner = owner()
    if let owner { kill(owner, SIGKILL) }
    #expect(until { runs("--status", "lost").count == 1 })
    folder.write("", to: "go")
    #expect(folder.names(in: "state/runners").count == 1)
    #expect(detach("waits", "waits.yaml").status == 0)
    _ = ends()
    #expect(until { folder.names(in: "state/runners").isEmpty })
  }

  @Test("--wait is the default in words, and excludes --detach")
  func wait() {
    write("exit 3")
    #expect(run.run(["now", "one", "one.yaml", "--wait"], in: folder).status == 3)
    #expect(run.run(["now", "one", "one.yaml", "--wait", "--detach"], in: folder).status == 2)
  }
}
