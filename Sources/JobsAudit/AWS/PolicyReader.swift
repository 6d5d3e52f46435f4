package import JobsCore

/// Reads a policy document of AWS from JSON, whole or not at all.
package struct PolicyReader {
  /// What kind of policy it is, which says what its statements have to have.
  package enum Kind: Sendable {
    /// Of a user, group or role, a boundary, or of an organisation: with resources, without principals.
    case identity
    /// Of a role: with principals, without resources.
    case trust
    /// Of a bucket, key, queue and the like: with both.
    case resource
    /// Alone in a file: what it has says what it is.
    case any
  }

  private let tree: Tree
  private let kind: Kind
  private let place: (Range<Int>) -> Location
  private var hasVariables = false

  /// - Parameter place: where a node of the tree stands.
  package static func read(
    _ tree: Tree, _ id: Tree.ID, _ kind: Kind, place: (Range<Int>) -> Location
  ) throws(ShapeError) -> PolicyDocument {
    try withoutActuallyEscaping(place) { place throws(ShapeError) in
      var reader = PolicyReader(tree: tree, kind: kind, place: place)
      return try reader.document(id)
    }
  }

  private init(tree: Tree, kind: Kind, place: @escaping (Range<Int>) -> Location) {
    self.tree = tree
    self.kind = kind
    self.place = place
  }

  private mutating func document(_ id: Tree.ID) throws(ShapeError) -> PolicyDocument {
    try expect(id, .mapping, "a policy")
    try checkKeys(id, ["Version", "Id", "Statement"], "a policy")
    guard tree.range(id).count <= PolicyLimits.documentLength else {
      throw fail(id, "a policy is longer than \(PolicyLimits.documentLength) bytes")
    }
    var version = "2008-10-17"
    if let node = tree.value(id, "Version") {
      version = try text(node, "'Version'")
      guard version == "2012-10-17" || version == "2008-10-17" else {
        throw fail(node, "policies of version '\(Terminal.visible(version))' are not known")
      }
    }
    hasVariables = version == "2012-10-17"
    guard let list = tree.value(id, "Statement") else { throw fail(id, "a policy has no 'Statement'") }
    let nodes = tree.kind(list) == .mapping ? [list] : Array(tree.children(list))
    guard tree.kind(list) == .mapping || tree.kind(list) == .sequence else {
      throw fail(list, "'Statement' is \(tree.kind(list).words), not a list or one statement")
    }
    // A resource whose policy lost its last statement lets nobody in.
    guard !nodes.isEmpty || kind == .resource else { throw fail(list, "'Statement' is an empty list") }
    guard nodes.count <= PolicyLimits.statements else {
      throw fail(list, "a policy has more than \(PolicyLimits.statements) statements")
    }
    var statements: [PolicyStatement] = []
    for (index, node) in nodes.enumerated() { statements.append(try statement(node, index)) }
    var name: String?
    if let node = tree.value(id, "Id") { name = try text(node, "'Id'") }
    return PolicyDocument(version: version, id: name, statements: statements)
  }

  private static let statementKeys: Set<String> = [
    "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition",
  ]

  private func statement(_ id: Tree.ID, _ index: Int) throws(ShapeError) -> PolicyStatement {
    try expect(id, .mapping, "a statement")
    try checkKeys(id, Self.statementKeys, "a statement")
    guard let effectNode = tree.value(id, "Effect"),
      let effect = PolicyStatement.Effect(rawValue: tree.string(effectNode))
    else { throw fail(tree.value(id, "Effect") ?? id, "'Effect' of a statement is neither Allow nor Deny") }
    var sid: String?
    if let node = tree.value(id, "Sid") { sid = try text(node, "'Sid'") }
    guard let actions = try either(id, "Action", "NotAction") else {
      throw fail(id, "a statement has neither 'Action' nor 'NotAction'")
    }
    let resources = try either(id, "Resource", "NotResource")
    if let other = resources?.items.first(where: { !Self.isResource($0) }) {
      throw fail(
        tree.value(id, "Resource") ?? tree.value(id, "NotResource") ?? id,
        "the resource '\(Terminal.visible(String(other.prefix(60))))' is neither '*' nor an ARN")
    }
    let principals = try principals(id)
    try checkPresence(id, hasResource: resources != nil, hasPrincipal: principals != nil)
    return PolicyStatement(
      effect: effect, sid: sid?.isEmpty == true ? nil : sid, index: index,
      actions: .init(
        actions.items.map { Glob($0 == "*:*" ? "*" : $0, foldsCase: true) }, isInverted: actions.isInverted),
      actionTexts: actions.items,
      resources: resources.map { found in
        .init(found.items.map { PolicyText($0, hasVariables: hasVariables) }, isInverted: found.isInverted)
      },
      principals: principals, conditions: try conditions(id), location: place(tree.range(id)), text: written(id))
  }

  private func written(_ id: Tree.ID) -> String {
    var json = JSONWriter()
    json.value(tree, id)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// Whether it can be an ARN; API Gateway lets its own policies leave all but the end of one out ("Amazon API Gateway resource
  /// policies", read 2026-11-22).
  private static func isResource(_ text: String) -> Bool {
    let head = text.prefix { $0 != ":" }
    return head == "arn" || head.contains { "*?$".contains($0) } || text.hasPrefix("execute-api:/")
  }

  private func checkPresence(_ id: Tree.ID, hasResource: Bool, hasPrincipal: Bool) throws(ShapeError) {
    switch kind {
    case .identity:
      guard hasResource else { throw fail(id, "a statement has neither 'Resource' nor 'NotResource'") }
      guard !hasPrincipal else { throw fail(id, "a statement of an identity's policy has a 'Principal'") }
    case .trust:
      guard hasPrincipal else { throw fail(id, "a statement of a trust policy has no 'Principal'") }
      guard !hasResource else { throw fail(id, "a statement of a trust policy has a 'Resource'") }
    case .resource:
      guard hasPrincipal else { throw fail(id, "a statement of a resource's policy has no 'Principal'") }
    case .any:
      guard hasResource || hasPrincipal else {
        throw fail(id, "a statement has neither a 'Resource' nor a 'Principal'")
      }
    }
  }

  /// One of two elements that exclude each other; nil where neither is there.
  private func either(_ id: Tree.ID, _ name: String, _ inverted: String) throws(ShapeError)
    -> PolicyStatement.Selection<String>?
  {
    let (plain, not) = (tree.value(id, key: name), tree.value(id, key: inverted))
    if let plain, not != nil { throw fail(plain, "a statement has both '\(name)' and '\(inverted)'") }
    guard let node = plain ?? not else { return nil }
    let used = plain == nil ? inverted : name
    let items = try texts(node, "'\(used)'")
    guard !items.isEmpty else { throw fail(node, "'\(used)' is an empty list") }
    return .init(items, isInverted: plain == nil)
  }

  // MARK: Principals

  private func principals(_ id: Tree.ID) throws(ShapeError) -> PolicyStatement.Selection<PolicyPrincipal>? {
    let (plain, not) = (tree.value(id, "Principal"), tree.value(id, "NotPrincipal"))
    if let plain, not != nil { throw fail(plain, "a statement has both 'Principal' and 'NotPrincipal'") }
    guard let node = plain ?? not else { return nil }
    if tree.kind(node) == .string {
      guard tree.equals(node, "*") else { throw fail(node, "a principal is neither '*' nor a mapping") }
      return .init([.anyone], isInverted: plain == nil)
    }
    try expect(node, .mapping, "'Principal'")
    try checkKeys(node, ["AWS", "Service", "Federated", "CanonicalUser"], "'Principal'")
    var found: [PolicyPrincipal] = []
    for entry in tree.entries(node) {
      let kind = tree.string(entry.key)
      for word in try texts(entry.value, "'\(kind)'") {
        switch kind {
        case "Service": found.append(word == "*" ? .anyone : .service(word.lowercased()))
        case "Federated": found.append(.federated(word))
        case "CanonicalUser": found.append(.canonicalUser(word))
        default:
          guard let principal = PolicyPrincipal(aws: word) else {
            throw fail(entry.value, "'\(Terminal.visible(word))' is no principal of AWS")
          }
          found.append(principal)
        }
      }
    }
    guard !found.isEmpty else { throw fail(node, "'Principal' names nobody") }
    return .init(found, isInverted: plain == nil)
  }

  // MARK: Conditions

  private func conditions(_ id: Tree.ID) throws(ShapeError) -> [Condition] {
    guard let node = tree.value(id, "Condition") else { return [] }
    try expect(node, .mapping, "'Condition'")
    try checkRepeated(node, "'Condition'")
    var found: [Condition] = []
    for entry in tree.entries(node) {
      let name = tree.string(entry.key)
      guard let operation = ConditionOperator(name) else {
        throw fail(entry.key, "'\(Terminal.visible(name))' is no operator of conditions")
      }
      try expect(entry.value, .mapping, "'\(name)'")
      try checkRepeated(entry.value, "'\(name)'")
      for inner in tree.entries(entry.value) {
        let values = try texts(inner.value, "a condition's value", takesScalars: true)
        found.append(
          Condition(
            operation, key: tree.string(inner.key),
            values: values.map { PolicyText($0, hasVariables: hasVariables) }))
      }
    }
    return found
  }

  // MARK: Nodes

  private func texts(_ id: Tree.ID, _ name: String, takesScalars: Bool = false) throws(ShapeError) -> [String] {
    guard tree.kind(id) == .sequence else { return [try text(id, name, takesScalars: takesScalars)] }
    guard tree.count(id) <= PolicyLimits.items else {
      throw fail(id, "\(name) has more than \(PolicyLimits.items) items")
    }
    var found: [String] = []
    for child in tree.children(id) { found.append(try text(child, name, takesScalars: takesScalars)) }
    return found
  }

  private func text(_ id: Tree.ID, _ name: String, takesScalars: Bool = false) throws(ShapeError) -> String {
    let kind = tree.kind(id)
    guard kind == .string || takesScalars && [.int, .float, .bool].contains(kind) else {
      throw fail(id, "\(name) is \(kind.words), not a text")
    }
    let text = tree.string(id)
    guard text.utf8.count <= PolicyLimits.textLength else {
      throw fail(id, "\(name) is longer than \(PolicyLimits.textLength) bytes")
    }
    return text
  }

  private func expect(_ id: Tree.ID, _ kind: Tree.Kind, _ name: String) throws(ShapeError) {
    guard tree.kind(id) == kind else { throw fail(id, "\(name) is \(tree.kind(id).words), not \(kind.words)") }
  }

  /// A statement with a key that is not known may mean anything, so it is not read in part.
  private func checkKeys(_ id: Tree.ID, _ known: Set<String>, _ name: String) throws(ShapeError) {
    for entry in tree.entries(id) {
      let key = tree.string(entry.key)
      guard !known.contains(key) else { continue }
      let meant = known.first { $0.lowercased() == key.lowercased() }
      throw fail(
        entry.key, "\(name) has no key '\(Terminal.visible(key))'" + (meant.map { "; '\($0)' is written so" } ?? ""))
    }
    try checkRepeated(id, name)
  }

  private func checkRepeated(_ id: Tree.ID, _ name: String) throws(ShapeError) {
    var seen: Set<String> = []
    for entry in tree.entries(id) where !seen.insert(tree.string(entry.key)).inserted {
      throw fail(entry.key, "\(name) has the key '\(Terminal.visible(tree.string(entry.key)))' twice")
    }
  }

  private func fail(_ id: Tree.ID, _ message: String) -> ShapeError {
    ShapeError(offset: tree.range(id).lowerBound, message: message)
  }
}
