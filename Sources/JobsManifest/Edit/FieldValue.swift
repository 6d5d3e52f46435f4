import JobsCore

/// What a text of a command line means at a place of a manifest.
enum FieldValue {
  /// The value that a shape makes of a text.
  ///
  /// - Parameters:
  ///   - name: what messages call the place.
  ///   - old: what stands there now: a bare number stays one.
  static func value(_ text: String, _ shape: Shape, isNullable: Bool, name: String, old: Tree.Kind?)
    throws(EditRefusal) -> ManifestValue
  {
    if isNullable, text == "null" { return .null }
    switch shape {
    case .any: return .text(text)
    case .scalar(let scalar): return try value(text, scalar, name: name, old: old)
    case .list: return try list(text, name: name)
    case .keys(let keys):
      throw EditRefusal(
        "'\(name)' is a mapping",
        hint: "set a key below it: \(keys.all.prefix(8).map { "\(name).\($0.text)" }.joined(separator: ", "))")
    case .dictionary:
      throw EditRefusal("'\(name)' is a mapping", hint: "set a key below it, as in \(name).KEY=VALUE")
    case .either(let shapes):
      if text.hasPrefix("["), shapes.contains(where: { if case .list = $0 { true } else { false } }) {
        return try list(text, name: name)
      }
      guard let scalar = shapes.lazy.compactMap({ if case .scalar(let scalar) = $0 { scalar } else { nil } }).first
      else { return try value(text, shapes[0], isNullable: false, name: name, old: old) }
      return try value(text, scalar, name: name, old: old)
    }
  }

  private static func value(
    _ text: String, _ scalar: Shape.Scalar, name: String, old: Tree.Kind?
  ) throws(EditRefusal) -> ManifestValue {
    // What a variable brings is judged by the check that follows.
    if Variables.isOpen(text) { return .text(text) }
    let shown = Terminal.visible(text)
    switch scalar {
    case .string: return .text(text)
    case .text: return old == .int ? decimal(text).map { .int($0) } ?? .text(text) : .text(text)
    case .bool:
      guard text == "true" || text == "false" else {
        throw EditRefusal("'\(name)' is true or false, not '\(shown)'")
      }
      return .bool(text == "true")
    case .int(let range, _):
      guard let number = Int(text), range.contains(number) else {
        throw EditRefusal("'\(name)' is a number from \(range.lowerBound) to \(range.upperBound), not '\(shown)'")
      }
      return .int(number)
    case .word(let words):
      guard words.contains(text) else {
        throw EditRefusal(
          "'\(name)' cannot be '\(shown)'",
          hint: Spelling.nearest(text, of: words).map { "did you mean '\($0)'?" }
            ?? "known are \(words.joined(separator: ", "))")
      }
      return .text(text)
    case .duration: return try measured(text, Quantity.seconds(text), name, "a length of time such as 90s or 1h30m")
    case .bytes: return try measured(text, Quantity.bytes(text), name, "a size such as 512Mi")
    case .cpu: return try measured(text, Quantity.millicores(text), name, "cores such as 1, or millicores such as 500m")
    }
  }

  private static func measured(_ text: String, _ amount: Int?, _ name: String, _ words: String) throws(EditRefusal)
    -> ManifestValue
  {
    guard amount != nil else { throw EditRefusal("'\(name)' is \(words), not '\(Terminal.visible(text))'") }
    return decimal(text).map { .int($0) } ?? .text(text)
  }

  /// An integer that is written as it would be read.
  private static func decimal(_ text: String) -> Int? {
    guard let number = Int(text), String(number) == text else { return nil }
    return number
  }

  private static func list(_ text: String, name: String) throws(EditRefusal) -> ManifestValue {
    guard let value = ManifestValue(json: text), case .list = value else {
      throw EditRefusal("'\(name)' is a list", hint: #"write it as JSON: \#(name)='["one", "two"]'"#)
    }
    return value
  }
}
