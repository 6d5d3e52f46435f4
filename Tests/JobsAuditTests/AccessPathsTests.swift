import JobsCore
import TestSupport
import Testing

@testable import JobsAudit

@Suite("Paths within an account of AWS")
struct AccessPathsTests {
  private static let base = "arn:aws:iam::111122223333:"
  private static let administrator = "arn:aws:iam::aws:policy/AdministratorAccess"

  // MARK: An account

  private static func trust(_ principal: String) -> String {
    #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":\#(principal)}}"#
  }

  private static func attached(_ arn: String) -> String {
    #""AttachedManagedPolicies":[{"PolicyName":"p","PolicyArn":"\#(arn)"}]"#
  }

  private static func inline(_ key: String, _ statements: String?) -> String {
    guard let statements else { return #""\#(key)":[]"# }
    let document = #"{"Version":"2012-10-17","Statement":[\#(statements)]}"#
    return #""\#(key)":[{"PolicyName":"given","PolicyDocument":\#(document)}]"#
  }

  private static func role(_ name: String, trust principal: String, _ statements: String? = nil, _ more: String)
    -> String
  {
    #"{"RoleName":"\#(name)","RoleId":"AROA\#(name)","Arn":"\#(base)role/\#(name)","AssumeRolePolicyDocument":\#(trust(principal)),"InstanceProfileList":[{}],\#(inline("RolePolicyList", statements)),\#(more)}"#
  }

  private static func policy(_ name: String) -> String {
    let document = #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:ListBucket","Resource":"*"}}"#
    return
      #"{"PolicyName":"\#(name)","Arn":"\#(base)policy/\#(name)","PolicyVersionList":[{"IsDefaultVersion":true,"Document":\#(document)}]}"#
  }

  private static let boundary =
    #"{"PolicyName":"narrow","Arn":"\#(base)policy/narrow","PolicyVersionList":[{"IsDefaultVersion":true,"Document":{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}}]}"#

  /// Eve, a user and a role, with statements of hers; an administrator, a user, a role and a group; and a role of no power.
  private static func account(
    _ statements: String, trust principal: String = #"{"Service":"none.amazonaws.com"}"#, isBounded: Bool = false,
    boundary: String = boundary
  ) throws -> AccountGraph {
    let bound = isBounded ? #","PermissionsBoundary":{"PermissionsBoundaryArn":"\#(base)policy/narrow"}"# : ""
    let text = """
      {"UserDetailList":[
        {"UserName":"eve","UserId":"AIDAEVE","Arn":"\(base)user/eve","GroupList":["staff"],\(inline("UserPolicyList", statements)),\(attached(base + "policy/mine"))\(bound)},
        {"UserName":"ann","UserId":"AIDAANN","Arn":"\(base)user/ann",\(attached(administrator))}],
       "GroupDetailList":[
        {"GroupName":"staff","GroupId":"AGPASTAFF","Arn":"\(base)group/staff"},
        {"GroupName":"admins","GroupId":"AGPAADMINS","Arn":"\(base)group/admins",\(attached(administrator))}],
       "RoleDetailList":[
        \(role("eve-role", trust: #"{"Service":"none.amazonaws.com"}"#, statements, #""Tags":[]\#(bound)"#)),
        \(role("chief", trust: principal, nil, attached(administrator))),
        \(role("worker", trust: #"{"AWS":"111122223333"}"#, nil, attached(base + "policy/work")))],
       "Policies":[\(policy("mine")),\(policy("work")),\(boundary)]}
      """
    var estate = Estate()
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    return AccountGraph(try #require(estate.accounts["111122223333"]))
  }

  private static func statement(
    _ effect: String, _ actions: [String], on resource: String = "*", condition: String? = nil
  ) -> String {
    let list = actions.map { "\"\($0)\"" }.joined(separator: ",")
    return #"{"Effect":"\#(effect)","Action":[\#(list)],"Resource":"\#(resource)""#
      + (condition.map { #","Condition":\#($0)"# } ?? "") + "}"
  }

  /// Whom the chief has to trust so that a way is open.
  private static func trust(for way: EscalationWay) -> String {
    switch way.reach {
    case .pass, .run: #"{"Service":"\#(way.service)"}"#
    case .assume: #"{"AWS":"111122223333"}"#
    default: #"{"Service":"none.amazonaws.com"}"#
    }
  }

  private static func findings(
    _ way: EscalationWay, _ statements: String, isBounded: Bool = false, boundary: String = boundary
  ) throws -> [Finding] {
    let graph = try account(statements, trust: trust(for: way), isBounded: isBounded, boundary: boundary)
    let paths = try #require(AccessPaths(graph, to: .privileged))
    // Who writes a role's policies is a role.
    return paths.findings(from: nil).filter {
      $0.principal?.hasSuffix("eve") == true || $0.principal?.hasSuffix("eve-role") == true
    }
  }

  @Test("a path to somebody who rules says by what, where nobody asked for them by name")
  func power() throws {
    let graph = try Self.account(Self.statement("Allow", ["sts:AssumeRole"]), trust: #"{"AWS":"111122223333"}"#)
    let words = "'\(Self.base)user/eve' can reach '\(Self.base)role/chief' in 1 step"
    let privileged = try #require(AccessPaths(graph, to: .privileged)).findings(from: "eve")
    #expect(privileged.map(\.message) == ["\(words) and rule by statement 1 of '\(Self.administrator)'"])
    #expect(try #require(AccessPaths(graph, to: .named("chief"))).findings(from: "eve").map(\.message) == [words])
  }

  // MARK: Every way

  @Test("the table holds 65 ways, each once")
  func table() {
    #expect(EscalationWay.all.count == 65)
    #expect(Set(EscalationWay.all.map(\.id)).count == 65)
  }

  @Test("each way leads to an administrator, with its steps", arguments: EscalationWay.all.map(\.id))
  func open(id: String) throws {
    let way = try #require(EscalationWay.all.first { $0.id == id })
    let found = try Self.findings(way, Self.statement("Allow", way.actions))
    let finding = try #require(found.first, "\(id) leads nowhere")
    #expect(finding.verdict == (way.reach == .run ? .possible : .proven), "\(finding.missing)")
    #expect(finding.path.first?.policy.hasSuffix(" given") == true, "\(finding.path)")
    #expect(way.reach != .run || finding.missing.contains { $0.contains("runs as 'chief'") })
  }

  @Test(
    "a deny, another resource, a boundary, a condition that fails and NotAction close each way",
    arguments: EscalationWay.all.map(\.id))
  func closed(id: String) throws {
    let way = try #require(EscalationWay.all.first { $0.id == id })
    let allow = Self.statement("Allow", way.actions)
    let other = #"{"StringEquals":{"aws:PrincipalArn":"\#(Self.base)user/other"}}"#
    let closing = [
      "deny": "\(allow),\(Self.statement("Deny", way.actions))",
      "resource": Self.statement("Allow", way.actions, on: "arn:aws:s3:::none"),
      "condition": Self.statement("Allow", way.actions, condition: other),
      "NotAction": #"\#(allow),{"Effect":"Deny","NotAction":"s3:*","Resource":"*"}"#,
    ]
    for (name, statements) in closing {
      #expect(try Self.findings(way, statements).isEmpty, "\(id) is closed by \(name)")
    }
    #expect(try Self.findings(way, allow, isBounded: true).isEmpty, "\(id) is closed by a boundary")
  }

  @Test("NotAction opens each way that it does not name, and none that it does", arguments: EscalationWay.all.map(\.id))
  func notAction(id: String) throws {
    let way = try #require(EscalationWay.all.first { $0.id == id })
    func allBut(_ actions: [String]) -> String {
      #"{"Effect":"Allow","NotAction":[\#(actions.map { "\"\($0)\"" }.joined(separator: ","))],"Resource":"*"}"#
    }
    let named = Set(EscalationWay.all.flatMap(\.actions))
    #expect(try !Self.findings(way, allBut(named.subtracting(way.actions).sorted())).isEmpty, "\(id) is open")
    #expect(try Self.findings(way, allBut(named.sorted())).isEmpty, "\(id) is closed")
  }

  /// Whether another way needs less, so that it is that one which is told.
  private static func isCovered(_ way: EscalationWay) -> Bool {
    EscalationWay.all.contains { $0.id != way.id && Set($0.actions).isStrictSubset(of: way.actions) }
  }

  @Test(
    "each action of a way is needed: without it, denied, elsewhere, under a condition or beyond a boundary it is no way",
    arguments: EscalationWay.all.map(\.id))
  func eachAction(id: String) throws {
    let way = try #require(EscalationWay.all.first { $0.id == id })
    func takes(_ findings: [Finding]) -> Bool { findings.contains { $0.path.contains { $0.by == way.words } } }
    #expect(try takes(Self.findings(way, Self.statement("Allow", way.actions))) || Self.isCovered(way))
    let other = #"{"StringEquals":{"aws:PrincipalArn":"\#(Self.base)user/other"}}"#
    for action in way.actions {
      let rest = way.actions.filter { $0 != action }
      let others = rest.isEmpty ? "" : Self.statement("Allow", rest) + ","
      let closing = [
        others + Self.statement("Allow", ["s3:GetObject"]),
        "\(Self.statement("Allow", way.actions)),\(Self.statement("Deny", [action]))",
        others + Self.statement("Allow", [action], on: "arn:aws:s3:::none"),
        others + Self.statement("Allow", [action], condition: other),
      ]
      for statements in closing {
        #expect(try !takes(Self.findings(way, statements)), "\(id) without \(action): \(statements)")
      }
      let boundary = Self.boundary.replacing(#""Action":"s3:*""#, with: #""NotAction":"\#(action)""#)
      let bounded = try Self.findings(
        way, Self.statement("Allow", way.actions), isBounded: true, boundary: boundary)
      #expect(!takes(bounded), "\(id) beyond a boundary without \(action)")
    }
  }

  @Test("a condition that nobody can tell makes each way possible", arguments: EscalationWay.all.map(\.id))
  func possible(id: String) throws {
    let way = try #require(EscalationWay.all.first { $0.id == id })
    let condition = #"{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}"#
    let finding = try #require(try Self.findings(way, Self.statement("Allow", way.actions, condition: condition)).first)
    #expect(finding.verdict == .possible)
    #expect(finding.missing.contains("aws:SourceIp"), "\(finding.missing)")
  }

  // MARK: Paths

  @Test("a path of two steps names both, their statements and what to cut")
  func twoSteps() throws {
    // Eve becomes the worker, and the worker passes the chief to a function.
    let text = Self.statement("Allow", ["sts:AssumeRole"], on: "\(Self.base)role/worker")
    let passing = Self.statement("Allow", ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"])
    let roles = [
      Self.role("worker", trust: #"{"AWS":"111122223333"}"#, passing, #""Tags":[]"#),
      Self.role("chief", trust: #"{"Service":"lambda.amazonaws.com"}"#, nil, Self.attached(Self.administrator)),
    ]
    let input =
      #"{"UserDetailList":[{"UserName":"eve","UserId":"AIDAEVE","Arn":"\#(Self.base)user/eve",\#(Self.inline("UserPolicyList", text))}],"RoleDetailList":[\#(roles.joined(separator: ","))]}"#
    var estate = Estate()
    var values = ValueReader(bytes: Array(input.utf8), name: "'test'")
    try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    let graph = AccountGraph(try #require(estate.accounts["111122223333"]))
    let finding = try #require(AccessPaths(graph, to: .named("chief"))?.findings(from: "eve").first)
    #expect(finding.path.map(\.to) == ["\(Self.base)role/worker", "\(Self.base)role/chief"])
    #expect(finding.path.map { $0.by.prefix { $0 != " " } } == ["sts-001", "lambda-001"])
    #expect(finding.path.map(\.policy) == ["\(Self.base)user/eve given", "\(Self.base)role/worker given"])
    #expect(finding.verdict == .proven)
    let cut = try #require(SmallestCut(graph, to: .named("chief")).statements(from: "eve"))
    #expect(cut.map(\.words) == ["statement 1 of '\(Self.base)user/eve given'"])
    #expect(AccessPaths(graph.without(Set(cut)), to: .named("chief"))?.findings(from: "eve").isEmpty == true)
  }

  @Test("a role whose session another role trusts by its name may become that, whatever the session is called")
  func sessions() throws {
    let roles = [
      Self.role("path/worker", trust: #"{"Service":"none.amazonaws.com"}"#, nil, #""Tags":[]"#)
        .replacing(#""RoleName":"path/worker""#, with: #""RoleName":"worker""#),
      Self.role("other", trust: #"{"Service":"none.amazonaws.com"}"#, nil, #""Tags":[]"#),
      Self.role(
        "chief", trust: #"{"AWS":"arn:aws:sts::111122223333:assumed-role/worker/ann"}"#, nil,
        Self.attached(Self.administrator)),
    ]
    var estate = Estate()
    var values = ValueReader(
      bytes: Array(#"{"RoleDetailList":[\#(roles.joined(separator: ","))]}"#.utf8), name: "'test'")
    try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    let graph = AccountGraph(try #require(estate.accounts["111122223333"]))
    let found = try #require(AccessPaths(graph, to: .named("chief"))).findings(from: nil)
    #expect(found.compactMap(\.principal) == ["\(Self.base)role/path/worker"])
    #expect(found.first?.verdict == .possible && found.first?.missing == ["what its session is called"])
  }

  @Test("the smallest cut takes every path: two ways by two statements need both, one statement behind two ways is one")
  func cuts() throws {
    let assume = Self.statement("Allow", ["sts:AssumeRole"], on: "\(Self.base)role/chief")
    let keys = Self.statement("Allow", ["iam:CreateAccessKey"], on: "\(Self.base)user/ann")
    let apart = try Self.account("\(assume),\(keys)", trust: #"{"AWS":"111122223333"}"#)
    let both = try #require(SmallestCut(apart, to: .privileged).statements(from: "eve"))
    #expect(Set(both.map(\.statement)) == ["statement 1", "statement 2"])
    let joined = try Self.account(
      Self.statement("Allow", ["sts:AssumeRole", "iam:CreateAccessKey", "iam:PutUserPolicy"]),
      trust: #"{"AWS":"111122223333"}"#)
    let one = try #require(SmallestCut(joined, to: .privileged).statements(from: "eve"))
    #expect(one.map(\.words) == ["statement 1 of '\(Self.base)user/eve given'"])
    let closed = try Self.account(Self.statement("Allow", ["s3:GetObject"]))
    #expect(SmallestCut(closed, to: .privileged).statements(from: "eve") == [], "no path needs no cut")
  }

  /// A user and four roles by chance: who may become whom by their own statement, by the role's trust, or by both.
  private static func tangle(_ generator: inout SeededGenerator) throws -> AccountGraph {
    func pick(_ list: [String]) -> String { list[Int.random(in: 0..<list.count, using: &generator)] }
    let names = ["r0", "r1", "r2", "chief"]
    func statements() -> String {
      (0..<Int.random(in: 1...2, using: &generator)).map { _ in
        let targets = Set((0..<2).map { _ in "\"\(base)role/\(pick(names))\"" }).sorted().joined(separator: ",")
        let action = pick(["sts:AssumeRole", "sts:AssumeRole", "iam:UpdateAssumeRolePolicy"])
        return #"{"Effect":"Allow","Action":"\#(action)","Resource":[\#(targets)]}"#
      }.joined(separator: ",")
    }
    let trusts = [
      #"{"AWS":"111122223333"}"#, #"{"AWS":"111122223333"}"#, #"{"AWS":"\#(base)user/eve"}"#,
      #"{"AWS":["\#(base)role/r0","\#(base)role/r1"]}"#,
    ]
    let roles = names.map { name in role(name, trust: pick(trusts), name == "chief" ? nil : statements(), #""Tags":[]"#)
    }
    let text =
      #"{"UserDetailList":[{"UserName":"eve","UserId":"AIDAEVE","Arn":"\#(base)user/eve",\#(inline("UserPolicyList", statements()))}],"RoleDetailList":[\#(roles.joined(separator: ","))]}"#
    var estate = Estate()
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    return AccountGraph(try #require(estate.accounts["111122223333"]))
  }

  @Test("a cut ends every path, and no fewer statements do: tried one after another")
  func cutsByForce() throws {
    let seed = SeededGenerator.seedOfRun()
    var generator = SeededGenerator(seed: seed)
    var sizes: [Int: Int] = [:]
    for round in 0..<60 {
      let graph = try Self.tangle(&generator)
      let all = graph.account.identities.flatMap { identity in
        (identity.inline
          + [identity.trust.map { AttachedPolicy("trust policy of \(identity.arn.text)", $0) }].compactMap { $0 })
          .flatMap { policy in
            policy.document.statements.map { StatementReference(policy: policy.name, statement: $0.name) }
          }
      }
      func isOpen(without gone: [StatementReference]) -> Bool {
        AccessPaths(graph.without(Set(gone)), to: .named("chief"))?.findings(from: "eve").isEmpty == false
      }
      let cut = try #require(SmallestCut(graph, to: .named("chief")).statements(from: "eve"), "seed \(seed), \(round)")
      sizes[cut.count, default: 0] += 1
      #expect(!isOpen(without: cut), "seed \(seed), round \(round): \(cut)")
      if cut.count > 0 { #expect(isOpen(without: []), "seed \(seed), round \(round): there was no path") }
      if cut.count > 1 { for one in all { #expect(isOpen(without: [one]), "seed \(seed), round \(round): \(one)") } }
      guard cut.count > 2 else { continue }
      for (place, one) in all.enumerated() {
        for other in all[(place + 1)...] {
          #expect(isOpen(without: [one, other]), "seed \(seed), \(round): \(one) \(other)")
        }
      }
    }
    #expect(sizes[1, default: 0] > 0 && sizes[2, default: 0] > 0, "seed \(seed): \(sizes)")
  }

  @Test("what-if tells the paths that end and who else loses what")
  func whatIf() throws {
    let graph = try Self.account(Self.statement("Allow", ["iam:PutUserPolicy", "iam:PutRolePolicy"]))
    var outcome = WhatIf([try #require(StatementReference(words: "statement 1 of \(Self.base)user/eve given"))])
    outcome.add(graph, to: .privileged)
    #expect(outcome.ended.map(\.principal) == ["\(Self.base)user/eve"])
    #expect(outcome.remaining.map(\.principal) == ["\(Self.base)role/eve-role"])
    #expect(outcome.lost.map(\.what) == ["iam:PutUserPolicy iam:PutRolePolicy"])
  }

  @Test(
    "a statement is read as it is written",
    arguments: [
      ("statement 1 of 'arn:x own'", "arn:x own", "statement 1", nil), ("'Sid' of arn:x", "arn:x", "'Sid'", nil),
      ("Sid of arn:x", "arn:x", "'Sid'", nil),
      ("statement 2 of 'trust policy of arn:x'", "trust policy of arn:x", "statement 2", nil),
      ("roles/a of 'projects/p' for 'user:u'", "projects/p", "roles/a", "user:u"),
      ("roles/a if x == ' of ' of projects/p", "projects/p", "roles/a if x == ' of '", String?.none),
    ])
  func references(words: String, policy: String, statement: String, member: String?) throws {
    let read = try #require(StatementReference(words: words))
    #expect(read == StatementReference(policy: policy, statement: statement, member: member))
    #expect(StatementReference(words: read.words) == read)
    #expect(StatementReference(words: "roles/a") == nil)
  }

  @Test("roles that trust each other in a circle are no path to anywhere else, and end")
  func cycle() throws {
    let roles = (0..<40).map { index in
      Self.role(
        "r\(index)", trust: #"{"AWS":"\#(Self.base)role/r\#((index + 39) % 40)"}"#, nil, #""Tags":[]"#)
    }
    let other = Self.role("chief", trust: #"{"Service":"none.amazonaws.com"}"#, nil, Self.attached(Self.administrator))
    let input = #"{"RoleDetailList":[\#((roles + [other]).joined(separator: ","))]}"#
    var estate = Estate()
    var values = ValueReader(bytes: Array(input.utf8), name: "'test'")
    try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    let graph = AccountGraph(try #require(estate.accounts["111122223333"]))
    #expect(AccessPaths(graph, to: .privileged)?.findings(from: nil).isEmpty == true)
    let round = try #require(AccessPaths(graph, to: .named("r0"))?.findings(from: nil))
    // The chief comes there too, since an administrator writes trust policies.
    #expect(round.count == 40)
    #expect(round.map(\.path.count).max() == 39)
  }

  @Test("who is denied to change anything is no administrator, and NotAction makes none")
  func administrators() throws {
    let denied = try Self.account(
      #"{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"iam:*","Resource":"*"}"#)
    #expect(!denied.isAdministrator(0))
    let notAction = try Self.account(#"{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"#)
    #expect(!notAction.isAdministrator(0))
    let every = try Self.account(#"{"Effect":"Allow","Action":"*:*","Resource":"*"}"#)
    #expect(every.isAdministrator(0))
  }

  @Test("an identity that is not there has no paths")
  func nobody() throws {
    #expect(AccessPaths(try Self.account(Self.statement("Allow", ["s3:*"])), to: .named("nobody")) == nil)
  }
}
