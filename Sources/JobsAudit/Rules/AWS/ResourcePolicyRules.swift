/// A rule over the policy of a resource of AWS.
protocol ResourcePolicyRule: SendableMetatype {
  static var rule: AuditRule { get }
  static func check(_ policy: ResourcePolicy) -> [Finding]
}

/// The rules over policies of resources, in the order of their codes.
enum ResourcePolicyRules {
  static let all: [any ResourcePolicyRule.Type] = [OpenResource.self, DeputizedService.self, ForeignUser.self]

  static let mending = Mending.commands(
    except:
      "policies of services other than S3, SQS, SNS, KMS, ECR, Secrets Manager and Lambda have none, and neither has a "
      + "permission of Lambda that 'add-permission' does not make: nothing would put it back")

  static func check(_ policy: ResourcePolicy) -> [Finding] { all.flatMap { $0.check(policy) } }
}

extension ResourcePolicy {
  /// A finding about a principal of a statement, with what takes it out.
  func finding(
    _ rule: AuditRule, _ statement: PolicyStatement, _ message: String, principal: PolicyPrincipal,
    severity: FindingSeverity? = nil, hint: String
  ) -> Finding {
    var finding = Finding(
      rule, message, resource: resource, principal: principal == .anyone ? "*" : principal.words, severity: severity,
      hint: hint, detail: "\(statement.index)", at: location)
    finding.remedies = [
      AWSRemedy.removing(
        [principal], of: statement, of: document.statements.count, from: .resource(resource), file: finding.file)
    ].compactMap { $0 }
    return finding
  }

  /// Keys by which a request from elsewhere is told apart.
  static let narrowing: Set<String> = [
    "aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount", "aws:principalarn", "aws:sourceaccount",
    "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner", "aws:sourcevpc", "aws:sourcevpce",
    "aws:sourceip", "aws:vpcsourceip", "aws:userid", "kms:calleraccount", "lambda:functionurlauthtype",
    "s3:dataaccesspointaccount",
  ]
}
