import Glibc
import JobsCore

/// The line that the log is owed while an act goes on, beside the log and synced before the act begins.
///
/// It says that the outcome is unknown. If the tool dies, whoever acts next puts it into the log.
struct AuditIntent {
  let path: String

  /// The entry of an act that began; nil where there is none. One that was torn in the writing never began.
  func read() throws(Failure) -> AuditEntry? {
    do throws(FileBytes.ReadError) {
      let bytes = try FileBytes.read(path, limit: AuditFile.lineLimit)
      guard let hashes = AuditEntry.hashes(ofLine: bytes), hashes.due == hashes.stated else { return nil }
      return AuditEntry(line: bytes)
    } catch .system(ENOENT) {
      return nil
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
