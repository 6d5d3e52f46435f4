import CLibGit2
package import JobsCore

extension Repository {
  /// Every file of a snapshot that lies in a folder.
  ///
  /// In the index, a file that was only announced (`git add --intent-to-add`) is left out: a commit would not hold it.
  ///
  /// - Parameter folder: relative to the working directory; empty for everything. The path of a file gives that file.
  /// - Throws: a failure for an unmerged file in the folder, a bare repository's index, or a broken repository.
  package func files(in snapshot: Snapshot, under folder: String = "") throws(Failure) -> [SnapshotFile] {
    let filter = FolderFilter(folder)
    var files: [SnapshotFile] = []
    switch snapshot {
    case .index:
      let index = try index()
      try index.requireMerged(filter, at: place)
      for position in 0..<index.count {
        let entry = index[position]
        guard filter.covers(entry.path), !entry.isOnlyAnnounced else { continue }
        files.append(SnapshotFile(path: entry.path, mode: entry.mode, oid: entry.id.hex))
      }
    case .head:
      guard let head = try head() else { return [] }
      do throws(GitError) {
        try collect(head.tree.pointer, filter, into: &files)
      } catch {
        throw error.failure("list the files of HEAD in '\(place)'", at: place, shallow: isShallow)
      }
    case .revision(let name):
      let found = try tree(of: name)
      do throws(GitError) {
        try collect(found.tree.pointer, filter, into: &files)
      } catch {
        throw error.failure("list the files of '\(name)' in '\(place)'", at: place, shallow: isShallow)
      }
    }
    files.sort { BytePath.precedes($0.path, $1.path) }
    return files
  }

  private func collect(
    _ root: OpaquePointer, _ filter: FolderFilter, into files: inout [SnapshotFile]
  ) throws(GitError) {
    var folders: [(path: String, id: git_oid)] = []
    if filter.folder.isEmpty {
      folders.append(("", git_tree_id(root).pointee))
    } else {
      guard let found = try treeEntry(at: filter.folder, in: root) else { return }
      guard found.isFolder else {
        files.append(found.file(at: filter.folder))
        return
      }
      folders.append((filter.folder + "/", found.id))
    }
    while let (prefix, id) = folders.popLast() {
      let tree = try objects.tree(id)
      for position in 0..<git_tree_entrycount(tree.pointer) {
        guard let entry = git_tree_entry_byindex(tree.pointer, position) else { continue }
        let path = prefix + String(cString: git_tree_entry_name(entry))
        if git_tree_entry_type(entry) == GIT_OBJECT_TREE {
          folders.append((path + "/", git_tree_entry_id(entry).pointee))
        } else {
          files.append(TreeEntry(entry).file(at: path))
        }
      }
    }
  }

  /// What lies at a path below a tree; nil if nothing does.
  func treeEntry(at path: String, in root: OpaquePointer) throws(GitError) -> TreeEntry? {
    var names = path.split(separator: "/", omittingEmptySubsequences: false)[...]
    guard let first = names.popFirst(), var found = TreeEntry(String(first), in: root) else { return nil }
    for name in names {
      guard found.isFolder else { return nil }
      let tree = try objects.tree(found.id)
      guard let next = TreeEntry(String(name), in: tree.pointer) else { return nil }
      found = next
    }
    return found
  }

  /// The file of a snapshot at a path; nil if there is none.
  ///
  /// - Throws: a failure if the file is unmerged, or the repository is broken.
  package func file(at path: String, in snapshot: Snapshot) throws(Failure) -> SnapshotFile? {
    switch snapshot {
    case .index:
      let index = try index()
      guard let entry = index.entry(at: path) else {
        try index.requireMerged(FolderFilter(path), at: place)
        return nil
      }
      return entry.isOnlyAnnounced ? nil : SnapshotFile(path: entry.path, mode: entry.mode, oid: entry.id.hex)
    case .head:
      guard let head = try head() else { return nil }
      do throws(GitError) {
        guard let found = try treeEntry(at: path, in: head.tree.pointer), !found.isFolder else { return nil }
        return found.file(at: path)
      } catch {
        throw error.failure("find '\(path)' in HEAD", at: place, shallow: isShallow)
      }
    case .revision(let name):
      let revision = try tree(of: name)
      do throws(GitError) {
        guard let found = try treeEntry(at: path, in: revision.tree.pointer), !found.isFolder else { return nil }
        return found.file(at: path)
      } catch {
        throw error.failure("find '\(path)' in '\(name)'", at: place, shallow: isShallow)
      }
    }
  }
}
