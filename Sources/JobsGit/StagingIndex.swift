import CLibGit2
import JobsCore

/// What the next commit would hold: an index file, read once.
final class StagingIndex {
  let handle: Owned

  /// - Parameter file: the path of another index than the repository's own; one that does not exist is empty.
  init(_ repository: OpaquePointer, file: String?) throws(GitError) {
    handle = try Owned(free: git_index_free) { made in
      if let file { git_index_open(made, file) } else { git_repository_index(made, repository) }
    }
    // A standalone index is read by opening it; the repository's own is not.
    try GitError.check(git_index_read(handle.pointer, 0))
  }

  var count: Int { git_index_entrycount(handle.pointer) }

  /// The entry at a position from 0 up; it lives as long as the index.
  subscript(position: Int) -> git_index_entry { git_index_get_byindex(handle.pointer, position).pointee }

  /// The merged entry of a path; nil if there is none.
  func entry(at path: String) -> git_index_entry? {
    git_index_get_bypath(handle.pointer, path, 0)?.pointee
  }

  /// Whether git lists the path, merged or not, or something in it if it is a folder.
  func tracks(_ path: String, isDirectory: Bool) -> Bool {
    git_index_find(nil, handle.pointer, path) == 0
      || isDirectory && git_index_find_prefix(nil, handle.pointer, path + "/") == 0
  }

  /// Refuses files whose merge is not settled: which of their stages would be committed is not known.
  func requireMerged(_ folder: FolderFilter, at place: String) throws(Failure) {
    guard git_index_has_conflicts(handle.pointer) == 1 else { return }
    for position in 0..<count {
      var entry = self[position]
      guard git_index_entry_stage(&entry) > 0, folder.covers(entry.path) else { continue }
      let path = String(cString: entry.path)
      throw .usage(
        "cannot read '\(path)' in the index of '\(place)': it is unmerged",
        hint: "resolve the conflict, then run git add \(shellQuoted(path))")
    }
  }
}

extension git_index_entry {
  /// Whether `git add --intent-to-add` only announced the file: a commit would not hold it.
  var isOnlyAnnounced: Bool { UInt32(flags_extended) & GIT_INDEX_ENTRY_INTENT_TO_ADD.rawValue != 0 }
}
