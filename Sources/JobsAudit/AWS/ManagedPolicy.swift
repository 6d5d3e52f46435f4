package import JobsCore

/// A policy that stands by itself and is attached by its ARN.
package struct ManagedPolicy: Sendable {
  package var arn: String
  package var name: String
  package var document: PolicyDocument
  /// How many identities it is attached to; nil where that is not told.
  package var attachments: Int?
  package var location: Location

  /// Written by AWS.
  package var isOfAWS: Bool { arn.contains(":iam::aws:policy/") }

  /// The policies of AWS that are needed even where the input leaves their text out.
  ///
  /// `AdministratorAccess` is one statement that allows all (AWS Managed Policy Reference, read 2026-11-21).
  package static func known(_ arn: String) -> PolicyDocument? {
    guard arn.hasSuffix(":iam::aws:policy/AdministratorAccess") else { return nil }
    return administrator
  }

  private static let administrator = PolicyDocument(statements: [
    PolicyStatement(
      effect: .allow, index: 0, actions: .init([Glob("*")]), actionTexts: ["*"],
      resources: .init([PolicyText("*", hasVariables: false)]), conditions: [],
      location: .start(of: "AWS Managed Policy Reference"))
  ])
}
