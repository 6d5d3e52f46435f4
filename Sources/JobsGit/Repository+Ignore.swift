import CLibGit2
import Glibc

extension Repository {
  /// Whether a walk leaves out a file or folder, as `git ls-files --cached --others --exclude-standard` would.
  ///
  /// `.gitignore` of every folder, `.git/info/exclude` and `core.excludesFile` count. What git tracks is never left
  /// out, nor is a folder that holds something tracked; the untracked rest of such a folder is. `.git` is always left
  /// out. In a bare repository nothing is, nor while the index cannot be read; a rule file that cannot be read has no
  /// rules. `core.ignoreCase` has no effect.
  ///
  /// Whoever walks into a folder although it is left out, because the user named it, gets true for what is in it.
  ///
  /// - Parameters:
  ///   - path: relative to the working directory.
  ///   - isDirectory: false for a symbolic link, wherever it leads.
  package func isIgnored(_ path: String, isDirectory: Bool) -> Bool {
    guard !path.isEmpty, let rules = ignoreRules, let index = try? index() else { return false }
    return !index.tracks(path, isDirectory: isDirectory) && rules.excludes(path, isDirectory: isDirectory)
  }

  /// Nil for a bare repository.
  func readIgnoreRules() -> IgnoreRules? {
    guard let workingDirectory else { return nil }
    var general: [String] = []
    // Linked worktrees share the file of the main one.
    if let shared = git_repository_commondir(handle.pointer) {
      general.append(String(cString: shared) + "info/exclude")
    }
    if let file = excludesFile() { general.append(file) }
    return IgnoreRules(workingDirectory: workingDirectory, general: general)
  }

  /// The file of `core.excludesFile`, or git's default for it.
  private func excludesFile() -> String? {
    var buffer = git_buf()
    defer { git_buf_dispose(&buffer) }
    if let config = try? Owned(free: git_config_free, { git_repository_config_snapshot($0, handle.pointer) }),
      git_config_get_path(&buffer, config.pointer, "core.excludesfile") == 0
    {
      return buffer.ptr.map { String(cString: $0) }
    }
    if let folder = getenv("XDG_CONFIG_HOME"), folder.pointee != 0 { return String(cString: folder) + "/git/ignore" }
    return getenv("HOME").map { String(cString: $0) + "/.config/git/ignore" }
  }
}
