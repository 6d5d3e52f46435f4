package import JobsCore

/// How a document of an API becomes the fields of a resource, one for each value in it, and they the document again.
///
/// A list of plain values is one field. A list of objects is a field for each of their values where the layout names the
/// key by which its elements are known, so that their order does not matter; any other list is one field.
package struct FieldLayout: Sendable {
  /// How the elements of a list are known.
  package enum ElementKey: Sendable, Hashable {
    /// By the value of one of their keys, which each has, and which no two share.
    case key(String)
    /// By their place, from 0.
    case place
  }

  /// By the pattern of the list's path: the names of keys from the root on, with dots between them.
  package var lists: [String: ElementKey]

  package init(lists: [String: ElementKey] = [:]) { self.lists = lists }

  // MARK: From a document

  /// The fields of an object, in the order of the document. Nulls are left out.
  package func fields(_ tree: Tree, _ node: Tree.ID = Tree.root) -> [Resource.Field] {
    var fields: [Resource.Field] = []
    add(tree, node, at: FieldPath(), to: &fields)
    return fields
  }

  private func add(_ tree: Tree, _ node: Tree.ID, at path: FieldPath, to fields: inout [Resource.Field]) {
    switch tree.kind(node) {
    case .null: return
    case .mapping where tree.count(node) > 0:
      for entry in tree.entries(node) {
        add(tree, entry.value, at: path.appending(.key(tree.string(entry.key))), to: &fields)
      }
    case .sequence where addElements(tree, node, at: path, to: &fields): return
    default:
      guard !path.steps.isEmpty, let value = Resource.Value(tree, node) else { return }
      fields.append(Resource.Field(path.text, value))
    }
  }

  /// Adds the fields of the elements of a list; false where the list is one field.
  private func addElements(
    _ tree: Tree, _ list: Tree.ID, at path: FieldPath, to fields: inout [Resource.Field]
  ) -> Bool {
    guard tree.count(list) > 0, let key = lists[path.pattern], let names = names(tree, list, key) else { return false }
    for (name, element) in zip(names, tree.children(list)) {
      let place = path.appending(.element(name))
      let before = fields.count
      for entry in tree.entries(element) where key != .key(tree.string(entry.key)) {
        add(tree, entry.value, at: place.appending(.key(tree.string(entry.key))), to: &fields)
      }
      // An element that is nothing but its key.
      if fields.count == before { fields.append(Resource.Field(place.text, .emptyObject)) }
    }
    return true
  }

  /// What the elements of a list are known by; nil where they are not all objects with a name of their own.
  private func names(_ tree: Tree, _ list: Tree.ID, _ key: ElementKey) -> [String]? {
    var names: [String] = []
    var seen: Set<String> = []
    for (at, element) in tree.children(list).enumerated() {
      guard tree.kind(element) == .mapping else { return nil }
      switch key {
      case .place: names.append(String(at))
      case .key(let key):
        guard let value = tree.value(element, key: key), tree.kind(value) == .string else { return nil }
        let name = tree.string(value)
        guard !name.isEmpty, seen.insert(name).inserted else { return nil }
        names.append(name)
      }
    }
    return names
  }

  // MARK: To a document

  /// The document whose fields these are, as compact JSON.
  ///
  /// - Throws: a usage failure for a field whose name is no path, or that stands below another that is a value.
  package func json(_ fields: [Resource.Field]) throws(Failure) -> [UInt8] {
    var root = Part.object([])
    for field in fields {
      guard let path = FieldPath(field.name), root.set(field.value, at: path.steps[...]) else {
        throw .usage("'\(Terminal.visible(field.name))' is no field of such a resource", hint: "make the plan anew")
      }
    }
    var json = JSONWriter()
    try write(root, FieldPath(), to: &json)
    return json.bytes
  }

  private func write(_ part: Part, _ path: FieldPath, to json: inout JSONWriter) throws(Failure) {
    switch part {
    case .value(let value): json.value(value)
    case .object(let entries):
      json.beginObject()
      for entry in entries {
        json.key(entry.name)
        try write(entry.part, path.appending(.key(entry.name)), to: &json)
      }
      json.endObject()
    case .list(let elements):
      guard let key = lists[path.pattern] else {
        throw .usage("'\(Terminal.visible(path.text))' is no list of such a resource", hint: "make the plan anew")
      }
      json.beginArray()
      for element in key == .place ? elements.sorted(by: { Int($0.name) ?? 0 < Int($1.name) ?? 0 }) : elements {
        json.beginObject()
        if case .key(let key) = key {
          json.key(key)
          json.value(element.name)
        }
        if case .object(let entries) = element.part {
          for entry in entries {
            json.key(entry.name)
            try write(entry.part, path.appending(.element(element.name)).appending(.key(entry.name)), to: &json)
          }
        }
        json.endObject()
      }
      json.endArray()
    }
  }

  /// A document under construction.
  private indirect enum Part {
    struct Entry {
      var name: String
      var part: Part
    }

    case value(Resource.Value)
    case object([Entry])
    /// The elements by what they are known by.
    case list([Entry])

    /// Puts a value where a path leads; false where something else stands in the way.
    mutating func set(_ value: Resource.Value, at path: ArraySlice<FieldPath.Step>) -> Bool {
      guard let step = path.first else { return false }
      var entries: [Entry]
      switch (self, step) {
      case (.object(let found), .key), (.list(let found), .element): entries = found
      case (.object(let found), .element) where found.isEmpty: entries = []
      default: return false
      }
      let at = entries.firstIndex { $0.name == step.name }
      if path.count == 1 {
        guard at == nil else { return false }
        entries.append(Entry(name: step.name, part: value == .emptyObject ? .object([]) : .value(value)))
      } else {
        var part = at.map { entries[$0].part } ?? .object([])
        guard part.set(value, at: path.dropFirst()) else { return false }
        if let at { entries[at].part = part } else { entries.append(Entry(name: step.name, part: part)) }
      }
      if case .element = step { self = .list(entries) } else { self = .object(entries) }
      return true
    }
  }
}

extension FieldLayout {
  /// A field's place without the elements of lists, as `lists` names places; the name itself where it is no path.
  package func pattern(of name: String) -> String { FieldPath(name)?.pattern ?? name }

  /// The path of a key of the object at a path.
  package static func path(_ at: String, key: String) -> String {
    at + FieldPath.Step.key(key).text(isFirst: at.isEmpty)
  }

  /// The path of the element of the list at a path that is known by a key.
  package static func path(_ at: String, element key: String) -> String {
    at + FieldPath.Step.element(key).text(isFirst: false)
  }
}
