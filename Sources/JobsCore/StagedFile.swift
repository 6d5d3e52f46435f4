import Glibc

/// A file that is written where nobody looks for it, and put in its place whole or not at all.
///
/// Until then it stands beside its place. One that is never put goes when nobody holds it any more.
package final class StagedFile {
  /// Open for reading and writing.
  package let descriptor: Int32
  private let target: String
  /// nil for one without a name.
  private var beside: String?

  /// - Parameters:
  ///   - path: where it is to stand; a symbolic link is followed, so that the file behind it is replaced.
  ///   - mode: of the file, less the process's mask.
  ///   - isNameless: whether it has no name until it is put, where the file system can do that: nothing is left of it then if the
  ///     process is ended.
  /// - Returns: nil with `errno` set where there can be none.
  package init?(for path: String, mode: UInt32, isNameless: Bool = false) {
    let target = Self.followed(path)
    let folder = Self.folder(of: target)
    var found: Int32 = -1
    if isNameless { found = open(folder.isEmpty ? "." : folder, Self.withoutName | O_RDWR | O_CLOEXEC, mode) }
    var beside: String?
    if found < 0 {
      let named = Self.name(in: folder) { open($0, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode) }
      guard named.result >= 0 else { return nil }
      (found, beside) = (named.result, named.path)
    }
    descriptor = found
    self.target = target
    self.beside = beside
  }

  deinit {
    hide()
    close(descriptor)
  }

  /// Takes its name away: it is read by its descriptor alone, and cannot be put.
  package func hide() {
    if let beside { unlink(beside) }
    beside = nil
  }

  /// Syncs it and puts it in its place, once.
  ///
  /// - Returns: 0, or the `errno` of the step that failed; its place is as it was then.
  package func put() -> Int32 {
    guard fsync(descriptor) == 0 else { return errno }
    if beside == nil {
      let own = "/proc/self/fd/\(descriptor)"
      let named = Self.name(in: Self.folder(of: target)) { linkat(AT_FDCWD, own, AT_FDCWD, $0, AT_SYMLINK_FOLLOW) }
      guard named.result == 0 else { return errno }
      beside = named.path
    }
    guard let name = beside, rename(name, target) == 0 else { return errno }
    beside = nil
    return 0
  }

  /// O_TMPFILE, which is put together from others and so is not imported (Linux, fcntl.h).
  private static let withoutName: Int32 = 0o20_000_000 | O_DIRECTORY

  private static func folder(of path: String) -> String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }

  /// Tries short names, since the target's may already be of full length, until one is free.
  private static func name(in folder: String, _ make: (String) -> Int32) -> (result: Int32, path: String) {
    var attempt = 0
    while true {
      let path = "\(folder).jobs-\(getpid())-\(attempt).tmp"
      let result = make(path)
      guard result < 0, errno == EEXIST, attempt < 1000 else { return (result, path) }
      attempt += 1
    }
  }

  /// The path behind symbolic links, whether or not there is a file at the end of them.
  private static func followed(_ path: String) -> String {
    var path = path
    // As many links as Linux follows.
    for _ in 0..<40 {
      var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let length = buffer.withUnsafeMutableBytes { readlink(path, $0.baseAddress!, $0.count) }
      guard length > 0 else { return path }
      let link = String(decoding: buffer[..<length], as: UTF8.self)
      path = link.hasPrefix("/") ? link : folder(of: path) + link
    }
    return path
  }
}
