import Glibc

/// The entries of a folder in byte order; links are followed.
enum FolderListing {
  enum Kind { case file, folder, other }

  struct Entry {
    var name: String
    var kind: Kind
  }

  /// nil with `errno` set if the folder cannot be listed.
  static func read(_ folder: String) -> [Entry]? {
    guard let handle = opendir(folder) else { return nil }
    defer { closedir(handle) }
    var entries: [Entry] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      let kind: Kind
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): kind = .file
      case Int(DT_DIR): kind = .folder
      case Int(DT_LNK), Int(DT_UNKNOWN): kind = self.kind("\(folder)/\(name)")
      default: kind = .other
      }
      entries.append(Entry(name: name, kind: kind))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func kind(_ path: String) -> Kind {
    var status = stat()
    // A link to nowhere is met as a file and said when it is read.
    guard stat(path, &status) == 0 else { return .file }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }
}
