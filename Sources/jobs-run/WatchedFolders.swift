import Glibc

/// The folders in which a change means that a daemon reads its manifests again.
struct WatchedFolders {
  private let own: [String]
  private let named: Set<String>

  /// - Parameters:
  ///   - own: the folders that the daemon writes itself. Watched, they would have it read again for ever.
  ///   - named: the paths on the command line, which are watched in any case.
  init(own: [String], named: [String]) {
    self.own = own.map(Self.resolved)
    self.named = Set(named.map(Self.resolved))
  }

  /// Of the folders that manifests may lie in, those that are to be watched.
  func chosen(from folders: Set<String>) -> Set<String> {
    folders.filter { folder in
      let path = Self.resolved(folder)
      return named.contains(path) || !own.contains { path == $0 || path.hasPrefix("\($0)/") }
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
