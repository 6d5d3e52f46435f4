import JobsCron
import Synchronization
import Testing

@Suite struct ZoneDatabaseTests {
  static let list = """
    # version 2025b
    Z Europe/Berlin 0:53:28 - LMT 1893 Ap
    Z Europe/Bern 1 - X
    Z America/New_York -4:56:2 - LMT
    R x 1 2
    L Europe/Berlin Europe/Busingen
    L America/New_York US/Eastern
    """

  /// A disk made of a few files, which counts what is read.
  final class Disk: Sendable {
    let contents: [String: ZoneFiles.Content]
    let links: [String: String]
    let reads = Mutex<[String]>([])

    init(_ contents: [String: ZoneFiles.Content] = [:], links: [String: String] = [:]) {
      self.contents = contents
      self.links = links
    }

    var files: ZoneFiles {
      ZoneFiles(
        read: { path in
          self.reads.withLock { $0.append(path) }
          return self.contents[path] ?? .absent
        }, link: { self.links[$0] })
    }

    var database: ZoneDatabase { ZoneDatabase(folder: "/zi", files: files) }
  }

  static func disk(
    _ more: [String: ZoneFiles.Content] = [:], links: [String: String] = [:], without: Set<String> = []
  ) -> Disk {
    var contents: [String: ZoneFiles.Content] = [
      "/zi/Europe/Berlin": .bytes(Fixture.bytes("zoneinfo/Europe/Berlin")),
      "/zi/America/New_York": .bytes(Fixture.bytes("zoneinfo/America/New_York")),
      "/zi/UTC": .bytes(Fixture.bytes("zoneinfo/UTC")),
      "/zi/tzdata.zi": .bytes(Array(list.utf8)),
    ]
    for name in without { contents[name] = nil }
    return Disk(contents.merging(more) { $1 }, links: links)
  }

  @Test("a zone is read once and kept")
  func cache() throws {
    let disk = Self.disk()
    let database = disk.database
    #expect(try database.zone(named: "Europe/Berlin").name == "Europe/Berlin")
    #expect(try database.zone(named: "Europe/Berlin").utcOffset(at: 0) == 3600)
    #expect(disk.reads.withLock { $0 } == ["/zi/Europe/Berlin"])
  }

  @Test("UTC needs no file")
  func utc() throws {
    let disk = Disk()
    #expect(try disk.database.zone(named: "UTC").utcOffset(at: 0) == 0)
    #expect(try disk.database.zone(named: "Etc/UTC").name == "Etc/UTC")
    #expect(disk.reads.withLock { $0 }.isEmpty)
  }

  @Test(
    "an unknown zone is answered with near names",
    arguments: [
      ("europe/berlin", ["Europe/Berlin", "Europe/Bern"]), ("Europe/Berln", ["Europe/Berlin", "Europe/Bern"]),
      ("Berlin", ["Europe/Berlin"]), ("America/New York", ["America/New_York"]), ("Mars/Olympus", []),
      ("Amerika/New_York", ["America/New_York"]), ("", []), ("US/Berlim", ["Europe/Berlin"]),
    ])
  func unknown(name: String, near: [String]) throws {
    let error = try #require(throws: ZoneError.self) { try Self.disk().database.zone(named: name) }
    #expect(error.code == .unknown)
    #expect(error.message == "unknown zone '\(name)'")
    #expect(error.near == near)
    if let first = near.first { #expect(error.description.contains("did you mean '\(first)'")) }
  }

  @Test(
    "a name that leads out of the folder is unknown and never opened",
    arguments: [
      "../etc/passwd", "/etc/passwd", "Europe/../UTC", "Europe//Berlin", "Europe/", "/Europe/Berlin", "./UTC",
      "Europe/Ber\0lin", "Europe\\Berlin", "-x", "posixrules.", String(repeating: "a", count: 300),
    ])
  func escapes(name: String) throws {
    let disk = Self.disk()
    let error = try #require(throws: ZoneError.self) { try disk.database.zone(named: name) }
    #expect(error.code == .unknown)
    #expect(disk.reads.withLock { $0 }.allSatisfy { $0 == "/zi/tzdata.zi" })
  }

  @Test("a missing database is a broken world, not an unknown zone")
  func missing() throws {
    let error = try #require(throws: ZoneError.self) { try Disk().database.zone(named: "Europe/Berlin") }
    #expect(error.code == .databaseMissing)
    #expect(error.message == "cannot read zone 'Europe/Berlin': there is no zone database in '/zi'")
    #expect(error.hint?.contains("tzdata") == true)
  }

  @Test("an old name without its file names the package")
  func legacy() throws {
    let error = try #require(throws: ZoneError.self) { try Self.disk().database.zone(named: "US/Eastern") }
    #expect(error.code == .unknown)
    #expect(error.hint?.contains("tzdata-legacy") == true)
  }

  @Test("unreadable and broken files, and files that are no zones")
  func broken() throws {
    let disk = Self.disk([
      "/zi/Europe/Locked": .failed("permission denied"), "/zi/Europe/Broken": .bytes(Array("TZif2".utf8)),
      "/zi/zone.tab": .bytes(Array("# list".utf8)),
    ])
    func code(_ name: String) throws -> ZoneError {
      try #require(throws: ZoneError.self) { try disk.database.zone(named: name) }
    }
    #expect(try code("Europe/Locked").code == .unreadable)
    #expect(try code("Europe/Locked").message.contains("permission denied"))
    #expect(try code("Europe/Broken").code == .malformed)
    #expect(try code("Europe/Broken").message.contains("'Europe/Broken'"))
    #expect(try code("zone.tab").code == .unknown)
  }

  @Test("names come from tzdata.zi, else from the tables")
  func names() {
    #expect(
      Self.disk().database.names == [
        "America/New_York", "Europe/Berlin", "Europe/Bern", "Europe/Busingen", "US/Eastern",
      ])
    let table = Array("# comment\nDE\t+5230+01322\tEurope/Berlin\tmost\nAT\t+4813+01620\tEurope/Vienna\n".utf8)
    for name in ["zone1970.tab", "zone.tab"] {
      let disk = Self.disk(["/zi/\(name)": .bytes(table)], without: ["/zi/tzdata.zi"])
      #expect(disk.database.names == ["Europe/Berlin", "Europe/Vienna"])
    }
    #expect(Disk().database.names.isEmpty)
  }

  @Test("the host's zone comes from TZ, the link, the file, the clock's own data, or is UTC")
  func host() throws {
    let berlin = ZoneFiles.Content.bytes(Fixture.bytes("zoneinfo/Europe/Berlin"))
    func name(_ disk: Disk, _ variable: String?) throws -> String {
      try disk.database.hostZone(environment: variable).name
    }
    #expect(try name(Self.disk(), "Europe/Berlin") == "Europe/Berlin")
    #expect(try name(Self.disk(), ":Europe/Berlin") == "Europe/Berlin")
    #expect(try name(Self.disk(), "/zi/Europe/Berlin") == "Europe/Berlin")
    #expect(try name(Self.disk(), "") == "UTC")
    #expect(try name(Self.disk(), "CET-1CEST,M3.5.0,M10.5.0/3") == "CET-1CEST,M3.5.0,M10.5.0/3")
    let link = ["/etc/localtime": "../usr/share/zoneinfo/America/New_York"]
    #expect(try name(Self.disk(links: link), nil) == "America/New_York")
    #expect(try name(Self.disk(["/etc/timezone": .bytes(Array("Europe/Berlin\n".utf8))]), nil) == "Europe/Berlin")
    #expect(try name(Self.disk(["/etc/localtime": berlin]), nil) == "localtime")
    #expect(try name(Self.disk(links: ["/etc/localtime": "/mnt/clock"]), nil) == "UTC")
    #expect(throws: ZoneError.self) { try name(Self.disk(), "Mars/Olympus") }
    #expect(throws: ZoneError.self) { try name(Self.disk(), "/etc/passwd") }
  }

  @Test("the disk is read, and what is no file is absent or refused")
  func disk() throws {
    let files = ZoneFiles.disk
    #expect(files.read("/does/not/exist") == .absent)
    #expect(files.read(Fixture.folder) == .absent)
    #expect(files.read("/dev/null") == .failed("it is no regular file"))
    #expect(files.read(Fixture.folder + "/zoneinfo/UTC") == .bytes(Fixture.bytes("zoneinfo/UTC")))
    #expect(files.link(Fixture.folder) == nil)
    #expect(try Fixture.zones.zone(named: "Europe/Berlin").utcOffset(at: 0) == 3600)
    _ = try? ZoneDatabase.systemHostZone()
    #expect(!ZoneDatabase.system.folder.isEmpty)
  }

  @Test("many threads may ask at once")
  func threads() async {
    let database = Self.disk().database
    await withTaskGroup(of: Int64?.self) { group in
      for index in 0..<100 {
        group.addTask {
          try? database.zone(named: index % 2 == 0 ? "Europe/Berlin" : "America/New_York").utcOffset(at: 0)
        }
      }
      for await offset in group { #expect(offset == 3600 || offset == -18000) }
    }
  }
}
