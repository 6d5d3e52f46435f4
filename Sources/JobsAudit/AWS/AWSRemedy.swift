/// Commands that mend what a rule finds in an account, with their inverse.
enum AWSRemedy {
  /// Detaches a managed policy from who has it.
  static func detaching(_ arn: String, from identity: AWSIdentity) -> Finding.Remedy {
    let kind = identity.kind.rawValue
    let words = "--\(kind)-name \(ShellWord.quoted(identity.name)) --policy-arn \(ShellWord.quoted(arn))"
    return Finding.Remedy(do: "aws iam detach-\(kind)-policy \(words)", undo: "aws iam attach-\(kind)-policy \(words)")
  }
}
