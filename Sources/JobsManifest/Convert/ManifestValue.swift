import JobsCore

/// A value of a manifest that is to be written.
package indirect enum ManifestValue: Sendable, Hashable {
  case text(String)
  case int(Int)
  case bool(Bool)
  case null
  /// A number that is no integer, as JSON writes it.
  case number(String)
  case list([ManifestValue])
  /// In the order in which the keys are written.
  case mapping([Entry])

  package struct Entry: Sendable, Hashable {
    package var key: String
    package var value: ManifestValue
  }

  static func texts(_ list: [String]) -> ManifestValue { .list(list.map { .text($0) }) }

  static func pairs(_ pairs: [Pair]) -> ManifestValue {
    .mapping(pairs.map { Entry(key: $0.name, value: .text($0.value)) })
  }

  /// The value of JSON text; nil for what is no JSON.
  init?(json: String) {
    var tree = Tree(source: Array(json.utf8))
    guard (try? JSONReader.parse(&tree, in: 0..<tree.source.count)) != nil else { return nil }
    self.init(tree, Tree.root)
  }

  init(_ tree: Tree, _ id: Tree.ID) {
    switch tree.kind(id) {
    case .null: self = .null
    case .bool: self = .bool(tree.bool(id) ?? false)
    case .int: self = tree.int(id).map { .int($0) } ?? .number(tree.string(id))
    case .float: self = .number(tree.string(id))
    case .string: self = .text(tree.string(id))
    case .sequence: self = .list(tree.children(id).map { ManifestValue(tree, $0) })
    case .mapping:
      self = .mapping(tree.entries(id).map { Entry(key: tree.string($0.key), value: ManifestValue(tree, $0.value)) })
    }
  }

  /// The paths of the texts that fulfil a condition, as `spec.env.TOKEN` and `spec.args[0]`.
  func paths(where isWanted: (String) -> Bool, at path: String = "") -> [String] {
    switch self {
    case .text(let text): isWanted(text) ? [path] : []
    case .int, .bool, .null, .number: []
    case .list(let values):
      values.enumerated().flatMap { $1.paths(where: isWanted, at: "\(path)[\($0)]") }
    case .mapping(let entries):
      entries.flatMap { $0.value.paths(where: isWanted, at: path.isEmpty ? $0.key : "\(path).\($0.key)") }
    }
  }

  /// The same with every text and key changed.
  func mapped(_ change: (String) -> String) -> ManifestValue {
    switch self {
    case .text(let text): .text(change(text))
    case .int, .bool, .null, .number: self
    case .list(let values): .list(values.map { $0.mapped(change) })
    case .mapping(let entries): .mapping(entries.map { Entry(key: change($0.key), value: $0.value.mapped(change)) })
    }
  }
}

extension [ManifestValue.Entry] {
  /// Adds a key, unless there is no value for it.
  mutating func add(_ key: String, _ value: ManifestValue?) {
    guard let value else { return }
    append(ManifestValue.Entry(key: key, value: value))
  }

  mutating func add(_ key: String, _ text: String?) { add(key, text.map { ManifestValue.text($0) }) }

  mutating func add(_ key: String, _ number: Int?) { add(key, number.map { ManifestValue.int($0) }) }

  /// Adds a list that has elements.
  mutating func add(_ key: String, _ list: [String]) { if !list.isEmpty { add(key, .texts(list)) } }

  mutating func add(_ key: String, _ pairs: [Pair]) { if !pairs.isEmpty { add(key, .pairs(pairs)) } }

  /// Adds a mapping that has entries.
  mutating func add(_ key: String, _ entries: [ManifestValue.Entry]) {
    if !entries.isEmpty { add(key, .mapping(entries)) }
  }

  /// Adds a length of time.
  mutating func add(_ key: String, seconds: Int?) {
    add(key, seconds.map { ManifestValue.text(Quantity.words(seconds: $0)) })
  }
}
