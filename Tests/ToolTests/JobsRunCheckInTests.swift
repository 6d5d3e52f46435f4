import Glibc
import TestSupport
import Testing

private let run = Tool("jobs-run")

/// Monitors hear of a daemon's runs.
@Suite("check-ins of jobs-run daemon")
struct JobsRunCheckInTests {
  private let folder = ToolFolder()

  /// A job of every second that has a check-in; its secret is in the folder of secrets.
  private func job(_ name: String, _ server: LoopbackServer, _ spec: String) -> String {
    job(name, server.url, spec)
  }

  private func job(_ name: String, _ url: (String) -> String, _ spec: String) -> String {
    """
    apiVersion: jobs/v1
    kind: Job
    metadata: {name: \(name)}
    spec:
      schedule: [{cron: "* * * * * *", dialect: seconds}]
      concurrency: forbid
      checkin: {enabled: true, url: "\(url("/\(name)/{secret}"))", secret: "secret:ping"}
      \(spec)

    """
  }

  private func start(_ jobs: [String]) -> RunningTool {
    folder.write(jobs.joined(separator: "---\n"), to: "jobs.yaml")
    folder.write("s3cr3t-value\n", to: "state/secrets/ping", mode: 0o600)
    return run.start(["daemon", "jobs.yaml"], in: folder)
  }

  private func stop(_ daemon: RunningTool) -> ToolRun {
    daemon.signal(SIGTERM)
    return daemon.wait()
  }

  /// What one job's monitor heard, without the secret and the run: `/start`, an empty word for a success, `/3`.
  private func events(_ server: LoopbackServer, _ name: String) -> [String] {
    let prefix = "/\(name)/s3cr3t-value"
    return server.requests.filter { $0.target.hasPrefix(prefix) }.map {
      String($0.target.dropFirst(prefix.count).prefix { $0 != "?" })
    }
  }

  private func runs(_ server: LoopbackServer, _ name: String) -> [Substring] {
    server.requests.filter { $0.target.hasPrefix("/\(name)/") }.map { $0.target.drop { $0 != "?" } }
  }

  /// What was told, without what was told again: a daemon that is killed behind a request that arrived, and before it kept
  /// that it did, leaves it to the next one.
  private func once(_ server: LoopbackServer) -> [String] {
    var heard: [String] = []
    for request in server.requests where heard.last != request.target { heard.append(request.target) }
    return heard
  }

  @Test("they hear of the start and of the end, with the exit status, the end of the output and one id a run")
  func ends() async throws {
    let server = LoopbackServer { _ in .reply(200) }
    defer { server.stop() }
    let daemon = start([
      job("good", server, "command: echo fine"), job("bad", server, "command: 'echo out; echo wrong >&2; exit 3'"),
      job("none", server, "command: [/nonexistent/program]"),
      job("slow", server, "command: sleep 60\n  timeout: 1s\n  grace: 1s"),
      job("often", server, "command: 'exit 4'\n  retry: {attempts: 1, backoff: fixed, delay: 1s}"),
      job("instead", server, "command: 'exit 5'\n  fallback: 'echo mended'"),
      job("off", server, "command: 'true'\n  enabled: false"),
    ])
    let expected = [
      ("good", ["/start", ""], "fine\n"), ("bad", ["/start", "/3"], "wrong\n"),
      ("slow", ["/start", "/124"], ""), ("often", ["/start", "/4"], ""), ("instead", ["/start", ""], "mended\n"),
    ]
    #expect(
      await LoopbackServer.wait {
        expected.allSatisfy { events(server, $0.0).count > 3 } && events(server, "none").count > 1
      })
    let result = stop(daemon)
    #expect(result.status == 0 && result.stderr == "", "\(result.stderr)")
    for (name, pair, body) in expected {
      let events = events(server, name)
      #expect(Array(events.prefix(4)) == pair + pair, "\(name)")
      let runs = runs(server, name)
      #expect(runs[0] == runs[1] && runs[1] != runs[2] && runs[2] == runs[3], "\(name)")
      let bodies = server.requests.filter { $0.target.hasPrefix("/\(name)/") }.map(\.body)
      #expect(bodies[0] == "" && (body == "" || bodies[1] == body), "\(name): \(bodies[1])")
    }
    // What cannot be started has no start.
    #expect(Set(events(server, "none")) == ["/127"])
    #expect(server.requests.first { $0.target.hasPrefix("/none/") }?.body.contains("'/nonexistent/program'") == true)
    #expect(events(server, "off") == [])
    #expect(server.requests.allSatisfy { $0.method == "POST" })
    // Nowhere but on the way to the monitor.
    let kept = Tool.shell("grep -rl s3cr3t-value state --exclude-dir=secrets || true", in: folder).stdout
    #expect(kept == "")
  }

  @Test("while the monitor is away they wait, over a kill of the daemon too, and then arrive in order, none missing")
  func away() async throws {
    let gone = HeldPort()
    var daemon = start([job("a", gone.url, "command: 'exit 0'")])
    func waiting() -> Int { folder.names(in: "state/checkins").count { $0.hasSuffix(".json") } }
    #expect(await LoopbackServer.wait { waiting() >= 4 })
    daemon.signal(SIGKILL)
    #expect(daemon.wait().stderr.contains("cannot send the check-in of '-/-/a' yet"))
    let left = waiting()
    let server = gone.open { _ in .reply(200) }
    defer { server.stop() }
    daemon = start([job("a", server, "command: 'exit 0'")])
    #expect(await server.wait(for: left + 4))
    #expect(stop(daemon).status == 0)
    let heard = once(server)
    let runs = heard.map { $0.drop { $0 != "?" } }
    #expect(heard.enumerated().allSatisfy { $1.contains("/start?") == ($0 % 2 == 0) }, "\(heard)")
    for pair in stride(from: 0, to: runs.count - 1, by: 2) { #expect(runs[pair] == runs[pair + 1]) }
    // As many as there were runs, and in their order: ids of runs sort by time.
    #expect(runs == runs.sorted())
    let rows = run.run(["runs", "--status", "succeeded", "--limit", "0", "-o", "ndjson"], in: folder)
    #expect(rows.records("execution").count == Set(runs).count)
    #expect(waiting() == 0)
  }

  @Test("a monitor that is busy is asked again, and nothing overtakes what waits")
  func busy() async {
    let server = LoopbackServer { $0.number <= 3 ? .reply(503) : .reply(200) }
    defer { server.stop() }
    let daemon = start([job("a", server, "command: 'exit 0'")])
    #expect(await server.wait(for: 9))
    #expect(stop(daemon).status == 0)
    let heard = runs(server, "a").dropFirst(3)
    #expect(heard.map(String.init) == heard.map(String.init).sorted())
    #expect(events(server, "a").prefix(4) == ["/start", "/start", "/start", "/start"])
    #expect(events(server, "a").dropFirst(3).enumerated().allSatisfy { $1 == ($0 % 2 == 0 ? "/start" : "") })
  }

  @Test("a job whose file is bad for now is heard of as before, and so is the last run of one that is removed")
  func changes() async throws {
    let server = LoopbackServer { _ in .reply(200) }
    defer { server.stop() }
    let last = job("last", server, "command: 'while [ ! -e go ]; do sleep 0.02; done; exit 6'")
    let daemon = start([job("a", server, "command: 'exit 0'"), last])
    #expect(await server.wait(for: 3))
    folder.write(job("a", server, "command: ["), to: "jobs.yaml")
    func log() -> String { folder.text(of: "state/logs/scheduler_main.log") ?? "" }
    #expect(await LoopbackServer.wait { log().contains("error reload jobs.yaml:") })
    let heard = events(server, "a").count
    #expect(await LoopbackServer.wait { events(server, "a").count > heard + 3 })
    folder.write(job("a", server, "command: 'exit 0'"), to: "jobs.yaml")
    #expect(await LoopbackServer.wait { log().contains("removed: -/-/last") })
    folder.write("", to: "go")
    #expect(await LoopbackServer.wait { events(server, "last") == ["/start", "/6"] })
    #expect(stop(daemon).status == 0)
  }

  @Test("a run that outlives its daemon has one end, told by the next")
  func outlives() async throws {
    let server = LoopbackServer { _ in .reply(200) }
    defer { server.stop() }
    let jobs = [job("a", server, "command: 'touch ran; while [ ! -e go ]; do sleep 0.02; done; exit 7'")]
    var daemon = start(jobs)
    #expect(await server.wait(for: 1))
    daemon.signal(SIGKILL)
    _ = daemon.wait()
    folder.write("", to: "go")
    daemon = start(jobs)
    #expect(await LoopbackServer.wait { once(server).count >= 3 })
    #expect(stop(daemon).status == 0)
    let heard = once(server)
    #expect(
      heard.prefix(3).map { $0.prefix { $0 != "?" } } == ["/start", "/7", "/start"].map { "/a/s3cr3t-value\($0)" })
    let runs = heard.map { $0.drop { $0 != "?" } }
    #expect(runs[0] == runs[1] && runs[1] != runs[2])
  }
}
