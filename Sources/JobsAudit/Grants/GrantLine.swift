package import JobsCore

/// A line of a policy that grants something: a member of a binding of Google; of AWS a policy that is attached to an identity, a
/// user in a group, or a statement that allows.
package struct GrantLine: Sendable {
  /// The member or the identity; nil for a statement, which says itself for whom it is.
  package var principal: String?
  /// A role, the ARN of a policy, a group, or a statement as it is written, as JSON without blanks.
  package var grant: String
  /// What it is on; of a statement the policy that it stands in.
  package var resource: String
  package var condition: GoogleCondition?
  package var location: Location

  package init(
    _ grant: String, to principal: String? = nil, on resource: String, if condition: GoogleCondition? = nil,
    at location: Location
  ) {
    self.principal = principal
    self.grant = grant
    self.resource = resource
    self.condition = condition
    self.location = location
  }

  /// Knows it again, over all that it says and nothing of where it was read.
  var id: UInt64 {
    let parts = [principal ?? "", grant, resource, condition?.title ?? "", condition?.expression ?? ""]
    return parts.joined(separator: "\u{0}").utf8.fnv1a64
  }

  /// The condition in words; empty where there is none.
  package var limit: String { condition.map { "if \($0.expression)" } ?? "" }

  static func inOrder(_ a: GrantLine, _ b: GrantLine) -> Bool {
    let left = [a.resource, a.principal ?? "", a.grant, a.limit]
    let right = [b.resource, b.principal ?? "", b.grant, b.limit]
    return left.lexicographicallyPrecedes(right) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Writes the `new-grant` record.
  package func write(to json: inout JSONWriter) {
    json.beginRecord("new-grant")
    json.optional("principal", principal)
    json.member("grant", grant)
    json.member("resource", resource)
    if let condition {
      json.object("condition") {
        $0.member("title", condition.title)
        $0.member("expression", condition.expression)
      }
    }
    json.member("file", location.file)
    json.member("line", location.line)
    json.member("column", location.column)
    json.endObject()
  }
}
