/// A state of the whole tree that does not depend on the working directory.
package enum Snapshot: Sendable, Hashable {
  /// What is staged: the next commit.
  case index
  /// The commit that is checked out.
  case head
  /// A branch, a tag or a commit, as git's `rev-parse` reads it.
  case revision(String)

  /// As it stands in messages: `in the index`.
  var words: String {
    switch self {
    case .index: "the index"
    case .head: "HEAD"
    case .revision(let name): "'\(name)'"
    }
  }
}

/// A file of a snapshot.
package struct SnapshotFile: Sendable {
  package enum Kind: Sendable {
    case file
    /// Its blob holds the path it points to.
    case symbolicLink
    /// A commit of another repository; there is no blob.
    case submodule
  }

  /// Relative to the working directory.
  package let path: String
  package let kind: Kind
  /// The id of the blob, or of the submodule's commit: 40 hexadecimal digits.
  package let oid: String

  init(path: UnsafePointer<CChar>, mode: UInt32, oid: String) {
    self.path = String(cString: path)
    self.oid = oid
    // Git writes 100644, 100755, 120000 and 160000; its oldest versions also wrote 100664.
    kind =
      switch mode & 0o170000 {
      case 0o120000: .symbolicLink
      case 0o160000: .submodule
      default: .file
      }
  }
}

/// What a blob holds.
package enum BlobContents: Sendable {
  case bytes([UInt8])
  /// It is above the caller's limit and was not read. The size is in bytes.
  case tooLarge(size: Int)
}
