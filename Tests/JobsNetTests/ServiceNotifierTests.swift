import Glibc
import JobsCore
import JobsExec
import JobsNet
import TestSupport
import Testing

@Suite struct ServiceNotifierTests {
  private let folder = TemporaryFolder()

  private func notifier(_ path: String) -> ServiceNotifier { ServiceNotifier(environment: ["NOTIFY_SOCKET": path]) }

  @Test func `each message is one datagram of assignments, at a path and in the abstract namespace`() throws {
    for path in [folder.file("notify"), "@jobs-test-\(getpid())-\(UInt32.random(in: 0 ... .max))"] {
      let manager = DatagramReceiver(path)
      let notifier = notifier(path)
      #expect(notifier.isActive)
      try notifier.ready()
      #expect(manager.next() == ["READY=1"])
      try notifier.ready(status: "12 jobs")
      #expect(manager.next() == ["READY=1", "STATUS=12 jobs"])
      try notifier.stopping(status: "waiting for 2 runs")
      #expect(manager.next() == ["STOPPING=1", "STATUS=waiting for 2 runs"])
      try notifier.status("idle")
      #expect(manager.next() == ["STATUS=idle"])
      try notifier.watchdog()
      #expect(manager.next() == ["WATCHDOG=1"])
      #expect(manager.isEmpty)
    }
  }

  @Test func `a reload bears the monotonic time at which it began, in microseconds`() throws {
    let manager = DatagramReceiver(folder.file("notify"))
    let before = monotonicNow() / 1000
    try notifier(manager.path).reloading(status: "reading")
    let after = monotonicNow() / 1000
    let lines = try #require(manager.next())
    #expect(lines.count == 3 && lines.first == "RELOADING=1" && lines.last == "STATUS=reading")
    let stamp = try #require(lines.first { $0.hasPrefix("MONOTONIC_USEC=") }?.dropFirst(15))
    #expect((before...after).contains(try #require(Int64(stamp))))
  }

  @Test func `without a service manager nothing is sent and nothing fails`() throws {
    for environment in [[:], ["NOTIFY_SOCKET": ""]] {
      let notifier = ServiceNotifier(environment: environment)
      #expect(!notifier.isActive && notifier.watchdogInterval == nil)
      try notifier.ready()
      try notifier.reloading()
      try notifier.watchdog()
    }
  }

  @Test func `a status stays one short line, whatever it says`() throws {
    let manager = DatagramReceiver(folder.file("notify"))
    try notifier(manager.path).status("one\nREADY=1\n" + String(repeating: "ü", count: 5000))
    let lines = try #require(manager.next())
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("STATUS=one\\nREADY=1\\nüü") == true && (lines.first?.utf8.count ?? 0) < 4096)
  }

  @Test(arguments: ["nobody", "too-long", "vsock:2:1234", "relative", "@"])
  func `a socket that cannot be reached is a failure that names it`(kind: String) throws {
    let path =
      switch kind {
      case "nobody": folder.file("nobody")
      case "too-long": folder.file(String(repeating: "x", count: 120))
      default: kind
      }
    let failure = #expect(throws: Failure.self) { try notifier(path).ready() }
    #expect(failure?.message.hasPrefix("cannot tell the service manager at '\(path)': ") == true)
  }

  @Test(
    arguments: [
      (["WATCHDOG_USEC": "30000000"], .seconds(15)),
      (["WATCHDOG_USEC": "3", "WATCHDOG_PID": "42"], .microseconds(1)),
      (["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "43"], nil),
      (["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "x"], nil),
      (["WATCHDOG_USEC": "0"], nil), (["WATCHDOG_USEC": "-5"], nil), (["WATCHDOG_USEC": "5s"], nil),
      (["WATCHDOG_USEC": "18446744073709551615"], nil), (["WATCHDOG_PID": "42"], nil),
    ] as [([String: String], Duration?)])
  func `the watchdog is told of every half of its time, if it waits for this process`(
    environment: [String: String], interval: Duration?
  ) {
    #expect(ServiceNotifier(environment: environment, pid: 42).watchdogInterval == interval)
  }

  @Test(.enabled(if: access("/usr/bin/systemd-notify", X_OK) == 0, "'systemd-notify' is not installed"))
  func `systemd's own program says the same`() throws {
    let manager = DatagramReceiver("@jobs-test-\(getpid())-\(UInt32.random(in: 0 ... .max))")
    let program = try ChildProgram(
      ["/usr/bin/systemd-notify", "--pid=\(getpid())", "--ready", "--status=12 jobs"],
      environment: ["NOTIFY_SOCKET=\(manager.path)"])
    let theirs = try #require(manager.next())
    // It waits until its barrier was taken.
    #expect(program.wait { if !manager.isEmpty { _ = manager.next() } } == 0)
    while !manager.isEmpty { _ = manager.next() }
    try notifier(manager.path).ready(status: "12 jobs")
    #expect(try #require(manager.next()).sorted() == theirs.filter { !$0.hasPrefix("MAINPID=") }.sorted())
  }
}
