import JobsCore
import JobsManifest

/// An account and a region, and what the resources of jobs are called there.
struct LambdaPlace: Sendable, Hashable {
  let account: String
  let region: String

  /// The group of all schedules.
  static let group = "jobs"
  /// The path of all roles.
  static let rolePath = "/jobs/"
  /// The alias that schedules call.
  static let alias = "live"
  /// The name of a role's own policy.
  static let policy = "jobs"

  enum Kind: String, Sendable, CaseIterable {
    case function = "aws.lambda"
    case role = "aws.iam"
    case schedule = "aws.scheduler"

    var words: String {
      switch self {
      case .function: "function"
      case .role: "role"
      case .schedule: "schedule"
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
  private static let limit = 64

  func function(_ job: Job) -> String { AWSName.joined(Self.parts(job), limit: Self.limit) }

  /// A role is one for all regions, so that its name has this one in it.
  func executionRole(_ job: Job) -> String { AWSName.joined(Self.parts(job) + [region, "run"], limit: Self.limit) }

  func invokerRole(_ job: Job) -> String { AWSName.joined(Self.parts(job) + [region, "call"], limit: Self.limit) }

  /// - Parameter number: of the schedule, from 0.
  func schedule(_ job: Job, _ number: Int) -> String {
    AWSName.joined(Self.parts(job) + (number == 0 ? [] : [String(number + 1)]), limit: Self.limit)
  }

  private static func parts(_ job: Job) -> [String] { [job.tenant ?? "", job.env ?? "", job.name] }

  // MARK: ARNs

  private var partition: String { AWSPartition.of(region: region).id }

  func functionARN(_ name: String) -> String { "arn:\(partition):lambda:\(region):\(account):function:\(name)" }

  func roleARN(_ name: String) -> String { "arn:\(partition):iam::\(account):role\(Self.rolePath)\(name)" }

  /// What stands behind a role's ARN, if it is one of ours.
  func roleName(arn: String?) -> String? {
    let prefix = roleARN("")
    return arn.flatMap { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : nil }
  }

  var groupARN: String { "arn:\(partition):scheduler:\(region):\(account):schedule-group/\(Self.group)" }

  // MARK: Policies

  /// Who may take the role of a function.
  static let executionTrust = PolicyDocument([
    .init(service: "lambda.amazonaws.com", actions: ["sts:AssumeRole"])
  ])

  /// What a function needs by itself: to write its log.
  func executionPolicy(_ function: String) -> PolicyDocument {
    let group = "arn:\(partition):logs:\(region):\(account):log-group:/aws/lambda/\(function)"
    return PolicyDocument([
      .init(actions: ["logs:CreateLogGroup"], resources: [group]),
      .init(actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: ["\(group):*"]),
    ])
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
