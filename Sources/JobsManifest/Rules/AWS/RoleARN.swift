import JobsCore

/// An identity on AWS that is no role.
package enum RoleARN: JobRule {
  package static let info = RuleInfo(
    "AW104", "role-arn", .aws, .error, summary: "an identity on AWS that is no role's ARN",
    page: """
      A Lambda function, an ECS task and a Batch job run as a role, named by its ARN:
      'arn:aws:iam::111122223333:role/report'. A user's ARN, a role's bare name and a service account of Google's are
      refused. The partition is aws, aws-cn or aws-us-gov.
      """,
    source: "docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers, 2026-11",
    bad: .init(
      .jobs,
      ExampleText.job(
        "  target: aws.lambda\n  image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/report:1.4.2\n  identity: ⟦report-role⟧\n"
      )),
    good: .init(
      .jobs,
      ExampleText.job(
        "  target: aws.lambda\n  image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/report:1.4.2\n  identity: arn:aws:iam::111122223333:role/report\n"
      )))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.job.target.kind.isAWS, let id = job.sites.identity, job.tree.kind(id) == .string,
      !job.tree.withText(id, isRole), !job.isOpen(id)
    else { return }
    findings.report(
      info, "'\(Terminal.visible(job.tree.string(id)))' is no role's ARN", at: id,
      hint: "write 'arn:aws:iam::\(job.job.target.account ?? "ACCOUNT"):role/NAME'")
  }

  static func isRole(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let parts = text.split(separator: UInt8(ascii: ":"), maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0].elementsEqual("arn".utf8),
      parts[1].elementsEqual("aws".utf8) || parts[1].starts(with: "aws-".utf8) && parts[1].count > 4,
      parts[2].elementsEqual("iam".utf8),
      parts[3].isEmpty, parts[4].count == 12, parts[4].allSatisfy(\.isDigit), parts[5].starts(with: "role/".utf8)
    else { return false }
    let name = parts[5].dropFirst(5)
    return !name.isEmpty && name.last != UInt8(ascii: "/") && name.count <= 576
      && name.allSatisfy { $0.isWord || "+=,.@-/".utf8.contains($0) }
  }
}

extension Target.Kind {
  var isAWS: Bool {
    switch self {
    case .lambda, .ecs, .batch: true
    case .local, .host, .cloudRun: false
    }
  }
}
