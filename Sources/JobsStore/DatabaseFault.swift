import CLibSQLite
import Glibc
import JobsCore

/// What SQLite reported, on its way to a `Failure`.
struct DatabaseFault: Hashable, Sendable {
  /// An extended result code of SQLite.
  var code: Int32
  /// The `errno` beneath, or 0.
  var systemCode: Int32
  /// SQLite's own words; nil for the standard ones of the code.
  var words: String?

  /// - Parameter verb: what was attempted: `open`, `read`, `change`.
  func failure(path: String, doing verb: String) -> Failure {
    .world("cannot \(verb) the store '\(path)': \(reason)", hint: hint(path: path))
  }

  private var primary: Int32 { code & 0xFF }

  private var reason: String {
    // SQLite says "disk I/O error" and "unable to open database file" where the system knows more.
    if systemCode != 0, [SQLITE_CANTOPEN, SQLITE_IOERR, SQLITE_READONLY, SQLITE_PERM].contains(primary) {
      return systemMessage(systemCode)
    }
    return words ?? String(cString: sqlite3_errstr(code))
  }

  private func hint(path: String) -> String? {
    switch (primary, systemCode) {
    case (SQLITE_CORRUPT, _), (SQLITE_NOTADB, _):
      "move the file and its '-wal' and '-shm' away; 'sqlite3 FILE .recover' may save what is in it"
    case (SQLITE_FULL, _), (_, ENOSPC), (_, EDQUOT): "free some space; what was committed before is safe"
    case (SQLITE_BUSY, _), (SQLITE_LOCKED, _): "another process has locked it; find it with 'fuser \(path)'"
    case (_, ENOENT): "nothing has been run with this state yet; choose another folder with '--state DIR'"
    case (SQLITE_READONLY, _), (SQLITE_PERM, _), (_, EACCES), (_, EROFS), (_, EPERM):
      "make the file and its folder writable, or choose another folder with '--state DIR'"
    case (_, ELOOP): "the store must not be a symbolic link"
    case (SQLITE_CANTOPEN, _): "choose another folder with '--state DIR'"
    default: nil
    }
  }
}
