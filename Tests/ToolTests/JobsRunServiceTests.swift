import Glibc
import TestSupport
import Testing

private let run = Tool("jobs-run")

/// What a daemon tells the service manager, over a socket as systemd's.
@Suite("jobs-run daemon as a service")
struct JobsRunServiceTests {
  private let folder = ToolFolder()
  private let manager: DatagramReceiver
  private var environment: [String: String] { ["NOTIFY_SOCKET": manager.path] }

  init() { manager = DatagramReceiver(folder.file("notify")) }

  private func write(_ command: String) {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: a}
      spec: {schedule: [{cron: "* * * * * *", dialect: seconds}], concurrency: forbid, command: "\(command)"}

      """, to: "jobs/a.yaml")
  }

  /// Of what was told, all but signs of life, which come at any time.
  private func words(_ messages: [[String]]?) -> [String]? { messages?.filter { $0 != ["WATCHDOG=1"] }.map { $0[0] } }

  @Test("it is ready once it works, reading again is said and over, and it says that it stops before it waits for runs")
  func life() throws {
    write("touch ran; while [ ! -e go ]; do sleep 0.02; done")
    let daemon = run.start(["daemon", "--no-watch", "jobs"], in: folder, environment: environment)
    #expect(manager.next() == ["READY=1", "STATUS=1 job"])
    #expect(folder.wait(for: "ran"))
    daemon.signal(SIGHUP)
    let reload = try #require(manager.next())
    #expect(reload.count == 2 && reload[0] == "RELOADING=1" && reload[1].hasPrefix("MONOTONIC_USEC="))
    #expect(manager.next() == ["READY=1", "STATUS=1 job"])
    // A reading that fails is over too.
    folder.write("apiVersion: jobs/v1\nkind: Project\nmetadata: {name: x}\nlimits: [", to: "jobs/jobs.yaml")
    daemon.signal(SIGHUP)
    #expect(words(manager.messages(until: "READY=1")) == ["RELOADING=1", "READY=1"])
    daemon.signal(SIGTERM)
    #expect(manager.next() == ["STOPPING=1"])
    #expect(daemon.poll() == nil)
    folder.write("", to: "go")
    #expect(daemon.wait().status == 0)
    #expect(manager.isEmpty)
  }

  @Test("the watchdog hears of it while it waits, while nothing is due, and while runs may finish")
  func watchdog() {
    write("touch ran; while [ ! -e go ]; do sleep 0.02; done")
    let daemon = run.start(
      ["daemon", "--no-watch", "jobs"], in: folder, environment: environment.merging(["WATCHDOG_USEC": "100000"]) { $1 }
    )
    #expect(words(manager.messages(until: "READY=1")) == ["READY=1"])
    #expect(folder.wait(for: "ran"))
    for _ in 0..<3 { #expect(manager.messages(until: "WATCHDOG=1") != nil) }
    daemon.signal(SIGTERM)
    #expect(words(manager.messages(until: "STOPPING=1")) == ["STOPPING=1"])
    for _ in 0..<3 { #expect(manager.next() == ["WATCHDOG=1"]) }
    folder.write("", to: "go")
    #expect(daemon.wait().status == 0)
  }

  @Test("one that does not come up is not ready, and a watchdog of another process is not answered")
  func notReady() {
    write("while [ ! -e go ]; do sleep 0.02; done")
    let other = ["WATCHDOG_USEC": "100000", "WATCHDOG_PID": "1"]
    let daemon = run.start(
      ["daemon", "--no-watch", "jobs"], in: folder, environment: environment.merging(other) { $1 })
    #expect(manager.next()?.first == "READY=1")
    #expect(run.run(["daemon", "jobs"], in: folder, environment: environment).status == 3)
    daemon.signal(SIGTERM)
    #expect(manager.next() == ["STOPPING=1"])
    folder.write("", to: "go")
    #expect(daemon.wait().status == 0)
    #expect(manager.isEmpty)
  }

  @Test("jobs know nothing of the service manager, so that none speaks for the daemon")
  func jobs() throws {
    write("env > variables.new; mv variables.new variables")
    let daemon = run.start(
      ["daemon", "--no-watch", "jobs"], in: folder,
      environment: environment.merging(["WATCHDOG_USEC": "60000000", "LISTEN_FDS": "0"]) { $1 })
    #expect(folder.wait(for: "variables"))
    let variables = try #require(folder.text(of: "variables"))
    #expect(variables.contains("JOBS_EXECUTION="))
    for name in ["NOTIFY_SOCKET", "WATCHDOG_USEC", "LISTEN_FDS"] { #expect(!variables.contains(name)) }
    daemon.signal(SIGTERM)
    #expect(daemon.wait().status == 0)
  }
}
