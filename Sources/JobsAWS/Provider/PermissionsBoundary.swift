import JobsCore

/// The policy that bounds what the roles of an environment may do, whatever they are granted.
///
/// A role bears a tag where its boundary was set from here, so that one that somebody else set stays what it is. Source:
/// docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html, 2026-11.
enum PermissionsBoundary {
  /// The name of the field of a role.
  static let field = "PermissionsBoundary"
  /// The tag of a role whose boundary was set from here.
  static let tag = "jobs-boundary"
  static let tagValue = "set"

  /// The ARN of the policy that a project file names.
  ///
  /// - Parameter text: the name of a policy of the account, with its path where it has one, or an ARN.
  /// - Throws: a usage failure for what is neither.
  static func arn(_ text: String, in place: LambdaPlace) throws(Failure) -> String {
    let arn = text.hasPrefix("arn:") ? text : place.policyARN(text)
    let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[2] == "iam", parts[3].isEmpty,
      parts[4] == "aws" || parts[4].utf8.count == 12 && parts[4].utf8.allSatisfy({ (48...57).contains($0) }),
      parts[5].hasPrefix("policy/"), isPath(parts[5].dropFirst(7))
    else {
      throw .usage(
        "the boundary '\(Terminal.visible(text))' is no policy of IAM",
        hint: "write a policy's name or its ARN as 'boundary' under 'aws' of the environment")
    }
    return arn
  }

  private static func isPath(_ text: Substring) -> Bool {
    (1...512).contains(text.utf8.count) && !text.hasPrefix("/") && !text.hasSuffix("/")
      && text.utf8.allSatisfy {
        (48...57).contains($0) || (97...122).contains($0 | 32) || "_+=,.@-/".utf8.contains($0)
      }
  }
}
