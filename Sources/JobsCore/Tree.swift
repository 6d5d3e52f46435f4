/// A YAML or JSON document as an arena of nodes with their places in the source.
///
/// Nodes are 24 bytes, in source order, addressed by `ID`; the root is `Tree.root`. A mapping's children alternate between
/// key and value. Scalars keep their text, so that numbers are lossless; what a scalar means is in its `kind`.
package struct Tree: Sendable {
  package struct ID: Hashable, Sendable {
    package let index: UInt32
    @inlinable package init(_ index: Int) { self.index = UInt32(truncatingIfNeeded: index) }
  }

  package enum Kind: UInt8, Sendable {
    case null, bool, int, float, string, sequence, mapping

    /// The kind in words, as messages name it.
    package var words: String {
      switch self {
      case .null: "null"
      case .bool: "a boolean"
      case .int: "an integer"
      case .float: "a number"
      case .string: "a string"
      case .sequence: "a list"
      case .mapping: "a mapping"
      }
    }

    @inlinable package var isScalar: Bool { rawValue <= Kind.string.rawValue }

    // Written out, since the one the compiler derives is not inlined into other modules.
    @inlinable package static func == (a: Kind, b: Kind) -> Bool { a.rawValue == b.rawValue }
  }

  package enum Style: UInt8, Sendable {
    case plain, single, double, literal, folded, block, flow

    @inlinable package static func == (a: Style, b: Style) -> Bool { a.rawValue == b.rawValue }
  }

  @usableFromInline
  struct Node {
    @usableFromInline var kind: Kind
    @usableFromInline var style: Style
    /// Whether the text stands in `source` as it is, instead of in `text`.
    @usableFromInline var isVerbatim: Bool
    /// Whether the node was copied through an alias or a merge key, so that editing its place edits the anchor.
    var isAliased: Bool
    var start: UInt32
    var end: UInt32
    /// The next sibling, 0 for none: the root is nobody's sibling.
    @usableFromInline var next: UInt32
    /// Where a scalar's text begins, or a collection's first child.
    @usableFromInline var first: UInt32
    /// A scalar's bytes, or a collection's children (keys and values both counted).
    @usableFromInline var count: UInt32
  }

  /// The bytes that were read, of the whole file.
  package internal(set) var source: [UInt8]
  @usableFromInline var nodes: [Node] = []
  @usableFromInline var text: [UInt8] = []

  package static let root = ID(0)

  /// - Parameters:
  ///   - nodeCount: nodes to make room for.
  ///   - textLength: bytes of text that does not stand in `source`.
  package init(source: [UInt8] = [], reserving nodeCount: Int = 0, textLength: Int = 0) {
    self.source = source
    nodes.reserveCapacity(nodeCount)
    text.reserveCapacity(textLength)
  }

  package var isEmpty: Bool { nodes.isEmpty }
  package var nodeCount: Int { nodes.count }

  /// Begins again over other bytes, keeping the arena's memory.
  package mutating func reset(source: [UInt8]) {
    self.source = source
    nodes.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }

  /// Begins another document of the same source.
  package mutating func removeNodes() {
    nodes.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }
}

// MARK: - Reading

extension Tree {
  @inlinable @inline(__always)
  package func kind(_ id: ID) -> Kind { nodes[Int(id.index)].kind }

  @inlinable @inline(__always)
  package func style(_ id: ID) -> Style { nodes[Int(id.index)].style }

  package func isAliased(_ id: ID) -> Bool { nodes[Int(id.index)].isAliased }

  /// Children of a list, entries of a mapping, bytes of a scalar.
  @inlinable
  package func count(_ id: ID) -> Int {
    let node = nodes[Int(id.index)]
    return Int(node.kind == .mapping ? node.count / 2 : node.count)
  }

  /// The byte range of the node in `source`, quotes included.
  package func range(_ id: ID) -> Range<Int> {
    let node = nodes[Int(id.index)]
    return Int(node.start)..<Int(max(node.start, node.end))
  }

  /// The text of a scalar; a collection has none.
  package func string(_ id: ID) -> String {
    withText(id) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with a scalar's bytes.
  @inlinable @inline(__always)
  package func withText<R>(_ id: ID, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let node = nodes[Int(id.index)]
    guard node.kind.isScalar else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let from = Int(node.first)
    let to = from + Int(node.count)
    return node.isVerbatim
      ? source.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[from..<to])) }
      : text.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[from..<to])) }
  }

  /// Whether a scalar's text is exactly `word`.
  @inlinable @inline(__always)
  package func equals(_ id: ID, _ word: StaticString) -> Bool {
    withText(id) { $0.equals(word) }
  }

  package func equals(_ a: ID, _ b: ID) -> Bool {
    withText(a) { x in withText(b) { y in x.count == y.count && x.elementsEqual(y) } }
  }

  package func bool(_ id: ID) -> Bool? {
    guard kind(id) == .bool else { return nil }
    return withText(id) { $0.first.map { $0 | 32 == UInt8(ascii: "t") } ?? false }
  }

  /// An integer in range of `Int`; decimal, or `0x` and `0o` as the core schema has them.
  package func int(_ id: ID) -> Int? {
    guard kind(id) == .int else { return nil }
    let words = string(id)
    if words.hasPrefix("0x") { return Int(words.dropFirst(2), radix: 16) }
    if words.hasPrefix("0o") { return Int(words.dropFirst(2), radix: 8) }
    return Int(words)
  }

  package func double(_ id: ID) -> Double? {
    switch kind(id) {
    case .int: int(id).map(Double.init)
    case .float: Double(string(id))
    default: nil
    }
  }

  /// The elements of a list; nothing for any other node.
  @inlinable
  package func children(_ id: ID) -> Children {
    let node = nodes[Int(id.index)]
    return Children(nodes: nodes, at: node.kind == .sequence && node.count > 0 ? Int(node.first) : 0)
  }

  /// The first element of a list.
  package func firstChild(_ id: ID) -> ID? { children(id).first { _ in true } }

  /// The entries of a mapping in source order; nothing for any other node.
  @inlinable
  package func entries(_ id: ID) -> Entries {
    let node = nodes[Int(id.index)]
    return Entries(nodes: nodes, at: node.kind == .mapping && node.count > 0 ? Int(node.first) : 0)
  }

  /// The value of a key of a mapping; the first if the key is repeated.
  @inlinable
  package func value(_ id: ID, _ key: StaticString) -> ID? {
    for entry in entries(id) where equals(entry.key, key) { return entry.value }
    return nil
  }

  /// The value at the end of a chain of keys.
  package func value(_ id: ID, path: StaticString...) -> ID? {
    var at = id
    for key in path {
      guard let next = value(at, key) else { return nil }
      at = next
    }
    return at
  }

  package struct Children: Sequence, IteratorProtocol {
    // The nodes alone: an iterator of the whole tree would keep three arrays alive.
    @usableFromInline let nodes: [Node]
    @usableFromInline var at: Int

    @usableFromInline
    init(nodes: [Node], at: Int) {
      self.nodes = nodes
      self.at = at
    }

    @inlinable
    package mutating func next() -> ID? {
      guard at != 0 else { return nil }
      defer { at = Int(nodes[at].next) }
      return ID(at)
    }
  }

  package struct Entries: Sequence, IteratorProtocol {
    @usableFromInline let nodes: [Node]
    @usableFromInline var at: Int

    @usableFromInline
    init(nodes: [Node], at: Int) {
      self.nodes = nodes
      self.at = at
    }

    @inlinable
    package mutating func next() -> (key: ID, value: ID)? {
      guard at != 0 else { return nil }
      let value = Int(nodes[at].next)
      defer { at = Int(nodes[value].next) }
      return (ID(at), ID(value))
    }
  }
}

// MARK: - Building

extension Tree {
  /// Appends a scalar whose text stands in `source` from `textStart`.
  package mutating func addVerbatim(_ kind: Kind, _ style: Style, place: Range<Int>, text: Range<Int>) -> ID {
    add(kind, style, verbatim: true, place, first: text.lowerBound, count: text.count)
  }

  /// Appends a scalar with a text of its own.
  package mutating func addScalar(
    _ kind: Kind, _ style: Style, place: Range<Int>, text bytes: UnsafeBufferPointer<UInt8>
  ) -> ID {
    let from = text.count
    text.append(contentsOf: bytes)
    return add(kind, style, verbatim: false, place, first: from, count: bytes.count)
  }

  /// Appends an empty list or mapping; give it children with `append(_:to:after:)`.
  package mutating func addCollection(_ kind: Kind, _ style: Style, start: Int) -> ID {
    add(kind, style, verbatim: false, start..<start, first: 0, count: 0)
  }

  /// Links a child behind its elder sibling, nil for the first.
  @inline(__always)
  package mutating func append(_ child: ID, to parent: ID, after elder: ID?) {
    if let elder { nodes[Int(elder.index)].next = child.index } else { nodes[Int(parent.index)].first = child.index }
    nodes[Int(parent.index)].count += 1
  }

  package mutating func close(_ collection: ID, end: Int) { nodes[Int(collection.index)].end = UInt32(end) }

  package mutating func setKind(_ id: ID, _ kind: Kind) { nodes[Int(id.index)].kind = kind }

  /// Gives a scalar another text, as substitution does; its place stays.
  package mutating func setText(_ id: ID, _ bytes: [UInt8], kind: Kind) {
    let from = text.count
    text.append(contentsOf: bytes)
    nodes[Int(id.index)].first = UInt32(from)
    nodes[Int(id.index)].count = UInt32(bytes.count)
    nodes[Int(id.index)].isVerbatim = false
    nodes[Int(id.index)].kind = kind
  }

  /// Copies a node and all below it, as an alias does, and marks the copy; returns nil above `limit` nodes in all.
  package mutating func copy(_ id: ID, limit: Int) -> ID? {
    guard nodes.count < limit else { return nil }
    var node = nodes[Int(id.index)]
    node.next = 0
    node.isAliased = true
    let at = nodes.count
    nodes.append(node)
    guard !node.kind.isScalar, node.count > 0 else { return ID(at) }
    nodes[at].count = 0
    var child = Int(node.first)
    var elder: ID?
    while child != 0 {
      let after = Int(nodes[child].next)
      guard let made = copy(ID(child), limit: limit) else { return nil }
      append(made, to: ID(at), after: elder)
      elder = made
      child = after
    }
    return ID(at)
  }

  @inline(__always)
  private mutating func add(
    _ kind: Kind, _ style: Style, verbatim: Bool, _ place: Range<Int>, first: Int, count: Int
  ) -> ID {
    let id = ID(nodes.count)
    nodes.append(
      Node(
        kind: kind, style: style, isVerbatim: verbatim, isAliased: false,
        start: UInt32(truncatingIfNeeded: place.lowerBound), end: UInt32(truncatingIfNeeded: place.upperBound), next: 0,
        first: UInt32(truncatingIfNeeded: first), count: UInt32(truncatingIfNeeded: count)))
    return id
  }
}

extension UnsafeBufferPointer<UInt8> {
  @inlinable @inline(__always)
  package func equals(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    guard let base = baseAddress else { return true }
    let other = word.utf8Start
    for i in 0..<count where base[i] != other[i] { return false }
    return true
  }
}

// MARK: - Changing

extension Tree {
  /// Unlinks the entries of a mapping whose key is chosen; their nodes stay in the arena.
  package mutating func removeEntries(_ mapping: ID, where isChosen: (Tree, ID) -> Bool) {
    relink(mapping, entries(mapping).filter { !isChosen(self, $0.key) })
  }

  /// Gives a mapping just these entries, in this order.
  package mutating func relink(_ mapping: ID, _ entries: [(key: ID, value: ID)]) {
    let at = Int(mapping.index)
    nodes[at].count = 0
    nodes[at].first = 0
    var last: ID?
    for entry in entries {
      nodes[Int(entry.key.index)].next = 0
      nodes[Int(entry.value.index)].next = 0
      append(entry.key, to: mapping, after: last)
      append(entry.value, to: mapping, after: entry.key)
      last = entry.value
    }
  }
}

extension Tree {
  /// The value of a key that is only known when the program runs.
  package func value(_ id: ID, key: String) -> ID? {
    for entry in entries(id) where withText(entry.key, { key.utf8.elementsEqual($0) }) { return entry.value }
    return nil
  }
}
