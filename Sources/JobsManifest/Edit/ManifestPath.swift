import JobsCore

/// The place of a value in a manifest, written as `Tree.path` writes it: `spec.retry.attempts`, `containers[0].image`,
/// `metadata.annotations["run.googleapis.com/launch-stage"]`.
package struct ManifestPath: Hashable, Sendable, CustomStringConvertible {
  package enum Step: Hashable, Sendable {
    case key(String)
    /// 0-based.
    case index(Int)
  }

  package var steps: [Step]

  package init(_ steps: [Step]) { self.steps = steps }

  package init(keys: String...) { steps = keys.map { .key($0) } }

  /// Reads a path; nil for what is none.
  package init?(parsing text: some StringProtocol) {
    var steps: [Step] = []
    var rest = Array(text.utf8)[...]
    var isAtStart = true
    while let first = rest.first {
      if first == UInt8(ascii: "[") {
        guard let end = Self.closing(rest) else { return nil }
        let inside = rest[(rest.startIndex + 1)..<end]
        rest = rest[(end + 1)...]
        if inside.first == UInt8(ascii: "\"") {
          guard inside.count > 2, inside.last == UInt8(ascii: "\"") else { return nil }
          steps.append(.key(String(decoding: inside.dropFirst().dropLast(), as: UTF8.self)))
        } else {
          guard inside.count < 6, let index = Int(String(decoding: inside, as: UTF8.self)), index >= 0 else {
            return nil
          }
          steps.append(.index(index))
        }
      } else {
        if !isAtStart {
          guard first == UInt8(ascii: ".") else { return nil }
          rest = rest.dropFirst()
        }
        let name = rest.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "[") }
        guard !name.isEmpty else { return nil }
        steps.append(.key(String(decoding: name, as: UTF8.self)))
        rest = rest[name.endIndex...]
      }
      isAtStart = false
    }
    guard case .key? = steps.first else { return nil }
    self.steps = steps
  }

  /// Where the bracket ends that is open at the start; one within quotes does not count.
  private static func closing(_ text: ArraySlice<UInt8>) -> Int? {
    var isQuoted = false
    for at in text.indices.dropFirst() {
      if text[at] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if text[at] == UInt8(ascii: "]"), !isQuoted { return at }
    }
    return nil
  }

  package var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .key(let key):
        let isPlain = !key.isEmpty && !key.utf8.contains { ".[\"".utf8.contains($0) }
        text += isPlain ? (text.isEmpty ? key : ".\(key)") : "[\"\(Terminal.visible(key))\"]"
      }
    }
    return text
  }
}
