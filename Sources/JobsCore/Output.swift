import Glibc

/// A buffered writer to a file descriptor whose reader may go away.
///
/// After EPIPE everything more is dropped and `isClosed` is true: a quiet end, as `| head` wants it. Any other error is
/// kept and thrown by `flush`, so that a full disk is never taken for success.
package final class Output {
  package let descriptor: Int32
  /// Whether the reader has gone.
  package private(set) var isClosed = false
  private var buffer: [UInt8] = []
  private var failure: Int32 = 0
  private let name: String

  package init(_ descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    buffer.reserveCapacity(Self.capacity + 4096)
  }

  private static let capacity = 1 << 16

  package func write(_ bytes: some Collection<UInt8>) {
    guard !isClosed, failure == 0 else { return }
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { drain() }
  }

  package func write(_ text: String) { write(text.utf8) }

  /// Hands everything to the system.
  package func flush() throws(Failure) {
    drain()
    if failure != 0 {
      throw .world(
        "cannot write to \(name): \(systemMessage(failure))",
        hint: failure == ENOSPC ? "free some space and run again" : nil)
    }
  }

  private func drain() {
    guard !buffer.isEmpty, !isClosed, failure == 0 else { return }
    let code = FileBytes.writeAll(descriptor, buffer)
    buffer.removeAll(keepingCapacity: true)
    if code == EPIPE { isClosed = true } else { failure = code }
  }
}
