extension ManifestValue {
  /// A YAML document in block style, without a `---`.
  var yaml: [UInt8] {
    var text = ""
    write(indent: 0, isNested: false, to: &text)
    return Array(text.utf8)
  }

  /// - Parameter isNested: whether the cursor stands behind a key's colon or a dash.
  private func write(indent: Int, isNested: Bool, to text: inout String) {
    let margin = String(repeating: " ", count: indent)
    switch self {
    case .mapping(let entries) where !entries.isEmpty:
      for (at, entry) in entries.enumerated() {
        // The first key stands behind its dash.
        text += at == 0 && isNested ? "" : margin
        text += "\(YAMLScalar.text(entry.key)):"
        entry.value.writeBehindKey(indent: indent, to: &text)
      }
    case .list(let values) where !values.isEmpty:
      for (at, value) in values.enumerated() {
        text += "\(at == 0 && isNested ? "" : margin)- "
        value.write(indent: indent + 2, isNested: true, to: &text)
      }
    default: text += "\(scalar(indent: indent))\n"
    }
  }

  private func writeBehindKey(indent: Int, to text: inout String) {
    switch self {
    case .mapping(let entries) where !entries.isEmpty:
      text += "\n"
      write(indent: indent + 2, isNested: false, to: &text)
    case .list(let values) where !values.isEmpty:
      text += "\n"
      write(indent: indent + 2, isNested: false, to: &text)
    default: text += " \(scalar(indent: indent + 2))\n"
    }
  }

  private func scalar(indent: Int) -> String {
    switch self {
    case .text(let text): YAMLScalar.text(text, indent: indent)
    case .int(let number): String(number)
    case .bool(let flag): flag ? "true" : "false"
    case .null: "null"
    case .number(let text): text
    case .list: "[]"
    case .mapping: "{}"
    }
  }
}
