import JobsCore
import JobsManifest
import TestSupport
import Testing

@testable import JobsAWS

/// Each call that the sources make has a place: the role for GitHub may make it, or it stands here why not. A call that is new
/// fails until somebody has said which.
@Suite(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)))
struct RoleCoverageTests {
  /// A service: the files of its calls begin so, and botocore's model knows its operations.
  private struct Service {
    var files: String
    var model: String
    /// What stands in front of its actions in a policy.
    var prefix: String
  }

  private static let services = [
    Service(files: "IAM", model: "iam/2010-05-08", prefix: "iam"),
    Service(files: "STS", model: "sts/2011-06-15", prefix: "sts"),
    Service(files: "Lambda", model: "lambda/2015-03-31", prefix: "lambda"),
    Service(files: "Scheduler", model: "scheduler/2021-06-30", prefix: "scheduler"),
    Service(files: "ECR", model: "ecr/2015-09-21", prefix: "ecr"),
    Service(files: "SecretsManager", model: "secretsmanager/2017-10-17", prefix: "secretsmanager"),
    Service(files: "SNS", model: "sns/2010-03-31", prefix: "sns"),
    Service(files: "CloudWatchLogs", model: "logs/2014-03-28", prefix: "logs"),
    Service(files: "CloudWatch", model: "cloudwatch/2010-08-01", prefix: "cloudwatch"),
    Service(files: "ResourceTags", model: "resourcegroupstaggingapi/2017-01-26", prefix: "tag"),
  ]

  /// What no deployment calls.
  private static let elsewhere = [
    "Batch": "jobs-run starts what is there", "ECS": "jobs-run starts what is there",
    "EC2": "jobs-audit reads which regions there are", "CloudTrail": "jobs-audit reads who did what",
    "CostExplorer": "jobs-cost reads what was paid",
    "PriceList": "jobs-cost reads what things cost", "Organizations": "jobs-audit reads what bounds accounts",
  ]

  private static let audited = "jobs-audit reads it, by rights of its own"

  /// What the role may not do, and why.
  private static let kept = [
    "sts:GetCallerIdentity": "nobody can be kept from it", "sts:AssumeRole": "it leads to the role, and not on from it",
    "sts:AssumeRoleWithWebIdentity": "it leads to the role, and not on from it",
    "iam:CreateOpenIDConnectProvider": "'access' makes the issuer, by somebody else's rights",
    "iam:GetOpenIDConnectProvider": "'access' reads the issuer, by somebody else's rights",
    "iam:AddClientIDToOpenIDConnectProvider": "'access' mends the issuer, by somebody else's rights",
    "iam:DeleteRolePermissionsBoundary": "whoever takes a boundary away is bound by none",
    "secretsmanager:ListSecrets": "'secret' keeps values, by rights of their own",
    "secretsmanager:CreateSecret": "'secret' keeps values, by rights of their own",
    "secretsmanager:GetSecretValue": "'secret' keeps values, by rights of their own",
    "secretsmanager:PutSecretValue": "'secret' keeps values, by rights of their own",
    "secretsmanager:UpdateSecretVersionStage": "'secret' keeps values, by rights of their own",
    "secretsmanager:ListSecretVersionIds": "'secret' keeps values, by rights of their own",
    "ecr:DescribeRepositories": audited,
    "ecr:GetRepositoryPolicy": audited,
    "iam:GenerateCredentialReport": audited,
    "iam:GenerateServiceLastAccessedDetails": audited,
    "iam:GetCredentialReport": audited,
    "iam:GetServiceLastAccessedDetails": audited,
    "iam:ListAccessKeys": audited,
    "lambda:GetPolicy": audited,
    "secretsmanager:GetResourcePolicy": audited,
    "sns:ListTopics": audited,
    "logs:FilterLogEvents": "jobs-run shows logs", "logs:GetLogEvents": "jobs-run shows logs",
  ]

  /// What the role may do and no operation is called so.
  private static let without = [
    "iam:PassRole": "whoever names a role to a service", "ecr:BatchGetImage": "Lambda, in the caller's name",
    "ecr:GetDownloadUrlForLayer": "Lambda, in the caller's name",
    "scheduler:TagResource": "whoever makes a group with tags",
  ]

  private static let sources =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/") + "/Sources/JobsAWS"

  private static let files: [(name: String, text: String)] = ["Services", "Access"].flatMap { folder in
    FolderReader.names(in: "\(sources)/\(folder)").sorted().map {
      ($0, ToolFolder.text("\(sources)/\(folder)/\($0)") ?? "")
    }
  }

  /// The action for an operation, which for one of them has another name.
  private static func action(_ service: Service, _ operation: String) -> String {
    "\(service.prefix):\(operation == "Invoke" ? "InvokeFunction" : operation)"
  }

  /// The operations of a service that a text calls: by their names, or by method and path.
  private static func operations(in text: String, of known: [String: String]) throws -> Set<String> {
    var found: Set<String> = []
    for (at, literal) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated() where at % 2 == 1 {
      let name = String(literal.split(separator: ".").last ?? "")
      if known[name] != nil { found.insert(name) }
    }
    func path(_ expression: Substring) -> String {
      let parts = expression.replacing("Self.functions", with: #"["2015-03-31", "functions"]"#)
        .replacing("] + [", with: ", ").drop { $0 == "[" }.prefix { $0 != "]" }.split(separator: ", ")
      return "/" + parts.map { $0.hasPrefix("\"") ? String($0.dropFirst().dropLast()) : "{}" }.joined(separator: "/")
    }
    var calls: [String] = []
    for match in text.matches(
      of: #/method: \.(\w+),\s*path: (Self\.functions \+ \[[^\]]*\]|Self\.functions|\[[^\]]*\])/#)
    {
      calls.append("\(match.1.uppercased()) \(path(match.2))")
    }
    // What is handed to a function that puts it.
    for match in text.matches(of: #/[^:] (Self\.functions \+ \[[^\]]*\])/#) { calls.append("PUT \(path(match.1))") }
    for call in calls {
      let operation = try #require(known.first { $0.value == call }?.key, "nobody answers '\(call)'")
      found.insert(operation)
    }
    return found
  }

  @Test func `each call is the role's, or somebody said why not`() throws {
    let access = try DeployAccess(
      account: "111122223333", region: "eu-west-1", role: "jobs-deploy", repository: GitHubRepository("acme/jobs"),
      environment: "prod", tenant: "acme", project: "acme", boundary: "b",
      retention: [ImageRetention(repository: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/jobs", keep: 1)])
    let role = Set(access.permissions.statements.flatMap(\.actions))
    var called: Set<String> = []
    for service in Self.services {
      let known = try #require(ServiceModel.operations(of: service.model), "\(service.model)")
      let own = Self.files.filter { file in
        file.name.hasPrefix(service.files)
          && !Self.services.contains { $0.files.count > service.files.count && file.name.hasPrefix($0.files) }
      }
      let operations = try own.reduce(into: Set<String>()) {
        $0.formUnion(try Self.operations(in: $1.text, of: known))
      }
      #expect(!operations.isEmpty, "\(service.files)")
      called.formUnion(operations.map { Self.action(service, $0) })
    }
    #expect(called.count > 50)
    for action in called.sorted() {
      #expect(role.contains(action) != (Self.kept[action] != nil), "\(action) has no place, or two")
    }
    // What is said has to be true still.
    #expect(Set(Self.kept.keys).subtracting(called).isEmpty, "no source calls these")
    #expect(role.subtracting(called).subtracting(Self.without.keys).isEmpty, "the role may do what no source does")
  }

  @Test func `no file of calls is without a service`() {
    for file in Self.files where file.text.contains("client.send(") || file.text.contains("client.response(") {
      let isKnown =
        Self.services.contains { file.name.hasPrefix($0.files) }
        || Self.elsewhere.keys.contains { file.name.hasPrefix($0) }
      #expect(isKnown, "\(file.name)")
    }
  }
}
