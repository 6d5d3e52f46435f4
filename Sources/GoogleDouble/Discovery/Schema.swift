import JobsCore

/// What a value may be, as a discovery document says it.
indirect enum Schema: Sendable {
  /// The formats of strings that are checked.
  enum Format: String, Sendable {
    case int64, uint64, byte
    case duration = "google-duration"
    case datetime = "google-datetime"
    case fieldmask = "google-fieldmask"
  }

  case any
  case boolean
  case integer
  case number
  case string(Format?)
  case enumeration([String])
  case list(Schema)
  /// Keys are anything, values are of one kind.
  case map(Schema)
  case message(Message)
  /// Another schema of the same document, by its name.
  case reference(String)

  struct Property: Sendable {
    let schema: Schema
    /// Set by the server: what a client sends is dropped.
    let isOutputOnly: Bool
  }

  /// The fields of an object.
  struct Message: Sendable {
    /// By their names in camelCase.
    let properties: [String: Property]
    /// From the names in snake_case, which Google takes as well, to those of the document.
    let originals: [String: String]

    /// A field by either of its names.
    func property(_ name: String) -> (name: String, property: Property)? {
      if let property = properties[name] { return (name, property) }
      guard let camel = originals[name], let property = properties[camel] else { return nil }
      return (camel, property)
    }
  }
}

extension Schema {
  /// Reads a schema of a document.
  init(_ tree: Tree, _ id: Tree.ID) {
    func text(_ key: StaticString) -> String? { tree.value(id, key).map(tree.string) }
    if let name = text("$ref") {
      self = .reference(name)
      return
    }
    if let names = tree.value(id, "enum") {
      self = .enumeration(tree.children(names).map(tree.string))
      return
    }
    switch text("type") {
    case "boolean": self = .boolean
    case "integer": self = .integer
    case "number": self = .number
    case "string": self = .string(text("format").flatMap(Format.init))
    case "array": self = .list(tree.value(id, "items").map { Schema(tree, $0) } ?? .any)
    case "object":
      if let values = tree.value(id, "additionalProperties") {
        self = .map(tree.kind(values) == .mapping ? Schema(tree, values) : .any)
      } else if let properties = tree.value(id, "properties") {
        self = .message(Message(tree, properties))
      } else {
        self = .any
      }
    default: self = .any
    }
  }
}

extension Schema.Message {
  fileprivate init(_ tree: Tree, _ id: Tree.ID) {
    var properties: [String: Schema.Property] = [:]
    var originals: [String: String] = [:]
    for entry in tree.entries(id) {
      let name = tree.string(entry.key)
      let isReadOnly = tree.value(entry.value, "readOnly").flatMap(tree.bool) ?? false
      let words = tree.value(entry.value, "description")
      let isSaid = words.map { tree.withText($0) { $0.starts(with: "Output only".utf8) } } ?? false
      // Some documents call them output only, and clients send them all the same, to say which object they mean.
      let isIdentity = name == "name" || name == "etag"
      properties[name] = Schema.Property(
        schema: Schema(tree, entry.value), isOutputOnly: (isReadOnly || isSaid) && !isIdentity)
      originals[FieldName.snake(name)] = name
    }
    self.init(properties: properties, originals: originals)
  }
}

/// The two spellings of a field's name.
enum FieldName {
  /// `taskCount` as `task_count`.
  static func snake(_ camel: String) -> String {
    var text = ""
    for letter in camel.unicodeScalars {
      if ("A"..."Z").contains(letter) {
        text += "_" + String(letter).lowercased()
      } else {
        text.unicodeScalars.append(letter)
      }
    }
    return text
  }

  /// `task_count` as `taskCount`.
  static func camel(_ snake: String) -> String {
    let parts = snake.split(separator: "_", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(into: String(parts[0])) { $0 += $1.prefix(1).uppercased() + $1.dropFirst() }
  }
}
