import JobsCore
import Testing

@testable import JobsAudit

@Suite("Policies that sessions begin with")
struct SessionPolicyTests {
  private static let base = "arn:aws:iam::111122223333:"

  /// `deploy` rules the account, `app` may become it, and `deploy` trusts its account.
  private static func estate(_ limits: String...) throws -> Estate {
    let trust =
      #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}]}"#
    let own =
      #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"\#(base)role/deploy"}}"#
    let text =
      #"{"UserDetailList":[{"UserName":"eve","UserId":"AIDAEVE","Arn":"\#(base)user/eve"}],"RoleDetailList":[{"RoleName":"deploy","RoleId":"AROAD","Arn":"\#(base)role/deploy","AssumeRolePolicyDocument":\#(trust),"AttachedManagedPolicies":[{"PolicyName":"a","PolicyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}]},{"RoleName":"app","RoleId":"AROAA","Arn":"\#(base)role/app","AssumeRolePolicyDocument":\#(trust),"RolePolicyList":[{"PolicyName":"own","PolicyDocument":\#(own)}]}]}"#
    var estate = Estate()
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    let policies = try limits.flatMap { try Self.policies($0) }
    if !policies.isEmpty {
      let isAdded = estate.addSession(of: "deploy", under: policies)
      #expect(isAdded)
    }
    return estate
  }

  private static func policies(_ text: String) throws -> [AttachedPolicy] {
    var values = ValueReader(bytes: Array(text.utf8), name: "'session.json'")
    return try SessionPolicyReader.read(&values, file: "session.json")
  }

  private static func document(_ statements: String...) -> String {
    #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#
  }

  private static let everything = #"{"Effect":"Allow","Action":"*","Resource":"*"}"#

  /// What an `app` session of `deploy` may do.
  private static func outcome(
    _ limits: [String], _ action: String = "s3:GetObject", on resource: String = "arn:aws:s3:::data/x"
  ) throws -> Decision {
    var estate = try estate()
    let isAdded = estate.addSession(of: "deploy", under: try limits.flatMap { try policies($0) })
    #expect(isAdded)
    let account = try #require(estate.accounts["111122223333"])
    let graph = AccountGraph(account)
    let index = try #require(account.identities.firstIndex { $0.kind == .session })
    return graph.decide(index, action, on: ResourcePattern(literal: resource))
  }

  @Test("a session may do what its role may and its policy allows, and nothing that the policy denies")
  func decisions() throws {
    let reader = Self.document(#"{"Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::data/*"}"#)
    #expect(try Self.outcome([reader]).outcome == .allowed)
    #expect(try Self.outcome([reader], "s3:PutObject").outcome == .implicitlyDenied)
    #expect(try Self.outcome([reader], on: "arn:aws:s3:::other/x").outcome == .implicitlyDenied)
    let allBut = Self.document(Self.everything, #"{"Effect":"Deny","Action":"s3:*","Resource":"*"}"#)
    #expect(try Self.outcome([allBut]).outcome == .explicitlyDenied)
    #expect(try Self.outcome([allBut], "ec2:RunInstances").outcome == .allowed)
    let inverted = Self.document(#"{"Effect":"Allow","NotAction":"s3:*","Resource":"*"}"#)
    #expect(try Self.outcome([inverted]).outcome == .implicitlyDenied)
    // Several that are passed together allow what one of them allows, and a denial in any holds.
    #expect(try Self.outcome([reader, inverted]).outcome == .allowed)
    #expect(try Self.outcome([reader, allBut]).outcome == .explicitlyDenied)
  }

  @Test("what a session's policy makes hang on what nobody knows is possible, and says on what")
  func unknown() throws {
    let here = #","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}"#
    let some = Self.document(String(Self.everything.dropLast()) + here)
    let decision = try Self.outcome([some])
    #expect(decision.outcome == .possible && decision.missing == ["aws:SourceIp"])
    let denied = Self.document(Self.everything, #"{"Effect":"Deny","Action":"*","Resource":"*""# + here)
    #expect(try Self.outcome([denied]).outcome == .possible)
    // Whose session it is, is known.
    let own = #","Condition":{"ArnEquals":{"aws:PrincipalArn":"\#(Self.base)role/deploy"}}}"#
    #expect(try Self.outcome([Self.document(String(Self.everything.dropLast()) + own)]).outcome == .allowed)
  }

  private static func paths(_ estate: Estate, from: String? = nil) throws -> [Finding] {
    let graph = AccountGraph(try #require(estate.accounts["111122223333"]))
    return try #require(AccessPaths(graph, to: .privileged)).findings(from: from)
  }

  @Test("paths begin with a session as with its role, and lead through what it may do")
  func sessions() throws {
    let title = "session of \(Self.base)role/deploy under session.json"
    // It can become its own role without a limit.
    let assuming = try Self.estate(Self.document(#"{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}"#))
    let found = try Self.paths(assuming)
    #expect(found.map(\.principal) == ["\(Self.base)role/app", title])
    #expect(found.last?.path.map(\.to) == ["\(Self.base)role/deploy"] && found.last?.verdict == .proven)
    // The name of the role means its sessions too; nobody reaches a session.
    #expect(try Self.paths(assuming, from: "deploy").map(\.principal) == [title])
    #expect(try Self.paths(assuming, from: title).count == 1)
    // Changing its role's policies does not help a session.
    let editing = try Self.estate(
      Self.document(#"{"Effect":"Allow","Action":["iam:PutRolePolicy","s3:*"],"Resource":"*"}"#))
    #expect(try Self.paths(editing).map(\.principal) == ["\(Self.base)role/app"])
    let graph = AccountGraph(try #require(assuming.accounts["111122223333"]))
    #expect(graph.nodes(named: "deploy").count == 1 && graph.starts(named: "deploy").count == 2)
  }

  @Test("a cut takes statements of session policies as any others")
  func without() throws {
    let estate = try Self.estate(Self.document(#"{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}"#))
    let account = try #require(estate.accounts["111122223333"])
    let rest = account.without([StatementReference(policy: "session.json", statement: "statement 1")])
    #expect(rest.identities.last?.limits.first?.document.statements.isEmpty == true)
    #expect(rest.identities.count == account.identities.count && rest.hasSessions)
  }

  @Test("a session that may do all there is is found, and one that is limited is not")
  func unlimited() throws {
    func findings(_ limits: String...) throws -> [Finding] {
      let estate = try limits.isEmpty ? Self.estate() : Self.estate(limits.joined())
      return EstateRules.check(estate).filter { $0.rule.code == "AI116" }
    }
    let found = try findings(Self.document(Self.everything, #"{"Effect":"Deny","Action":"s3:*","Resource":"*"}"#))
    #expect(found.count == 1 && found[0].verdict == .proven, "\(found)")
    let when = #"{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}"#
    #expect(try findings(Self.document(Self.everything, when)).map(\.missing) == [["aws:SecureTransport"]])
    #expect(try findings(Self.document(#"{"Effect":"Allow","Action":"s3:*","Resource":"*"}"#)).isEmpty)
    #expect(
      try findings(Self.document(Self.everything, #"{"Effect":"Deny","Action":"iam:*","Resource":"*"}"#)).isEmpty)
    #expect(try findings().isEmpty)
  }

  @Test("a session by federation may do what its user and its policy allow, and calls neither IAM nor STS")
  func federation() throws {
    let trust = Self.document(
      #"{"Effect":"Allow","Principal":{"AWS":"\#(Self.base)user/eve"},"Action":"sts:AssumeRole"}"#)
    let text =
      #"{"UserDetailList":[{"UserName":"eve","UserId":"AIDAEVE","Arn":"\#(Self.base)user/eve","Tags":[{"Key":"t","Value":"v"}],"AttachedManagedPolicies":[{"PolicyName":"a","PolicyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}]}],"RoleDetailList":[{"RoleName":"deploy","RoleId":"AROAD","Arn":"\#(Self.base)role/deploy","AssumeRolePolicyDocument":\#(trust)}]}"#
    func account(_ limit: String) throws -> (AWSAccount, AccountGraph) {
      var estate = Estate()
      var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
      try EstateReader { _ in }.read(&values, file: "test", into: &estate)
      let isAdded = estate.addSession(of: "eve", under: try Self.policies(limit))
      #expect(isAdded)
      let account = try #require(estate.accounts["111122223333"])
      return (account, AccountGraph(account))
    }
    func outcome(_ limit: String, _ action: String) throws -> Decision.Outcome {
      let (account, graph) = try account(limit)
      let index = try #require(account.identities.firstIndex { $0.kind == .session })
      return graph.decide(index, action, on: ResourcePattern("*")).outcome
    }
    let all = Self.document(Self.everything)
    #expect(try outcome(all, "s3:GetObject") == .allowed)
    let some = Self.document(#"{"Effect":"Allow","Action":"s3:*","Resource":"*"}"#)
    #expect(try outcome(some, "ec2:RunInstances") == .implicitlyDenied)
    for action in ["iam:CreateUser", "sts:AssumeRole"] { #expect(try outcome(all, action) == .explicitlyDenied) }
    // What its tags and its ARN are is said as it begins.
    for condition in [
      #"{"ArnEquals":{"aws:PrincipalArn":"\#(Self.base)user/eve"}}"#, #"{"StringEquals":{"aws:PrincipalTag/t":"v"}}"#,
    ] {
      let limit = Self.document(String(Self.everything.dropLast()) + #","Condition":\#(condition)}"#)
      #expect(try outcome(limit, "s3:GetObject") == .possible)
    }
    let (judged, graph) = try account(all)
    let title = "session of \(Self.base)user/eve under session.json"
    #expect(AccountRules.check(judged).allSatisfy { $0.rule.code != "AI116" }, "it can change nobody's rights")
    let roles = try #require(AccessPaths(graph, to: .named("deploy"))).findings(from: nil).map(\.principal)
    #expect(roles == ["\(Self.base)user/eve"])
    #expect(graph.starts(named: "eve").map(graph.name) == ["\(Self.base)user/eve", title])
  }

  @Test("without one it is said that sessions were not judged, and whose session it is has to be one role")
  func coverage() throws {
    #expect(try Self.estate().notEvaluated.contains { $0.contains("--session-policy") })
    var estate = try Self.estate(Self.document(Self.everything))
    #expect(!estate.notEvaluated.contains { $0.contains("session polic") })
    for name in ["nobody", "\(Self.base)user/deploy"] {
      let isAdded = estate.addSession(of: name, under: [])
      #expect(!isAdded)
    }
  }

  @Test(
    "what is no policy of an identity is no session policy",
    arguments: [
      "", "[]", "{}", "1", #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*"}]}"#,
      #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}"#,
    ])
  func refused(_ text: String) { #expect(throws: Failure.self) { try Self.policies(text) } }
}
