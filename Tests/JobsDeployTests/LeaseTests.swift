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

  // MARK: A folder that hosts share, whose locks each host has for itself

  private static let file = "leases/host.crontab%2Fweb-1%2Fa"

  /// Writes a lease as another host has it, whose clock is wrong, and which was renewed so many seconds ago.
  private func writeForeign(secondsAgo: Int) {
    folder.write(
      #"{"type":"lease","v":1,"place":"host.crontab/web-1/a","run":"far","user":"eve","host":"db-9","pid":1,"#
        + #""since":"2099-01-01T00:00:00Z"}"# + "\n", to: Self.file)
    var times = [timespec(), timespec()]
    clock_gettime(CLOCK_REALTIME, &times[0])
    times[0].tv_sec -= secondsAgo
    times[1] = times[0]
    utimensat(AT_FDCWD, folder.file(Self.file), times, 0)
  }

  @Test func `a lease of another host holds as long as it is renewed, whatever the clocks say`() throws {
    writeForeign(secondsAgo: 5)
    let failure = #expect(throws: Failure.self) { try take(["a"]) }
    #expect(failure?.message.contains("is being changed by eve on 'db-9', process 1, since 2099-") == true)
    #expect(try Lease.held(in: state, host: "web-1").map(\.run) == ["far"])
    // On its own host the lock alone counts.
    #expect(try Lease.held(in: state, host: "db-9").isEmpty)
    writeForeign(secondsAgo: 3600)
    #expect(try Lease.held(in: state, host: "web-1").isEmpty)
    let lease = try take(["a"])
    #expect(lease.isHeld && folder.names(in: "leases").count == 1)
  }

  @Test func `who was silent too long, and lost a lease to another host, sees that and leaves it alone`() throws {
    let lease = try take(["a"])
    writeForeign(secondsAgo: 0)
    #expect(!lease.isHeld)
    lease.release()
    #expect(folder.text(of: Self.file)?.contains("db-9") == true)
    #expect(throws: Failure.self) { try take(["a"]) }
  }

  @Test func `a lease that was let go is free at once, from everywhere, and one that is renewed is young`() throws {
    let lease = try take(["a"])
    var times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)]
    utimensat(AT_FDCWD, folder.file(Self.file), &times, 0)
    lease.renew()
    var status = stat()
    #expect(stat(folder.file(Self.file), &status) == 0 && status.st_mtim.tv_sec > 1)
    lease.release()
    #expect(folder.text(of: Self.file) == "")
    let other = Lease.Owner(place: "", run: "s", user: "bob", host: "db-9", pid: 1, since: Instant(seconds: 0))
    #expect(try Lease.take([Self.place("a")], in: state, for: other, waiting: .zero) { _ in }.isHeld)
  }

  @Test func `a lease goes on in another run, by which it is known then`() throws {
    let lease = try take(["a", "b"])
    try lease.goOn(as: "next")
    #expect(try Lease.held(in: state, host: "web-1").map(\.run) == ["next", "next"] && lease.isHeld)
  }

  @Test func `a lease of a process that died is free`() throws {
    folder.write(#"{"type":"lease","v":1,"place":"host.crontab/web-1/a"}"#, to: "leases/host.crontab%2Fweb-1%2Fa")
    #expect(try Lease.held(in: state).isEmpty)
    #expect(try take(["a"]).isHeld)
  }
}
