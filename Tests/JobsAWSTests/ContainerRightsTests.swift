import JobsAudit
import JobsCore
import JobsDeploy
import JobsManifest
import Testing

@testable import JobsAWS

@Suite struct ContainerRightsTests {
  private static let account = "111122223333"
  private static let region = "eu-west-1"

  private static func job(_ kind: Target.Kind, _ change: (inout Job) -> Void = { _ in }) -> Job {
    var job = Job(name: "crunch")
    job.tenant = "acme"
    job.env = "prod"
    job.target = Target(kind: kind, region: region, account: account)
    job.run.image = "999988887777.dkr.ecr.us-east-1.amazonaws.com/tools/crunch:7"
    job.identity = "arn:aws:iam::111122223333:role/crunch"
    change(&job)
    return job
  }

  private static func rights(_ job: Job) throws -> ContainerRights {
    try ContainerRights(of: job, account: account, region: region)
  }

  private static func operating(_ job: Job) throws -> [String] {
    try AWSOperatorRights(of: job, account: account, region: region).rights.map { right in
      let condition = right.statement.equal.map { " \($0.key)=\($0.value)" }.joined()
      return "\(right.statement.actions.joined(separator: ",")) \(right.statement.resources[0])\(condition)"
    }
  }

  @Test func `the execution role pulls the image where that is, and reads the secrets`() throws {
    let rights = try Self.rights(Self.job(.ecs) { $0.run.secrets = [Pair("A", "db:v2"), Pair("B", "key")] })
    #expect(rights.role == "arn:aws:iam::111122223333:role/crunch")
    #expect(
      rights.execution.map { $0.statement.resources[0] } == [
        "*", "arn:aws:ecr:us-east-1:999988887777:repository/tools/crunch",
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-??????",
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:key-??????",
      ])
    #expect(
      rights.gaps == [
        "which execution role 'acme/prod/crunch' has, and where it logs: its task definition 'acme-prod-crunch' names both"
      ])
  }

  @Test func `what no manifest has is named`() throws {
    let batch = try Self.rights(
      Self.job(.batch) {
        $0.run.image = "docker.io/library/busybox:1"
        $0.identity = nil
        $0.schedules = [Schedule(cron: "0 3 * * *")]
        $0.annotations = [Pair("jobs/job-definition", "nightly:3")]
      })
    #expect(batch.role == nil)
    #expect(
      batch.execution.map { $0.statement.resources[0] } == [
        "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/batch/job:*"
      ])
    #expect(
      batch.gaps == [
        "which execution role 'acme/prod/crunch' has: its job definition 'nightly:3' names it",
        "as whom 'acme/prod/crunch' runs: it names no 'identity', and its job definition 'nightly:3' may",
        "who starts 'acme/prod/crunch' by its schedule: jobs-deploy makes nothing of 'aws.batch'",
      ])
  }

  @Test func `what somebody read of the definition is no gap any more`() throws {
    let read = ContainerRights.Definition(
      role: "arn:aws:iam::111122223333:role/task", executionRole: "arn:aws:iam::111122223333:role/begin",
      logGroups: ["/ecs/crunch"],
      secrets: [
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf:user::", "/crunch/key",
        "arn:aws:ssm:eu-west-1:111122223333:parameter/other",
      ])
    let job = Self.job(.ecs) {
      $0.identity = nil
      $0.run.image = nil
    }
    let rights = try ContainerRights(of: job, account: Self.account, region: Self.region, by: read)
    #expect(rights.role == read.role && rights.executionRole == read.executionRole && rights.gaps.isEmpty)
    #expect(
      rights.execution.map { "\($0.statement.actions[0]) \($0.statement.resources[0])" } == [
        "logs:CreateLogStream arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/crunch:*",
        "secretsmanager:GetSecretValue arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf",
        "ssm:GetParameters arn:aws:ssm:eu-west-1:111122223333:parameter/crunch/key",
        "ssm:GetParameters arn:aws:ssm:eu-west-1:111122223333:parameter/other",
      ])
    let bare = try ContainerRights(
      of: Self.job(.batch) { $0.identity = nil }, account: Self.account, region: Self.region,
      by: .init(role: nil, executionRole: nil))
    #expect(
      bare.gaps == [
        "by which execution role 'acme/prod/crunch' begins: its job definition 'acme-prod-crunch' names none",
        "as whom 'acme/prod/crunch' runs: it names no 'identity', and its job definition 'acme-prod-crunch' names no role",
      ])
  }

  @Test func `whoever starts a task names its definition and cluster, and hands over its role`() throws {
    #expect(
      try Self.operating(
        Self.job(.ecs) { $0.annotations = [Pair("jobs/cluster", "main"), Pair("jobs/task-definition", "nightly:7")] })
        == [
          "ecs:DescribeTaskDefinition,ecs:ListTasks *",
          "ecs:DescribeClusters arn:aws:ecs:eu-west-1:111122223333:cluster/main",
          "ecs:RunTask arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly:7",
          "ecs:DescribeTasks,ecs:StopTask arn:aws:ecs:eu-west-1:111122223333:task/main/*",
          "iam:PassRole arn:aws:iam::111122223333:role/crunch iam:PassedToService=ecs-tasks.amazonaws.com",
        ])
    let named = try Self.operating(
      Self.job(.ecs) {
        $0.identity = nil
        $0.annotations = [
          Pair("jobs/cluster", "arn:aws:ecs:eu-west-1:111122223333:cluster/big"),
          Pair("jobs/task-definition", "arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly"),
        ]
      })
    #expect(named.contains("ecs:RunTask arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly:*"))
    #expect(named.contains { $0.hasSuffix("task/big/*") } && !named.contains { $0.contains("PassRole") })
  }

  @Test func `whoever starts a job in Batch needs its definition and its queue`() throws {
    let words = try Self.operating(Self.job(.batch) { $0.annotations = [Pair("jobs/queue", "night")] })
    #expect(words.contains("batch:SubmitJob arn:aws:batch:eu-west-1:111122223333:job-definition/acme-prod-crunch:*"))
    #expect(words.contains("batch:SubmitJob arn:aws:batch:eu-west-1:111122223333:job-queue/night"))
    #expect(
      try Self.operating(Self.job(.batch)).contains("batch:SubmitJob arn:aws:batch:eu-west-1:111122223333:job-queue/*"))
  }

  @Test func `what cannot be run is refused`() {
    #expect(throws: ExpansionRefusal.self) {
      try Self.rights(Self.job(.ecs) { $0.annotations = [Pair("jobs/public-address", "perhaps")] })
    }
    #expect(throws: ExpansionRefusal.self) { try Self.rights(Self.job(.ecs) { $0.run.secrets = [Pair("A", "a b")] }) }
    #expect(throws: ExpansionRefusal.self) { try Self.operating(Self.job(.cloudRun)) }
  }

  /// Held against what AWS says of its actions.
  @Test(arguments: [Target.Kind.lambda, .ecs, .batch])
  func `what is told names actions that there are, on resources on which they act`(_ kind: Target.Kind) throws {
    let job = Self.job(kind) { $0.run.secrets = [Pair("A", "db")] }
    let rights =
      try AWSOperatorRights(of: job, account: Self.account, region: Self.region).rights
      + (kind == .lambda ? [] : Self.rights(job).execution)
    var estate = Estate()
    var values = ValueReader(
      bytes: JobsAWS.PolicyDocument(rights.map(\.statement)).json, name: "'policy'")
    try EstateReader { _ in }.read(&values, file: "policy", into: &estate)
    let found = estate.singles.flatMap { AccountRules.check($0.account) }
    #expect(estate.singles.count == 1 && rights.count > 1)
    #expect(found.filter { ["AI112", "AI114", "AI115"].contains($0.rule.code) }.map(\.message) == [])
  }
}
