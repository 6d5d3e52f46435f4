import JobsCore

/// Compares a tree with the shape of its format, and says each fault once.
struct StructureCheck {
  let format: Format
  let shape: Shape
  /// The tree of `findings`, which the walk does not change.
  private let tree: Tree
  private var findings: Findings
  /// Keys found at a wrong level, by the mapping they stand in and the place they belong to.
  private var misplaced: [Misplacement] = []
  /// Where the walk is; names are only made of it for a fault.
  private var trail: [Step] = []

  struct Misplacement {
    var mapping: Tree.ID
    var destination: [String]
    var keys: [Tree.ID]
  }

  /// Unknown keys of one mapping that are judged one by one, since each is compared with all others: a mapping with more
  /// is no manifest, and they are counted.
  private static let judgedStrangers = 100

  private enum Step {
    case field(Shape.Field)
    case key(Tree.ID)
    case name(String)
  }

  private var path: [String] {
    trail.map { step in
      switch step {
      case .field(let field): field.text
      case .key(let id): tree.string(id)
      case .name(let name): name
      }
    }
  }

  private init(format: Format, shape: Shape, findings: Findings) {
    self.format = format
    self.shape = shape
    tree = findings.tree
    self.findings = findings
  }

  /// Appends what is wrong with the tree in `findings`.
  static func run(_ format: Format, _ findings: inout Findings, shape: Shape? = nil, at root: Tree.ID? = nil) {
    guard let shape = shape ?? format.shape else { return }
    var check = StructureCheck(format: format, shape: shape, findings: findings)
    check.visit(root ?? findings.root, shape)
    MisplacedKey.report(check.misplaced, check.format, &check.findings)
    findings = check.findings
  }

  private mutating func visit(_ id: Tree.ID, _ shape: Shape) {
    switch shape {
    case .any: return
    case .keys(let keys):
      guard tree.kind(id) == .mapping else { return WrongType.report(id, shape, &findings) }
      visitMapping(id, keys)
    case .dictionary(let value):
      guard tree.kind(id) == .mapping else { return WrongType.report(id, shape, &findings) }
      for entry in tree.entries(id) { visit(entry.value, value, at: .key(entry.key)) }
    case .list(let element):
      guard tree.kind(id) == .sequence else { return WrongType.report(id, shape, &findings) }
      for child in tree.children(id) { visit(child, element) }
    case .scalar(let scalar):
      ScalarCheck.run(id, scalar, &findings)
    case .either(let shapes):
      guard let fitting = shapes.first(where: { $0.accepts(tree.kind(id)) }) else {
        return WrongType.report(id, shape, &findings)
      }
      visit(id, fitting)
    }
  }

  private mutating func visit(_ id: Tree.ID, _ shape: Shape, at step: Step) {
    trail.append(step)
    visit(id, shape)
    trail.removeLast()
  }

  private mutating func visitMapping(_ id: Tree.ID, _ keys: Shape.Keys) {
    var seen: UInt64 = 0
    var strangers: [(key: Tree.ID, value: Tree.ID)] = []
    for entry in tree.entries(id) where tree.kind(entry.key).isScalar {
      guard let at = tree.withText(entry.key, { keys.index(of: $0) }) else {
        strangers.append(entry)
        continue
      }
      seen |= 1 << UInt64(at)
      let field = keys.all[at]
      if let instead = field.deprecated { DeprecatedKey.report(entry.key, instead: instead, &findings) }
      if tree.kind(entry.value) == .null, !field.isNullable, !field.shape.acceptsAnything {
        EmptyValue.report(entry.key, field, &findings)
        continue
      }
      visit(entry.value, field.shape, at: .field(field))
    }
    var excused: Set<String> = []
    for stranger in strangers.prefix(Self.judgedStrangers) { excused.formUnion(judge(stranger, in: id, keys.all)) }
    if strangers.count > Self.judgedStrangers {
      UnknownKey.report(strangers.count - Self.judgedStrangers, from: strangers[Self.judgedStrangers].key, &findings)
    }
    for (at, field) in keys.all.enumerated() where field.isRequired && seen & 1 << UInt64(at) == 0 {
      if !excused.contains(field.text) { MissingKey.report(field, in: id, path: path, &findings) }
    }
  }

  /// Says what is wrong with an unknown key; returns the required keys that its mending would bring.
  private mutating func judge(
    _ entry: (key: Tree.ID, value: Tree.ID), in mapping: Tree.ID, _ fields: [Shape.Field]
  ) -> Set<String> {
    let path = path
    let name = tree.string(entry.key)
    if format == .cloudrun, KubernetesField.report(entry, name, path: path, &findings) { return [] }
    if let home = MisplacedKey.home(of: name, from: path, value: tree.kind(entry.value), in: format) {
      if let at = misplaced.firstIndex(where: { $0.mapping == mapping && $0.destination == home.path }) {
        misplaced[at].keys.append(entry.key)
      } else {
        misplaced.append(Misplacement(mapping: mapping, destination: home.path, keys: [entry.key]))
      }
      // What stands in it is judged as it will stand at its place.
      let here = trail
      trail = home.path.map { .name($0) }
      visit(entry.value, home.shape, at: .name(name))
      trail = here
      return home.path.count > path.count && home.path.starts(with: path) ? [home.path[path.count]] : []
    }
    let known = fields.map(\.text)
    let meant = Spelling.nearest(name, of: known.filter { tree.value(mapping, key: $0) == nil })
    if meant == nil,
      let far = MisplacedKey.misspelled(name, from: path, value: tree.kind(entry.value), in: format)
    {
      UnknownKey.report(entry.key, name, meant: far.name, in: far.path, &findings)
      return []
    }
    UnknownKey.report(entry.key, name, meant: meant, known: known, in: format, &findings)
    return meant.map { [$0] } ?? []
  }
}

extension Shape {
  /// Whether a node of this kind could be meant.
  func accepts(_ kind: Tree.Kind) -> Bool {
    switch self {
    case .keys, .dictionary: kind == .mapping
    case .list: kind == .sequence
    case .scalar(.word): kind == .string
    case .scalar(.text): kind.isScalar && kind != .null && kind != .bool
    case .scalar: kind.isScalar && kind != .null
    case .either(let shapes): shapes.contains { $0.accepts(kind) }
    case .any: true
    }
  }

  var acceptsAnything: Bool {
    if case .any = self { return true }
    return false
  }

  /// What is wanted, in words.
  var words: String {
    switch self {
    case .keys, .dictionary: "a mapping"
    case .list: "a list"
    case .scalar(let scalar): scalar.words
    case .either(let shapes):
      shapes.map(\.words).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: " or ")
    case .any: "anything"
    }
  }
}

extension Shape.Scalar {
  var words: String {
    switch self {
    case .string, .text: "text"
    case .bool: "true or false"
    case .int: "an integer"
    case .word(let words):
      words.count == 1 ? "'\(words[0])'" : "one of \(words.map { "'\($0)'" }.joined(separator: ", "))"
    case .duration: "a length of time such as 90s, 15m or 1h"
    case .bytes: "a size such as 512Mi or 2Gi"
    case .cpu: "a number of CPUs such as 1, 0.5 or 500m"
    }
  }
}
