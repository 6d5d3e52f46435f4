import CLibGit2

/// The commit that is checked out, and its tree.
final class Head {
  /// 40 hexadecimal digits.
  let commit: String
  let tree: Owned

  private init(commit: String, tree: consuming Owned) {
    self.commit = commit
    self.tree = tree
  }

  /// Nil before the first commit.
  static func read(_ repository: OpaquePointer, _ objects: ObjectDatabase) throws(GitError) -> Head? {
    var id = git_oid()
    do {
      try GitError.check(git_reference_name_to_id(&id, repository, "HEAD"))
    } catch {
      if error.isNotFound { return nil }
      throw error
    }
    let commit = try objects.commit(id)
    return Head(commit: id.hex, tree: try objects.tree(git_commit_tree_id(commit.pointer).pointee))
  }

  var treeID: git_oid { git_tree_id(tree.pointer).pointee }
}

extension git_oid {
  /// 40 lowercase digits.
  var hex: String {
    withUnsafePointer(to: self) { id in
      String(unsafeUninitializedCapacity: 40) { digits in
        digits.withMemoryRebound(to: CChar.self) { _ = git_oid_fmt($0.baseAddress, id) }
        return 40
      }
    }
  }
}
