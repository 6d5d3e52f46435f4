/// AI111.
enum CloudShellAccess: AccountRule {
  static let rule = AuditRule(
    "AI111", "cloudshell-full", .low, "AWSCloudShellFullAccess is attached.",
    page: """
      CloudShell has a way to the internet and takes files both ways, so that data leaves where nobody looks. Attach a policy
      without `cloudshell:GetFileUploadUrls` and `cloudshell:GetFileDownloadUrls` to those who need a shell.
      """,
    source: "CIS AWS Foundations Benchmark 7.0, 2.20 (2026-11-21)",
    mending: .commands, controls: [.aws("2.20")])

  static func check(_ account: AWSAccount) -> [Finding] {
    account.identities.compactMap { identity in
      guard let arn = identity.attached.first(where: { $0.hasSuffix(":iam::aws:policy/AWSCloudShellFullAccess") })
      else {
        return nil
      }
      var finding = Finding(
        rule, "\(identity.kind.rawValue) '\(identity.name)' has AWSCloudShellFullAccess", resource: identity.arn.text,
        principal: identity.arn.text, hint: "detach it", at: identity.location)
      finding.remedies = [AWSRemedy.detaching(arn, from: identity)]
      return finding
    }
  }
}
