import CLibGit2

/// The commits, trees and blobs of a repository.
///
/// Up to August 2026 libgit2 never comes back from reading a loose object that is cut off (libgit2 issue 7342); only its
/// reader of headers does. So the header of what is read here is looked at first, and what libgit2 reads on its own is
/// asked for here before: `requireTree`. That finds the files that a crash leaves empty, full of zeros, or shorter than
/// their header; one that is cut off further on is not found.
final class ObjectDatabase {
  private let repository: OpaquePointer
  private let handle: Owned
  /// Trees that can be read with all that are below them.
  private var wholeTrees: Set<String> = []

  init(_ repository: OpaquePointer) throws(GitError) {
    self.repository = repository
    handle = try Owned(free: git_odb_free) { git_repository_odb($0, repository) }
  }

  /// Throws if an object has no readable header; one that is missing is no error here.
  func requireHeader(_ id: git_oid) throws(GitError) {
    var id = id
    var size = 0
    var type = GIT_OBJECT_INVALID
    let code = git_odb_read_header(&size, &type, handle.pointer, &id)
    if code != GIT_ENOTFOUND.rawValue { try GitError.check(code) }
  }

  func tree(_ id: git_oid) throws(GitError) -> Owned {
    try requireHeader(id)
    var id = id
    return try Owned(free: git_tree_free) { git_tree_lookup($0, repository, &id) }
  }

  func commit(_ id: git_oid) throws(GitError) -> Owned {
    try requireHeader(id)
    var id = id
    return try Owned(free: git_commit_free) { git_commit_lookup($0, repository, &id) }
  }

  /// Throws if a tree, or one below it, cannot be read; to be called before libgit2 walks through it.
  func requireTree(_ root: git_oid) throws(GitError) {
    guard !wholeTrees.contains(root.hex) else { return }
    var seen: Set<String> = []
    var pending = [root]
    while let id = pending.popLast() {
      guard seen.insert(id.hex).inserted, !wholeTrees.contains(id.hex) else { continue }
      let tree = try tree(id)
      for position in 0..<git_tree_entrycount(tree.pointer) {
        guard let entry = git_tree_entry_byindex(tree.pointer, position) else { continue }
        if git_tree_entry_type(entry) == GIT_OBJECT_TREE { pending.append(git_tree_entry_id(entry).pointee) }
      }
    }
    wholeTrees.formUnion(seen)
  }

  /// The size of a blob in bytes, from its header.
  func size(ofBlob hex: String) throws(GitError) -> Int {
    var id = try oid(hex)
    var size = 0
    var type = GIT_OBJECT_INVALID
    try GitError.check(git_odb_read_header(&size, &type, handle.pointer, &id))
    guard type == GIT_OBJECT_BLOB else {
      throw GitError(code: GIT_ERROR.rawValue, message: "object \(hex) is not a blob")
    }
    return size
  }

  /// The bytes of a blob, checked against its id; to be called after `size`, which looks at its header.
  func bytes(ofBlob hex: String) throws(GitError) -> [UInt8] {
    var id = try oid(hex)
    let object = try Owned(free: git_odb_object_free) { git_odb_read($0, handle.pointer, &id) }
    let bytes = UnsafeRawBufferPointer(
      start: git_odb_object_data(object.pointer), count: git_odb_object_size(object.pointer))
    return [UInt8](bytes)
  }

  private func oid(_ hex: String) throws(GitError) -> git_oid {
    var id = git_oid()
    try GitError.check(git_oid_fromstr(&id, hex))
    return id
  }
}
