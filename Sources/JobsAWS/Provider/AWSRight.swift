/// Actions of AWS that somebody needs on something, and what for.
package struct AWSRight: Hashable, Sendable {
  package var statement: PolicyDocument.Statement
  /// What it is for, in words.
  package var purpose: String

  /// - Parameters:
  ///   - resource: an ARN, in which `*` and `?` are wildcards.
  ///   - service: that a role is handed to.
  init(_ actions: [String], _ resource: String, passedTo service: String? = nil, _ purpose: String) {
    statement = PolicyDocument.Statement(
      actions: actions, resources: [resource], equal: service.map { [("iam:PassedToService", $0)] } ?? [])
    self.purpose = purpose
  }
}
