/// Where a property stands in a document: `template.containers[0].env[LOG_LEVEL].value`.
///
/// A step into an object is a name behind a dot; one that holds a dot, a bracket or a quote stands in quotes and brackets,
/// `labels["a.b"]`. A step into a list is the element's key in brackets.
struct FieldPath: Hashable {
  enum Step: Hashable {
    case key(String)
    case element(String)

    /// Without the brackets.
    var name: String {
      switch self {
      case .key(let name), .element(let name): name
      }
    }

    /// As it stands in a path.
    func text(isFirst: Bool) -> String {
      switch self {
      case .key(let name) where FieldPath.isPlain(name): isFirst ? name : ".\(name)"
      case .key(let name): "[\"\(FieldPath.escaped(name))\"]"
      case .element(let name) where FieldPath.isPlain(name): "[\(name)]"
      case .element(let name): "['\(FieldPath.escaped(name))']"
      }
    }
  }

  var steps: [Step]

  init(_ steps: [Step] = []) { self.steps = steps }

  func appending(_ step: Step) -> FieldPath { FieldPath(steps + [step]) }

  /// The names of the objects' keys alone, by which a layout knows a place: `template.containers.env.value`.
  var pattern: String {
    steps.compactMap { step in
      if case .key(let name) = step { return name }
      return nil
    }.joined(separator: ".")
  }

  // MARK: Text

  var text: String {
    steps.enumerated().map { $1.text(isFirst: $0 == 0) }.joined()
  }

  /// nil for what `text` never is.
  init?(_ text: String) {
    var steps: [Step] = []
    var rest = Array(text.utf8)[...]
    while let first = rest.first {
      if first == UInt8(ascii: "[") {
        guard let step = Self.bracketed(&rest) else { return nil }
        steps.append(step)
        continue
      }
      if !steps.isEmpty {
        guard first == UInt8(ascii: ".") else { return nil }
        rest = rest.dropFirst()
      }
      let name = rest.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "[") }
      let word = String(decoding: name, as: UTF8.self)
      guard Self.isPlain(word) else { return nil }
      steps.append(.key(word))
      rest = rest[name.endIndex...]
    }
    guard !steps.isEmpty else { return nil }
    self.steps = steps
  }

  /// `[name]`, `["name"]` or `['name']` at the beginning of a text, which goes on behind it.
  private static func bracketed(_ rest: inout ArraySlice<UInt8>) -> Step? {
    rest = rest.dropFirst()
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let name = rest.prefix { $0 != UInt8(ascii: "]") }
      let word = String(decoding: name, as: UTF8.self)
      guard isPlain(word), name.endIndex < rest.endIndex else { return nil }
      rest = rest[(name.endIndex + 1)...]
      return .element(word)
    }
    var name: [UInt8] = []
    var at = rest.startIndex + 1
    while at < rest.endIndex, rest[at] != quote {
      if rest[at] == UInt8(ascii: "\\") { at += 1 }
      guard at < rest.endIndex else { return nil }
      name.append(rest[at])
      at += 1
    }
    guard at + 1 < rest.endIndex, rest[at + 1] == UInt8(ascii: "]") else { return nil }
    rest = rest[(at + 2)...]
    let word = String(decoding: name, as: UTF8.self)
    return quote == UInt8(ascii: "\"") ? .key(word) : .element(word)
  }

  fileprivate static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && !name.utf8.contains { ".[]\"'\\".utf8.contains($0) }
  }

  fileprivate static func escaped(_ name: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      if "\\\"'".unicodeScalars.contains(scalar) { text.append("\\") }
      text.append(scalar)
    }
    return String(text)
  }
}
