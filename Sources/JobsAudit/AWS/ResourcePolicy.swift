package import JobsCore

/// The policy of a resource of AWS: who else may use it, of whatever account.
package struct ResourcePolicy: Sendable {
  /// The ARN of the resource; the name of its file where nothing tells it.
  package var resource: String
  package var document: PolicyDocument
  package var location: Location

  /// As steps of paths name it.
  var title: String { "policy of \(resource)" }

  /// The number of the account that has it; nil where the ARN has none, as of buckets.
  var account: String? { ARN(resource).flatMap { $0.account.isEmpty ? nil : $0.account } }
}
