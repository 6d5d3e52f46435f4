import JobsCore
import Synchronization
import TestSupport
import Testing

private let audit = Tool("jobs-audit")

/// What `jobs-audit --live aws` asks, where, and what it makes of an organisation. moto has organisations with both kinds of policies.
/// One after another: each asks every region of moto for eight kinds of things, and moto answers one request at a time.
@Suite("jobs-audit --live aws", .serialized, .enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)))
struct JobsAuditAWSTests {
  private let folder = ToolFolder()

  /// An account with something in two regions, a unit above it, and the account that manages the organisation.
  private struct World {
    let relay: AWSRelay
    let management: String
    let account: String
    let organization: String
  }

  private static let stranger = "777788889999"

  private static func document(_ statement: String) -> String {
    #"{"Version":"2012-10-17","Statement":[\#(statement)]}"#
  }

  private static func trust(_ principal: String) -> String {
    document(#"{"Effect":"Allow","Principal":\#(principal),"Action":"sts:AssumeRole"}"#)
  }

  private static func quoted(_ text: String) -> String {
    #"""# + text.replacing(#"\"#, with: #"\\"#).replacing("\"", with: #"\""#) + #"""#
  }

  /// - Parameter asManager: whether the tool is the account that manages the organisation.
  private static func world(asManager: Bool = false) async throws -> World {
    let management = String(UInt64.random(in: 100_000_000_000...999_999_999_999))
    let member = SharedText(management)
    let relay = try AWSRelay(try await Emulator.moto.address()) { service in
      // An account of an organisation may ask about it only where it was let, which moto cannot do.
      asManager || service == "organizations" ? management : member.value
    }
    func organize(_ action: String, _ body: String) throws -> LoopbackReply {
      try relay.make("organizations", body, target: "AWSOrganizationsV20161128.\(action)", account: management)
    }
    let made = try organize("CreateOrganization", #"{"FeatureSet":"ALL"}"#)
    let id = try #require(made.text("Organization.Id"))
    let root = try #require(try organize("ListRoots", "{}").text("Roots.0.Id"))
    let unit = try #require(
      try organize("CreateOrganizationalUnit", #"{"ParentId":"\#(root)","Name":"work"}"#).text("OrganizationalUnit.Id"))
    let account = try #require(
      try organize("CreateAccount", #"{"Email":"a@b.example","AccountName":"work"}"#).text(
        "CreateAccountStatus.AccountId"))
    member.value = account
    // moto's report on credentials has no row for root.
    try relay.makeIAM("CreateUser", [("UserName", "boss")], account: management)
    _ = try organize(
      "MoveAccount", #"{"AccountId":"\#(account)","SourceParentId":"\#(root)","DestinationParentId":"\#(unit)"}"#)
    for (type, target, statement) in [
      ("SERVICE_CONTROL_POLICY", unit, #"{"Effect":"Deny","Action":"iam:CreateAccessKey","Resource":"*"}"#),
      (
        "RESOURCE_CONTROL_POLICY", root,
        #"{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole","Resource":"*","Condition":{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"\#(id)"},"BoolIfExists":{"aws:PrincipalIsAWSService":"false"}}}"#
      ),
    ] {
      let policy = try organize(
        "CreatePolicy",
        #"{"Name":"\#(type)","Description":"","Type":"\#(type)","Content":\#(quoted(document(statement)))}"#)
      let number = try #require(policy.text("Policy.PolicySummary.Id"))
      _ = try organize("AttachPolicy", #"{"PolicyId":"\#(number)","TargetId":"\#(target)"}"#)
    }
    let world = World(relay: relay, management: management, account: account, organization: id)
    try fill(world)
    return world
  }

  /// Eve may make keys of Ann, who has all rights; roles trust everybody, a stranger, and the manager.
  private static func fill(_ world: World) throws {
    let (relay, account) = (world.relay, world.account)
    func iam(_ action: String, _ pairs: [(String, String)]) throws {
      try relay.makeIAM(action, pairs, account: account)
    }
    for (user, action) in [("eve", "iam:CreateAccessKey"), ("ann", "*")] {
      try iam("CreateUser", [("UserName", user)])
      try iam(
        "PutUserPolicy",
        [
          ("UserName", user), ("PolicyName", "own"),
          ("PolicyDocument", document(#"{"Effect":"Allow","Action":"\#(action)","Resource":"*"}"#)),
        ])
    }
    for (role, principal) in [
      ("open", #"{"AWS":"*"}"#), ("strange", #"{"AWS":"\#(stranger)"}"#),
      ("managed", #"{"AWS":"\#(world.management)"}"#),
      ("runs", #"{"Service":"lambda.amazonaws.com"}"#), ("tasks", #"{"Service":"ecs-tasks.amazonaws.com"}"#),
      ("starts", #"{"Service":"scheduler.amazonaws.com"}"#),
    ] {
      try iam("CreateRole", [("RoleName", role), ("AssumeRolePolicyDocument", trust(principal))])
    }
    let open = document(#"{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}"#)
    for region in ["eu-west-1", "us-east-2"] {
      func make(_ service: String, _ body: String, path: String = "/", target: String? = nil) throws {
        try relay.make(service, body, path: path, target: target, region: region, account: account)
      }
      for name in ["a-\(region)", "b-\(region)"] {
        try make(
          "secretsmanager",
          #"{"Name":"\#(name)","SecretString":"x","ClientRequestToken":"\#(String(repeating: "0", count: 32))"}"#,
          target: "secretsmanager.CreateSecret")
        try make(
          "secretsmanager", #"{"SecretId":"\#(name)","ResourcePolicy":\#(quoted(open))}"#,
          target: "secretsmanager.PutResourcePolicy")
      }
      try make("sns", "Action=CreateTopic&Version=2010-03-31&Name=topic")
      try make(
        "ecr", #"{"repositoryName":"app"}"#, target: "AmazonEC2ContainerRegistry_V20150921.CreateRepository")
      try make(
        "lambda",
        #"{"FunctionName":"f","Runtime":"python3.11","Handler":"i.h","Role":"arn:aws:iam::\#(account):role/runs","#
          + #""Code":{"ZipFile":"UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=="}}"#, path: "/2015-03-31/functions")
      try make(
        "ecs",
        #"{"family":"t","taskRoleArn":"arn:aws:iam::\#(account):role/tasks","requiresCompatibilities":["FARGATE"],"#
          + #""cpu":"256","memory":"512","networkMode":"awsvpc","containerDefinitions":[{"name":"main","image":"x:1","#
          + #""cpu":256,"memory":512,"environment":[{"name":"DB_PASSWORD","value":"s3cr3tPassw0rd"},"#
          + #"{"name":"PLAIN","value":"shown-to-nobody"}]}]}"#,
        target: "AmazonEC2ContainerServiceV20141113.RegisterTaskDefinition")
      try make(
        "batch",
        #"{"jobDefinitionName":"b","type":"container","containerProperties":{"image":"x:1","vcpus":1,"memory":256,"#
          + #""privileged":true,"jobRoleArn":"arn:aws:iam::\#(account):role/tasks"}}"#,
        path: "/v1/registerjobdefinition")
      try make(
        "scheduler",
        #"{"ScheduleExpression":"rate(1 day)","FlexibleTimeWindow":{"Mode":"OFF"},"Target":{"#
          + #""Arn":"arn:aws:lambda:\#(region):\#(account):function:f","RoleArn":"arn:aws:iam::\#(account):role/starts","#
          + #""Input":"{\"url\":\"postgres://app:s3cr3tPassw0rd@db/x\"}"}}"#, path: "/schedules/s")
      try make(
        "lambda", #"{"StatementId":"s","Action":"lambda:InvokeFunction","Principal":"s3.amazonaws.com"}"#,
        path: "/2015-03-31/functions/f/policy")
    }
  }

  private func run(_ world: World, _ more: String..., verb: String = "iam") async -> ToolRun {
    world.relay.forget()
    return await audit.start(
      [verb, "--live", "aws", "-o", "ndjson", "--no-policy", "--fail-on", "never"] + more, in: folder,
      environment: world.relay.environment
    ).end()
  }

  private func found(_ run: ToolRun, _ code: String) -> [String] {
    run.records("finding").filter { $0.contains("\"code\":\"\(code)\"") }
  }

  // MARK: What is read

  @Test("all regions of an account are read, what is one for all of them once, and an organisation's policies hold")
  func everything() async throws {
    let world = try await Self.world()
    let live = await run(world, "--save", "s.ndjson")
    #expect(live.status == 0, "\(live.status) \(live.stderr)")
    // Open secrets in both regions.
    let open = found(live, "AI121")
    for name in ["a-eu-west-1", "b-eu-west-1", "a-us-east-2", "b-us-east-2"] {
      #expect(open.contains { $0.contains(":secret:\(name)") }, "\(name) \(live.stderr)")
    }
    let regions = Set(world.relay.asked.filter { $0.action == "lambda:ListFunctions" }.map(\.region))
    #expect(regions.count > 10 && regions.isSuperset(of: ["eu-west-1", "us-east-2"]), "\(regions)")
    for action in [
      "iam:GetCredentialReport", "ec2:DescribeRegions", "organizations:DescribeOrganization", "sts:GetCallerIdentity",
    ] {
      #expect(world.relay.asked.count { $0.action == action } == 1, "\(action)")
    }
    // The perimeter keeps a stranger out, and lets the manager in; everybody is everybody of the organisation.
    let trusts = found(live, "AI106") + found(live, "AI107")
    #expect(!trusts.contains { $0.contains(Self.stranger) }, "\(trusts)")
    #expect(trusts.contains { $0.contains("role/managed") && $0.contains(#""verdict":"proven""#) }, "\(trusts)")
    #expect(trusts.contains { $0.contains("role/open") && $0.contains("everybody of the organisation") }, "\(trusts)")
    let coverage = try #require(live.records("coverage").first)
    #expect(!coverage.contains("they are not in the input; give them by --scp"), "\(coverage)")
    // What runs there is judged, and its variables are neither kept nor shown.
    #expect(found(live, "AI147").count { $0.contains(":task-definition/t\"") && $0.contains("DB_PASSWORD") } == 2)
    #expect(found(live, "AI145").count { $0.contains(":job-definition/b\"") } == 2, "\(live.stdout)")
    #expect(coverage.contains(#""aws-function":2"#) && coverage.contains(#""aws-schedule":2"#), "\(coverage)")
    let text = live.stdout + live.stderr + (folder.text(of: "s.ndjson") ?? "")
    #expect(!text.contains("s3cr3tPassw0rd") && !text.contains("shown-to-nobody"))
    let kept = await audit.start(
      ["iam", "s.ndjson", "-o", "ndjson", "--no-policy", "--fail-on", "never"], in: folder, environment: [:]
    ).end()
    #expect(kept.stdout == live.stdout)
    let task = audit.run(
      ["paths", "s.ndjson", "--to", "t", "--from", "ann", "--no-policy", "--fail-on", "never", "-o", "ndjson"],
      in: folder)
    #expect(
      task.records("finding").contains { $0.contains("ecs:RunTask of arn:aws:ecs:") }, "\(task.stdout)\(task.stderr)")
    // What the unit denies is no path; without the organisation's policies it is one.
    let words = ["--privileged", "--no-policy", "--fail-on", "never", "-o", "ndjson", "--from", "eve"]
    let bound = audit.run(["paths", "s.ndjson"] + words, in: folder)
    #expect(bound.status == 0 && bound.records("finding").isEmpty, "\(bound.stdout)\(bound.stderr)")
    let lines = try #require(folder.text(of: "s.ndjson")).split(separator: "\n")
    let free = lines.filter { !$0.contains("OrganizationPolicies") && !$0.contains("\"snapshot") }
    folder.write(free.joined(separator: "\n"), to: "free.ndjson")
    let unbound = audit.run(["paths", "free.ndjson"] + words, in: folder)
    #expect(unbound.records("finding").count == 1, "\(unbound.stdout)\(unbound.stderr)")
  }

  @Test("the account that manages an organisation is in it, and bound by none of its policies")
  func manager() async throws {
    let world = try await Self.world(asManager: true)
    let live = await run(world, "--region", "eu-west-1", "--save", "s.ndjson")
    #expect(live.status == 0, "\(live.stderr)")
    let file = try #require(folder.text(of: "s.ndjson"))
    #expect(file.contains(#""OrganizationId":"\#(world.organization)""#) && file.contains(#""Exempt":true"#))
    #expect(file.contains("\"Id\":\"\(world.account)\"") && !file.contains("SERVICE_CONTROL_POLICY"))
    #expect(!world.relay.asked.contains { $0.action == "organizations:ListPoliciesForTarget" })
  }

  @Test("regions that are named alone are read, and what cannot be read is told, by region and by resource")
  func gaps() async throws {
    let world = try await Self.world()
    let chosen = await run(world, "--region", "us-east-2", "--region", "eu-central-1")
    #expect(chosen.status == 0, "\(chosen.stderr)")
    #expect(Set(found(chosen, "AI121").filter { $0.contains("us-east-2") }).count == 2)
    #expect(!found(chosen, "AI121").contains { $0.contains("eu-west-1") })
    #expect(!world.relay.asked.contains { $0.action == "ec2:DescribeRegions" })
    let regional = world.relay.asked.filter { $0.action.hasPrefix("lambda:") || $0.action.hasPrefix("sns:") }
    #expect(Set(regional.map(\.region)) == ["us-east-2", "eu-central-1"])
    // A region that lets nobody in, a service of another, and one secret of two.
    world.relay.refuse { call in
      call.region == "eu-central-1" || call.region == "us-east-2" && call.action == "sns:ListTopics"
        || call.action == "secretsmanager:GetResourcePolicy" && call.body.contains("a-us-east-2")
    }
    let partly = await run(world, "--region", "us-east-2", "--region", "eu-central-1")
    #expect(partly.status == 4, "\(partly.stderr)")
    let coverage = try #require(partly.records("coverage").first)
    for words in [
      "what runs in eu-central-1, its secrets, repositories and topics: permission",
      "the topics in us-east-2: permission",
      "the policy of secret 'arn:aws:secretsmanager:us-east-2:\(world.account):secret:a-us-east-2",
    ] {
      #expect(coverage.contains(words), "\(words)\n\(coverage)")
    }
    #expect(!coverage.contains("and so of all"))
    #expect(found(partly, "AI121").contains { $0.contains("b-us-east-2") })
    // None of a kind.
    world.relay.refuse { $0.action == "secretsmanager:GetResourcePolicy" || $0.action == "ec2:DescribeRegions" }
    let none = await run(world)
    #expect(none.status == 4)
    let rest = try #require(none.records("coverage").first)
    #expect(
      rest.contains("and so of all 2") && rest.contains("which regions beside eu-west-1 the account uses: permission"),
      "\(rest)")
    #expect(Set(world.relay.asked.filter { $0.action == "sns:ListTopics" }.map(\.region)) == ["eu-west-1"])
  }

  // MARK: What is asked

  /// Those of some actions that do more than read, or that the data do not know.
  private func writing(_ actions: Set<String>) -> [String] {
    actions.sorted().filter { action in
      let known = audit.run(["data", "show", action, "-o", "ndjson"], in: folder).records("aws-action")
      return !known.contains { $0.contains(#""level":"read""#) || $0.contains(#""level":"list""#) }
    }
  }

  @Test("nothing is asked of AWS but what reads, and what the manual page lists, and all of that")
  func reading() async throws {
    let world = try await Self.world()
    let whole = await run(world)
    #expect(whole.status == 0, "\(whole.stderr)")
    var asked = Set(world.relay.asked.map(\.action))
    // Without a report the keys of users are listed.
    world.relay.refuse { $0.action == "iam:GenerateCredentialReport" }
    let part = await run(world, "--region", "eu-west-1")
    #expect(part.status == 4)
    asked.formUnion(world.relay.asked.map(\.action))
    #expect(writing(asked) == [])
    // This can fail: by what writes, and by what nobody knows.
    #expect(writing(["iam:CreateRole", "sns:Publish", "lambda:DELETE /x"]).count == 3)
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    let page = try #require(ToolFolder.text("\(root)/man/src/jobs-audit.1.in"))
    let section = try #require(page.split(separator: ".Sh READING THE CLOUDS").last?.split(separator: "\n.Sh ").first)
    let listed = Set(section.matches(of: #/[a-z0-9]+:[A-Z][A-Za-z]+/#).map { String($0.output) })
    #expect(asked == listed, "\(asked.symmetricDifference(listed))")
  }
}

/// A text that two threads know.
private final class SharedText: Sendable {
  private let text: Mutex<String>
  init(_ text: String) { self.text = Mutex(text) }
  var value: String {
    get { text.withLock { $0 } }
    set { text.withLock { $0 = newValue } }
  }
}
