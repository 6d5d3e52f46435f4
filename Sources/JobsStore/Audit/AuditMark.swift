import Glibc
import JobsCore

/// The number and the hash of the log's last line, in `STATE/audit.head`: by it lines that were cut off at the end are missed.
///
/// It is written behind a line that is on the disk, so that it never tells of one that a crash took; where it is missing or
/// cannot be read it tells nothing. Whoever may write the log may write it too: against them a head is kept elsewhere.
package struct AuditMark: Hashable, Sendable {
  package var sequence: Int
  package var head: String

  init(sequence: Int, head: String) {
    self.sequence = sequence
    self.head = head
  }

  /// nil where there is none.
  package init?(of state: StateDirectory) {
    guard let bytes = try? FileBytes.read(Self.path(of: state), limit: 256) else { return nil }
    let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: { $0 == " " || $0 == "\n" })
    guard words.count == 2, let sequence = Int(words[0]), sequence > 0, AuditEntry.isHash(words[1]) else { return nil }
    self.init(sequence: sequence, head: String(words[1]))
  }

  private static func path(of state: StateDirectory) -> String { state.path + "/audit.head" }

  /// Puts it in the place of the one before, in one write of the same length. A failure leaves that, which holds as well.
  func write(to state: StateDirectory) {
    let descriptor = open(Self.path(of: state), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let number = String(sequence)
    let bytes = Array("\(String(repeating: "0", count: 19 - number.utf8.count))\(number) \(head)\n".utf8)
    // What is longer was none of ours, and with its rest behind it the mark would never be read again.
    if FileBytes.writeAll(descriptor, bytes) == 0 { ftruncate(descriptor, off_t(bytes.count)) }
  }
}
