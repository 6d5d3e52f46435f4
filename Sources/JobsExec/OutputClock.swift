import Glibc
import JobsCore

/// Tells when the bytes of an output file came, as far as `OutputTimes` has kept it.
///
/// Asked for rising offsets, while both files grow.
package struct OutputClock {
  private let path: String
  private var descriptor: Int32 = -1
  private var unread: [UInt8] = []
  /// Marks that lie ahead of the offset that was asked for last, in order.
  private var ahead: [(offset: Int, time: Int64)] = []
  private var at = 0
  private var current: Int64?

  /// - Parameter path: of the output file.
  package init(of path: String) { self.path = OutputTimes.path(of: path) }

  /// The time in milliseconds since the epoch; nil where none was kept, or none up to there yet.
  package mutating func time(of offset: Int) -> Int64? {
    if at == ahead.count { refill() }
    while at < ahead.count, ahead[at].offset <= offset {
      current = ahead[at].time
      at += 1
      if at == ahead.count { refill() }
    }
    return current
  }

  package mutating func close() {
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = -1
  }

  /// Reads what was added since the last time, up to a last whole line; lines that are none are passed over.
  private mutating func refill() {
    ahead.removeAll(keepingCapacity: true)
    at = 0
    if descriptor < 0 { descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW) }
    guard descriptor >= 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while ahead.isEmpty {
      let got = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if got < 0 && errno == EINTR { continue }
      // A mark is some forty bytes; what goes on without a line break is none.
      guard got > 0, unread.count < 4096 else { return }
      unread += buffer[..<got]
      guard let end = unread.lastIndex(of: 10) else { continue }
      for line in unread[..<end].split(separator: 10) {
        let words = line.split(separator: 32)
        guard words.count == 2, let offset = Self.number(words[0]), let time = Self.number(words[1]) else { continue }
        ahead.append((Int(offset), time))
      }
      unread.removeSubrange(...end)
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
    guard digits.count <= 18, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int64($1 - 48) }
  }
}
