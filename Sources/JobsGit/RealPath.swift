import Glibc

/// Absolute paths without symbolic links.
enum RealPath {
  /// The real path of what exists; nil if nothing does.
  static func existing(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The real path of a folder, of which the last parts need not exist: those are kept as they stand.
  static func folder(_ path: String) -> String {
    if let real = existing(path) { return real }
    let (parent, name) = split(path)
    guard let parent, !name.isEmpty else { return path }
    return joined(folder(parent), name)
  }

  /// The real path of a file; a symbolic link at its end stays one, since git tracks the link and not what it names.
  static func keepingLink(_ path: String) -> String {
    let (parent, name) = split(path)
    guard let parent, !["", ".", ".."].contains(name) else { return folder(path) }
    return joined(folder(parent), name)
  }

  /// The folder and the last part of a path; no folder for `.` and `/` themselves.
  private static func split(_ path: String) -> (folder: String?, name: String) {
    var whole = path[...]
    while whole.utf8.count > 1, whole.utf8.last == slash { whole.removeLast() }
    guard whole != "/", whole != ".", !whole.isEmpty else { return (nil, "") }
    guard let cut = whole.utf8.lastIndex(of: slash) else { return (".", String(whole)) }
    return (cut == whole.startIndex ? "/" : String(whole[..<cut]), String(whole[whole.utf8.index(after: cut)...]))
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    switch name {
    case ".": folder
    case "..": split(folder).folder ?? folder
    default: folder == "/" ? "/" + name : "\(folder)/\(name)"
    }
  }
}
