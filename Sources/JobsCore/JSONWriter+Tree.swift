extension JSONWriter {
  /// Writes a node of a tree as compact JSON.
  ///
  /// A number keeps its text where that is JSON; the other forms of YAML (`0x1F`, `+5`, `.5`) become decimal, and what
  /// JSON has no number for (`.inf`, `.nan`) a string.
  package mutating func value(_ tree: Tree, _ id: Tree.ID) {
    switch tree.kind(id) {
    case .null: null()
    case .bool: value(tree.bool(id) ?? false)
    case .int, .float: number(tree, id)
    case .string: tree.withText(id) { quote($0) }
    case .sequence:
      beginArray()
      for child in tree.children(id) { value(tree, child) }
      endArray()
    case .mapping:
      beginObject()
      for entry in tree.entries(id) {
        key(tree.string(entry.key))
        value(tree, entry.value)
      }
      endObject()
    }
  }

  private mutating func number(_ tree: Tree, _ id: Tree.ID) {
    if tree.withText(id, isJSONNumber) {
      tree.withText(id) { raw($0) }
    } else if let integer = tree.int(id) {
      value(integer)
    } else if let number = tree.double(id), number.isFinite {
      raw("\(number)".utf8)
    } else {
      value(tree.string(id))
    }
  }
}

/// Whether a text is a number by RFC 8259 §6.
private func isJSONNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  var at = 0
  func digits() -> Int {
    let from = at
    while at < text.count, text[at] >= UInt8(ascii: "0"), text[at] <= UInt8(ascii: "9") { at += 1 }
    return at - from
  }
  if at < text.count, text[at] == UInt8(ascii: "-") { at += 1 }
  let first = at
  let whole = digits()
  guard whole == 1 || whole > 1 && text[first] != UInt8(ascii: "0") else { return false }
  if at < text.count, text[at] == UInt8(ascii: ".") {
    at += 1
    guard digits() > 0 else { return false }
  }
  if at < text.count, text[at] | 32 == UInt8(ascii: "e") {
    at += 1
    if at < text.count, text[at] == UInt8(ascii: "+") || text[at] == UInt8(ascii: "-") { at += 1 }
    guard digits() > 0 else { return false }
  }
  return at == text.count
}
