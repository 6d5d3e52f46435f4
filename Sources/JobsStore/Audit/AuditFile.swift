import Glibc
import JobsCore

/// The file of the audit log, open to append to. Only who holds the log's lock may have one.
struct AuditFile: ~Copyable {
  /// A longer line is none of ours, in bytes.
  static let lineLimit = 1 << 20

  private let descriptor: Int32
  private let path: String

  /// Opens the file, which is made for its owner alone (0600) where it is missing.
  init(_ path: String) throws(Failure) {
    descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0o600)
    self.path = path
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.failure(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .world("cannot write the audit log '\(path)': not a file", hint: "choose another folder with '--state DIR'")
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private func size() throws(Failure) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.failure(path, errno) }
    return Int(status.st_size)
  }

  // MARK: The end

  /// The last line that has a line break, without it, and what stands behind it.
  func tail() throws(Failure) -> (last: [UInt8]?, torn: [UInt8]) {
    let size = try size()
    var window = 64 << 10
    while true {
      let from = max(0, size - window)
      let bytes = try read(from..<size)
      guard let end = bytes.lastIndex(of: 10) else {
        if from == 0 { return (nil, bytes) }
        window = try Self.wider(window, path)
        continue
      }
      let start = bytes[..<end].lastIndex(of: 10).map { $0 + 1 }
      if let start = start ?? (from == 0 ? 0 : nil) {
        return (Array(bytes[start..<end]), Array(bytes[(end + 1)...]))
      }
      window = try Self.wider(window, path)
    }
  }

  private static func wider(_ window: Int, _ path: String) throws(Failure) -> Int {
    guard window <= 2 * lineLimit else {
      throw .world("'\(path)' is no audit log: its last line is longer than \(lineLimit) bytes", hint: remedy)
    }
    return window * 2
  }

  private func read(_ range: Range<Int>) throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    var got = 0
    while got < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress! + got, $0.count - got, off_t(range.lowerBound + got))
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.failure(path, errno) }
      guard count > 0 else { break }
      got += count
    }
    return Array(bytes[..<got])
  }

  // MARK: Writing

  /// Puts bytes behind the end and waits for the disk; on a failure nothing of them is left.
  func append(_ bytes: [UInt8]) throws(Failure) {
    let before = try size()
    var code = FileBytes.writeAll(descriptor, bytes)
    if code == 0, fsync(descriptor) != 0 { code = errno }
    guard code == 0 else {
      ftruncate(descriptor, off_t(before))
      throw Self.failure(path, code)
    }
  }

  /// Cuts bytes off the end.
  func removeLast(_ count: Int) throws(Failure) {
    guard ftruncate(descriptor, off_t(try size() - count)) == 0, fsync(descriptor) == 0 else {
      throw Self.failure(path, errno)
    }
  }

  private static func failure(_ path: String, _ code: Int32) -> Failure {
    .world(
      "cannot write the audit log '\(path)': \(systemMessage(code))",
      hint: code == ENOSPC || code == EDQUOT
        ? "free some space" : "make it writable, or choose another folder with '--state DIR'")
  }

  static let remedy = "move it away for whoever looks into this; a new log begins by itself"
}
