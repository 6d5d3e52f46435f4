package import JobsCore

/// What stands round the values that were read of a cloud and kept: a head with when and of what, and an end with what could not
/// be read. By the end it is known that the file is whole.
package enum SnapshotMark: Sendable, Equatable {
  /// - Parameters:
  ///   - of: what was read, as it was asked for: `gcp:projects/acme`, `aws`.
  ///   - time: when the reading began.
  case head(of: String, time: Instant)
  /// - Parameter values: how many stand between head and end.
  case end(values: Int, missed: [String])

  private static let version = 1

  package func write(to json: inout JSONWriter) {
    json.object { json in
      switch self {
      case .head(let of, let time):
        json.object("snapshot") { json in
          json.member("v", Self.version)
          json.member("of", of)
          json.member("readAt", time.rfc3339)
        }
      case .end(let values, let missed):
        json.object("snapshotEnd") { json in
          json.member("values", values)
          json.member("missed", missed)
        }
      }
    }
  }

  /// nil for a value that is none.
  static func read(_ tree: Tree) throws(ShapeError) -> SnapshotMark? {
    guard tree.value(Tree.root, "snapshot") != nil || tree.value(Tree.root, "snapshotEnd") != nil else { return nil }
    let root = try ObjectFields(tree, "a snapshot")
    if let head = try root.object("snapshot", "the head of a snapshot") {
      guard tree.value(head.id, "v").flatMap(tree.int) == version else {
        throw head.fail("snapshots of this version are not known: a newer jobs-audit wrote it")
      }
      guard let time = try head.time("readAt") else { throw head.fail("the head of a snapshot has no 'readAt'") }
      return .head(of: try head.required("of"), time: time)
    }
    guard let end = try root.object("snapshotEnd", "the end of a snapshot"),
      let values = tree.value(end.id, "values").flatMap(tree.int)
    else { throw root.fail("the end of a snapshot does not say how many values there are") }
    return .end(values: values, missed: try end.texts("missed"))
  }

  /// When a snapshot was read, by the first bytes of its file; nil for what is none.
  package static func time(in head: some Collection<UInt8>) -> Instant? {
    let line = Array(head.prefix { $0 != UInt8(ascii: "\n") })
    guard line.starts(with: #"{"snapshot":"#.utf8) else { return nil }
    var tree = Tree(source: line)
    guard (try? JSONReader.parse(&tree, in: 0..<line.count)) != nil, case .head(_, let time)? = try? read(tree) else {
      return nil
    }
    return time
  }
}
