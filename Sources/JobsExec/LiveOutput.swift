import Glibc

/// A descriptor of ours, such as standard error, to which running jobs' output is shown without ever waiting for a
/// slow reader.
///
/// What the reader is too slow for waits in a buffer; what exceeds that is left out, and said. The job goes on, and
/// its whole output is in its file.
package final class LiveOutput {
  let descriptor: FileDescriptor
  private let limit: Int
  /// Bytes that wait from `sent` on.
  private var waiting: [UInt8] = []
  private var sent = 0
  /// Bytes left out since the last note about it.
  private var omitted = 0
  /// Bytes that were left out in all, for want of room or of a reader.
  package private(set) var lost = 0
  /// Set once the reader has gone.
  private var isClosed = false
  private let blocks: Bool

  /// - Parameters:
  ///   - number: stays open, and its flags, which other processes may share, stay as they are.
  ///   - limit: of the buffer, in bytes.
  package init(_ number: Int32, limit: Int = 4 << 20) {
    self.limit = limit
    // Opened anew, a pipe or terminal gets flags of its own. Files never block, and sockets cannot be opened so.
    let anew =
      Self.isStream(number) ? open("/proc/self/fd/\(number)", O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) : -1
    blocks = anew < 0
    descriptor = FileDescriptor(anew >= 0 ? anew : fcntl(number, F_DUPFD_CLOEXEC, 3))
  }

  /// Whether something waits for the reader.
  package var isWaiting: Bool { sent < waiting.count || omitted > 0 }

  /// Shows bytes now or as soon as the reader takes them.
  package func write(_ bytes: [UInt8]) {
    guard !isClosed else { return lost += bytes.count }
    // Whole or not at all, so that lines stay lines.
    if omitted > 0 || waiting.count - sent + bytes.count > limit {
      omitted += bytes.count
      lost += bytes.count
    } else {
      waiting += bytes
    }
    flush()
  }

  /// Writes what the reader takes at once.
  func flush() {
    while isWaiting && !isClosed {
      if sent == waiting.count {
        waiting = Array("[\(omitted) bytes not shown: the reader was too slow]\n".utf8)
        sent = 0
        omitted = 0
      }
      guard writeSome() else { break }
    }
    if sent == waiting.count {
      waiting.removeAll(keepingCapacity: true)
      sent = 0
    } else if sent > 1 << 20 {
      waiting.removeFirst(sent)
      sent = 0
    }
  }

  /// Waits for the reader, and shows all that waits: to be called when no job runs any more.
  package func drain() {
    while isWaiting && !isClosed {
      var ready = pollfd(fd: descriptor.number, events: Int16(POLLOUT), revents: 0)
      _ = poll(&ready, 1, -1)
      flush()
    }
  }

  /// False if the reader takes nothing now.
  private func writeSome() -> Bool {
    var count = waiting.count - sent
    if blocks {
      var ready = pollfd(fd: descriptor.number, events: Int16(POLLOUT), revents: 0)
      guard poll(&ready, 1, 0) > 0 else { return false }
      // As much as a writable pipe is sure to take (pipe(7)).
      count = min(count, 4096)
    }
    let wrote = waiting.withUnsafeBytes { Glibc.write(descriptor.number, $0.baseAddress! + sent, count) }
    if wrote >= 0 {
      sent += wrote
      return true
    }
    switch errno {
    case EINTR: return true
    case EAGAIN: return false
    default:
      lost += waiting.count - sent
      isClosed = true
      waiting = []
      sent = 0
      omitted = 0
      return false
    }
  }

  private static func isStream(_ number: Int32) -> Bool {
    var status = stat()
    return fstat(number, &status) == 0 && [S_IFIFO, S_IFCHR].contains(status.st_mode & S_IFMT)
  }
}
