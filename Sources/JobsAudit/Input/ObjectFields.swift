import JobsCore

/// The members of an object of the input, each asked for by what it ought to be. What is there and is something else is a
/// shape that is not known; a key that is left out, or null, is no value.
struct ObjectFields {
  let tree: Tree
  let id: Tree.ID
  /// What messages call it, such as `a key`.
  let name: String

  /// The whole of a value.
  init(_ tree: Tree, _ name: String) throws(ShapeError) { try self.init(tree, Tree.root, name) }

  init(_ tree: Tree, _ id: Tree.ID, _ name: String) throws(ShapeError) {
    self.tree = tree
    self.id = id
    self.name = name
    guard tree.kind(id) == .mapping else {
      throw ShapeError(
        offset: tree.range(id).lowerBound, message: "\(name) is \(tree.kind(id).words), not \(Tree.Kind.mapping.words)")
    }
  }

  var offset: Int { tree.range(id).lowerBound }

  func text(_ key: String) throws(ShapeError) -> String? {
    guard let node = try node(key, .string) else { return nil }
    return tree.string(node)
  }

  func required(_ key: String) throws(ShapeError) -> String {
    guard let text = try text(key) else { throw fail("\(name) has no '\(key)'") }
    return text
  }

  /// A time as RFC 3339 has it.
  func time(_ key: String) throws(ShapeError) -> Instant? {
    guard let text = try text(key), !text.isEmpty else { return nil }
    guard let time = Instant(rfc3339: text) else {
      throw fail("'\(key)' of \(name) is '\(Terminal.visible(String(text.prefix(60))))', not a time")
    }
    return time
  }

  func requiredTime(_ key: String) throws(ShapeError) -> Instant {
    guard let time = try time(key) else { throw fail("\(name) has no '\(key)'") }
    return time
  }

  func bool(_ key: String) throws(ShapeError) -> Bool? {
    guard let node = try node(key, .bool) else { return nil }
    return tree.bool(node)
  }

  func int(_ key: String) throws(ShapeError) -> Int? {
    guard let node = try node(key, .int) else { return nil }
    guard let number = tree.int(node) else {
      throw fail(
        "'\(key)' of \(name) is '\(Terminal.visible(String(tree.string(node).prefix(60))))', which is too large")
    }
    return number
  }

  func object(_ key: String, _ name: String) throws(ShapeError) -> ObjectFields? {
    guard let node = try node(key, .mapping) else { return nil }
    return try ObjectFields(tree, node, name)
  }

  /// The objects of a list; none for a list that is left out.
  func objects(_ key: String, _ name: String) throws(ShapeError) -> [ObjectFields] {
    guard let node = try node(key, .sequence) else { return [] }
    var found: [ObjectFields] = []
    for child in tree.children(node) { found.append(try ObjectFields(tree, child, name)) }
    return found
  }

  func texts(_ key: String) throws(ShapeError) -> [String] {
    guard let node = try node(key, .sequence) else { return [] }
    var found: [String] = []
    for child in tree.children(node) {
      guard tree.kind(child) == .string else {
        throw ShapeError(
          offset: tree.range(child).lowerBound,
          message: "an item of '\(key)' is \(tree.kind(child).words), not \(Tree.Kind.string.words)")
      }
      found.append(tree.string(child))
    }
    return found
  }

  /// Refuses every key but some: what stands behind it would be lost.
  func checkKeys(_ known: Set<String>) throws(ShapeError) {
    for entry in tree.entries(id) where !known.contains(tree.string(entry.key)) {
      throw fail(entry.key, known)
    }
  }

  /// Refuses a key that is one of some but for its case; others may be there.
  func checkSpelling(_ known: Set<String>) throws(ShapeError) {
    let small = Set(known.map { $0.lowercased() })
    for entry in tree.entries(id) {
      let key = tree.string(entry.key)
      if !known.contains(key), small.contains(key.lowercased()) { throw fail(entry.key, known) }
    }
  }

  private func fail(_ key: Tree.ID, _ known: Set<String>) -> ShapeError {
    let word = tree.string(key)
    let meant = known.first { $0.lowercased() == word.lowercased() }
    return ShapeError(
      offset: tree.range(key).lowerBound,
      message: "\(name) has no key '\(Terminal.visible(String(word.prefix(60))))'"
        + (meant.map { "; '\($0)' is written so" } ?? ""))
  }

  func has(_ key: String) -> Bool { tree.value(id, key: key).map { tree.kind($0) != .null } ?? false }

  func fail(_ message: String) -> ShapeError { ShapeError(offset: offset, message: message) }

  private func node(_ key: String, _ kind: Tree.Kind) throws(ShapeError) -> Tree.ID? {
    guard let node = tree.value(id, key: key), tree.kind(node) != .null else { return nil }
    guard tree.kind(node) == kind else {
      throw ShapeError(
        offset: tree.range(node).lowerBound,
        message: "'\(key)' of \(name) is \(tree.kind(node).words), not \(kind.words)")
    }
    return node
  }
}

extension PlaceCounter {
  /// The place of a byte of a file.
  mutating func location(of offset: Int, in file: String) -> Location {
    let (line, column) = position(of: offset)
    return Location(file: file, line: line, column: column, endLine: line, endColumn: column)
  }
}
