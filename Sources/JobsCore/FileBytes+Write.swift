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
      code = errno == ENOENT ? replace(path, with: bytes, like: nil) : errno
    } else if old.st_mode & S_IFMT != S_IFREG {
      code = writeThrough(bytes, path)
    } else {
      code = replace(path, with: bytes, like: old)
    }
    guard code == 0 else {
      throw .world("cannot write '\(path)': \(systemMessage(code))", hint: writeHint(code))
    }
  }

  /// 0, or the `errno` of the step that failed; after a failure the target is as it was and nothing stands beside it.
  private static func replace(_ path: String, with bytes: [UInt8], like old: stat?) -> Int32 {
    if old != nil && access(path, W_OK) != 0 { return errno }
    guard let file = StagedFile(for: path, mode: 0o666) else { return errno }
    if let old {
      // Root gives the file back to whom it belongs; others may only choose among their groups.
      if fchown(file.descriptor, old.st_uid, old.st_gid) != 0 { _ = fchown(file.descriptor, uid_t.max, old.st_gid) }
      if fchmod(file.descriptor, old.st_mode & 0o7777) != 0 { return errno }
    }
    let code = writeAll(file.descriptor, bytes)
    return code == 0 ? file.put() : code
  }

  private static func writeThrough(_ bytes: [UInt8], _ path: String) -> Int32 {
    let fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    guard fd >= 0 else { return errno }
    let code = writeAll(fd, bytes)
    return close(fd) != 0 && code == 0 ? errno : code
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
