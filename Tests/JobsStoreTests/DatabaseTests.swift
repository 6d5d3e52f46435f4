import Glibc
import JobsCore
import TestSupport
import Testing

@testable import JobsStore

@Suite("Database")
struct DatabaseTests {
  let folder = TemporaryFolder()
  private var path: String { folder.file("x.sqlite") }

  private func open(_ access: Database.Access = .readWrite, busy: Int32 = 30_000) throws -> Database {
    try Database(path: path, access: access, busyTimeout: busy)
  }

  @Test("values of every type come back as they went in")
  func values() throws {
    let database = try open()
    try database.execute("CREATE TABLE t (a, b, c, d, e)")
    let values: [SQLValue] = [.integer(Int64.min), .real(1.5), .text("grüß\0🚀"), .text(""), .null]
    try database.prepare("INSERT INTO t VALUES (?, ?, ?, ?, ?)").run(values)
    let row = try database.prepare("SELECT a, b, c, d, e, typeof(d), typeof(b) FROM t")
    #expect(try row.step())
    #expect(row.integer(0) == .min)
    #expect(row.text(1) == "1.5")
    #expect(row.text(2) == "grüß\0🚀")
    #expect(row.text(3) == "")
    #expect(row.text(4) == nil)
    #expect(row.integer(4) == nil)
    #expect(row.text(5) == "text")
    #expect(row.text(6) == "real")
    #expect(try !row.step())
  }

  @Test("optional values are NULL when there are none")
  func optionals() {
    #expect(SQLValue.integer(nil as Int64?) == .null)
    #expect(SQLValue.integer(5 as Int32?) == .integer(5))
    #expect(SQLValue.text(nil) == .null)
  }

  @Test("parameters that are left out are NULL, also when a statement runs again")
  func rebinding() throws {
    let database = try open()
    let statement = try database.prepare("SELECT ?, ?")
    #expect(try statement.rows([.integer(1), .integer(2)]) { [$0.integer(0), $0.integer(1)] } == [[1, 2]])
    #expect(try statement.rows([.integer(3)]) { [$0.integer(0), $0.integer(1)] } == [[3, nil]])
    #expect(throws: Failure.self) { try statement.bind([.null, .null, .null]) }
  }

  @Test("a writer's file is in WAL mode with full synchronisation and foreign keys")
  func modes() throws {
    let database = try open()
    #expect(try database.prepare("PRAGMA journal_mode").rows { $0.text(0) } == ["wal"])
    #expect(try database.integer("PRAGMA synchronous") == 2)
    #expect(try database.integer("PRAGMA foreign_keys") == 1)
    #expect(try database.integer("SELECT 1 WHERE 0") == 0)
  }

  @Test("the file and those beside it are for their owner alone")
  func modeOfFile() throws {
    let database = try open()
    try database.execute("CREATE TABLE t (a)")
    for name in ["x.sqlite", "x.sqlite-wal", "x.sqlite-shm"] {
      var status = stat()
      try #require(stat(folder.file(name), &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600, "\(name)")
    }
  }

  @Test("a transaction that throws leaves nothing behind")
  func rollback() throws {
    let database = try open()
    try database.execute("CREATE TABLE t (a)")
    #expect(throws: Failure.self) {
      try database.transaction { () throws(Failure) in
        try database.execute("INSERT INTO t VALUES (1)")
        try database.execute("INSERT INTO nowhere VALUES (1)")
      }
    }
    #expect(try database.integer("SELECT count(*) FROM t") == 0)
    let result = try database.transaction { () throws(Failure) -> Int in
      try database.execute("INSERT INTO t VALUES (1)")
      return database.changes
    }
    #expect(result == 1)
  }

  @Test("a reader sees what was committed while a writer is at work")
  func concurrentReader() throws {
    let writer = try open()
    try writer.execute("CREATE TABLE t (a); INSERT INTO t VALUES (1)")
    let reader = try open(.readOnly)
    try writer.execute("BEGIN IMMEDIATE; INSERT INTO t VALUES (2)")
    #expect(try reader.integer("SELECT count(*) FROM t") == 1)
    try writer.execute("COMMIT")
    #expect(try reader.integer("SELECT count(*) FROM t") == 2)
    #expect(throws: Failure.self) { try reader.execute("INSERT INTO t VALUES (3)") }
  }

  @Test("a lock that stays is a failure after the busy timeout, with a hint")
  func locked() throws {
    let writer = try open()
    try writer.execute("CREATE TABLE t (a); BEGIN IMMEDIATE")
    let other = try open(busy: 50)
    let failure = #expect(throws: Failure.self) { try other.execute("INSERT INTO t VALUES (1)") }
    #expect(failure?.message == "cannot change the store '\(path)': database is locked")
    #expect(failure?.hint == "another process has locked it; find it with 'fuser \(path)'")
    try writer.execute("COMMIT")
    try other.execute("INSERT INTO t VALUES (1)")
  }

  @Test("a file that is no database is a failure that says what to do")
  func notADatabase() throws {
    folder.write("x.sqlite", String(repeating: "this is no database ", count: 100))
    let failure = #expect(throws: Failure.self) { try open() }
    #expect(failure?.message == "cannot open the store '\(path)': file is not a database")
    #expect(failure?.hint?.contains("move the file") == true)
    #expect(failure?.exitStatus == .world)
  }

  @Test("a missing folder or file is a failure with a hint")
  func missing() throws {
    let failure = #expect(throws: Failure.self) {
      try Database(path: folder.file("none/x.sqlite"), access: .readWrite)
    }
    #expect(failure?.message == "cannot open the store '\(folder.file("none/x.sqlite"))': no such file or directory")
    #expect(failure?.hint != nil)
    let reading = #expect(throws: Failure.self) { try open(.readOnly) }
    #expect(reading?.message == "cannot open the store '\(path)': no such file or directory")
    #expect(reading?.hint?.hasPrefix("nothing has been run") == true)
    #expect(access(path, F_OK) != 0)
  }

  @Test("a symbolic link in the place of the file is not followed")
  func link() throws {
    symlink(folder.file("elsewhere"), path)
    let failure = #expect(throws: Failure.self) { try open() }
    #expect(failure?.hint == "the store must not be a symbolic link")
    #expect(access(folder.file("elsewhere"), F_OK) != 0)
  }

  @Test("a folder that cannot be written to is a failure with a hint")
  func readOnlyFolder() throws {
    guard let mounted = Mounted(on: folder.path, "size=1m") else { return }
    _ = try open()
    try #require(mounted.makeReadOnly())
    let failure = #expect(throws: Failure.self) { try open() }
    #expect(failure?.message == "cannot open the store '\(path)': read-only file system")
    #expect(failure?.hint?.hasPrefix("make the file and its folder writable") == true)
  }

  @Test("a full disk is a failure, and what was committed stays")
  func fullDisk() throws {
    guard let mounted = Mounted(on: folder.path, "size=400k") else { return }
    let database = try open()
    try database.execute("CREATE TABLE t (a)")
    var rows = 0
    let failure = #expect(throws: Failure.self) {
      for _ in 0..<1000 {
        try database.transaction { () throws(Failure) in
          try database.execute("INSERT INTO t VALUES (zeroblob(4000))")
        }
        rows += 1
      }
    }
    #expect(failure?.hint == "free some space; what was committed before is safe")
    #expect(rows > 0)
    #expect(try database.integer("SELECT count(*) FROM t") == rows)
    _ = mounted
  }

  @Test("several that open a new file at once all get it")
  func openedTogether() async throws {
    let path = path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask { _ = try Database(path: path, access: .readWrite, busyTimeout: 10_000) }
      }
      try await group.waitForAll()
    }
  }

  @Test(
    "each fault of SQLite has its words",
    arguments: [
      (11, 0, "free"), (13, 0, "free some space; what was committed before is safe"),
      (10, ENOSPC, "free some space; what was committed before is safe"),
      (8, 0, "make the file and its folder writable, or choose another folder with '--state DIR'"),
      (14, 0, "choose another folder with '--state DIR'"), (1, 0, nil),
    ] as [(Int32, Int32, String?)])
  func faults(code: Int32, systemCode: Int32, hint: String?) {
    let failure = DatabaseFault(code: code, systemCode: systemCode, words: nil).failure(path: "p", doing: "read")
    #expect(failure.message.hasPrefix("cannot read the store 'p': "))
    if code == 11 {
      #expect(failure.hint?.contains(".recover") == true)
    } else {
      #expect(failure.hint == hint)
    }
  }
}

/// A small file system of its own in a folder; nil, and said, where that is not allowed.
final class Mounted {
  private let path: String

  init?(on path: String, _ options: String) {
    self.path = path
    guard geteuid() == 0, mount("tmpfs", path, "tmpfs", 0, options) == 0 else {
      print("SKIPPED: needs root and a tmpfs")
      return nil
    }
  }

  func makeReadOnly() -> Bool {
    mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) == 0
  }

  deinit { umount2(path, Int32(MNT_DETACH)) }
}
