import CLibGit2
package import JobsCore

extension Repository {
  /// Whether a file in the working directory is the one that HEAD holds, so that HEAD may be named as its origin.
  ///
  /// False for what is changed, staged, untracked or ignored, before the first commit, and in a bare repository. The
  /// first call compares the whole working directory, by times and sizes as git does; the rest are look-ups.
  ///
  /// - Parameter path: relative to the working directory.
  package func isUnmodified(_ path: String) throws(Failure) -> Bool {
    guard !isBare, let head = try head() else { return false }
    if try modified().contains(BytePath(path)) { return false }
    do throws(GitError) {
      let entry = try Owned(free: git_tree_entry_free) { git_tree_entry_bypath($0, head.tree.pointer, path) }
      return git_tree_entry_type(entry.pointer) == GIT_OBJECT_BLOB
    } catch {
      if error.isNotFound { return false }
      throw error.failure("find '\(path)' in HEAD", at: place, shallow: isShallow)
    }
  }

  /// Files whose state in the working directory is not in HEAD: changed, staged, deleted, or new and not ignored.
  ///
  /// Submodules are left out. Bare repositories have none.
  ///
  /// - Parameter folder: relative to the working directory; empty for everything.
  package func uncommittedFiles(under folder: String = "") throws(Failure) -> [String] {
    guard !isBare else { return [] }
    let filter = FolderFilter(folder)
    return try status(untracked: true).filter { filter.covers($0) }.sorted(by: BytePath.precedes)
  }

  /// The paths that differ between HEAD, the index and the working directory.
  func status(untracked: Bool) throws(Failure) -> [String] {
    let head = try head()
    do throws(GitError) {
      if let head { try objects.requireTree(head.treeID) }
      var options = git_status_options()
      try GitError.check(git_status_options_init(&options, UInt32(GIT_STATUS_OPTIONS_VERSION)))
      options.show = GIT_STATUS_SHOW_INDEX_AND_WORKDIR
      options.flags = GIT_STATUS_OPT_EXCLUDE_SUBMODULES.rawValue
      if untracked {
        options.flags |=
          GIT_STATUS_OPT_INCLUDE_UNTRACKED.rawValue | GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS.rawValue
      }
      let list = try Owned(free: git_status_list_free) { git_status_list_new($0, handle.pointer, &options) }
      var paths: [String] = []
      for position in 0..<git_status_list_entrycount(list.pointer) {
        guard let entry = git_status_byindex(list.pointer, position)?.pointee else { continue }
        if let delta = (entry.index_to_workdir ?? entry.head_to_index)?.pointee {
          paths.append(String(cString: delta.new_file.path ?? delta.old_file.path))
        }
      }
      return paths
    } catch {
      throw error.failure("compare the working directory '\(place)' with HEAD", at: place, shallow: isShallow)
    }
  }
}
