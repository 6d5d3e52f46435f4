import JobsCore

/// Follows the marks of snapshots through a file, and sees whether they are whole.
struct SnapshotCheck {
  private var open: (of: String, values: Int)?

  /// What a mark of a value says of the estate; false for a value that is no mark, which is then counted.
  mutating func take(_ tree: Tree, into estate: inout Estate) throws(ShapeError) -> Bool {
    switch try SnapshotMark.read(tree) {
    case nil:
      open?.values += 1
      return false
    case .head(let of, let time)?:
      guard open == nil else { throw ShapeError(offset: 0, message: "a snapshot begins within another") }
      open = (of, 0)
      estate.remark("what changed since '\(Terminal.visible(of))' was read, at \(time.rfc3339)")
    case .end(let values, let missed)?:
      guard let begun = open else { throw ShapeError(offset: 0, message: "a snapshot ends that did not begin") }
      guard begun.values == values else {
        throw ShapeError(
          offset: 0,
          message: "the snapshot says that it has \(values) values, and has \(begun.values): parts are missing")
      }
      for words in missed { estate.remark(words, isGap: true) }
      open = nil
    }
    return true
  }

  /// - Throws: a usage failure for a snapshot that is cut off.
  func end(_ file: String) throws(Failure) {
    guard let open else { return }
    throw .usage(
      "cannot use '\(Terminal.visible(file))': the snapshot of '\(Terminal.visible(open.of))' has no end: it was cut off",
      hint: "copy it again, or read the cloud anew with --live")
  }
}
