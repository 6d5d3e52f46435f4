import CLibGit2
import Glibc
package import JobsCore

extension Repository {
  /// The repository that a file or folder lies in, found by walking up; nil when there is none.
  ///
  /// Linked worktrees, submodules (a `.git` file) and bare repositories are found too. Of git's environment, `GIT_DIR`
  /// and `GIT_WORK_TREE` count for what lies in that working tree, `GIT_INDEX_FILE` for the repository of the current
  /// folder, and `GIT_CEILING_DIRECTORIES` and `GIT_DISCOVERY_ACROSS_FILESYSTEM` everywhere.
  ///
  /// - Parameter path: absolute or relative to the current folder; what does not exist (any more) is looked for in the
  ///   nearest folder that does.
  /// - Throws: a failure, with git's own remedy, for a repository that is broken or that belongs to another user.
  package static func discover(from path: String) throws(Failure) -> Repository? {
    try discover(from: path, environment: .ofProcess())
  }

  static func discover(from path: String, environment: GitEnvironment) throws(Failure) -> Repository? {
    let start = RealPath.folder(path)
    // Debian's libgit2 parses every CA certificate when it starts, which costs more than a small check.
    guard environment.gitDirectory != nil || mayHoldRepository(start) else { return nil }
    try LibGit2.start()
    let found = try search(from: start, environment)
    guard let named = environment.gitDirectory else {
      guard let found, let file = environment.indexFile, let here = RealPath.existing(environment.currentFolder),
        try search(from: here, environment)?.gitDirectory == found.gitDirectory
      else { return found }
      return try open(found.gitDirectory, workTree: found.workingDirectory, index: file)
    }
    let meant = try open(named, workTree: environment.workTree, index: environment.indexFile)
    // A repository within the working tree that `GIT_DIR` means, such as a submodule, is nearer to its own files.
    guard let tree = meant.workingDirectory, FolderFilter(tree).covers(start),
      (found?.workingDirectory?.utf8.count ?? 0) <= tree.utf8.count
    else { return found }
    return meant
  }

  /// Opens the repository above `start`, a real path.
  /// Whether a folder or one above it has a `.git`, or a `HEAD` as a bare repository has.
  private static func mayHoldRepository(_ start: String) -> Bool {
    var folder = start == "/" ? "" : start
    while true {
      var status = stat()
      if lstat(folder + "/.git", &status) == 0 || lstat(folder + "/HEAD", &status) == 0 { return true }
      guard let cut = folder.utf8.lastIndex(of: slash) else { return false }
      folder = String(folder[..<cut])
    }
  }

  private static func search(from start: String, _ environment: GitEnvironment) throws(Failure) -> Repository? {
    var folder = start
    while access(folder, F_OK) != 0, let cut = folder.utf8.lastIndex(of: slash), cut > folder.startIndex {
      folder = String(folder[..<cut])
    }
    let flags = environment.acrossFilesystems ? GIT_REPOSITORY_OPEN_CROSS_FS.rawValue : 0
    do throws(GitError) {
      let handle = try Owned(free: git_repository_free) {
        git_repository_open_ext($0, folder, flags, environment.ceilings)
      }
      return try Repository(handle, otherIndex: nil)
    } catch {
      let known = discovered(from: folder, flags, environment)
      let marker = known ?? nearestMarker(above: folder, ceilings: environment.ceilings)
      if error.isNotFound && known == nil {
        guard let marker else { return nil }
        throw .world(
          "'\(marker)' is not a Git repository: HEAD, objects or refs is missing",
          hint: "restore it, or remove it and clone again")
      }
      let place = marker.map { $0.hasSuffix("/.git") ? String($0.dropLast("/.git".utf8.count)) : $0 } ?? folder
      throw refusal(error, isThere: known != nil).failure(
        "open the repository of '\(place)'", at: place.isEmpty ? "/" : place)
    }
  }

  /// What libgit2 1.5 means by 'not found' for a repository that is there: another user owns it, and the
  /// configuration has no `safe.directory` at all.
  private static func refusal(_ error: GitError, isThere: Bool) -> GitError {
    guard error.isNotFound && isThere else { return error }
    return GitError(code: GIT_EOWNER.rawValue, message: "it belongs to another user")
  }

  /// The repository folder that is found without being opened, without a slash at its end.
  private static func discovered(from folder: String, _ flags: UInt32, _ environment: GitEnvironment) -> String? {
    var buffer = git_buf()
    defer { git_buf_dispose(&buffer) }
    let across: Int32 = flags & GIT_REPOSITORY_OPEN_CROSS_FS.rawValue == 0 ? 0 : 1
    guard git_repository_discover(&buffer, folder, across, environment.ceilings) == 0, let path = buffer.ptr else {
      return nil
    }
    return FolderFilter(String(cString: path)).folder
  }

  /// Opens what git's environment names.
  private static func open(_ path: String, workTree: String?, index: String?) throws(Failure) -> Repository {
    do throws(GitError) {
      let handle = try Owned(free: git_repository_free) {
        git_repository_open_ext($0, path, GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue, nil)
      }
      if let workTree {
        try GitError.check(git_repository_set_workdir(handle.pointer, RealPath.folder(workTree), 0))
      }
      return try Repository(handle, otherIndex: index.map(RealPath.keepingLink))
    } catch {
      guard error.isNotFound else { throw error.failure("open the repository '\(path)'", at: path) }
      throw .usage("GIT_DIR names '\(path)', which is not a Git repository", hint: "run unset GIT_DIR, or correct it")
    }
  }

  /// The first `.git` at or above a folder, but below the ceilings.
  private static func nearestMarker(above start: String, ceilings: String?) -> String? {
    let ceilings = (ceilings ?? "").split(separator: ":").map { RealPath.folder(String($0)) }
    var folder = start == "/" ? "" : start
    while folder == start || !ceilings.contains(folder) {
      var status = stat()
      if lstat(folder + "/.git", &status) == 0 { return folder + "/.git" }
      guard let cut = folder.utf8.lastIndex(of: slash) else { return nil }
      folder = String(folder[..<cut])
    }
    return nil
  }

  /// Where a path lies in the working directory: `jobs/a.yaml`, or the empty string for the working directory itself.
  ///
  /// It need not exist. Symbolic links on the way are followed, the last part is not.
  ///
  /// - Parameter path: absolute or relative to the current folder.
  /// - Returns: nil for what lies outside, and in a bare repository.
  package func relativePath(of path: String) -> String? {
    guard let workingDirectory else { return nil }
    let real = RealPath.keepingLink(path)
    guard FolderFilter(workingDirectory).covers(real) else { return nil }
    return String(real.utf8.dropFirst(workingDirectory == "/" ? 1 : workingDirectory.utf8.count + 1))
  }
}
