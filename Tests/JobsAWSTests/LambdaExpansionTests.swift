import JobsCore
import JobsDeploy
import JobsManifest
import Testing

@testable import JobsAWS

@Suite struct LambdaExpansionTests {
  private static let place = LambdaPlace(account: "111122223333", region: "eu-west-1")

  private static func job(_ change: (inout Job) -> Void = { _ in }) -> Job {
    var job = Job(name: "report")
    job.tenant = "acme"
    job.env = "prod"
    job.target = Target(kind: .lambda, region: "eu-west-1")
    job.run.image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/report@sha256:\(String(repeating: "a", count: 64))"
    job.schedules = [Schedule(cron: "30 2 * * *")]
    change(&job)
    return job
  }

  private static func resource(_ id: String, _ change: (inout Job) -> Void = { _ in }) throws -> Resource {
    try #require(try LambdaExpansion(job(change), in: place).expansion().resources.first { $0.id == id })
  }

  @Test func `a job needs a function, its schedule, and a role for each with the least that it may do`() throws {
    let expansion = try LambdaExpansion(Self.job(), in: Self.place).expansion()
    #expect(
      expansion.resources.map(\.id) == [
        "aws.iam/111122223333/eu-west-1/acme-prod-report-eu-west-1-run",
        "aws.lambda/111122223333/eu-west-1/acme-prod-report",
        "aws.iam/111122223333/eu-west-1/acme-prod-report-eu-west-1-call",
        "aws.scheduler/111122223333/eu-west-1/acme-prod-report",
      ])
    #expect(expansion.resources[1].dependencies == [expansion.resources[0].id])
    #expect(expansion.resources[3].dependencies == [expansion.resources[1].id, expansion.resources[2].id])
    #expect(
      expansion.resources[0].fields["Policies.jobs.Statement"]?.text
        == #"[{"Action":"logs:CreateLogGroup","Effect":"Allow","Resource":"arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/acme-prod-report"},{"Action":["logs:CreateLogStream","logs:PutLogEvents"],"Effect":"Allow","Resource":"arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/acme-prod-report:*"}]"#
    )
    #expect(
      expansion.resources[2].fields["Policies.jobs.Statement"]?.text
        == #"[{"Action":"lambda:InvokeFunction","Effect":"Allow","Resource":"arn:aws:lambda:eu-west-1:111122223333:function:acme-prod-report:live"}]"#
    )
    #expect(
      expansion.resources[2].fields["Trust.Statement"]?.text
        == #"[{"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":"111122223333","aws:SourceArn":"arn:aws:scheduler:eu-west-1:111122223333:schedule-group/jobs"}},"Effect":"Allow","Principal":{"Service":"scheduler.amazonaws.com"}}]"#
    )
    let fields = expansion.resources[3].fields
    #expect(
      fields["ScheduleExpression"]?.text == "cron(30 2 * * ? *)" && fields["ScheduleExpressionTimezone"]?.text == "UTC")
    #expect(fields["Target.Input"]?.text == #"{"job":"acme/prod/report"}"# && fields["State"]?.text == "ENABLED")
  }

  @Test func `what is not said has Lambda's own values, and a paused job stays with its schedule off`() throws {
    let id = "aws.lambda/111122223333/eu-west-1/acme-prod-report"
    let function = try Self.resource(id)
    #expect(function.fields["Timeout"]?.text == "3" && function.fields["MemorySize"]?.text == "128")
    #expect(function.fields["Architectures"] == Resource.Value(["x86_64"]))
    let shell = try Self.resource(id) {
      $0.run.setShell("echo \"$1\"")
      $0.run.args = ["x"]
    }
    #expect(shell.fields["ImageConfig.EntryPoint"] == Resource.Value(["/bin/sh", "-c", "echo \"$1\""]))
    #expect(shell.fields["ImageConfig.Command"] == Resource.Value(["sh", "x"]))
    let paused = try Self.resource("aws.scheduler/111122223333/eu-west-1/acme-prod-report") { $0.paused = true }
    #expect(paused.fields["State"]?.text == "DISABLED")
    #expect(try LambdaExpansion(Self.job { $0.enabled = false }, in: Self.place).expansion().resources.count == 2)
    #expect(try LambdaExpansion(Self.job { $0.schedules = [] }, in: Self.place).expansion().resources.count == 2)
  }

  static let refusals: [(words: String, change: @Sendable (inout Job) -> Void)] = [
    ("Lambda gives a job no 'secrets'", { $0.run.secrets = [Pair("A", "b:1")] }),
    ("Lambda gives a job no 'mounts'", { $0.run.mounts = [Mount(secret: "a:1", path: "/x")] }),
    ("Lambda gives a job no 'envFile'", { $0.run.envFile = "x" }),
    ("Lambda gives a job no 'user'", { $0.run.user = "x" }),
    ("Lambda gives a job no 'network'", { $0.network = Network() }),
    ("Lambda gives a job no 'events'", { $0.events = [Event(json: "{}")] }),
    ("Lambda gives a job no 'tasks'", { $0.resources.tasks = 2 }),
    ("Lambda gives a job no 'gpu'", { $0.resources.gpu = 1 }),
    ("it has no 'image' of Amazon ECR", { $0.run.image = nil }),
    ("it has no 'image' of Amazon ECR", { $0.run.image = "x:1" }),
    ("it has no 'image' of Amazon ECR", { $0.run.image = "1.dkr.ecr.eu-west-1.amazonaws.com/report:1" }),
    ("'me' is no role's ARN", { $0.identity = "me" }),
    ("Lambda ends a run after 15m", { $0.limits.timeoutSeconds = 901 }),
    ("Lambda has 128Mi up to 10Gi of memory", { $0.resources.memoryBytes = 64 << 20 }),
    ("Lambda has 128Mi up to 10Gi of memory", { $0.resources.memoryBytes = 200 << 20 | 1 }),
    ("variable 'AWS_REGION' is one that Lambda keeps", { $0.run.env = [Pair("AWS_REGION", "x")] }),
    ("variable 'A.B' has a name", { $0.run.env = [Pair("A.B", "x")] }),
    ("variable 'A' has a name", { $0.run.env = [Pair("A", "x")] }),
    ("its environment variables have more", { $0.run.env = [Pair("AA", String(repeating: "x", count: 4095))] }),
    ("Lambda has no architecture 'mips'", { $0.resources.architecture = "mips" }),
    ("it is for account '9'", { $0.target.account = "9" }),
    ("'Ä/prod/report' makes no name", { $0.tenant = "Ä" }),
    ("EventBridge cannot say the schedule", { $0.schedules[0].cron = "0 3 13 * 5" }),
    ("the schedule 'x' is none", { $0.schedules[0].cron = "x" }),
  ]

  @Test(arguments: refusals.indices) func `what Lambda cannot give is refused with a hint`(at: Int) {
    let (words, change) = Self.refusals[at]
    let refusal = #expect(throws: ExpansionRefusal.self) {
      try LambdaExpansion(Self.job(change), in: Self.place).expansion()
    }
    #expect(refusal?.message.hasPrefix(words) == true, "\(refusal?.message ?? "")")
    #expect(refusal?.hint.isEmpty == false)
  }

  @Test func `what is lost is said`() throws {
    let losses = try LambdaExpansion(
      Self.job {
        $0.limits.retry = Retry()
        $0.limits.retry?.attempts = 0
        $0.limits.concurrency = .forbid
        $0.limits.missed = Missed(policy: .last)
        $0.resources.cpuMillis = 1000
      }, in: Self.place
    ).expansion().losses
    #expect(
      losses.map { $0.split(separator: "'").first.map(String.init) } == ["retry", "concurrency", "missed", "cpu"])
    #expect(try LambdaExpansion(Self.job(), in: Self.place).expansion().losses.isEmpty)
  }

  @Test func `names that are too long are cut, and stay apart`() throws {
    let names = [String(repeating: "a", count: 70), String(repeating: "a", count: 69)].map { name in
      Self.place.function(Self.job { $0.name = name })
    }
    #expect(names.allSatisfy { $0.utf8.count == 64 } && Set(names).count == 2)
    #expect(AWSName.joined(["", "a", "", "b"], limit: 3) == "a-b")
  }

  @Test func `marks are read as they are written, and by no other`() {
    let mark = OwnerMark(owner: "acme/prod/report", digest: "0123456789abcdef")
    #expect(OwnerMark(text: mark.text) == mark && OwnerMark(tags: mark.tags()) == mark)
    #expect(OwnerMark(tags: mark.tags(region: "eu-west-1"), region: "eu-west-1") == mark)
    #expect(OwnerMark(tags: mark.tags(region: "eu-west-1"), region: "eu-west-2") == nil)
    for text in [nil, "", "jobs-deploy", "jobs-deploy a", "other a b", "jobs-deploy a b c", "jobs-deploy  b"] {
      #expect(OwnerMark(text: text) == nil)
    }
    #expect(OwnerMark(tags: ["managed-by": "jobs-deploy"]) == nil && OwnerMark(tags: ["jobs-id": "a"]) == nil)
  }
}
