import Glibc
import TestSupport
import Testing

private let run = Tool("jobs-run")

@Suite("jobs-run daemon")
struct JobsRunDaemonTests {
  let folder = ToolFolder()

  /// A job of every second that a test can hold up.
  private func job(_ name: String, _ command: String, more: String = "") -> String {
    """
    apiVersion: jobs/v1
    kind: Job
    metadata: {name: \(name)}
    spec:
      schedule: [{cron: "* * * * * *", dialect: seconds}]
      concurrency: forbid
      command: [\(command)]
    \(more)
    """
  }

  private func until(_ holds: () -> Bool) -> Bool {
    for _ in 0..<600 {
      if holds() { return true }
      usleep(50_000)
    }
    return false
  }

  private func runs(_ more: String...) -> ToolRun { run.run(["runs", "-o", "ndjson"] + more, in: folder) }

  @Test("a run is cancelled by name, with who asked and why, and is a line of the audit log")
  func cancel() throws {
    folder.write(job("sleeper", "sleep, '100'"), to: "jobs.yaml")
    let daemon = run.start(["daemon", "jobs.yaml"], in: folder)
    #expect(until { runs("--status", "running").records("execution").count == 1 })
    let result = run.run(["cancel", "sleeper", "--reason", "wrong day"], in: folder)
    #expect(result.status == 0, "\(result.stderr)")
    #expect(result.records("execution").first?.contains(#""state":"cancelled","reason":"cancelled by "#) == true)
    #expect(result.stdout.contains(": wrong day"))
    #expect(folder.text(of: "state/audit.log")?.contains(#""action":"cancel""#) == true)
    let nobody = run.run(["cancel", "nobody"], in: folder)
    #expect(nobody.status == 2 && nobody.stderr.contains("no run of a job 'nobody' is known"))
    daemon.signal(SIGTERM)
    #expect(daemon.wait().status == 0)
  }

  @Test("what the daemon writes itself below the folder of the manifests is no change of them")
  func ownFiles() {
    folder.write(job("each", "echo, hello"), to: "jobs.yaml")
    let daemon = run.start(["daemon", "--log-dir", "own-logs"], in: folder)
    #expect(until { runs("--status", "succeeded").records("execution").count > 3 })
    let log = { folder.text(of: "own-logs/scheduler_main.log") ?? "" }
    #expect(!log().contains(" reload "))
    folder.write(job("other", "echo, hello"), to: "other.yaml")
    #expect(until { log().contains(" reload added: -/-/other") })
    daemon.signal(SIGTERM)
    #expect(daemon.wait().status == 0)
  }

  @Test("what came by a pipe and holds no job cannot get better, so no daemon waits for it")
  func pipedNoise() {
    let found = run.run(["daemon", "-"], in: folder, input: "garbage\n")
    #expect(found.status == 2)
    #expect(found.stderr.hasPrefix("jobs-run: error: -:1:1: "), "\(found.stderr)")
    #expect(found.stderr.contains("error: there is no job without an error, so nothing can run\n"), "\(found.stderr)")
    #expect(!folder.exists("state/history.sqlite"))
  }

  @Test("a crontab on a host whose zone is not known is never due, and that is said")
  func unknownHostZone() {
    folder.write("* * * * * echo hello\n", to: "own.crontab")
    let found = run.run(
      ["daemon", "--once", "--foreground", "own.crontab"], in: folder, environment: ["TZ": "Mars/Olympus"])
    #expect(found.status == 0)
    #expect(found.stderr.contains("error reload the zone of this host is not known"), "\(found.stderr)")
  }

  @Test("logs that cannot be written are missed once, and hold up nothing")
  func unwritableLogs() {
    folder.write(job("each", "echo, hello"), to: "jobs.yaml")
    let found = run.run(["daemon", "--once", "--log-dir", "/proc/none"], in: folder)
    #expect(found.status == 0)
    #expect(
      found.stderr == "jobs-run: warning: the logs cannot be written: '/proc/none/scheduler_main.log': "
        + "no such file or directory\nhint: jobs run all the same\n")
  }

  @Test("the run of a command is ended by its id or its name, and no other")
  func cancelOne() throws {
    let both = ["here", "there"].map { name in
      let tool = run.start(
        ["exec", "--name", name, "--", "sh", "-c", "touch \(name); sleep 100"], in: folder)
      #expect(folder.wait(for: name))
      return tool
    }
    #expect(until { runs("--status", "running").records("execution").count == 2 })
    let ids = runs("here").records("execution").compactMap { $0.split(separator: "\"")[safe: 9] }.map(String.init)
    let result = run.run(["cancel", ids.first ?? "none"], in: folder)
    #expect(result.status == 0, "\(result.stderr)")
    #expect(both[0].wait().status == 143)
    #expect(runs("--status", "running").records("execution").count == 1)
    #expect(run.run(["cancel", "there"], in: folder).status == 0)
    #expect(both[1].wait().status == 143)
    #expect(runs("--status", "cancelled").records("execution").count == 2)
    #expect(folder.names(in: "state/runners").isEmpty)
  }

  @Test("a run that failed for good is kept, replayed with its job as it was, and put away once it succeeded")
  func replay() throws {
    let failing = job("bad", "/bin/sh, '-c', '[ -e mended ] && touch again; [ -e mended ]'", more: "  deadLetter: true")
    folder.write(failing.replacing("* * * * * *", with: "0 0 0 1 1 *"), to: "jobs.yaml")
    folder.write(failing, to: "d/jobs.yaml")
    let daemon = run.start(["daemon", "d"], in: folder)
    let letters = { run.run(["dlq", "-o", "ndjson"], in: folder).records("dead-letter") }
    #expect(until { !letters().isEmpty })
    daemon.signal(SIGTERM)
    #expect(daemon.wait().status == 0)
    let kept = letters()
    let id = kept.first?.split(separator: "\"").dropFirst(9).first.map(String.init) ?? "none"
    #expect(kept.first?.contains(#""reason":"exit status 1","class":"application"}"#) == true, "\(kept)")
    let shown = run.run(["dlq", "show", id], in: folder)
    #expect(shown.records("job").first?.contains(#""name":"bad""#) == true && shown.records("execution").count == 1)

    let failed = run.run(["dlq", "replay", id], in: folder)
    #expect(failed.status == 1, "\(failed.stderr)")
    #expect(failed.records("execution").first?.contains(#""trigger":"replay""#) == true)
    #expect(letters().first?.contains(#""replayState":"failed""#) == true)

    folder.write("", to: "mended")
    // The manifest is not asked again: the letter has the job.
    _ = Tool.shell("rm -r d jobs.yaml", in: folder)
    let mended = run.run(["dlq", "replay", id], in: folder)
    #expect(mended.status == 0 && folder.exists("again"), "\(mended.stderr)")
    let settled = letters().first ?? ""
    let replayed = mended.records("execution").first?.split(separator: "\"").dropFirst(9).first ?? "none"
    #expect(settled.contains(#""replayed":"\#(replayed)","replayState":"succeeded""#), "\(settled)")
    let again = run.run(["dlq", "replay", id], in: folder)
    #expect(again.status == 2 && again.stderr.contains("was run again already, and succeeded"))
    #expect(run.run(["dlq", "replay", id, "--again"], in: folder).status == 0)

    #expect(run.run(["dlq", "purge", "--settled", "--yes"], in: folder).records("dead-letter").count == 1)
    #expect(letters().count == kept.count - 1)
    let audit = folder.text(of: "state/audit.log") ?? ""
    #expect(audit.contains(#""action":"replay""#) && audit.contains(#""action":"purge""#))
  }

  @Test("--all replays what has not succeeded, and all at once where asked")
  func replayAll() {
    folder.write(
      job("bad", "/bin/sh, '-c', 'echo $JOBS_EXECUTION_ID >> ran; [ -e mended ]'", more: "  deadLetter: true"),
      to: "d/jobs.yaml")
    let daemon = run.start(["daemon", "d"], in: folder)
    let letters = { run.run(["dlq", "-o", "ndjson"], in: folder).records("dead-letter") }
    #expect(until { letters().count > 1 })
    daemon.signal(SIGTERM)
    #expect(daemon.wait().status == 0)
    let count = letters().count
    folder.write("", to: "mended")
    let all = run.run(["dlq", "replay", "--all", "-j", "4"], in: folder)
    #expect(all.status == 0 && all.records("execution").count == count, "\(all.stderr)")
    #expect(letters().allSatisfy { $0.contains(#""replayState":"succeeded""#) })
    #expect(run.run(["dlq", "replay", "--all"], in: folder).stderr.contains("nothing to run again"))
    let retried = run.run(["dlq", "replay", "--all", "--again", "-q"], in: folder)
    #expect(retried.status == 0 && retried.records("execution").count == count)
  }

  @Test("figures are answered on a socket while jobs run", .enabled(if: access("/usr/bin/curl", X_OK) == 0))
  func metrics() {
    folder.write(job("quick", "'true'"), to: "jobs.yaml")
    let daemon = run.start(["daemon", "jobs.yaml", "--metrics", "./metrics.sock"], in: folder)
    #expect(until { runs("--status", "succeeded").records("execution").count > 1 })
    let page = Tool.shell("curl -sf --unix-socket metrics.sock http://localhost/metrics", in: folder).stdout
    #expect(page.contains("jobs_scheduled 1\n"))
    let succeeded = page.split(separator: "\n").first { $0.hasPrefix(#"jobs_executions_total{state="succeeded"}"#) }
    #expect(succeeded.flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0 > 1)
    daemon.signal(SIGTERM)
    #expect(daemon.wait().status == 0)
    #expect(!folder.exists("metrics.sock"))
  }

  @Test("a crontab runs, and what has another target is left to that")
  func crontab() {
    folder.write("* * * * * true\n", to: "a.crontab")
    folder.write(job("theirs", "'true'", more: "  target: host"), to: "host.yaml")
    folder.write(job("ours", "'true'"), to: "local.yaml")
    let result = run.run(["daemon", "--dry-run", "a.crontab", "host.yaml", "local.yaml"], in: folder)
    #expect(result.status == 0, "\(result.stderr)")
    #expect(result.records("fire").map { $0.contains("/ours") } == [false, true])
    #expect(!result.stdout.contains("theirs"))
  }

  @Test("words and variables of the command line reach the job, and the history knows them")
  func words() {
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: a}\nspec: {command: [echo, own]}\n", to: "a.yaml")
    let result = run.run(["now", "a", "a.yaml", "--arg", "--all", "--arg", "two words", "-o", "ndjson"], in: folder)
    #expect(result.status == 0)
    #expect(result.stderr.contains("own --all two words"))
    #expect(result.stdout.contains(#""parameters":{"args":["--all","two words"]}"#))
  }
}

extension Array {
  fileprivate subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
