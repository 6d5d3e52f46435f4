import Glibc
import JobsCore

/// The lines that the log is owed while acts go on, beside the log and synced before the first of them begins.
///
/// They say that the outcome is unknown. If the tool dies, whoever acts next puts them into the log.
struct AuditIntent {
  let path: String

  /// More acts together are refused, by the bytes of their lines.
  private static let limit = 256 * AuditFile.lineLimit

  /// The entries of acts that began together; none where there are none. Where one was torn in the writing, none began.
  func read() throws(Failure) -> [AuditEntry] {
    do throws(FileBytes.ReadError) {
      let bytes = try FileBytes.read(path, limit: Self.limit)
      var entries: [AuditEntry] = []
      // A break stands between lines alone.
      guard bytes.last != 10 else { return [] }
      for line in bytes.split(separator: 10).map(Array.init) {
        guard let hashes = AuditEntry.hashes(ofLine: line), hashes.due == hashes.stated,
          let entry = AuditEntry(line: line)
        else { return [] }
        entries.append(entry)
      }
      return entries
    } catch .system(ENOENT) {
      return []
    } catch {
      throw .world("cannot read '\(path)', which the audit log needs", hint: "make it readable for its owner")
    }
  }

  func write(_ line: [UInt8]) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY, 0o600)
    var code = descriptor < 0 ? errno : FileBytes.writeAll(descriptor, line)
    if code == 0, fsync(descriptor) != 0 { code = errno }
    if descriptor >= 0, close(descriptor) != 0, code == 0 { code = errno }
    guard code == 0 else {
      remove()
      throw .world(
        "cannot write to the audit log, so nothing was changed: '\(path)': \(systemMessage(code))",
        hint: code == ENOSPC || code == EDQUOT
          ? "free some space" : "make it writable, or choose another folder with '--state DIR'")
    }
  }

  /// Not synced: an intent whose line is in the log is known by its id.
  func remove() { unlink(path) }
}
