import JobsCore
import JobsDeploy
import JobsManifest

/// An account and a region, and what the resources of jobs are called there.
package struct LambdaPlace: Sendable, Hashable {
  let account: String
  let region: String

  /// The group of all schedules.
  static let group = "jobs"
  /// The path of all roles.
  static let rolePath = "/jobs/"
  /// The alias that schedules call, and whoever else starts jobs.
  package static let alias = "live"
  /// The name of a role's own policy.
  static let policy = "jobs"

  enum Kind: String, Sendable, CaseIterable {
    case function = "aws.lambda"
    case role = "aws.iam"
    case schedule = "aws.scheduler"
    case alarm = "aws.cloudwatch"
    case retention = "aws.ecr"

    var words: String {
      switch self {
      case .function: "function"
      case .role: "role"
      case .schedule: "schedule"
      case .alarm: "alarm"
      case .retention: "retention"
      }
    }
  }

  // MARK: Ids

  func id(_ kind: Kind, _ name: String) -> String { "\(kind.rawValue)/\(account)/\(region)/\(name)" }

  /// Kind and name of a resource of this place; nil for what is elsewhere.
  func resource(_ id: String) -> (kind: Kind, name: String)? {
    for kind in Kind.allCases {
      let prefix = self.id(kind, "")
      if id.hasPrefix(prefix), id.utf8.count > prefix.utf8.count { return (kind, String(id.dropFirst(prefix.count))) }
    }
    return nil
  }

  // MARK: Names

  /// Functions, roles and schedules have 64 characters each.
  package static let limit = 64

  func function(_ job: Job) -> String { job.nameInAWS(limit: Self.limit) }

  /// A role is one for all regions, so that its name has this one in it.
  func executionRole(_ job: Job) -> String { AWSName.joined(Self.parts(job) + [region, "run"], limit: Self.limit) }

  func invokerRole(_ job: Job) -> String { AWSName.joined(Self.parts(job) + [region, "call"], limit: Self.limit) }

  /// - Parameter number: of the schedule, from 0.
  func schedule(_ job: Job, _ number: Int) -> String {
    AWSName.joined(Self.parts(job) + (number == 0 ? [] : [String(number + 1)]), limit: Self.limit)
  }

  /// What the names of all alarms begin with, so that they are listed alone.
  static let alarmPrefix = "jobs-"

  /// An alarm has 255 characters.
  func alarm(_ job: Job) -> String {
    AWSName.joined(["jobs"] + Self.parts(job) + ["failed"], limit: 255)
  }

  /// What keeps the images of a repository for an environment.
  func retention(_ repository: ECRRepository, _ environment: String?) -> String {
    "\(repository.name):\(environment ?? "-")"
  }

  /// A repository of this place, and the owner of the rules in it, by what `retention` made; nil for what it did not.
  func retention(_ name: String) -> (repository: ECRRepository, owner: String)? {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let repository = ECRRepository("\(account).dkr.ecr.\(region).amazonaws.com/\(parts[0])")
    else {
      return nil
    }
    return (repository, Resource.owner(ofAllJobsIn: String(parts[1])))
  }

  private static func parts(_ job: Job) -> [String] { [job.tenant ?? "", job.env ?? "", job.name] }

  // MARK: ARNs

  private var partition: String { AWSPartition.of(region: region).id }

  func functionARN(_ name: String) -> String { "arn:\(partition):lambda:\(region):\(account):function:\(name)" }

  /// The function behind an ARN, of whatever version; nil for what is none of this place.
  func function(arn: String) -> String? {
    let prefix = functionARN("")
    guard arn.hasPrefix(prefix) else { return nil }
    return arn.dropFirst(prefix.count).split(separator: ":").first.map(String.init)
  }

  func roleARN(_ name: String) -> String { "arn:\(partition):iam::\(account):role\(Self.rolePath)\(name)" }

  /// A policy of the account, by its name with its path.
  func policyARN(_ name: String) -> String { "arn:\(partition):iam::\(account):policy/\(name)" }

  /// A role that is no job's.
  func ownRoleARN(_ name: String) -> String { "arn:\(partition):iam::\(account):role/\(name)" }

  /// The provider of identities of an issuer, by its host.
  func issuerARN(_ host: String) -> String { "arn:\(partition):iam::\(account):oidc-provider/\(host)" }

  /// A repository of images.
  func repositoryARN(_ name: String) -> String { "arn:\(partition):ecr:\(region):\(account):repository/\(name)" }

  /// Whether a role is of this account, whosever it is.
  func isOwn(role arn: String) -> Bool { arn.hasPrefix("arn:\(partition):iam::\(account):role/") }

  /// What stands behind a role's ARN, if it is one of ours.
  func roleName(arn: String?) -> String? {
    let prefix = roleARN("")
    return arn.flatMap { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : nil }
  }

  /// Without the six letters that Secrets Manager adds to a name.
  func secretARN(_ name: String) -> String { "arn:\(partition):secretsmanager:\(region):\(account):secret:\(name)" }

  func scheduleARN(_ name: String) -> String {
    let schedule = ScheduleName(name)
    return "arn:\(partition):scheduler:\(region):\(account):schedule/\(schedule.group)/\(schedule.name)"
  }

  func logGroupARN(_ name: String) -> String { "arn:\(partition):logs:\(region):\(account):log-group:\(name)" }

  /// - Parameter name: of Parameter Store, `/report/db` or `db`.
  func parameterARN(_ name: String) -> String {
    "arn:\(partition):ssm:\(region):\(account):parameter\(name.hasPrefix("/") ? "" : "/")\(name)"
  }

  /// - Parameter resource: such as `cluster/default`.
  func ecsARN(_ resource: String) -> String { "arn:\(partition):ecs:\(region):\(account):\(resource)" }

  /// - Parameter resource: such as `job-queue/nightly`.
  func batchARN(_ resource: String) -> String { "arn:\(partition):batch:\(region):\(account):\(resource)" }

  var groupARN: String { "arn:\(partition):scheduler:\(region):\(account):schedule-group/\(Self.group)" }

  func alarmARN(_ name: String) -> String { "arn:\(partition):cloudwatch:\(region):\(account):alarm:\(name)" }

  /// The topic that is called like a route of the project file; nil where none can be.
  func topicARN(route: String) -> String? {
    guard (1...256).contains(route.utf8.count),
      route.utf8.allSatisfy({ (48...57).contains($0) || (97...122).contains($0 | 32) || $0 == 45 || $0 == 95 })
    else { return nil }
    return topicARN(route)
  }

  func topicARN(_ name: String) -> String { "arn:\(partition):sns:\(region):\(account):\(name)" }

  // MARK: Policies

  /// Who may take the role of a function.
  static let executionTrust = PolicyDocument([
    .init(service: "lambda.amazonaws.com", actions: ["sts:AssumeRole"])
  ])

  /// What a function needs by itself: to write its log, and to read its secrets.
  ///
  /// - Parameter secrets: as policies name them.
  func executionPolicy(_ function: String, secrets: [String] = []) -> PolicyDocument {
    let group = logGroupARN("/aws/lambda/\(function)")
    let log: [PolicyDocument.Statement] = [
      .init(actions: ["logs:CreateLogGroup"], resources: [group]),
      .init(actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: ["\(group):*"]),
    ]
    guard !secrets.isEmpty else { return PolicyDocument(log) }
    return PolicyDocument(
      log + [.init(actions: ["secretsmanager:GetSecretValue"], resources: Set(secrets).sorted())])
  }

  /// Only the schedules of our group may take the role that calls a function (docs.aws.amazon.com/scheduler/latest/
  /// UserGuide/cross-service-confused-deputy-prevention.html, 2026-11).
  var invokerTrust: PolicyDocument {
    PolicyDocument([
      .init(
        service: "scheduler.amazonaws.com", actions: ["sts:AssumeRole"],
        equal: [("aws:SourceAccount", account), ("aws:SourceArn", groupARN)])
    ])
  }

  func invokerPolicy(_ function: String) -> PolicyDocument {
    PolicyDocument([
      .init(actions: ["lambda:InvokeFunction"], resources: ["\(functionARN(function)):\(Self.alias)"])
    ])
  }
}
