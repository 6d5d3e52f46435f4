import Glibc
import JobsCore

/// The entries of a folder in byte order; links are followed.
enum FolderListing {
  enum Kind { case file, folder, other }

  struct Entry {
    var name: String
    var kind: Kind
  }

  /// nil with `errno` set if the folder cannot be listed.
  static func read(_ folder: String) -> [Entry]? {
    guard let reader = FolderReader(folder) else { return nil }
    return reader.map { Entry(name: $0.name, kind: kind($0, in: folder)) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func kind(_ entry: FolderReader.Entry, in folder: String) -> Kind {
    switch entry.type {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK), Int(DT_UNKNOWN): kind("\(folder)/\(entry.name)")
    default: .other
    }
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
