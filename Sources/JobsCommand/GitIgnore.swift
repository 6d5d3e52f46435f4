import Glibc
import JobsCore
import JobsGit

/// What Git ignores, for paths as the user gave them.
struct GitIgnore {
  private let repository: Repository
  /// The process's folder below the working directory, with a slash at its end; empty at its top, nil outside.
  private let prefix: String?

  /// nil outside a repository.
  static func discover(from path: String) throws(Failure) -> GitIgnore? {
    guard let repository = try Repository.discover(from: path), repository.workingDirectory != nil else { return nil }
    let here = repository.relativePath(of: ".")
    return GitIgnore(repository: repository, prefix: here.map { $0.isEmpty ? "" : $0 + "/" })
  }

  func isIgnored(_ path: String, _ isDirectory: Bool) -> Bool {
    // A walk below the process's folder needs no look at the file system.
    if let prefix, !path.hasPrefix("/"), !path.hasPrefix("."), !path.contains("/../") {
      return repository.isIgnored(prefix + path, isDirectory: isDirectory)
    }
    return repository.relativePath(of: path).map { repository.isIgnored($0, isDirectory: isDirectory) } ?? false
  }
}
