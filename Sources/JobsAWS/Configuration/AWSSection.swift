/// The settings of one section of a configuration file.
package struct AWSSection: Sendable, Hashable, CustomReflectable {
  private enum Value: Sendable, Hashable {
    case text(String)
    /// Settings under a key of their own.
    case nested([String: String])
  }

  private var values: [String: Value] = [:]

  package init() {}

  /// Nothing of what stands in it.
  package var customMirror: Mirror { Mirror(self, children: []) }

  /// The value of a key in small letters; nil where there is none, or an empty one.
  package subscript(key: String) -> String? {
    guard case .text(let text) = values[key], !text.isEmpty else { return nil }
    return text
  }

  /// The value of a key under another one.
  package func nested(_ key: String, _ name: String) -> String? {
    guard case .nested(let settings) = values[key] else { return nil }
    return settings[name]
  }

  /// These settings over those of another section.
  package func merged(over other: AWSSection) -> AWSSection {
    var merged = other
    merged.values.merge(values) { _, own in own }
    return merged
  }

  // MARK: Reading

  mutating func set(_ key: String, _ value: String) { values[key] = .text(value) }

  mutating func set(_ key: String, _ name: String, _ value: String) {
    // Taken out, so that nothing is copied.
    guard case .nested(var settings)? = values.removeValue(forKey: key) else {
      values[key] = .nested([name: value])
      return
    }
    settings[name] = value
    values[key] = .nested(settings)
  }

  /// Whether lines below a key are settings of their own: it has no value of its own.
  func isOpen(_ key: String) -> Bool {
    switch values[key] {
    case .text(let text): text.isEmpty
    case .nested: true
    case nil: false
    }
  }

  /// Goes on with a value on a line of its own.
  mutating func extend(_ key: String, _ line: Substring) {
    guard case .text(var text)? = values.removeValue(forKey: key) else { return }
    text += "\n"
    text += line
    values[key] = .text(text)
  }
}
