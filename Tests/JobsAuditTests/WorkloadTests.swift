import JobsCore
import Testing

@testable import JobsAudit

@Suite("What runs in AWS")
struct WorkloadTests {
  private static let home = "111122223333"
  private static let iam = "arn:aws:iam::\(home):"
  private static let administrator = "arn:aws:iam::aws:policy/AdministratorAccess"

  // MARK: Inputs

  private static func function(_ name: String, role: String = "worker", _ more: String = "") -> String {
    #"{"FunctionName":"\#(name)","FunctionArn":"arn:aws:lambda:eu-west-1:\#(home):function:\#(name)","Role":"\#(iam)role/\#(role)","Version":"$LATEST"\#(more)}"#
  }

  private static func task(
    _ name: String, role: String? = "worker", execution: String? = nil, container: String = "",
    image: String = "x@sha256:0", _ more: String = ""
  ) -> String {
    let roles = [("taskRoleArn", role), ("executionRoleArn", execution)].compactMap { key, role in
      role.map { #","\#(key)":"\#(iam)role/\#($0)""# }
    }
    return
      #"{"taskDefinition":{"taskDefinitionArn":"arn:aws:ecs:eu-west-1:\#(home):task-definition/\#(name)"\#(roles.joined()),"requiresCompatibilities":["FARGATE"],"status":"ACTIVE","containerDefinitions":[{"name":"main","image":"\#(image)"\#(container)}]\#(more)}}"#
  }

  private static func job(_ name: String, _ properties: String, _ more: String = "") -> String {
    #"{"jobDefinitionName":"b","jobDefinitionArn":"arn:aws:batch:eu-west-1:\#(home):job-definition/\#(name)","status":"ACTIVE","platformCapabilities":["FARGATE"],\#(properties)\#(more)}"#
  }

  private static func jobs(_ all: String...) -> String { #"{"jobDefinitions":[\#(all.joined(separator: ","))]}"# }

  private static let container = #""containerProperties":{"image":"x@sha256:0","jobRoleArn":"\#(iam)role/worker"}"#

  private static func schedule(_ name: String, role: String = "worker", _ more: String = "") -> String {
    #"{"Arn":"arn:aws:scheduler:eu-west-1:\#(home):schedule/default/\#(name)","Name":"\#(name)","GroupName":"default","ScheduleExpression":"rate(1 day)","State":"ENABLED","Target":{"Arn":"arn:aws:lambda:eu-west-1:\#(home):function:f","RoleArn":"\#(iam)role/\#(role)"\#(more)}}"#
  }

  private static func project(_ name: String) -> String {
    #"{"projects":[{"name":"\#(name)","arn":"arn:aws:codebuild:eu-west-1:\#(home):project/\#(name)","serviceRole":"\#(iam)role/worker","environment":{"image":"aws/codebuild:1","environmentVariables":[{"name":"DB_PASSWORD","value":"s3cr3tPassw0rd","type":"PLAINTEXT"},{"name":"P","value":"/p","type":"PARAMETER_STORE"}]}}],"projectsNotFound":[]}"#
  }

  private static func read(_ lines: [String]) throws -> Estate {
    var estate = Estate()
    var values = ValueReader(bytes: Array(lines.joined(separator: "\n").utf8), name: "'test'")
    try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    return estate
  }

  private static func refusal(_ lines: [String]) -> String? {
    do {
      _ = try read(lines)
      return nil
    } catch let failure as Failure {
      return failure.kind == .usage ? failure.message : "\(failure)"
    } catch {
      return "\(error)"
    }
  }

  // MARK: Reading

  @Test("answers of five services are read, each workload once, with its roles and no value of a variable")
  func shapes() throws {
    let list = #"{"Functions":[\#(Self.function("f")),\#(Self.function("g", role: "other"))]}"#
    let got = #"{"Configuration":\#(Self.function("h")),"Code":{"ImageUri":"x"},"Tags":{}}"#
    let variables = #","Environment":{"Variables":{"DB_PASSWORD":"s3cr3tPassw0rd","PLAIN":"shown"}}"#
    let nodes =
      #""nodeProperties":{"numNodes":2,"mainNode":0,"nodeRangeProperties":[{"targetNodes":"0","container":{"image":"x","jobRoleArn":"one"}},{"targetNodes":"1","ecsProperties":{"taskProperties":[{"taskRoleArn":"\#(Self.iam)role/two","containers":[{"image":"y"}]}]}}]}"#
    let estate = try Self.read([
      list, got, Self.function("i", role: "worker", variables), list, Self.task("t:3", execution: "begin"),
      Self.jobs(Self.job("b:1", Self.container), Self.job("n:2", nodes)), Self.schedule("s"), Self.project("p"),
    ])
    let all = estate.workloads.all
    #expect(all.map(\.name) == ["f", "g", "h", "i", "t", "b", "n", "default/s", "p"])
    #expect(all.map(\.revision) == [0, 0, 0, 0, 3, 1, 2, 0, 0])
    #expect(all[1].roles == ["\(Self.iam)role/other"] && all[4].executionRoles == ["\(Self.iam)role/begin"])
    // A role may be named without what is before it.
    #expect(all[6].roles == ["\(Self.iam)role/one", "\(Self.iam)role/two"])
    #expect(all[3].containers.first?.clear == ["DB_PASSWORD"] && all[8].containers.first?.clear == ["DB_PASSWORD"])
    #expect(!"\(estate.workloads)".contains("s3cr3t") && !"\(estate.workloads)".contains("shown"))
    #expect(estate.counts.entries.map(\.type).contains("aws-task-definition") && !estate.hasGaps)
    #expect(estate.notEvaluated.contains { $0.contains("add the details of the account") }, "\(estate.notEvaluated)")
    #expect(all[4].location.line == 5 && all[1].location.line == 1 && all[1].location.column > 100)
  }

  @Test("what cannot be run any more is counted, and names alone, pages that go on and what is not deciphered are told")
  func gaps() throws {
    let retired = Self.task("t:2").replacing("ACTIVE", with: "INACTIVE")
    let old = Self.jobs(Self.job("b:1", Self.container).replacing("ACTIVE", with: "INACTIVE"))
    let estate = try Self.read([retired, old])
    #expect(estate.workloads.all.isEmpty && !estate.hasGaps)
    #expect(estate.counts.entries.map(\.type).contains("aws-task-definition-retired"))
    for (text, words) in [
      (#"{"taskDefinitionArns":["arn:aws:ecs:e:1:task-definition/t:1"]}"#, "'aws ecs describe-task-definition' says"),
      (#"{"families":["t"]}"#, "has the name alone"),
      (#"{"Schedules":[{"Name":"s","Arn":"a"}]}"#, "'aws scheduler get-schedule' says"),
      (#"{"Functions":[\#(Self.function("f"))],"NextMarker":"x"}"#, "it says that more follows"),
      (Self.function("f", role: "r", #","Environment":{"Error":{"ErrorCode":"x"}}"#), "could not be deciphered"),
      (Self.jobs(Self.job("b:1", #""eksProperties":{"podProperties":{}}"#)), "accounts of Kubernetes"),
      (Self.task("t:1", container: #","environmentFiles":[{"value":"arn:aws:s3:::b/k","type":"s3"}]"#), "files in S3"),
    ] {
      let estate = try Self.read([text])
      #expect(estate.hasGaps && estate.notEvaluated.contains { $0.contains(words) }, "\(text)")
    }
    let unknown = try Self.read([Self.function("f", role: "r", #","Novelty":1"#)])
    #expect(unknown.notEvaluated.contains("the key 'Novelty' of a function") && !unknown.hasGaps)
    #expect(try Self.read([#"{"Functions":[]}"#]).workloads.all.isEmpty)
  }

  @Test(
    "what is not as it ought to be is refused with its place",
    arguments: [
      (#"{"Functions":{}}"#, "'Functions' is a mapping, not a list"),
      (#"{"Functions":[],"More":1}"#, "the answer has no key 'More'"),
      (#"{"Functions":[7]}"#, "a function is an integer, not a mapping"),
      (function("f").replacing("\"Role\"", with: "\"role\""), "'Role' is written so"),
      (function("f").replacing("arn:aws:iam::\(home):role/worker", with: ""), "a function has no 'Role'"),
      (function("f").replacing("role/worker", with: "user/worker"), "no ARN of a role"),
      (function("f").replacing(":lambda:", with: ":sns:"), "no ARN of a function"),
      (function("f", role: "r", #","Environment":{"Variables":{"A":1}}"#), "a variable is an integer, not"),
      (
        task("t:1").replacing("containerDefinitions", with: "ContainerDefinitions"),
        "'containerDefinitions' is written so"
      ),
      (task("t:1", container: #","privileged":"yes""#), "'privileged' of a container is a string, not a boolean"),
      (jobs(job("b:1", #""type":"container""#)), "says not what it runs"),
      (schedule("s").replacing("RoleArn", with: "Role"), "has no 'RoleArn'"),
    ])
  func refused(text: String, words: String) {
    let message = Self.refusal([text])
    #expect(message?.contains(words) == true && message?.contains("line 1, column ") == true, "\(message ?? "-")")
  }

  @Test("one odd workload among good ones is named with its place, in a list as among values")
  func odd() throws {
    let bad = Self.function("bad").replacing("\"Role\"", with: "\"role\"")
    for lines in [
      [#"{"Functions":[\#(Self.function("f")),"#, "\(bad),\(Self.function("g"))]}"],
      [Self.function("f"), bad, Self.function("g")],
    ] {
      let estate = try Self.read(lines)
      #expect(estate.workloads.all.map(\.name) == ["f", "g"] && estate.hasGaps)
      #expect(
        estate.notEvaluated.contains {
          $0.hasPrefix("the function 'arn:aws:lambda:eu-west-1:\(Self.home):function:bad' at test:2:")
        }, "\(estate.notEvaluated)")
    }
    #expect(Self.refusal(["{\"Functions\":[\(bad),\(bad)]}"])?.contains("'Role' is written so") == true)
  }

  // MARK: Rules

  private static func role(_ name: String, trusts service: String, _ more: String = #""Tags":[]"#) -> String {
    #"{"RoleName":"\#(name)","RoleId":"AROA\#(name)","Arn":"\#(iam)role/\#(name)","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"\#(service)"}}},\#(more)}"#
  }

  private static let all = #""AttachedManagedPolicies":[{"PolicyName":"p","PolicyArn":"\#(administrator)"}]"#

  private static func codes(_ lines: [String]) throws -> [String] {
    try findings(lines).map { "\($0.rule.code) \($0.resource.split(separator: ":").last ?? "")" }
  }

  private static func findings(_ lines: [String]) throws -> [Finding] {
    EstateRules.check(try read(lines)).filter { $0.rule.code.hasPrefix("AI14") }
  }

  @Test("a role that has all rights, is shared, or is the service's own, and none at all, are found")
  func identities() throws {
    let account =
      #"{"RoleDetailList":[\#(Self.role("chief", trusts: "lambda.amazonaws.com", Self.all)),\#(Self.role("worker", trusts: "lambda.amazonaws.com"))]}"#
    let chief = Self.function("f", role: "chief")
    #expect(try Self.codes([chief, account]) == ["AI141 f"], "whichever comes first")
    #expect(try Self.findings([account, chief]).first?.verdict == .proven)
    #expect(try Self.codes([account, Self.function("f"), Self.task("t:1", role: "other")]) == [])
    #expect(try Self.codes([Self.function("f"), Self.task("t:1")]) == ["AI142 f", "AI142 task-definition/t"])
    #expect(
      try Self.codes([Self.schedule("a"), Self.schedule("b"), Self.function("f")]) == [], "schedules share callers")
    #expect(try Self.codes([Self.task("t:1"), Self.task("t:2")]) == [], "revisions are of one")
    #expect(try Self.codes([Self.task("t:1", execution: "worker")]) == ["AI143 task-definition/t"])
    let machine = Self.task("t:1", role: nil).replacing("FARGATE", with: "EC2")
    let found = try Self.findings([machine])
    #expect(found.map(\.rule.code) == ["AI144"] && found[0].verdict == .possible && !found[0].missing.isEmpty)
    #expect(try Self.codes([Self.task("t:1", role: nil)]) == [], "Fargate has no machine of the account")
  }

  @Test("containers that have their host, images by tag and secrets in clear are found, and no secret is shown")
  func containers() throws {
    for power in [
      #","privileged":true"#, #","linuxParameters":{"capabilities":{"add":["SYS_ADMIN"]}}"#,
    ] { #expect(try Self.codes([Self.task("t:1", container: power)]) == ["AI145 task-definition/t"]) }
    #expect(try Self.codes([Self.task("t:1", #","pidMode":"host""#)]) == ["AI145 task-definition/t"])
    #expect(try Self.codes([Self.task("t:1", #","pidMode":"task""#)]) == [])
    #expect(
      try Self.codes([Self.task("t:1", container: #","linuxParameters":{"capabilities":{"drop":["ALL"]}}"#)]) == [])
    #expect(try Self.codes([Self.task("t:1", image: "x:1")]) == ["AI146 task-definition/t"])
    let secrets = [
      #","environment":[{"name":"DB_PASSWORD","value":"s3cr3tPassw0rd"}]"#,
      #","command":["run","--password","s3cr3tPassw0rd"]"#, #","environment":[{"name":"A","value":"***"}]"#,
    ]
    for secret in secrets {
      let found = try Self.findings([Self.task("t:1", container: secret)])
      #expect(found.map(\.rule.code) == ["AI147"], "\(secret)")
      #expect(!"\(found)".contains("s3cr3t"))
    }
    #expect(try Self.codes([Self.task("t:1", container: #","environment":[{"name":"DB_PASSWORD","value":""}]"#)]) == [])
    #expect(
      try Self.codes([
        Self.task("t:1", container: #","secrets":[{"name":"DB_PASSWORD","valueFrom":"arn:aws:ssm:e:1:parameter/p"}]"#)
      ])
        == [])
    let input = #","Input":"{\"url\":\"postgres://app:s3cr3tPassw0rd@db/x\"}""#
    #expect(try Self.codes([Self.schedule("s", role: "worker", input)]) == ["AI147 schedule/default/s"])
  }

  @Test("revisions of a definition are one thing, and an older one that is at fault is named")
  func revisions() throws {
    let bad = #","privileged":true"#
    let older = try Self.findings([
      Self.task("t:1", container: bad), Self.task("t:9", container: bad), Self.task("t:10"),
    ])
    #expect(older.count == 1)
    #expect(
      older[0].message.contains("task definition 't' in revision 9 and 1 older revision has a container, 'main',"))
    let newer = try Self.findings([Self.task("t:10", container: bad)])
    #expect(newer[0].message.hasPrefix("task definition 't' has") && newer[0].fingerprint == older[0].fingerprint)
    // What the newest does no more is no finding of how it runs.
    #expect(try Self.codes([Self.task("t:1", image: "x:1"), Self.task("t:2")]) == [])
  }

  // MARK: Paths

  private static func allow(_ actions: [String], on resource: String = "*", _ more: String = "") -> String {
    let list = actions.map { "\"\($0)\"" }.joined(separator: ",")
    return #"{"Effect":"Allow","Action":[\#(list)],"Resource":"\#(resource)"\#(more)}"#
  }

  /// Eve with some statements, and roles that trust a service: a chief who may all, and a worker.
  private static func account(_ service: String, _ statements: String...) -> String {
    #"{"UserDetailList":[{"UserName":"eve","UserId":"AIDAEVE","Arn":"\#(iam)user/eve","UserPolicyList":[{"PolicyName":"own","PolicyDocument":{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}}]}],"RoleDetailList":[\#(role("chief", trusts: service, all)),\#(role("worker", trusts: service))]}"#
  }

  private static func graph(_ lines: [String]) throws -> EstateGraph {
    let estate = try read(lines)
    let accounts = estate.accountOrder.compactMap { estate.accounts[$0] }
    return EstateGraph(
      accounts.map { AccountGraph($0, workloads: estate.workloads.all) }, nil, policies: estate.resourcePolicies)
  }

  /// What leads Eve to the chief.
  private static func path(_ lines: [String], to goal: String = "chief") throws -> Finding? {
    AccessPaths(try graph(lines), to: .named(goal))?.findings(from: "eve").first
  }

  @Test(
    "whoever may have what runs as a role do what they say comes to be that role, proven by what stands",
    arguments: [
      (
        "lambda.amazonaws.com", function("f", role: "chief"), ["lambda:UpdateFunctionCode"],
        "lambda-003 lambda:UpdateFunctionCode of arn:aws:lambda:"
      ),
      (
        "ecs-tasks.amazonaws.com", task("t:7", role: "chief"), ["iam:PassRole", "ecs:RunTask"],
        "iam:PassRole + ecs:RunTask of arn:aws:ecs:eu-west-1:111122223333:task-definition/t:7"
      ),
      (
        "ecs-tasks.amazonaws.com", jobs(job("b:3", container.replacing("worker", with: "chief"))), ["batch:SubmitJob"],
        "batch:SubmitJob of arn:aws:batch:eu-west-1:111122223333:job-definition/b:3"
      ),
      (
        "scheduler.amazonaws.com", schedule("s", role: "chief"), ["iam:PassRole", "scheduler:UpdateSchedule"],
        "iam:PassRole + scheduler:UpdateSchedule of arn:aws:scheduler:"
      ),
      (
        "codebuild.amazonaws.com", project("p").replacing("worker", with: "chief"), ["codebuild:StartBuild"],
        "codebuild-002 codebuild:StartBuild of arn:aws:codebuild:"
      ),
    ])
  func proven(service: String, workload: String, actions: [String], words: String) throws {
    let finding = try #require(try Self.path([Self.account(service, Self.allow(actions)), workload]))
    #expect(finding.verdict == .proven && finding.missing.isEmpty, "\(finding.missing)")
    #expect(finding.path.first?.by.hasPrefix(words) == true, "\(finding.path)")
    #expect(finding.path.first?.policy.hasSuffix("user/eve own") == true)
    // All rights are the same way off.
    let graph = try Self.graph([Self.account(service, Self.allow(actions)), workload])
    #expect(AccessPaths(graph, to: .privileged)?.findings(from: "eve").first?.verdict == .proven)
    let cut = try #require(SmallestCut(graph, to: .named("chief")).statements(from: "eve"))
    #expect(
      cut.count == 1 && AccessPaths(graph.without(Set(cut)), to: .named("chief"))?.findings(from: "eve").isEmpty == true
    )
    // Each thing that it takes.
    for action in actions {
      let deny = #"{"Effect":"Deny","Action":"\#(action)","Resource":"*"}"#
      #expect(try Self.path([Self.account(service, Self.allow(actions), deny), workload]) == nil, "\(action)")
      let asked = Self.allow([action], on: "*", #","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}"#)
      let rest = actions.filter { $0 != action }
      let statements = rest.isEmpty ? [asked] : [asked, Self.allow(rest)]
      let found = try Self.path([Self.account(service, statements[0], statements.last ?? asked), workload])
      #expect(found?.verdict == .possible && found?.missing == ["aws:SourceIp"], "\(action) \(found?.missing ?? [])")
    }
    // A service that the role does not trust runs nothing as it.
    #expect(try Self.path([Self.account("none.amazonaws.com", Self.allow(actions)), workload]) == nil)
  }

  @Test("a right on other workloads, or queues, leads nowhere")
  func elsewhere() throws {
    let function = Self.function("f", role: "chief")
    func code(_ resource: String, _ more: String...) throws -> Finding? {
      try Self.path(
        [Self.account("lambda.amazonaws.com", Self.allow(["lambda:UpdateFunctionCode"], on: resource)), function] + more
      )
    }
    let base = "arn:aws:lambda:eu-west-1:\(Self.home):function:"
    #expect(try code("\(base)f")?.verdict == .proven)
    // Nobody knows as whom it runs.
    #expect(try code("\(base)g")?.verdict == .possible)
    #expect(try code("\(base)g")?.missing == ["a function that runs as 'chief'"])
    #expect(try code("\(base)g", Self.function("g")) == nil, "it is known, and runs as somebody else")
    #expect(try code("\(base)g*", Self.function("g"))?.verdict == .possible)
    // A version that was published is not changed.
    let version = function.replacing("$LATEST", with: "3").replacing("function:f", with: "function:f:3")
    #expect(
      try Self.path([
        Self.account("lambda.amazonaws.com", Self.allow(["lambda:UpdateFunctionCode"], on: "\(base)f")), version,
      ])?.verdict == .possible)
    let definition = Self.jobs(Self.job("b:3", Self.container.replacing("worker", with: "chief")))
    let batch = "arn:aws:batch:eu-west-1:\(Self.home):"
    func submit(_ resources: String...) throws -> Finding? {
      let statements = resources.map { Self.allow(["batch:SubmitJob"], on: $0) }
      return try Self.path([
        Self.account("ecs-tasks.amazonaws.com", statements[0], statements.last ?? ""), definition,
      ])
    }
    #expect(try submit("\(batch)job-definition/b:*", "\(batch)job-queue/q")?.verdict == .proven)
    #expect(try submit("\(batch)job-definition/b:*") == nil)
    #expect(try submit("\(batch)job-definition/c:*", "\(batch)job-queue/q") == nil)
    #expect(try submit("\(batch)job-definition/b:*", "arn:aws:batch:us-east-1:\(Self.home):job-queue/q") == nil)
    // Each role of a task has to be passed, that of the service too.
    let begun = Self.task("t:1", role: "chief", execution: "begin")
    func run(_ passed: String) throws -> Finding? {
      try Self.path([
        Self.account("ecs-tasks.amazonaws.com", Self.allow(["ecs:RunTask"]), Self.allow(["iam:PassRole"], on: passed)),
        begun,
      ])
    }
    #expect(try run("\(Self.iam)role/*")?.verdict == .proven)
    #expect(try run("\(Self.iam)role/chief") == nil)
  }

  @Test("an image by its tag is a way for whoever may push it, where what runs it is started again")
  func images() throws {
    let push = ["ecr:PutImage", "ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload"]
    let repository = "arn:aws:ecr:eu-west-1:\(Self.home):repository/jobs/report"
    let image = "\(Self.home).dkr.ecr.eu-west-1.amazonaws.com/jobs/report"
    func found(_ actions: [String], on resource: String, _ image: String) throws -> Finding? {
      try Self.path([
        Self.account("ecs-tasks.amazonaws.com", Self.allow(actions, on: resource)),
        Self.task("t:1", role: "chief", image: image),
      ])
    }
    let finding = try #require(try found(push, on: repository, "\(image):1"))
    #expect(finding.verdict == .possible && finding.missing.contains { $0.contains("lets tags be moved") })
    #expect(
      finding.path.first?.by.hasSuffix("of the image of arn:aws:ecs:eu-west-1:\(Self.home):task-definition/t:1") == true
    )
    #expect(try found(push, on: "\(repository)s", "\(image):1") == nil)
    #expect(try found(push, on: repository, "\(image)@sha256:0") == nil)
    #expect(try found(Array(push.dropLast()), on: repository, "\(image):1") == nil)
    #expect(try found(push, on: repository, "docker.io/jobs/report:1") == nil)
  }

  @Test("what runs is a goal by its name, with the revision or without, and by its ARN")
  func goals() throws {
    let account = Self.account(
      "ecs-tasks.amazonaws.com",
      Self.allow(["ecs:RunTask", "iam:PassRole", "lambda:InvokeFunction", "batch:SubmitJob"]),
      Self.allow(["scheduler:UpdateSchedule"], on: "arn:aws:scheduler:eu-west-1:\(Self.home):schedule/other/*"))
    let lines = [
      account, Self.task("t:7"), Self.function("f"), Self.jobs(Self.job("b:3", Self.container)), Self.schedule("s"),
    ]
    for name in ["t", "t:7", "arn:aws:ecs:eu-west-1:\(Self.home):task-definition/t", "f", "b", "b:3"] {
      let finding = try #require(try Self.path(lines, to: name), "\(name)")
      #expect(finding.verdict == .proven && finding.path.count == 1, "\(name)")
    }
    #expect(try Self.path(lines, to: "default/s") == nil, "another group's schedules")
    #expect(!(try Self.graph(lines).nodes(named: "default/s")).isEmpty)
    #expect(try Self.graph(lines).nodes(named: "t:8").isEmpty && Self.graph(lines).nodes(named: "nobody").isEmpty)
  }
}
