import CLibGit2
package import JobsCore

extension Repository {
  /// What is staged: the index against HEAD, or everything in the index before the first commit.
  ///
  /// The same paths as `git diff --cached --no-renames`; their contents are those of `Snapshot.index`.
  ///
  /// - Parameter folder: relative to the working directory; empty for everything.
  /// - Throws: a failure for an unmerged file in the folder, a bare repository, or a broken one.
  package func stagedFiles(under folder: String = "") throws(Failure) -> ChangedFiles {
    let index = try index()
    let filter = FolderFilter(folder)
    try index.requireMerged(filter, at: place)
    let head = try head()
    return try changes(filter, "compare the index with HEAD in '\(place)'", [head?.treeID]) { diff, options in
      git_diff_tree_to_index(diff, handle.pointer, head?.tree.pointer, index.handle.pointer, options)
    } isLeftOut: { path in
      index.entry(at: path)?.isOnlyAnnounced ?? false
    }
  }

  /// What was committed since a revision: its tree against HEAD's.
  ///
  /// The working directory plays no part, since a pipeline judges commits; `uncommittedFiles` tells what is left out.
  /// The same paths as `git diff --no-renames REV HEAD`; their contents are those of `Snapshot.head`.
  ///
  /// - Parameters:
  ///   - revision: a branch, tag, commit, or anything else that git's `rev-parse` takes for one: `main`, `v1.2`,
  ///     `4f2a9c1`, `HEAD~3`, `main@{yesterday}`. A range is refused.
  ///   - folder: relative to the working directory; empty for everything.
  /// - Throws: a failure with a hint for an unknown revision, an unborn HEAD, or a broken repository.
  package func changedFiles(since revision: String, under folder: String = "") throws(Failure) -> ChangedFiles {
    guard let head = try head() else {
      throw .usage("cannot compare '\(revision)' with HEAD: '\(place)' has no commit yet", hint: "commit first")
    }
    let old = try tree(of: revision)
    return try changes(
      FolderFilter(folder), "compare '\(revision)' with HEAD in '\(place)'", [old.treeID, head.treeID]
    ) { diff, options in
      git_diff_tree_to_tree(diff, handle.pointer, old.tree.pointer, head.tree.pointer, options)
    } isLeftOut: { _ in
      false
    }
  }

  private func changes(
    _ filter: FolderFilter, _ action: String, _ trees: [git_oid?],
    _ compare: (UnsafeMutablePointer<OpaquePointer?>, UnsafePointer<git_diff_options>) -> Int32,
    isLeftOut: (String) -> Bool
  ) throws(Failure) -> ChangedFiles {
    do throws(GitError) {
      for case let tree? in trees { try objects.requireTree(tree) }
      var options = git_diff_options()
      try GitError.check(git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION)))
      options.flags = GIT_DIFF_INCLUDE_TYPECHANGE.rawValue
      let diff = try Owned(free: git_diff_free) { compare($0, &options) }
      var changes = ChangedFiles()
      for position in 0..<git_diff_num_deltas(diff.pointer) {
        guard let delta = git_diff_get_delta(diff.pointer, position)?.pointee else { continue }
        if delta.status == GIT_DELTA_DELETED {
          if filter.covers(delta.old_file.path) { changes.deleted.append(String(cString: delta.old_file.path)) }
        } else if filter.covers(delta.new_file.path) {
          let new = delta.new_file
          let file = SnapshotFile(path: new.path, mode: UInt32(new.mode), oid: new.id.hex)
          if !isLeftOut(file.path) { changes.files.append(file) }
        }
      }
      changes.files.sort { BytePath.precedes($0.path, $1.path) }
      changes.deleted.sort(by: BytePath.precedes)
      return changes
    } catch {
      throw error.failure(action, at: place, shallow: isShallow)
    }
  }
}
