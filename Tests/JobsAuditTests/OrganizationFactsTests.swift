import JobsCore
import Testing

@testable import JobsAudit

@Suite("Who is in which organisation of AWS")
struct OrganizationFactsTests {
  private static let own = "111122223333"
  private static let sister = "444455556666"
  private static let stranger = "777788889999"
  private static let id = "o-a1b2c3d4e5"

  private static let describe =
    #"{"Organization":{"Id":"\#(id)","Arn":"arn:aws:organizations::\#(own):organization/\#(id)","FeatureSet":"ALL","MasterAccountId":"\#(own)"}}"#

  private static func accounts(_ numbers: [String], more: String = "") -> String {
    let items = numbers.map {
      #"{"Id":"\#($0)","Arn":"arn:aws:organizations::\#(own):account/\#(id)/\#($0)","Email":"a@b.example","Status":"ACTIVE"}"#
    }
    return #"{"Accounts":[\#(items.joined(separator: ","))]\#(more)}"#
  }

  private static let placed =
    #"{"OrganizationPlace":{"Account":"\#(own)","OrganizationId":"\#(id)","Path":"\#(id)/r-ab12/ou-ab12-c/"}}"#
  private static let alone = #"{"OrganizationPolicies":{"Account":"\#(own)","Exempt":true,"Alone":true}}"#

  /// A role that trusts some others.
  private static func details(_ principal: String) -> String {
    let arn = "arn:aws:iam::\(own):role/r"
    return
      #"{"RoleDetailList":[{"RoleName":"r","RoleId":"AROAR","Arn":"\#(arn)","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":\#(principal),"Action":"sts:AssumeRole"}]},"RolePolicyList":[{"PolicyName":"all","PolicyDocument":{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}}]}]}"#
  }

  private static func estate(_ texts: String...) throws -> Estate {
    var estate = Estate()
    for text in texts {
      var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
      try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    }
    return estate
  }

  private static func place(of number: String, _ texts: String...) throws -> AWSOrganizations.Place {
    let all = [details(#"{"AWS":"\#(own)"}"#)] + texts
    let estate = try all.reduce(into: Estate()) { estate, text in
      var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
      try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    }
    return try #require(estate.accounts[own]).organizations.place(of: number)
  }

  @Test("accounts are in an organisation, in none, outside one, or nobody knows")
  func places() throws {
    let member = AWSOrganizations.Place.member(of: Self.id, path: nil)
    #expect(try Self.place(of: Self.own) == .unknown)
    #expect(try Self.place(of: Self.own, Self.describe) == member)
    #expect(try Self.place(of: Self.sister, Self.describe) == .unknown)
    let list = Self.accounts([Self.own, Self.sister])
    #expect(try Self.place(of: Self.sister, list) == member)
    #expect(try Self.place(of: Self.stranger, list) == .outside(of: [Self.id]))
    // A list that goes on elsewhere proves of nobody that they are not in it.
    let part = Self.accounts([Self.own], more: #","NextToken":"x""#)
    #expect(try Self.place(of: Self.stranger, part) == .unknown)
    #expect(try Self.place(of: Self.own, Self.alone) == .alone)
    // The path stays, whatever comes behind it.
    let whole = AWSOrganizations.Place.member(of: Self.id, path: "\(Self.id)/r-ab12/ou-ab12-c/")
    #expect(try Self.place(of: Self.own, Self.placed, list) == whole)
    #expect(try Self.place(of: Self.own, list, Self.placed) == whole)
  }

  @Test("facts that come before the account hold for it as well")
  func order() throws {
    let estate = try Self.estate(Self.describe, Self.details(#"{"AWS":"\#(Self.own)"}"#))
    #expect(estate.accounts[Self.own]?.organizations.place(of: Self.own) == .member(of: Self.id, path: nil))
    #expect(estate.counts.entries.contains { $0.type == "aws-organization-account" && $0.count == 1 })
  }

  @Test(
    "what names no organisation is refused",
    arguments: [
      describe.replacing("\"Id\":\"\(id)\"", with: "\"Id\":\"o-*\""), describe.replacing("\"Id\"", with: "\"Name\""),
      accounts([own]).replacing("\(id)/", with: "o-A/"), accounts([own]).replacing("/\(own)\"", with: "\""),
      accounts([own]).replacing("\"Id\"", with: "\"Name\""), placed.replacing(id, with: "x"),
    ])
  func refused(_ text: String) { #expect(throws: Failure.self) { try Self.estate(text) } }

  // MARK: The engine

  private static func holds(_ condition: String, _ place: AWSOrganizations.Place) throws -> Truth {
    let text =
      #"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":\#(condition)}}"#
    let policy = try PolicyEvaluationTests.policy(text)
    var context = RequestContext()
    context.set("Principal", in: place)
    return policy.document.statements[0].applies(in: context)
  }

  @Test(
    "conditions on the organisation in three values",
    arguments: [
      // In it, outside it, in none, unknown.
      (#"{"StringNotEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}"#, [Truth.no, .yes, .yes, .unknown]),
      (#"{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}"#, [.no, .yes, .yes, .unknown]),
      (
        #"{"StringNotEquals":{"aws:PrincipalOrgID":["o-a1b2c3d4e5","o-zzzzzzzzzz"]}}"#, [.no, .unknown, .yes, .unknown]
      ),
      (#"{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}"#, [.yes, .no, .no, .unknown]),
      (#"{"StringEqualsIfExists":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}"#, [.yes, .unknown, .yes, .unknown]),
      (#"{"StringLike":{"aws:PrincipalOrgID":"o-*"}}"#, [.yes, .unknown, .no, .unknown]),
      (#"{"Null":{"aws:PrincipalOrgID":"true"}}"#, [.no, .unknown, .yes, .unknown]),
      (#"{"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"o-a1b2c3d4e5/r-ab12/*"}}"#, [.yes, .no, .no, .unknown]),
      (
        #"{"ForAllValues:StringNotLike":{"aws:PrincipalOrgPaths":"o-a1b2c3d4e5/*"}}"#, [.no, .yes, .yes, .unknown]
      ),
      (
        #"{"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"o-a1b2c3d4e5/r-ab12/ou-x/*"}}"#,
        [.no, .no, .no, .unknown]
      ),
    ])
  func conditions(_ condition: String, _ expected: [Truth]) throws {
    let places: [AWSOrganizations.Place] = [
      .member(of: Self.id, path: "\(Self.id)/r-ab12/ou-ab12-c/"), .outside(of: [Self.id]), .alone, .unknown,
    ]
    #expect(try places.map { try Self.holds(condition, $0) } == expected)
  }

  // MARK: The data perimeter

  /// As AWS's own examples have it (github.com/aws-samples/data-perimeter-policy-examples, read 2026-11-22).
  private static let identities =
    #"{"Effect":"Deny","Principal":"*","Action":["s3:*","sts:AssumeRole"],"Resource":"*","Condition":{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"\#(id)"},"BoolIfExists":{"aws:PrincipalIsAWSService":"false"}}}"#
  private static let deputies =
    #"{"Effect":"Deny","Principal":"*","Action":["s3:*","sts:AssumeRole"],"Resource":"*","Condition":{"StringNotEqualsIfExists":{"aws:SourceOrgID":"\#(id)"},"Null":{"aws:SourceAccount":"false"},"Bool":{"aws:PrincipalIsAWSService":"true"}}}"#
  private static let resources =
    #"{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringNotEqualsIfExists":{"aws:ResourceOrgID":"\#(id)"}}}"#

  private static func organization(_ services: [String], _ resources: [String]) -> String {
    func list(_ statements: [String]) -> String {
      statements.map { statement in
        let content = #"{"Version":"2012-10-17","Statement":[\#(statement)]}"#.replacing("\"", with: #"\""#)
        return #"{"Id":"p-1","Name":"perimeter","Content":"\#(content)"}"#
      }.joined(separator: ",")
    }
    let all = #"{"Effect":"Allow","Action":"*","Resource":"*"}"#
    return
      #"{"OrganizationPolicies":{"Account":"\#(own)","OrganizationId":"\#(id)","Levels":[{"TargetId":"r-1","SERVICE_CONTROL_POLICY":[\#(list([all] + services))],"RESOURCE_CONTROL_POLICY":[\#(list(resources))]}]}}"#
  }

  private static func trusting(_ principal: String, _ facts: String...) throws -> [Finding] {
    var estate = Estate()
    for text in facts + [details(principal)] {
      var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
      try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    }
    return EstateRules.check(estate).filter { ["AI106", "AI107"].contains($0.rule.code) }
  }

  @Test("a perimeter keeps strangers out that are known to be strangers, and nobody else")
  func strangers() throws {
    let perimeter = Self.organization([], [Self.identities])
    let list = Self.accounts([Self.own, Self.sister])
    for (number, facts, verdict) in [
      (Self.stranger, [perimeter, list], nil), (Self.sister, [perimeter, list], .proven),
      (Self.stranger, [perimeter], .possible), (Self.sister, [perimeter], .possible), (Self.stranger, [list], .proven),
    ] as [(String, [String], Finding.Verdict?)] {
      let found =
        try facts.count == 2
        ? Self.trusting(#"{"AWS":"\#(number)"}"#, facts[0], facts[1])
        : Self.trusting(#"{"AWS":"\#(number)"}"#, facts[0])
      #expect(found.map(\.verdict) == [verdict].compactMap { $0 }, "\(number) \(found)")
      if verdict == .possible { #expect(found.first?.missing == ["aws:PrincipalOrgID"]) }
    }
  }

  @Test("a role that trusts everybody is open to its organisation alone where a perimeter stands")
  func everybody() throws {
    let open = try Self.trusting(#""*""#, Self.describe)
    #expect(open.map(\.severity) == [.critical] && open[0].verdict == .proven)
    let bound = try Self.trusting(#""*""#, Self.organization([], [Self.identities]))
    #expect(
      bound.map(\.severity) == [.medium] && bound[0].verdict == .proven && bound[0].message.contains("of the org"))
    let unknown = Self.organization([], [Self.identities]).replacing(#""OrganizationId":"\#(Self.id)","#, with: "")
    let possible = try Self.trusting(#""*""#, unknown)
    #expect(possible.map(\.verdict) == [.possible] && possible[0].missing == ["aws:PrincipalOrgID"])
  }

  /// Eve may pass the role to Lambda, which it trusts, and call S3.
  private static func graph(_ facts: String...) throws -> (AccountGraph, AWSAccount) {
    let base = "arn:aws:iam::\(own):"
    let may =
      #"[{"PolicyName":"own","PolicyDocument":{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["iam:PassRole","lambda:*"],"Resource":"*"}}}]"#
    let text =
      #"{"UserDetailList":[{"UserName":"eve","UserId":"AIDAEVE","Arn":"\#(base)user/eve","UserPolicyList":\#(may)}],"#
      + details(#"{"Service":"lambda.amazonaws.com"}"#).dropFirst()
    var estate = Estate()
    for text in facts + [text] {
      var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
      try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    }
    let account = try #require(estate.accounts[own])
    return (AccountGraph(account), account)
  }

  @Test("within a perimeter the organisation's own are let through, and that is proven")
  func insiders() throws {
    let usual = Self.organization([Self.resources], [Self.identities, Self.deputies])
    let (graph, _) = try Self.graph(usual)
    let found = try #require(AccessPaths(graph, to: .privileged)).findings(from: "eve")
    #expect(found.map(\.verdict) == [.proven], "\(found.map(\.missing))")
    // Without a word of which organisation the account is in, all hangs on that.
    let unknown = usual.replacing(#""OrganizationId":"\#(Self.id)","#, with: "")
    let (other, _) = try Self.graph(unknown)
    let possible = try #require(AccessPaths(other, to: .privileged)).findings(from: "eve")
    #expect(possible.map(\.verdict) == [.possible], "\(possible)")
    #expect(possible.first?.missing.contains("aws:ResourceOrgID") == true, "\(possible.map(\.missing))")
    // One of another organisation closes it.
    let foreign = usual.replacing(#""OrganizationId":"\#(Self.id)""#, with: #""OrganizationId":"o-zzzzzzzzzz""#)
    let (shut, _) = try Self.graph(foreign)
    #expect(try #require(AccessPaths(shut, to: .privileged)).findings(from: "eve").isEmpty)
  }

  @Test("a service that may say for whom it asks is let in for sure only where both ways agree")
  func deputies() throws {
    func trust(_ condition: String) throws -> Decision {
      let principal = #"{"Service":"lambda.amazonaws.com"},"Condition":\#(condition)"#
      let (_, account) = try Self.graph()
      let base = Self.details(principal)
      var estate = Estate()
      for text in [Self.describe, base] {
        var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
        try EstateReader { _ in }.read(&values, file: "test", into: &estate)
      }
      #expect(account.number == Self.own)
      return AccountGraph(try #require(estate.accounts[Self.own])).trusts(0, "lambda.amazonaws.com")
    }
    #expect(try trust(#"{"StringEqualsIfExists":{"aws:SourceAccount":"\#(Self.own)"}}"#).outcome == .allowed)
    let told = try trust(#"{"StringEquals":{"aws:SourceAccount":"\#(Self.own)"}}"#)
    #expect(
      told.outcome == .possible && told.missing == ["whether 'lambda.amazonaws.com' says for whose resource it asks"])
    #expect(try trust(#"{"StringEquals":{"aws:SourceAccount":"\#(Self.sister)"}}"#).mayBe == false)
    #expect(try trust(#"{"StringEqualsIfExists":{"aws:SourceOrgID":"\#(Self.id)"}}"#).outcome == .allowed)
    #expect(try trust(#"{"ArnLike":{"aws:SourceArn":"arn:aws:lambda:*:\#(Self.own):*"}}"#).outcome == .possible)
  }
}
