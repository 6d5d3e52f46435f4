/// A rule over the policy of a resource of AWS.
protocol ResourcePolicyRule: SendableMetatype {
  static var rule: AuditRule { get }

  /// - Parameter account: that has the resource, with what its organisation denies; nil where it was not read.
  static func check(_ policy: ResourcePolicy, of account: AWSAccount?) -> [Finding]
}

/// The rules over policies of resources, in the order of their codes.
enum ResourcePolicyRules {
  static let all: [any ResourcePolicyRule.Type] = [OpenResource.self, DeputizedService.self, ForeignUser.self]

  static let mending = Mending.commands(
    except:
      "policies of services other than S3, SQS, SNS, KMS, ECR, Secrets Manager and Lambda have none, and neither has a "
      + "permission of Lambda that 'add-permission' does not make: nothing would put it back")

  /// - Parameter account: that has the resource, or the only one that was read; nil for none.
  static func check(_ policy: ResourcePolicy, of account: AWSAccount?) -> [Finding] {
    all.flatMap { $0.check(policy, of: account) }
  }
}

extension ResourcePolicy {
  /// Whether the organisation of an account denies somebody what a statement lets them do.
  func denial(_ statement: PolicyStatement, to outsider: Outsider, in account: AWSAccount?)
    -> Decision
  {
    guard let account else { return Decision(.allowed) }
    var denial = account.denial(of: statement, on: resource, to: outsider)
    // The ARN of a bucket does not say whose it is.
    if self.account == nil, denial.outcome != .allowed {
      denial = Decision(
        .possible,
        missing: denial.missing + ["whether '\(resource)' is of account \(account.number)"])
    }
    return denial
  }

  /// A finding about a principal of a statement, with what takes it out.
  ///
  /// - Parameter denial: what the organisation says to it.
  func finding(
    _ rule: AuditRule, _ statement: PolicyStatement, _ message: String, principal: PolicyPrincipal,
    unless denial: Decision, severity: FindingSeverity? = nil, hint: String
  ) -> Finding {
    var finding = Finding(
      rule, message, resource: resource, principal: principal == .anyone ? "*" : principal.words, severity: severity,
      hint: hint, detail: "\(statement.index)", at: location)
    finding.remedies = [
      AWSRemedy.removing(
        [principal], of: statement, of: document.statements.count, from: .resource(resource), file: finding.file)
    ].compactMap { $0 }
    if denial.outcome == .possible {
      finding.verdict = .possible
      finding.missing = denial.missing
    }
    return finding
  }

  /// Keys by which a request from elsewhere is told apart.
  static let narrowing: Set<String> = [
    "aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount", "aws:principalarn", "aws:sourceaccount",
    "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner", "aws:sourcevpc", "aws:sourcevpce",
    "aws:sourceip", "aws:vpcsourceip", "aws:userid", "kms:calleraccount", "s3:dataaccesspointaccount",
  ]
}
