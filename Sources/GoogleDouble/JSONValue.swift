package import JobsCore

/// A JSON value that can be changed; keys stay in their order, and numbers keep their text.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// The text of the number.
  case number(String)
  case string(String)
  case list([JSONValue])
  case object(JSONObject)
}

/// The entries of a JSON object in their order.
package struct JSONObject: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package let key: String
    package var value: JSONValue
  }

  package private(set) var entries: [Entry] = []

  package init() {}

  package subscript(_ key: String) -> JSONValue? {
    get { entries.first { $0.key == key }?.value }
    set {
      let place = entries.firstIndex { $0.key == key }
      switch (place, newValue) {
      case (let place?, let value?): entries[place].value = value
      case (let place?, nil): entries.remove(at: place)
      case (nil, let value?): entries.append(Entry(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Adds an entry whose key is known to be new.
  mutating func append(_ key: String, _ value: JSONValue) { entries.append(Entry(key: key, value: value)) }
}

// MARK: - Reading

extension JSONValue {
  /// Reads a whole text.
  package init(_ bytes: [UInt8]) throws(JSONReader.SyntaxError) {
    var tree = Tree(source: bytes, reserving: bytes.count / 12)
    try JSONReader.parse(&tree, in: 0..<bytes.count, depthLimit: 100)
    self.init(tree, Tree.root)
  }

  init(_ tree: Tree, _ id: Tree.ID) {
    switch tree.kind(id) {
    case .null: self = .null
    case .bool: self = .bool(tree.bool(id) ?? false)
    case .int, .float: self = .number(tree.string(id))
    case .string: self = .string(tree.string(id))
    case .sequence: self = .list(tree.children(id).map { JSONValue(tree, $0) })
    case .mapping:
      var object = JSONObject()
      for entry in tree.entries(id) { object[tree.string(entry.key)] = JSONValue(tree, entry.value) }
      self = .object(object)
    }
  }

  package var object: JSONObject? { if case .object(let object) = self { object } else { nil } }
  package var list: [JSONValue]? { if case .list(let list) = self { list } else { nil } }
  package var string: String? { if case .string(let text) = self { text } else { nil } }
  package var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }

  /// A whole number, also where it is written as a string, as 64 bits are.
  package var int: Int? {
    switch self {
    case .number(let text), .string(let text): Int(text)
    default: nil
    }
  }

  package var double: Double? { if case .number(let text) = self { Double(text) } else { nil } }

  /// A field of an object; setting one makes an object of what is none.
  package subscript(_ key: String) -> JSONValue? {
    get { object?[key] }
    set {
      var object = object ?? JSONObject()
      // Released before it is changed, so that nothing is copied.
      self = .null
      object[key] = newValue
      self = .object(object)
    }
  }

  /// Sets a field that is not there.
  mutating func setDefault(_ key: String, _ value: JSONValue) { if self[key] == nil { self[key] = value } }
}

// MARK: - Changing

extension JSONValue {
  /// The value with the project's number instead of its id in all its names.
  var withProjectNumbers: JSONValue {
    switch self {
    case .list(let list): return .list(list.map(\.withProjectNumbers))
    case .object(let object):
      var changed = JSONObject()
      for entry in object.entries {
        guard entry.key == "name", let name = entry.value.string, let project = ResourceName.project(of: name) else {
          changed.append(entry.key, entry.value.withProjectNumbers)
          continue
        }
        let rest = name.dropFirst("projects/\(project)".count)
        changed.append("name", .string("projects/\(World.number(ofProject: project))\(rest)"))
      }
      return .object(changed)
    default: return self
    }
  }
}

// MARK: - Writing

extension JSONValue {
  package var bytes: [UInt8] {
    var writer = JSONWriter(reserving: 512)
    write(to: &writer)
    return writer.bytes
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  private func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .bool(let flag): writer.value(flag)
    case .number(let text): writer.raw(text.utf8)
    case .string(let text): writer.value(text)
    case .list(let list):
      writer.beginArray()
      for element in list { element.write(to: &writer) }
      writer.endArray()
    case .object(let object):
      writer.beginObject()
      for entry in object.entries {
        writer.key(entry.key)
        entry.value.write(to: &writer)
      }
      writer.endObject()
    }
  }
}

// MARK: - Literals

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .number(String(value)) }
  package init(arrayLiteral elements: JSONValue...) { self = .list(elements) }

  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    var object = JSONObject()
    for (key, value) in elements { object[key] = value }
    self = .object(object)
  }

  package init(_ number: Int) { self = .number(String(number)) }
}
