import Glibc

/// The variables by which git, above all in its hooks, says which repository and index are meant.
///
/// `git commit -a` and `git commit FILE` put what is about to be committed into a second index and name it in
/// `GIT_INDEX_FILE`; a hook that looks at `.git/index` would check something else.
struct GitEnvironment: Sendable {
  var gitDirectory: String?
  var workTree: String?
  var indexFile: String?
  /// Folders above which no repository is searched for, separated by colons.
  var ceilings: String?
  var acrossFilesystems = false
  var currentFolder = "."

  init() {}

  /// The variables of this process.
  static func ofProcess() -> GitEnvironment {
    func value(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    var environment = GitEnvironment()
    environment.gitDirectory = value("GIT_DIR")
    environment.workTree = value("GIT_WORK_TREE")
    environment.indexFile = value("GIT_INDEX_FILE")
    environment.ceilings = value("GIT_CEILING_DIRECTORIES")
    environment.acrossFilesystems =
      value("GIT_DISCOVERY_ACROSS_FILESYSTEM").map { ["1", "true", "yes", "on"].contains($0.lowercased()) } ?? false
    return environment
  }
}
