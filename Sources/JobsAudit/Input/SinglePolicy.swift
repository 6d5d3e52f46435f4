import JobsCore

/// A policy document of AWS that stands alone in a file.
package struct SinglePolicy: Sendable {
  package var file: String
  package var document: PolicyDocument
  package var line: Int
  package var column: Int

  /// The account that the rules judge it in: with one policy, or one role with the document as its trust, and nothing else.
  package var account: AWSAccount {
    var account = AWSAccount(number: "")
    let location = Location(file: file, line: line, column: column, endLine: line, endColumn: column)
    if document.statements.contains(where: { $0.principals != nil }) {
      var role = AWSIdentity(kind: .role, name: file, arn: ARN(unnamed: file), uniqueID: "", location: location)
      role.trust = document
      account.add(role)
    } else {
      account.add(ManagedPolicy(arn: file, name: file, document: document, attachments: nil, location: location))
    }
    return account
  }
}
