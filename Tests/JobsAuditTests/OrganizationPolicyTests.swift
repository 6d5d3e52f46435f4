import JobsCore
import Testing

@testable import JobsAudit

@Suite("Policies of an AWS organisation")
struct OrganizationPolicyTests {
  private static func level(_ text: String) throws -> [AttachedPolicy] {
    try whole(text).services
  }

  private static func whole(_ text: String) throws -> OrganizationLevel {
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    return try OrganizationPolicyReader.level(&values, file: "test")
  }

  private static func policy(_ statement: String, name: String = "guard", type: String = "SERVICE_CONTROL_POLICY")
    -> String
  {
    let content = #"{"Version":"2012-10-17","Statement":[\#(statement)]}"#.replacing("\"", with: #"\""#)
    return
      #"{"Policy":{"PolicySummary":{"Id":"p-1","Arn":"arn:aws:organizations::1:policy/o/service_control_policy/p-1","Name":"\#(name)","Type":"\#(type)","AwsManaged":false},"Content":"\#(content)"}}"#
  }

  private static let all = #"{"Effect":"Allow","Action":"*","Resource":"*"}"#
  private static let noKeys = #"{"Effect":"Deny","Action":"iam:CreateAccessKey","Resource":"*"}"#

  /// Eve may make keys of Ann, who is an administrator; and so may a role of a service.
  private static func account(_ levels: [[AttachedPolicy]]?) throws -> AWSAccount {
    let own =
      #"[{"PolicyName":"own","PolicyDocument":{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:CreateAccessKey","Resource":"*"}}}]"#
    let base = "arn:aws:iam::111122223333:"
    let text =
      #"{"UserDetailList":[{"UserName":"eve","UserId":"AIDAEVE","Arn":"\#(base)user/eve","UserPolicyList":\#(own)},{"UserName":"ann","UserId":"AIDAANN","Arn":"\#(base)user/ann","AttachedManagedPolicies":[{"PolicyName":"a","PolicyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}]}],"RoleDetailList":[{"RoleName":"s","RoleId":"AROAS","Arn":"\#(base)role/aws-service-role/x.amazonaws.com/s","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"x.amazonaws.com"}}},"RolePolicyList":\#(own)}]}"#
    var estate = Estate()
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    var account = try #require(estate.accounts["111122223333"])
    account.organization = levels
    return account
  }

  private static func starts(_ levels: [[AttachedPolicy]]?) throws -> [String] {
    let graph = AccountGraph(try account(levels))
    return try #require(AccessPaths(graph, to: .privileged)).findings(from: nil).compactMap { $0.principal }
      .compactMap { $0.split(separator: "/").last.map(String.init) }.sorted()
  }

  @Test("a denial of the organisation closes a path, but not for what AWS's services run as")
  func denial() throws {
    #expect(try Self.starts(nil) == ["eve", "s"])
    #expect(try Self.starts([Self.level(Self.policy(Self.all))]) == ["eve", "s"])
    #expect(try Self.starts([Self.level(Self.policy(Self.all) + Self.policy(Self.noKeys))]) == ["s"])
  }

  @Test("each level has to allow")
  func levels() throws {
    let all = try Self.level(Self.policy(Self.all))
    let storage = try Self.level(Self.policy(#"{"Effect":"Allow","Action":"s3:*","Resource":"*"}"#))
    #expect(try Self.starts([all, all]) == ["eve", "s"])
    // Ann is no administrator then, whatever she has.
    #expect(try Self.starts([all, storage]) == [])
    #expect(try Self.starts([storage, all]) == [])
  }

  @Test("a level is read from answers, and from documents alone")
  func reading() throws {
    #expect(
      try Self.level(Self.policy(Self.all) + Self.policy(Self.noKeys, name: "no")).map(\.name) == ["guard", "no"])
    let alone = try Self.level(#"{"Version":"2012-10-17","Statement":\#(Self.all)}"#)
    #expect(alone.map(\.name) == ["test"] && alone[0].document.statements.count == 1)
    for text in ["", "[]", "{}", Self.policy(Self.all, type: "TAG_POLICY"), Self.policy("1")] {
      #expect(throws: Failure.self) { try Self.level(text) }
    }
  }

  // MARK: Resources

  private static func control(_ statement: String) throws -> OrganizationLevel {
    try whole(policy(statement, type: "RESOURCE_CONTROL_POLICY"))
  }

  private static let noOutsiders =
    #"{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole","Resource":"*","Condition":{"StringNotEquals":{"aws:PrincipalTag/own":"yes"}}}"#

  private static func outcome(_ action: String, _ resource: String, bound: Bool = true, tag: String? = nil) throws
    -> Decision.Outcome
  {
    let level = try control(noOutsiders + #","# + #"{"Effect":"Deny","Principal":"*","Action":"iam:*","Resource":"*"}"#)
    let everything = try whole(policy(all))
    var set = PolicySet(identity: everything.services)
    if bound { set.resourceControls = level.resources }
    let caller = Caller(.user, arn: "arn:aws:iam::1:user/a", account: "1")
    var context = RequestContext()
    context.set(all: "aws:PrincipalTag/", tag.map { [("own", $0)] } ?? [])
    return PolicyEvaluation.decide(
      PolicyQuestion(caller, action, on: ResourcePattern(literal: resource), context: context), set
    ).outcome
  }

  @Test("a resource control policy denies by its condition, of services that it holds for and no others")
  func resources() throws {
    let role = "arn:aws:iam::1:role/r"
    #expect(try Self.outcome("sts:AssumeRole", role) == .explicitlyDenied)
    #expect(try Self.outcome("sts:AssumeRole", role, tag: "no") == .explicitlyDenied)
    #expect(try Self.outcome("sts:AssumeRole", role, tag: "yes") == .allowed)
    #expect(try Self.outcome("sts:AssumeRole", role, bound: false) == .allowed)
    // IAM itself is none of those services, and another action is not named.
    #expect(try Self.outcome("iam:PassRole", role) == .allowed)
    #expect(try Self.outcome("sts:TagSession", role) == .allowed)
  }

  @Test("a resource control policy leaves unknown what hangs on what nobody knows")
  func unknown() throws {
    let level = try Self.control(
      #"{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-1"}}}"#
    )
    var set = PolicySet(identity: try Self.whole(Self.policy(Self.all)).services)
    set.resourceControls = level.resources
    let caller = Caller(.user, arn: "arn:aws:iam::1:user/a", account: "1")
    let question = PolicyQuestion(
      caller, "s3:GetObject", on: ResourcePattern(literal: "arn:aws:s3:::b/x"), context: RequestContext())
    let decision = PolicyEvaluation.decide(question, set)
    #expect(decision.outcome == .possible && decision.missing == ["aws:PrincipalOrgID"])
  }

  @Test("what services run as is not held by policies for resources, and kinds that no level has stay unknown")
  func bounds() throws {
    var account = try Self.account(nil)
    account.bound(by: [try Self.control(Self.noOutsiders)])
    #expect(account.organization == nil && account.resourceControls?.count == 1)
    let sets = account.identities.map { account.policies(of: $0).resourceControls?.count }
    #expect(sets == [1, 1, nil])
    #expect(
      account.without([StatementReference(policy: "guard", statement: "statement 1")]).resourceControls?.first?
        .document.statements.isEmpty == true)
  }

  @Test("a snapshot's levels are those of its account, and an exempt account is bound by none")
  func snapshots() throws {
    let details = #"{"UserDetailList":[{"UserName":"a","UserId":"AIDA","Arn":"arn:aws:iam::111122223333:user/a"}]}"#
    let content = { (statement: String) in
      #"{"Version":"2012-10-17","Statement":[\#(statement)]}"#.replacing("\"", with: #"\""#)
    }
    let levels =
      #"{"OrganizationPolicies":{"Account":"111122223333","Levels":[{"TargetId":"r","SERVICE_CONTROL_POLICY":[{"Id":"p","Name":"full","Content":"\#(content(Self.all))"}],"RESOURCE_CONTROL_POLICY":[{"Id":"q","Name":"own","Content":"\#(content(Self.noOutsiders))"}]}]}}"#
    let exempt = #"{"OrganizationPolicies":{"Account":"111122223333","Exempt":true}}"#
    for (text, controls) in [(details + levels, 1), (levels + details, 1), (details + exempt, 0)] {
      var estate = Estate()
      var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
      try EstateReader { _ in }.read(&values, file: "test", into: &estate)
      let account = try #require(estate.accounts["111122223333"])
      #expect(account.organization?.count == 1)
      #expect(account.resourceControls?.flatMap(\.document.statements).count == controls)
      #expect(!estate.notEvaluated.contains { $0.contains("SCP") || $0.contains("RCP") })
    }
  }

  @Test("taking a statement away takes it from the organisation's policies as well")
  func without() throws {
    let account = try Self.account([Self.level(Self.policy(Self.noKeys) + Self.policy(Self.all, name: "all"))])
    let rest = account.without([StatementReference(policy: "guard", statement: "statement 1")])
    #expect(rest.organization?.first?.map(\.document.statements.count) == [0, 1])
  }
}
