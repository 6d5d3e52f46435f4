import Glibc
import JobsCore
import JobsDeploy
import JobsStore
import TestSupport
import Testing

@Suite struct LeaseTests {
  private let folder = ToolFolder()
  private var state: StateDirectory { StateDirectory(path: folder.path) }

  private static func place(_ key: String, identity: String = "ann") -> Place {
    Place(kind: "host.crontab", identity: identity, account: "web-1", key: key, name: "'\(key)'")
  }

  private func take(_ keys: [String], run: String = "r", identity: String = "ann") throws(Failure) -> Lease {
    let owner = Lease.Owner(
      place: "", run: run, user: identity, host: "web-1", pid: 42, since: Instant(seconds: 1_795_000_000))
    return try Lease.take(
      keys.map { Self.place($0, identity: identity) }, in: state, for: owner, waiting: .zero
    ) { _ in }
  }

  @Test func `a place is changed by one run at a time, and the other hears by whom`() throws {
    let lease = try take(["a", "b"])
    #expect(lease.isHeld)
    let failure = #expect(throws: Failure.self) { try take(["c", "b"], run: "s", identity: "bob") }
    #expect(
      failure?.message
        == "'host.crontab/web-1/b' is being changed by ann on 'web-1', process 42, since 2026-11-18T11:06:40Z, "
        + "and nothing was changed")
    #expect(failure?.kind == .world)
    #expect(try Lease.held(in: state).map(\.place) == ["host.crontab/web-1/a", "host.crontab/web-1/b"])
    // What the other had taken already is free again.
    try take(["c"]).release()
    lease.release()
    #expect(try Lease.held(in: state).isEmpty)
    try take(["b"]).release()
  }

  @Test func `a lease that was taken away is not held any more, and another may have it`() throws {
    let lease = try take(["a"])
    let owner = try #require(try Lease.held(in: state).first)
    try Lease.seize(owner, in: state)
    #expect(!lease.isHeld)
    let other = try take(["a"], run: "s")
    #expect(other.isHeld && !lease.isHeld)
    #expect(try Lease.held(in: state).map(\.run) == ["s"])
    lease.release()
    #expect(other.isHeld)
    #expect(throws: Failure.self) { try take(["a"]) }
  }

  @Test func `a lease of a process that died is free`() throws {
    folder.write(#"{"type":"lease","v":1,"place":"host.crontab/web-1/a"}"#, to: "leases/host.crontab%2Fweb-1%2Fa")
    #expect(try Lease.held(in: state).isEmpty)
    #expect(try take(["a"]).isHeld)
  }
}
