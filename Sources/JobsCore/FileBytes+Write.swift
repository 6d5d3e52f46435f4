import Glibc

extension FileBytes {
  /// Writes a file whole or not at all: beside its place first, synced, then renamed over it.
  ///
  /// The mode of a file that is replaced is kept, and its owner and group as far as the process may. A symbolic link is followed, so that the file behind it is replaced.
  /// What is no regular file, such as `/dev/stdout` or a FIFO, is written to as it stands and never replaced.
  package static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    var old = stat()
    var code: Int32 = 0
    if stat(path, &old) != 0 {
      code = errno == ENOENT ? replace(followed(path), with: bytes, like: nil) : errno
    } else if old.st_mode & S_IFMT != S_IFREG {
      code = writeThrough(bytes, path)
    } else {
      code = replace(followed(path), with: bytes, like: old)
    }
    guard code == 0 else {
      throw .world("cannot write '\(path)': \(systemMessage(code))", hint: writeHint(code))
    }
  }

  /// 0, or the `errno` of the step that failed; after a failure the target is as it was and nothing stands beside it.
  private static func replace(_ target: String, with bytes: [UInt8], like old: stat?) -> Int32 {
    if old != nil && access(target, W_OK) != 0 { return errno }
    let (fd, beside) = openBeside(target)
    guard fd >= 0 else { return errno }
    var code: Int32 = 0
    if let old {
      // Root gives the file back to whom it belongs; others may only choose among their groups.
      if fchown(fd, old.st_uid, old.st_gid) != 0 { _ = fchown(fd, uid_t.max, old.st_gid) }
      if fchmod(fd, old.st_mode & 0o7777) != 0 { code = errno }
    }
    if code == 0 { code = writeAll(fd, bytes) }
    if code == 0 && fsync(fd) != 0 { code = errno }
    if close(fd) != 0 && code == 0 { code = errno }
    if code == 0 && rename(beside, target) != 0 { code = errno }
    if code != 0 { unlink(beside) }
    return code
  }

  /// Creates a file of a new name in the target's folder; a short name, since the target's may already be of full length.
  ///
  /// - Returns: a descriptor below 0 with `errno` set if there can be none.
  private static func openBeside(_ target: String) -> (fd: Int32, path: String) {
    let folder = target.lastIndex(of: "/").map { target[...$0] } ?? ""
    var attempt = 0
    while true {
      let path = "\(folder).jobs-\(getpid())-\(attempt).tmp"
      let fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard fd < 0, errno == EEXIST, attempt < 1000 else { return (fd, path) }
      attempt += 1
    }
  }

  private static func writeThrough(_ bytes: [UInt8], _ path: String) -> Int32 {
    let fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    guard fd >= 0 else { return errno }
    let code = writeAll(fd, bytes)
    return close(fd) != 0 && code == 0 ? errno : code
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
      let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
      path = link.hasPrefix("/") ? link : folder + link
    }
    return path
  }

  private static func writeHint(_ code: Int32) -> String? {
    switch code {
    case ENOSPC, EDQUOT: "free some space; the file is as it was"
    case EACCES, EROFS, EPERM: "make the file writable, or write elsewhere"
    case ENOENT: "create the folder first"
    default: nil
    }
  }
}
