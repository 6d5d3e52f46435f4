/// What is known of a request beside who asks for what: the values of condition keys.
package struct RequestContext: Sendable {
  package enum Value: Hashable, Sendable {
    /// The key is there with these values, mostly one.
    case known([String])
    /// The request does not have the key.
    case absent
    /// The request has it with a value that fits none of these patterns, or does not have it.
    case other([Glob])
    /// The request may have it, with whatever value.
    case unknown
  }

  /// By key in small letters.
  private var values: [String: Value] = [:]
  /// Beginnings of keys of which all that there are were given, such as `aws:principaltag/`.
  private var closed: [String] = []

  /// Nothing is known.
  package init() {}

  /// The value of a key, which compares without case (IAM User Guide, "Condition keys").
  package func value(_ key: String) -> Value {
    let folded = key.lowercased()
    if let value = values[folded] { return value }
    return closed.contains(where: folded.hasPrefix) ? .absent : .unknown
  }

  package mutating func set(_ key: String, _ value: Value) { values[key.lowercased()] = value }

  package mutating func set(_ key: String, _ value: String) { set(key, .known([value])) }

  /// Sets all keys with a beginning: others that begin so are absent.
  package mutating func set(all prefix: String, _ entries: [(key: String, value: String)]) {
    closed.append(prefix.lowercased())
    for entry in entries { set(prefix + entry.key, entry.value) }
  }
}

extension RequestContext {
  /// By which a service says for whose resource it asks.
  static let sourceKeys = ["aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID", "aws:SourceOrgPaths"]

  /// Sets what is known of the organisation of one side of a request.
  ///
  /// - Parameter side: `Principal`, `Resource` or `Source`, as keys begin behind `aws:`.
  mutating func set(_ side: String, in place: AWSOrganizations.Place) {
    let (id, paths) = ("aws:\(side)OrgID", "aws:\(side)OrgPaths")
    switch place {
    case .unknown: break
    case .alone:
      set(id, .absent)
      set(paths, .absent)
    case .member(let organization, let path):
      set(id, organization)
      if let path { set(paths, path) }
    case .outside(let organizations):
      set(id, .other(organizations.map { Glob(literal: $0) }))
      set(paths, .other(organizations.map { Glob("\($0)/*") }))
    }
  }
}
