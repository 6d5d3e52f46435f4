import JobsCron
import Synchronization
import TestSupport
import Testing

/// Zones that are read again.
@Suite struct ZoneDatabaseAgainTests {
  /// A disk whose files and links a test changes.
  final class Disk: Sendable {
    let contents = Mutex<[String: ZoneFiles.Content]>([:])
    let links = Mutex<[String: String]>([:])

    func write(_ offset: Int32, to name: String) { write(.bytes(ZoneFile.bytes(offset: offset)), to: name) }

    func write(_ content: ZoneFiles.Content, to name: String) { contents.withLock { $0["/zi/\(name)"] = content } }

    func link(_ path: String, to target: String) { links.withLock { $0[path] = target } }

    var database: ZoneDatabase {
      ZoneDatabase(
        folder: "/zi",
        files: ZoneFiles(
          read: { path in self.contents.withLock { $0[path] ?? .absent } },
          link: { path in self.links.withLock { $0[path] } }))
    }
  }

  private let disk = Disk()
  private let change: Int64 = 1_800_000_000

  private func again(_ database: ZoneDatabase) -> ZoneChanges {
    database.readAgain(from: change, correction: 3 * 3600)
  }

  @Test func `a zone with other rules counts by the old ones up to the change`() throws {
    disk.write(3600, to: "A/B")
    disk.write(0, to: "C")
    let database = disk.database
    #expect(try database.zone(named: "A/B").utcOffset(at: change) == 3600)
    _ = try database.zone(named: "C")
    #expect(again(database).isEmpty)
    disk.write(7200, to: "A/B")
    let changes = again(database)
    #expect(changes.changed == ["A/B"] && changes.host == nil && changes.lost.isEmpty && changes.found.isEmpty)
    let zone = try database.zone(named: "A/B")
    #expect([change - 1, change].map(zone.utcOffset) == [3600, 7200])
    #expect(again(database).isEmpty)
    // A second change keeps the first.
    disk.write(3600, to: "A/B")
    #expect(database.readAgain(from: change + 100, correction: 3 * 3600).changed == ["A/B"])
    let twice = try database.zone(named: "A/B")
    #expect([change - 1, change, change + 99, change + 100].map(twice.utcOffset) == [3600, 7200, 7200, 3600])
  }

  @Test func `a clock that was hours off is corrected for all time`() throws {
    disk.write(3600, to: "A")
    let database = disk.database
    _ = try database.zone(named: "A")
    disk.write(5 * 3600, to: "A")
    #expect(again(database).changed == ["A"])
    #expect(try database.zone(named: "A").utcOffset(at: 0) == 5 * 3600)
  }

  @Test(
    "A zone that cannot be read stays as it was, is told once, and counts again when it is whole",
    arguments: [
      ZoneFiles.Content.absent, .failed("permission denied"), .bytes([]),
      .bytes(Array(ZoneFile.bytes(offset: 7200).dropLast(3))), .bytes(Array(ZoneFile.bytes(offset: 7200).prefix(60))),
      .bytes(Array("no zone".utf8)),
    ])
  func lost(content: ZoneFiles.Content) throws {
    disk.write(0, to: "UTC")
    disk.write(3600, to: "A")
    let database = disk.database
    _ = try database.zone(named: "A")
    disk.write(content, to: "A")
    let changes = again(database)
    #expect(changes.isEmpty && changes.lost.map(\.name) == ["A"])
    #expect(try database.zone(named: "A").utcOffset(at: change) == 3600)
    let more = again(database)
    #expect(more.isEmpty && more.lost.isEmpty && more.found.isEmpty)
    disk.write(7200, to: "A")
    let mended = again(database)
    #expect(mended.changed == ["A"] && mended.found == ["A"] && mended.lost.isEmpty)
    #expect(try database.zone(named: "A").utcOffset(at: change) == 7200)
  }

  @Test func `the host's clock follows another zone from the change on`() throws {
    disk.write(3600, to: "A")
    disk.write(7200, to: "B")
    disk.link("/etc/localtime", to: "/zi/A")
    let database = disk.database
    #expect(try database.hostZone(environment: nil).name == "A")
    #expect(again(database).isEmpty)
    disk.link("/etc/localtime", to: "/zi/B")
    #expect(try database.hostZone(environment: nil).name == "A")
    let changes = again(database)
    #expect(changes.host == "B" && changes.changed.isEmpty)
    let host = try database.hostZone(environment: nil)
    #expect(host.name == "B" && [change - 1, change].map(host.utcOffset) == [3600, 7200])
    // The rules of the zone itself are as they always were.
    #expect(try database.zone(named: "B").utcOffset(at: change - 1) == 7200)
    disk.write(3600, to: "B")
    let more = again(database)
    #expect(more.changed == ["B"] && more.host == nil)
    #expect(try database.hostZone(environment: nil).utcOffset(at: change) == 3600)
  }

  @Test func `a variable that names the host's zone is not mixed up with the clock's`() throws {
    disk.write(3600, to: "A")
    disk.write(7200, to: "B")
    disk.link("/etc/localtime", to: "/zi/A")
    let database = disk.database
    #expect(try database.hostZone(environment: "B").name == "B")
    #expect(try database.hostZone(environment: nil).name == "A")
    #expect(try database.hostZone(environment: "").name == "UTC")
  }

  @Test func `the folders are those where files and links can be replaced`() throws {
    disk.write(0, to: "A/B")
    disk.write(0, to: "C")
    let database = disk.database
    #expect(database.folders.isEmpty)
    _ = try database.zone(named: "C")
    #expect(database.folders == ["/", "/zi"])
    disk.link("/zi", to: "store/zi-2026b")
    disk.link("/zi/A/B", to: "../D/E")
    _ = try database.zone(named: "A/B")
    #expect(database.folders == ["/", "//store", "/zi", "/zi/A", "/zi/A/../D"])
    disk.link("/etc/localtime", to: "../zi/C")
    _ = try database.hostZone(environment: nil)
    #expect(database.folders.isSuperset(of: ["/etc", "/etc/../zi"]))
  }

  @Test func `links in a circle end`() throws {
    disk.write(0, to: "A")
    let database = disk.database
    _ = try database.zone(named: "A")
    disk.link("/zi/A", to: "A")
    #expect(database.folders == ["/", "/zi"])
  }
}
