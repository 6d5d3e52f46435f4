import Glibc
import JobsCore
import JobsStore

/// The files of the spool, one a ping. A file is there whole or not at all.
struct CheckInFolder: Sendable {
  let path: String

  /// Adds a ping, and says under which name: that of a ULID, so that names sort in the order of posting.
  ///
  /// The file is not synced: a ping is worth less than the time of a job, and is lost only if the host fails within
  /// seconds.
  func add(_ file: PingFile) throws(Failure) -> String {
    try StateDirectory.create(path)
    let name = "\(ULIDSource.shared.next(at: file.posted)).json"
    let beside = "\(path)/.\(name).tmp"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    var code = descriptor < 0 ? errno : FileBytes.writeAll(descriptor, file.bytes)
    if descriptor >= 0, close(descriptor) != 0, code == 0 { code = errno }
    if code == 0, rename(beside, "\(path)/\(name)") != 0 { code = errno }
    guard code == 0 else {
      if descriptor >= 0 { unlink(beside) }
      throw .world(
        "cannot keep the check-in of '\(Terminal.visible(file.ping.job))' in '\(path)': \(systemMessage(code))",
        hint: "make the state folder writable, and free some space")
    }
    return name
  }

  /// The names of the pings that wait.
  func names() -> Set<String> {
    Set(FolderReader.names(in: path).filter { $0.hasSuffix(".json") && ULID($0.dropLast(5)) != nil })
  }

  enum Content {
    case ping(PingFile, bytes: Int)
    /// Sent by another process meanwhile.
    case gone
    case unusable
  }

  func read(_ name: String) -> Content {
    do throws(FileBytes.ReadError) {
      let bytes = try FileBytes.read("\(path)/\(name)", limit: PingFile.limit)
      return PingFile(bytes).map { .ping($0, bytes: bytes.count) } ?? .unusable
    } catch {
      return error == .system(ENOENT) ? .gone : .unusable
    }
  }

  func remove(_ name: String) { unlink("\(path)/\(name)") }

  /// Held by the one process that sends.
  func takeLock() throws(Failure) -> FileLock? { try FileLock.take("\(path)/lock") }
}
