import Glibc
import JobsCore
import JobsStore

/// A log file that is put aside when it is full, with a number of older ones kept.
///
/// A disk that is full stops the log, not its writer: what could not be written is counted, and said in the first line
/// that can be.
package final class RotatingLog {
  package let path: String
  private let limit: Int
  private let kept: Int
  private var descriptor: Int32 = -1
  private var size = 0
  /// Lines that could not be written, in all.
  package private(set) var lost = 0
  private var unsaid = 0
  /// Lines that wait to be written together.
  private var waiting: (bytes: [UInt8], lines: Int) = ([], 0)

  /// - Parameters:
  ///   - limit: bytes after which the file becomes `PATH.1`, the former `PATH.1` becomes `PATH.2` and so on.
  ///   - kept: how many of those there are at most.
  package init(path: String, limit: Int = 10_000_000, kept: Int = 5) {
    self.path = path
    self.limit = limit
    self.kept = kept
  }

  deinit {
    flush()
    if descriptor >= 0 { close(descriptor) }
  }

  /// Why the file cannot be opened; nil if it can.
  package var fault: String? {
    if descriptor < 0 { open() }
    return descriptor < 0 ? "'\(path)': \(systemMessage())" : nil
  }

  /// Takes a line, to which the line break is added, for the next `flush`.
  package func write(_ line: String) {
    if descriptor < 0 { open() }
    let length = size + waiting.bytes.count
    if length > 0, length + line.utf8.count + 1 > limit {
      flush()
      rotate()
    }
    waiting.bytes += line.utf8
    waiting.bytes.append(UInt8(ascii: "\n"))
    waiting.lines += 1
    if waiting.bytes.count >= Self.most { flush() }
  }

  /// Writes the lines that wait.
  package func flush() {
    guard waiting.lines > 0 else { return }
    if descriptor < 0 || !sayLost() || !writeAll(waiting.bytes) {
      lost += waiting.lines
      unsaid += waiting.lines
    }
    waiting.bytes.removeAll(keepingCapacity: true)
    waiting.lines = 0
  }

  /// Opens the file anew, after somebody else has put it aside.
  package func reopen() {
    flush()
    openAnew()
  }

  private func openAnew() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
    open()
  }

  private func open() {
    if let slash = path.lastIndex(of: "/") { try? StateDirectory.create(String(path[..<slash])) }
    descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o640)
    var status = stat()
    size = descriptor >= 0 && fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  private func rotate() {
    unlink("\(path).\(kept)")
    for number in stride(from: kept - 1, to: 0, by: -1) { rename("\(path).\(number)", "\(path).\(number + 1)") }
    rename(path, "\(path).1")
    openAnew()
  }

  /// Says how many lines are missing before the first that follows them.
  private func sayLost() -> Bool {
    guard unsaid > 0 else { return true }
    let note = "\(Instant.now().rfc3339) warning log \(unsaid) lines could not be written here\n"
    guard writeAll(Array(note.utf8)) else { return false }
    unsaid = 0
    return true
  }

  /// A line that was written in part is taken back.
  private func writeAll(_ bytes: [UInt8]) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + done, $0.count - done) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        if done > 0 { ftruncate(descriptor, off_t(size)) }
        return false
      }
      done += count
    }
    size += done
    return true
  }

  /// Bytes of lines that wait at the most.
  private static let most = 1 << 16
}
