import JobsCore

/// A value as it is written on one line, in the manner of what stands there.
struct InlineValue {
  enum Place {
    /// JSON, with quoted keys.
    case json
    /// Behind a key of a block mapping.
    case block
    /// Within brackets, where a comma ends a value.
    case flow
  }

  var place: Place

  /// - Parameter old: the style of the scalar that is replaced; its quotes are kept.
  func text(_ value: ManifestValue, old: Tree.Style? = nil) -> String {
    switch value {
    case .bool(let flag): flag ? "true" : "false"
    case .int(let number): String(number)
    case .number(let text): text
    case .null: "null"
    case .text(let text): scalar(text, old)
    case .list(let values): "[\(values.map { nested.text($0) }.joined(separator: ", "))]"
    case .mapping(let entries): "{\(entries.map { nested.entry($0.key, $0.value) }.joined(separator: ", "))}"
    }
  }

  /// `key: value`
  func entry(_ name: String, _ value: ManifestValue) -> String { "\(key(name)): \(text(value))" }

  func key(_ name: String) -> String { place == .json ? Self.json(name) : plain(name) ?? YAMLScalar.quoted(name) }

  private var nested: InlineValue { place == .json ? self : InlineValue(place: .flow) }

  private func scalar(_ text: String, _ old: Tree.Style?) -> String {
    if place == .json { return Self.json(text) }
    if old == .single, text.utf8.allSatisfy({ $0 >= 32 && $0 < 127 && $0 != UInt8(ascii: "'") }) { return "'\(text)'" }
    if old == .single || old == .double { return YAMLScalar.quoted(text) }
    return plain(text) ?? YAMLScalar.quoted(text)
  }

  /// The text without quotes, where every reader takes it for itself.
  private func plain(_ text: String) -> String? {
    if isMeasure(text) { return text }
    let written = YAMLScalar.text(text)
    return written == text && (place == .block || !text.utf8.contains(UInt8(ascii: ","))) ? text : nil
  }

  /// `90s`, `1h30m`, `512Mi`: digits and letters that no reader takes for a number.
  private func isMeasure(_ text: String) -> Bool {
    guard let first = text.utf8.first, (48...57).contains(first), text.utf8.count < 20,
      text.utf8.allSatisfy({ SecretName.isAlphanumeric($0) })
    else { return false }
    return Array(text.utf8).withUnsafeBufferPointer {
      CoreSchema.kind(of: $0) == .string && CoreSchema.meaningInYAML11($0) == nil
    }
  }

  private static func json(_ text: String) -> String {
    var json = JSONWriter()
    json.value(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
