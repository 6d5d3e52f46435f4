import CLibSQLite
import Glibc
package import JobsCore

/// One connection to an SQLite file, for one thread at a time.
///
/// Writers open it in WAL mode with `synchronous = FULL`, so a committed transaction survives a loss of power, and
/// readers in other processes see the last commit without waiting.
package final class Database {
  package enum Access: Sendable {
    /// Creates the file (mode 0600) where it is missing.
    case readWrite
    /// The file must exist. The folder must still be writable, since WAL readers share an index file.
    case readOnly
  }

  package let path: String
  let handle: OpaquePointer
  /// Milliseconds for which a file that somebody else has locked is waited for.
  let busyTimeout: Int32
  /// Whether anything that was read or written since the start was damaged, or no database at all.
  private(set) var isDamaged = false
  private(set) var isClosed = false

  /// - Parameter busyTimeout: milliseconds for which a locked file is waited for.
  package init(path: String, access: Access, busyTimeout: Int32 = 30_000) throws(Failure) {
    self.path = path
    self.busyTimeout = busyTimeout
    if access == .readWrite { try Self.createFile(path) }
    let flags = access == .readWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY
    var opened: OpaquePointer?
    // The thread-safe default is kept off: a connection never leaves its thread.
    let code = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened else {
      let systemCode = opened.map { sqlite3_system_errno($0) } ?? 0
      sqlite3_close_v2(opened)
      throw DatabaseFault(code: code, systemCode: systemCode, words: nil).failure(path: path, doing: "open")
    }
    handle = opened
    sqlite3_busy_timeout(handle, busyTimeout)
    try execute("PRAGMA foreign_keys = ON")
    if access == .readWrite {
      try switchToWAL(within: busyTimeout)
      try execute("PRAGMA synchronous = FULL")
    }
  }

  deinit { release() }

  /// Lets go of the file, before another one takes its name; nothing can be asked any more.
  ///
  /// Every statement has to be gone first: the file is let go of with the last one.
  func release() {
    if !isClosed { sqlite3_close_v2(handle) }
    isClosed = true
  }

  /// Runs statements that return no rows.
  package func execute(_ sql: String) throws(Failure) {
    try checkOpen()
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw fault(code).failure(path: path, doing: "change") }
  }

  /// Compiles one statement; the caller keeps it for as long as it is useful.
  package func prepare(_ sql: String) throws(Failure) -> Statement {
    try checkOpen()
    var compiled: OpaquePointer?
    let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &compiled, nil)
    guard code == SQLITE_OK, let compiled else { throw fault(code).failure(path: path, doing: "read") }
    return Statement(database: self, compiled: compiled)
  }

  /// Runs `body` as one transaction that takes the write lock at once; rolled back if it throws.
  package func transaction<Result>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    try execute("BEGIN IMMEDIATE")
    return try complete(body)
  }

  /// As `transaction`, for what may wait, and may be lost with the power: nobody is waited for, another process no more
  /// than the disk.
  ///
  /// - Returns: nil if another process is writing, and nothing was done.
  package func passingTransaction<Result>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result? {
    try checkOpen()
    sqlite3_busy_timeout(handle, 0)
    defer { sqlite3_busy_timeout(handle, busyTimeout) }
    try execute("PRAGMA synchronous = NORMAL")
    defer { sqlite3_exec(handle, "PRAGMA synchronous = FULL", nil, nil, nil) }
    let code = sqlite3_exec(handle, "BEGIN IMMEDIATE", nil, nil, nil)
    if code & 0xFF == SQLITE_BUSY { return nil }
    guard code == SQLITE_OK else { throw fault(code).failure(path: path, doing: "change") }
    return try complete(body)
  }

  private func checkOpen() throws(Failure) {
    if isClosed { throw .world("the store '\(path)' was let go of") }
  }

  private func complete<Result>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // A full disk may have rolled back already; then there is nothing left to undo.
      if sqlite3_get_autocommit(handle) == 0 { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
      throw error
    }
  }

  /// The first column of the first row; 0 if there is none.
  package func integer(_ sql: String) throws(Failure) -> Int64 {
    let statement = try prepare(sql)
    return try statement.step() ? statement.integer(0) ?? 0 : 0
  }

  /// Rows changed by the last statement.
  package var changes: Int { Int(sqlite3_changes64(handle)) }

  func fault(_ code: Int32) -> DatabaseFault {
    if [SQLITE_CORRUPT, SQLITE_NOTADB].contains(code & 0xFF) { isDamaged = true }
    return DatabaseFault(
      code: code, systemCode: sqlite3_system_errno(handle), words: String(cString: sqlite3_errmsg(handle)))
  }

  /// SQLite would create the file by the umask; ours is for its owner alone, and `-wal` and `-shm` follow it.
  private static func createFile(_ path: String) throws(Failure) {
    let fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard fd >= 0 else {
      throw DatabaseFault(code: SQLITE_CANTOPEN, systemCode: errno, words: nil).failure(path: path, doing: "open")
    }
    close(fd)
  }

  /// Two processes that open a new file together may lock each other out here, where the busy timeout does not apply.
  private func switchToWAL(within milliseconds: Int32) throws(Failure) {
    var waited: Int32 = 0
    while true {
      var statement: OpaquePointer?
      var code = sqlite3_prepare_v2(handle, "PRAGMA journal_mode = WAL", -1, &statement, nil)
      if code == SQLITE_OK { code = sqlite3_step(statement) }
      let mode = code == SQLITE_ROW ? sqlite3_column_text(statement, 0).map { String(cString: $0) } : nil
      sqlite3_finalize(statement)
      if mode == "wal" { return }
      guard code & 0xFF == SQLITE_BUSY, waited < milliseconds else {
        guard let mode else { throw fault(code).failure(path: path, doing: "open") }
        throw .world(
          "cannot keep '\(path)' in WAL mode: its file system only allows '\(mode)'",
          hint: "keep the state on a local file system, with '--state DIR'")
      }
      usleep(5000)
      waited += 5
    }
  }
}
