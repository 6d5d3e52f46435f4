import CLibGit2
import JobsCore

extension Repository {
  /// The tree of a revision as git's `rev-parse` reads it.
  func tree(of revision: String) throws(Failure) -> RevisionTree {
    let object = try object(named: revision)
    do throws(GitError) {
      return RevisionTree(
        tree: try Owned(free: git_object_free) { git_object_peel($0, object.pointer, GIT_OBJECT_TREE) })
    } catch {
      guard error.code == GIT_EPEEL.rawValue || error.code == GIT_EINVALIDSPEC.rawValue else {
        throw error.failure("read the tree of '\(revision)' in '\(place)'", at: place, shallow: isShallow)
      }
      throw .usage("'\(revision)' names no commit of '\(place)'", hint: "give a branch, a tag or a commit")
    }
  }

  private func object(named revision: String) throws(Failure) -> Owned {
    do throws(GitError) {
      try requireStart(of: revision)
      return try Owned(free: git_object_free) { git_revparse_single($0, handle.pointer, revision) }
    } catch {
      throw unknown(revision, error)
    }
  }

  /// Looks at the object of the branch, tag or id that a revision begins with, before libgit2 reads it.
  private func requireStart(of revision: String) throws(GitError) {
    let name = String(revision.prefix { !"~^@:".contains($0) })
    var id = git_oid()
    if name.utf8.count == 40, git_oid_fromstr(&id, name) == 0 { return try objects.requireHeader(id) }
    var found: OpaquePointer?
    guard git_reference_dwim(&found, handle.pointer, name) == 0 else { return }
    defer { git_reference_free(found) }
    guard let full = git_reference_name(found), git_reference_name_to_id(&id, handle.pointer, full) == 0 else { return }
    try objects.requireHeader(id)
  }

  private func unknown(_ revision: String, _ error: GitError) -> Failure {
    switch error.code {
    case GIT_EAMBIGUOUS.rawValue:
      return .usage("'\(revision)' fits several objects of '\(place)'", hint: "give more of its digits")
    case GIT_ENOTFOUND.rawValue, GIT_EINVALIDSPEC.rawValue:
      return .usage("'\(revision)' is not a revision of '\(place)'", hint: hint(forUnknown: revision))
    default:
      return error.failure("find '\(revision)' in '\(place)'", at: place, shallow: isShallow)
    }
  }

  private func hint(forUnknown revision: String) -> String {
    if revision.contains("..") { return "give one revision; it is compared with HEAD" }
    // What pipelines call the state before the first push of a branch.
    if !revision.isEmpty, revision.utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) {
      return "a branch that is new has no earlier commit; compare it with the branch it came from"
    }
    if isShallow { return "the clone is shallow; run git fetch --deepen=100, or --unshallow" }
    if revision.hasPrefix("origin/") {
      let branch = String(revision.dropFirst("origin/".count))
      return "run git fetch origin \(shellQuoted("\(branch):refs/remotes/\(revision)"))"
    }
    return "see git branch --all and git tag, or run git fetch"
  }
}

/// The tree of a revision that was asked for.
struct RevisionTree: ~Copyable {
  let tree: Owned

  var treeID: git_oid { git_tree_id(tree.pointer).pointee }
}
