import Glibc
package import JobsCore

/// A lock that one process at a time holds, kept by the kernel on an open file: it ends with its holder, however that
/// ends, and needs no healing. The file stays, unless somebody takes the lock away by removing it.
package final class FileLock {
  private var descriptor: Int32
  private let path: String

  private init(_ descriptor: Int32, _ path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { release() }

  /// - Parameters:
  ///   - path: of the file, which is made with its folder where it is missing; processes that are started inherit
  ///     neither file nor lock.
  ///   - waiting: for how long to try; zero to try once.
  /// - Returns: nil where another process holds the lock for all that time.
  package static func take(_ path: String, waiting: Duration = .zero) throws(Failure) -> FileLock? {
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try StateDirectory.create(String(path[..<slash]))
    }
    let clock = ContinuousClock()
    let end = clock.now + waiting
    while true {
      let lock = try openFile(path)
      while true {
        if flock(lock.descriptor, LOCK_EX | LOCK_NB) == 0 { break }
        guard errno == EWOULDBLOCK || errno == EINTR else {
          throw .world(
            "cannot lock '\(path)': \(systemMessage())",
            hint: "keep the state on a disk of this host, with '--state DIR'")
        }
        // Whoever waits on a file that was removed would wait for nobody's sake.
        guard lock.isInPlace else { break }
        guard clock.now < end else { return nil }
        usleep(pause)
      }
      if lock.isInPlace { return lock }
    }
  }

  private static func openFile(_ path: String) throws(Failure) -> FileLock {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw .world(
        "cannot open the lock '\(path)': \(systemMessage())", hint: "make it writable, or choose another '--state DIR'")
    }
    return FileLock(descriptor, path)
  }

  /// Microseconds between two tries.
  private static let pause: UInt32 = 20_000

  /// Puts words for others into the file, in place of what is there.
  package func write(_ bytes: [UInt8]) throws(Failure) {
    guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0, FileBytes.writeAll(descriptor, bytes) == 0
    else {
      throw .world("cannot write to a lock: \(systemMessage())", hint: "free some space")
    }
  }

  /// Whether the file that was locked is still the one at its path, so that nobody else can hold a lock there.
  package var isInPlace: Bool {
    var own = stat()
    var there = stat()
    return descriptor >= 0 && fstat(descriptor, &own) == 0 && stat(path, &there) == 0 && own.st_dev == there.st_dev
      && own.st_ino == there.st_ino
  }

  package func release() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
  }
}
