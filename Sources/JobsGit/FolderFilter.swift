import Glibc

/// A folder of a repository, relative to the working directory, as a filter of paths.
struct FolderFilter {
  /// Without slashes at its ends; empty for the whole repository.
  let folder: String

  /// - Parameter folder: `jobs`, `./jobs/`, `.` or the empty string; also the path of one file.
  init(_ folder: String) {
    var rest = folder[...]
    while rest.utf8.last == slash { rest.removeLast() }
    while rest == "." || rest.hasPrefix("./") { rest = rest.dropFirst(rest == "." ? 1 : 2) }
    self.folder = String(rest)
  }

  /// Whether a path is the folder or lies in it.
  func covers(_ path: UnsafePointer<CChar>) -> Bool {
    guard !folder.isEmpty else { return true }
    let count = folder.utf8.count
    return folder.withCString { strncmp(path, $0, count) == 0 }
      && (path[count] == 0 || path[count] == CChar(bitPattern: slash))
  }
}
