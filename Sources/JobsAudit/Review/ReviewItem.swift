package import JobsCore

/// One grant that somebody looks at: who has what on what.
package struct ReviewItem: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// A member of a binding of Google.
    case binding
    /// A managed policy that is attached to an identity of AWS.
    case attachment
    /// A policy within an identity of AWS.
    case inline
    /// A user of AWS in a group, or somebody in a group of Google.
    case membership
    /// Who may become a role of AWS.
    case trust
  }

  /// What makes a grant worth a second look.
  package enum Mark: String, Sendable, CaseIterable {
    /// Whom it names is gone.
    case deleted
    /// Whom it names is not among those who are known.
    case orphan
    case everybody
    /// Its condition is over.
    case expired
  }

  package var kind: Kind
  package var principal: String
  /// A role, a policy, or a group.
  package var grant: String
  /// What it is on; of AWS the identity that has it, by its ARN.
  package var resource: String
  package var condition: GoogleCondition?
  package var marks: [Mark] = []

  package init(_ kind: Kind, _ principal: String, _ grant: String, on resource: String) {
    self.kind = kind
    self.principal = principal
    self.grant = grant
    self.resource = resource
  }

  /// Somebody in a group of Google; nil for all else.
  var googleMembership: GoogleMembership? {
    guard kind == .membership, grant.hasPrefix("group:") else { return nil }
    return GoogleMembership(group: GoogleMember(grant), member: GoogleMember(principal))
  }

  /// Knows it again, over all that it is about. It begins with a letter, so that no spreadsheet takes it for a number.
  package var id: String {
    let parts = [kind.rawValue, principal, grant, resource, condition?.title ?? "", condition?.expression ?? ""]
    let text = String(parts.joined(separator: "\u{0}").utf8.fnv1a64, radix: 16)
    return "r\(String(repeating: "0", count: 16 - text.count))\(text)"
  }

  /// Whether it is about somebody who goes by one of some names, in small letters: the address, the ARN, or the name at its end.
  func isOf(_ names: Set<String>) -> Bool {
    let principal = principal.lowercased()
    let name = principal.split(separator: ":", maxSplits: 1).last.map(String.init) ?? principal
    let address = name.split(separator: "?").first.map(String.init) ?? name
    let last = principal.split(separator: "/").last.map(String.init) ?? principal
    return [principal, name, address, last].contains(where: names.contains)
  }

  package static func inOrder(_ a: ReviewItem, _ b: ReviewItem) -> Bool {
    let left = [a.resource, a.principal, a.grant, a.condition?.expression ?? "", a.kind.rawValue]
    let right = [b.resource, b.principal, b.grant, b.condition?.expression ?? "", b.kind.rawValue]
    return left.lexicographicallyPrecedes(right) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Writes the `review-item` record.
  package func write(to json: inout JSONWriter) {
    json.beginRecord("review-item")
    writeMembers(to: &json)
    json.endObject()
  }

  /// All of the record but its type.
  package func writeMembers(to json: inout JSONWriter) {
    json.member("id", id)
    json.member("kind", kind.rawValue)
    json.member("principal", principal)
    json.member("grant", grant)
    json.member("resource", resource)
    if let condition {
      json.object("condition") {
        $0.member("title", condition.title)
        $0.member("expression", condition.expression)
        $0.optional("description", condition.description)
      }
    }
    json.member("marks", marks.map(\.rawValue))
  }

  /// Reads a `review-item` record; nil for another one, and for one whose id is not that of what it says.
  package init?(_ record: Record) {
    let tree = record.tree
    guard record.type == "review-item", let kind = record.string("kind").flatMap(Kind.init),
      let principal = record.string("principal"), let grant = record.string("grant"),
      let resource = record.string("resource")
    else { return nil }
    self.init(kind, principal, grant, on: resource)
    if let node = tree.value(Tree.root, "condition") {
      condition = GoogleCondition(
        title: tree.value(node, "title").map(tree.string) ?? "",
        expression: tree.value(node, "expression").map(tree.string) ?? "",
        description: tree.value(node, "description").map(tree.string))
    }
    if let node = tree.value(Tree.root, "marks") {
      marks = tree.children(node).compactMap { Mark(rawValue: tree.string($0)) }
    }
    guard record.string("id") == id else { return nil }
  }
}
