import JobsCore

/// Compares one scalar with what its place wants.
enum ScalarCheck {
  static func run(_ id: Tree.ID, _ scalar: Shape.Scalar, _ findings: inout Findings) {
    let tree = findings.tree
    let kind = tree.kind(id)
    guard kind.isScalar else { return WrongType.report(id, .scalar(scalar), &findings) }
    // A value that waits for a variable is judged once it has one.
    if kind == .string, Variables.isOpen(tree, id) { return }
    switch scalar {
    case .string:
      if kind != .string { WrongType.reportUnquoted(id, &findings) }
    case .text:
      if kind == .bool || kind == .null { WrongType.reportUnquoted(id, &findings) }
    case .bool:
      if kind != .bool { WrongType.report(id, .scalar(scalar), &findings) }
    case .int(let range, let quoted):
      let value = kind == .int ? tree.int(id) : kind == .string && quoted ? Int(tree.string(id)) : nil
      guard let value else { return WrongType.report(id, .scalar(scalar), &findings) }
      if !range.contains(value) { OutOfRange.report(id, value, range, &findings) }
    case .word(let words):
      guard kind == .string else { return WrongType.report(id, .scalar(scalar), &findings) }
      let word = tree.string(id)
      if !words.contains(word) { UnknownWord.report(id, word, words, &findings) }
    case .duration:
      if Quantity.seconds(tree.string(id)) == nil { BadQuantity.report(id, scalar, &findings) }
    case .bytes:
      if Quantity.bytes(tree.string(id)) == nil { BadQuantity.report(id, scalar, &findings) }
    case .cpu:
      if Quantity.millicores(tree.string(id)) == nil { BadQuantity.report(id, scalar, &findings) }
    }
  }
}
