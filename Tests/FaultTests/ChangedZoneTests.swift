import Glibc
import JobsCore
import JobsStore
import TestSupport
import Testing

/// The files of time zones change while the daemon runs.
@Suite struct ChangedZoneTests {
  private let host = FaultHost()

  private var environment: [String: String] { ["TZDIR": host.folder.file("zoneinfo")] }

  /// Replaces the zone's file at once, as package managers do.
  private func setZone(_ offset: Int32) {
    host.folder.write("", to: "zoneinfo/Test/new")
    ToolFolder.write(ZoneFile.bytes(offset: offset), to: host.folder.file("zoneinfo/Test/new"))
    rename(host.folder.file("zoneinfo/Test/new"), host.folder.file("zoneinfo/Test/Zone"))
  }

  /// Six fields for a time on the clock of a zone.
  private func cron(_ epoch: Int64, offset: Int32) -> String {
    let second = (epoch + Int64(offset)) % 86400
    return "\(second % 60) \(second / 60 % 60) \(second / 3600) * * *"
  }

  private func tells(_ words: String) -> Bool { host.count("info zones \(words)") == 1 }

  private func runs(of job: String) -> Int { host.ledger.lines.count { $0.job == FaultHost.id(job) } }

  /// A clock set forward brings a fixed time of later; one set back shows again what it has shown before.
  @Test("New rules count at once, and nothing is lost or due twice", arguments: [2 * 3600, -2 * 3600] as [Int32])
  func replaced(offset: Int32) async throws {
    setZone(0)
    let due = FaultHost.now + 12
    host.write([
      host.job("each", zone: "Test/Zone", script: Ledger.exitByDueTime),
      host.job("moved", cron: cron(due, offset: offset), zone: "Test/Zone", script: Ledger.exitByDueTime),
    ])
    try await host.start(environment: environment)
    try await host.until("a job runs") { runs(of: "each") > 1 }
    let start = FaultHost.now
    #expect(runs(of: "moved") == 0)
    setZone(offset)
    try await host.until("the change is told") { tells("new rules of 'Test/Zone': 2 jobs follow") }
    try await host.until("its time has passed") { FaultHost.now > due + 2 }
    if offset > 0 { try await host.until("the other job has run") { runs(of: "moved") == 1 } }
    let end = FaultHost.now - 1
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish(environment: environment).status == 0)
    let rows = try host.executions()
    #expect(host.ledger.complaints(about: rows, due: ["each": start...end], exitCode: Ledger.exitCode) == [])
    let moved = rows.filter { $0.job == FaultHost.id("moved") }
    #expect(moved.count == (offset > 0 ? 1 : 0))
    // Had the change been seen late, its clock would have jumped over the time.
    #expect(moved.allSatisfy { ($0.scheduled ?? 0) / 1000 >= due })
  }

  @Test func `a zone that is half written or gone stays as it was, and is named`() async throws {
    setZone(0)
    host.write([host.job("each", zone: "Test/Zone", script: Ledger.exitByDueTime)])
    try await host.start(environment: environment)
    try await host.until("the job runs") { runs(of: "each") > 1 }
    let start = FaultHost.now
    let path = host.folder.file("zoneinfo/Test/Zone")
    ToolFolder.write(Array(ZoneFile.bytes(offset: 7200).dropLast(9)), to: path)
    try await host.until("the broken zone is named") {
      host.count("error zones zone 'Test/Zone' stays as it was: cannot use zone 'Test/Zone'") == 1
    }
    unlink(path)
    let words = "error zones zone 'Test/Zone' stays as it was"
    try await host.until("the missing zone is named") { host.count(words) == 2 }
    let before = runs(of: "each")
    try await host.until("the job goes on") { runs(of: "each") > before + 1 && FaultHost.now > start + 2 }
    setZone(7200)
    try await host.until("the whole zone counts") { tells("new rules of 'Test/Zone': 1 job follows") }
    #expect(tells("zone 'Test/Zone' can be read again"))
    let end = FaultHost.now - 1
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish(environment: environment).status == 0)
    let rows = try host.executions()
    #expect(host.ledger.complaints(about: rows, due: ["each": start...end], exitCode: Ledger.exitCode) == [])
  }

  @Test func `a database that is changed by a link as a whole is followed, also on SIGHUP alone`() async throws {
    for (name, offset) in [("2026a", 0), ("2026b", 7200)] as [(String, Int32)] {
      host.folder.write("", to: "\(name)/Test/Zone")
      ToolFolder.write(ZoneFile.bytes(offset: offset), to: host.folder.file("\(name)/Test/Zone"))
    }
    symlink("2026a", host.folder.file("zoneinfo"))
    host.write([host.job("each", zone: "Test/Zone")])
    for arguments in [[], ["--no-watch"]] {
      let (isWatched, name) = arguments.isEmpty ? (true, "2026b") : (false, "2026a")
      try await host.start(arguments, environment: environment)
      let before = host.count("info zones new rules")
      symlink(name, host.folder.file("next"))
      rename(host.folder.file("next"), host.folder.file("zoneinfo"))
      if !isWatched { host.daemon?.signal(SIGHUP) }
      try await host.until("the change is told") { host.count("info zones new rules") > before }
      #expect(try await host.stop().status == 0)
    }
    #expect(try host.ledger.complaints(about: host.executions()) == [])
  }
}
