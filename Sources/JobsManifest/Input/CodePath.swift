import Glibc

/// Where the code of a function lies.
package enum CodePath {
  /// Whether there is a folder, or a file whose name ends with '.zip'.
  package static func isThere(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return true
    case S_IFREG: return isZip(path)
    default: return false
    }
  }

  package static func isZip(_ path: String) -> Bool { path.hasSuffix(".zip") }
}
