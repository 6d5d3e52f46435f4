/// A service of AWS: by what it is known to settings, hosts and signatures.
///
/// Source: service-2.json and endpoint-rule-set-1.json of botocore 1.44.5, 2026-11.
package struct AWSService: Sendable, Hashable {
  /// The service id, from which the names of variables and settings are made: `Lambda`, `Resource Groups Tagging API`.
  package let id: String
  /// What the name of its host begins with.
  let hostPrefix: String
  /// By which it knows itself in signatures.
  let signingName: String
  /// One for a whole partition.
  let isGlobal: Bool
  /// Whether the usual hosts of `aws-us-gov` keep to FIPS 140 already, and so have no others.
  let isFIPSInGov: Bool

  package init(
    id: String, hostPrefix: String, signingName: String? = nil, isGlobal: Bool = false, isFIPSInGov: Bool = false
  ) {
    self.id = id
    self.hostPrefix = hostPrefix
    self.signingName = signingName ?? hostPrefix
    self.isGlobal = isGlobal
    self.isFIPSInGov = isFIPSInGov
  }

  package static let sts = AWSService(id: "STS", hostPrefix: "sts", isFIPSInGov: true)
  package static let iam = AWSService(id: "IAM", hostPrefix: "iam", isGlobal: true, isFIPSInGov: true)
  package static let lambda = AWSService(id: "Lambda", hostPrefix: "lambda")
  package static let scheduler = AWSService(id: "Scheduler", hostPrefix: "scheduler")
  package static let tagging = AWSService(id: "Resource Groups Tagging API", hostPrefix: "tagging")
  package static let secrets = AWSService(id: "Secrets Manager", hostPrefix: "secretsmanager")
  package static let ecr = AWSService(id: "ECR", hostPrefix: "api.ecr", signingName: "ecr")
  package static let cloudWatch = AWSService(id: "CloudWatch", hostPrefix: "monitoring")
  package static let sns = AWSService(id: "SNS", hostPrefix: "sns")
  package static let logs = AWSService(id: "CloudWatch Logs", hostPrefix: "logs")
  package static let ecs = AWSService(id: "ECS", hostPrefix: "ecs")
  package static let batch = AWSService(id: "Batch", hostPrefix: "batch")
  package static let ec2 = AWSService(id: "EC2", hostPrefix: "ec2", isFIPSInGov: true)
  package static let organizations = AWSService(id: "Organizations", hostPrefix: "organizations")
  package static let cloudTrail = AWSService(id: "CloudTrail", hostPrefix: "cloudtrail")
  /// Asked in Virginia alone, whatever the region of what it tells of.
  package static let costExplorer = AWSService(id: "Cost Explorer", hostPrefix: "ce")
  /// Asked in Virginia, Frankfurt or Mumbai, whatever the region of what it tells of.
  package static let pricing = AWSService(id: "Pricing", hostPrefix: "api.pricing", signingName: "pricing")
  package static let sso = AWSService(
    id: "SSO", hostPrefix: "portal.sso", signingName: "awsssoportal", isFIPSInGov: true)

  /// Behind `AWS_ENDPOINT_URL_`.
  var variableName: String { id.uppercased().replacing(" ", with: "_") }

  /// In a `services` section.
  var settingName: String { id.lowercased().replacing(" ", with: "_") }
}
