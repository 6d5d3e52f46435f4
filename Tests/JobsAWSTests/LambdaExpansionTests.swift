import JobsCore
import JobsDeploy
import JobsManifest
import Testing

@testable import JobsAWS

@Suite struct LambdaExpansionTests {
  private static let place = LambdaPlace(account: "111122223333", region: "eu-west-1")

  private static func resource(_ id: String, _ change: (inout Job) -> Void = { _ in }) throws -> Resource {
    try #require(try LambdaExpansion(.onLambda(change), in: place).expansion().resources.first { $0.id == id })
  }

  @Test func `a job needs a function, its schedule, and a role for each with the least that it may do`() throws {
    let expansion = try LambdaExpansion(Job.onLambda(), in: Self.place).expansion()
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
    #expect(try LambdaExpansion(Job.onLambda { $0.enabled = false }, in: Self.place).expansion().resources.count == 2)
    #expect(try LambdaExpansion(Job.onLambda { $0.schedules = [] }, in: Self.place).expansion().resources.count == 2)
  }

  static let refusals: [(words: String, change: @Sendable (inout Job) -> Void)] = [
    ("'a b' names no secret", { $0.run.secrets = [Pair("AB", "a b")] }),
    ("'a:b:c' names no secret", { $0.run.secrets = [Pair("AB", "a:b:c")] }),
    ("'a:' names no secret", { $0.run.secrets = [Pair("AB", "a:")] }),
    (
      "'arn:aws:ssm:eu-west-1:1:x:y' is no ARN of a secret",
      { $0.run.secrets = [Pair("AB", "arn:aws:ssm:eu-west-1:1:x:y")] }
    ),
    (
      "'arn:aws:secretsmanager:eu-west-1:1:secret:y' is no ARN of a secret",
      { $0.run.secrets = [Pair("AB", "arn:aws:secretsmanager:eu-west-1:1:secret:y")] }
    ),
    (
      "the secret 'arn:aws:secretsmanager:us-east-1:111122223333:secret:y-AbCdEf' is in region 'us-east-1'",
      { $0.run.secrets = [Pair("AB", "arn:aws:secretsmanager:us-east-1:111122223333:secret:y-AbCdEf")] }
    ),
    (
      "variable 'AB_SECRET_ID' is there twice",
      {
        $0.run.secrets = [Pair("AB", "x")]
        $0.run.env = [Pair("AB_SECRET_ID", "y")]
      }
    ),
    ("its role may read more secrets", { $0.run.secrets = (0..<150).map { Pair("A\($0)", "b\($0)") } }),
    ("its image is in region 'eu-west-2'", { $0.run.image = "111122223333.dkr.ecr.eu-west-2.amazonaws.com/report:1" }),
    ("its alert goes to 'on call'", { $0.alerts = [Alert(when: "failed", route: "on call")] }),
    (
      "an alarm tells 5 topics at most",
      { $0.alerts = (0..<6).map { Alert(when: "failed", route: "route-\($0)") } }
    ),
    ("Lambda gives a job no 'mounts'", { $0.run.mounts = [Mount(secret: "a:1", path: "/x")] }),
    ("Lambda gives a job no 'envFile'", { $0.run.envFile = "x" }),
    ("Lambda gives a job no 'user'", { $0.run.user = "x" }),
    ("Lambda gives a job no 'network'", { $0.network = Network() }),
    ("Lambda gives a job no 'events'", { $0.events = [Event(json: "{}")] }),
    ("Lambda gives a job no 'tasks'", { $0.resources.tasks = 2 }),
    ("Lambda gives a job no 'gpu'", { $0.resources.gpu = 1 }),
    ("it has neither an 'image' nor 'code'", { $0.run.image = nil }),
    ("'code' and 'image' exclude each other", { $0.run.code.value.path = "src" }),
    ("'code' and 'args' exclude each other", { code(&$0) { $0.run.args = ["x"] } }),
    ("its 'code' has no path", { code(&$0) { $0.run.code.value.path = nil } }),
    ("its 'code' has no runtime", { code(&$0) { $0.run.code.value.runtime = nil } }),
    ("Lambda has no runtime 'python4'", { code(&$0) { $0.run.code.value.runtime = "python4" } }),
    ("its 'code' has no handler", { code(&$0) { $0.run.code.value.handler = nil } }),
    ("its 'code' has no handler", { code(&$0) { $0.run.code.value.handler = "a b" } }),
    ("there is no '/nonexistent/src'", { code(&$0) { _ in } }),
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

  private static func code(_ job: inout Job, _ change: (inout Job) -> Void) {
    job.run.image = nil
    job.run.code.value.path = "/nonexistent/src"
    job.run.code.value.runtime = "python3.13"
    job.run.code.value.handler = "main.handler"
    change(&job)
  }

  @Test(arguments: refusals.indices) func `what Lambda cannot give is refused with a hint`(at: Int) {
    let (words, change) = Self.refusals[at]
    let refusal = #expect(throws: ExpansionRefusal.self) {
      try LambdaExpansion(Job.onLambda(change), in: Self.place).expansion()
    }
    #expect(refusal?.message.hasPrefix(words) == true, "\(refusal?.message ?? "")")
    #expect(refusal?.hint.isEmpty == false)
  }

  /// What the function is told of a secret, and what its role may read.
  @Test(arguments: [
    ("db-password", ["SECRET_ID=db-password"], "db-password-??????"),
    ("db-password:latest", ["SECRET_ID=db-password"], "db-password-??????"),
    ("prod/db:AWSCURRENT", ["SECRET_ID=prod/db"], "prod/db-??????"),
    ("db:AWSPREVIOUS", ["SECRET_ID=db", "VERSION_STAGE=AWSPREVIOUS"], "db-??????"),
    (
      "db:8f0c2a4e-0d0e-4c57-9a7b-2f1d6f0b3c11",
      ["SECRET_ID=db", "VERSION_ID=8f0c2a4e-0d0e-4c57-9a7b-2f1d6f0b3c11"], "db-??????"
    ),
    (
      "arn:aws:secretsmanager:eu-west-1:444455556666:secret:db-AbC123:v2",
      ["SECRET_ID=arn:aws:secretsmanager:eu-west-1:444455556666:secret:db-AbC123", "VERSION_STAGE=v2"], "db-AbC123"
    ),
    (
      "arn:aws:secretsmanager:eu-west-1:444455556666:secret:db",
      ["SECRET_ID=arn:aws:secretsmanager:eu-west-1:444455556666:secret:db"], "db-??????"
    ),
  ])
  func `a secret comes by its name, and the role may read just that one`(
    reference: String, told: [String], resource: String
  ) throws {
    let expansion = try LambdaExpansion(
      Job.onLambda { $0.run.secrets = [Pair("DB_PASSWORD", reference)] }, in: Self.place
    ).expansion()
    let prefix = "Environment.Variables."
    let variables = expansion.resources[1].fields.filter { $0.name.hasPrefix(prefix) }
    #expect(
      variables.map { "\($0.name.dropFirst(prefix.count))=\($0.value.text)" } == told.map { "DB_PASSWORD_\($0)" })
    let account = reference.hasPrefix("arn:") ? "444455556666" : "111122223333"
    let statement = expansion.resources[0].fields["Policies.jobs.Statement"]?.text ?? ""
    #expect(
      statement.hasSuffix(
        #",{"Action":"secretsmanager:GetSecretValue","Effect":"Allow","Resource":"arn:aws:secretsmanager:eu-west-1:\#(account):secret:\#(resource)"}]"#
      ), "\(statement)")
    #expect(expansion.losses.count == 1 && expansion.losses[0].contains("DB_PASSWORD_SECRET_ID"))
  }

  @Test func `a job whose role somebody else keeps is told of its secrets all the same`() throws {
    let expansion = try LambdaExpansion(
      Job.onLambda {
        $0.run.secrets = [Pair("DB", "b"), Pair("API", "a")]
        $0.identity = "arn:aws:iam::111122223333:role/report"
      }, in: Self.place
    ).expansion()
    #expect(!expansion.resources.contains { $0.id.hasSuffix("-run") })
    #expect(expansion.resources[0].fields["Environment.Variables.API_SECRET_ID"]?.text == "a")
    #expect(expansion.losses.first?.hasSuffix("and its role has to be allowed to") == true)
    let two = try LambdaExpansion(
      Job.onLambda { $0.run.secrets = [Pair("DB", "b"), Pair("API", "a"), Pair("MORE", "b")] }, in: Self.place
    ).expansion()
    #expect(
      two.resources[0].fields["Policies.jobs.Statement"]?.text.hasSuffix(
        #""Resource":["arn:aws:secretsmanager:eu-west-1:111122223333:secret:a-??????","arn:aws:secretsmanager:eu-west-1:111122223333:secret:b-??????"]}]"#
      ) == true)
  }

  @Test func `an alarm tells the topics of the job's routes, once each, and only for what CloudWatch counts`() throws {
    let expansion = try LambdaExpansion(
      Job.onLambda {
        $0.alerts = [
          Alert(when: "failed", route: "oncall"), Alert(when: "failed", route: "chat"),
          Alert(when: "failed", route: "oncall"), Alert(when: "recovered", route: "chat"),
          Alert(when: "missed", route: "oncall"),
        ]
      }, in: Self.place
    ).expansion()
    let alarm = try #require(expansion.resources.last)
    #expect(alarm.id == "aws.cloudwatch/111122223333/eu-west-1/jobs-acme-prod-report-failed")
    #expect(alarm.dependencies == ["aws.lambda/111122223333/eu-west-1/acme-prod-report"])
    #expect(
      alarm.fields["AlarmActions"]?.text
        == #"["arn:aws:sns:eu-west-1:111122223333:chat","arn:aws:sns:eu-west-1:111122223333:oncall"]"#)
    #expect(alarm.fields["OKActions"]?.text == #"["arn:aws:sns:eu-west-1:111122223333:chat"]"#)
    #expect(alarm.fields["Dimensions[Resource].Value"]?.text == "acme-prod-report:live")
    #expect(expansion.losses.map { $0.prefix(22) } == ["'alerts' for 'missed' "])
  }

  @Test func `what is lost is said`() throws {
    let losses = try LambdaExpansion(
      Job.onLambda {
        $0.limits.retry = Retry()
        $0.limits.retry?.attempts = 0
        $0.limits.concurrency = .forbid
        $0.limits.missed = Missed(policy: .last)
        $0.resources.cpuMillis = 1000
      }, in: Self.place
    ).expansion().losses
    #expect(
      losses.map { $0.split(separator: "'").first.map(String.init) } == ["retry", "concurrency", "missed", "cpu"])
    #expect(try LambdaExpansion(Job.onLambda(), in: Self.place).expansion().losses.isEmpty)
  }

  @Test func `names that are too long are cut, and stay apart`() throws {
    let names = [String(repeating: "a", count: 70), String(repeating: "a", count: 69)].map { name in
      Self.place.function(Job.onLambda { $0.name = name })
    }
    #expect(names.allSatisfy { $0.utf8.count == 64 } && Set(names).count == 2)
    #expect(AWSName.joined(["", "a", "", "b"], limit: 3) == "a-b")
  }

  @Test func `marks are read as they are written, and by no other`() {
    let mark = OwnerMark(owner: "acme/prod/report", digest: "0123456789abcdef")
    #expect(OwnerMark(text: mark.text) == mark && OwnerMark(tags: mark.tags()) == mark)
    #expect(OwnerMark(tags: mark.tags(region: "eu-west-1"), region: "eu-west-1") == mark)
    #expect(OwnerMark(tags: mark.tags(region: "eu-west-1"), region: "eu-west-2") == nil)
    let out = OwnerMark(owner: "acme/prod/report", digest: "0123456789abcdef", quarantined: "2026-11-21")
    #expect(OwnerMark(text: out.text) == out && OwnerMark(tags: out.tags()) == out && out.staleTags.isEmpty)
    #expect(mark.staleTags == ["jobs-quarantined"] && mark.fields.isEmpty)
    #expect(out.fields == [Resource.Field("quarantined", "2026-11-21")])
    for text in [
      nil, "", "jobs-deploy", "jobs-deploy a", "other a b", "jobs-deploy a b c", "jobs-deploy  b",
      "jobs-deploy a b 2026-13-01", "jobs-deploy a b 2026-11-21 c",
    ] {
      #expect(OwnerMark(text: text) == nil)
    }
    #expect(OwnerMark(tags: ["managed-by": "jobs-deploy"]) == nil && OwnerMark(tags: ["jobs-id": "a"]) == nil)
  }
}
