package import JobsCore

/// A policy document of AWS that is read alone, without all that its account says of it.
package struct SinglePolicy: Sendable {
  /// What findings call it: the ARN of a policy or role, or its file.
  package var name: String
  package var document: PolicyDocument
  /// Where it begins.
  package var location: Location

  /// The account that the rules judge it in: with one policy, or one role with the document as its trust, and nothing else.
  package var account: AWSAccount {
    let arn = ARN(name)
    var account = AWSAccount(number: arn?.account ?? "")
    if document.statements.contains(where: { $0.principals != nil }) {
      var role = AWSIdentity(
        kind: .role, name: arn?.name ?? name, arn: arn ?? ARN(unnamed: name), uniqueID: "", location: location)
      role.trust = document
      account.add(role)
    } else {
      // No command may take the ARN of who has it for that of a policy.
      let title = arn.map { $0.resource.hasPrefix("policy/") ? name : "a policy of \(name)" } ?? name
      account.add(ManagedPolicy(arn: title, name: title, document: document, attachments: nil, location: location))
    }
    return account
  }
}
