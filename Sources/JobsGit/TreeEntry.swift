import CLibGit2

/// A name in a tree.
struct TreeEntry {
  let id: git_oid
  let mode: UInt32

  init(_ entry: OpaquePointer) {
    id = git_tree_entry_id(entry).pointee
    mode = git_tree_entry_filemode(entry).rawValue
  }

  /// Nil if the tree has no such name.
  init?(_ name: String, in tree: OpaquePointer) {
    guard let entry = git_tree_entry_byname(tree, name) else { return nil }
    self.init(entry)
  }

  var isFolder: Bool { mode == GIT_FILEMODE_TREE.rawValue }

  func file(at path: String) -> SnapshotFile { SnapshotFile(path: path, mode: mode, oid: id.hex) }
}
