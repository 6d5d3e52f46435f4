import JobsCore
import Testing

@testable import JobsAudit

@Suite("Rules over accounts of AWS")
struct AccountRulesTests {
  /// A row: the codes that are due, and a statement of a policy, or of a trust policy.
  private static func codes(_ text: String) throws -> [String] {
    var estate = Estate()
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    return estate.singles.flatMap { AccountRules.check($0.account) }.map { "\($0.rule.code) \($0.severity.rawValue)" }
  }

  @Test(
    "statements",
    arguments: [
      (#""Effect":"Allow","Action":"*","Resource":"*""#, ["AI101 high"]),
      (#""Effect":"Allow","Action":"*:*","Resource":"*""#, ["AI101 high"]),
      (#""Effect":"Deny","Action":"*","Resource":"*""#, []),
      (#""Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::b""#, []),
      (#""Effect":"Allow","Action":"iam:*","Resource":"*""#, ["AI104 high", "AI102 high"]),
      (#""Effect":"Allow","Action":"sqs:*","Resource":"*""#, ["AI102 low"]),
      (#""Effect":"Allow","NotAction":"iam:*","Resource":"*""#, ["AI103 high"]),
      (#""Effect":"Allow","Action":"s3:GetObject","NotResource":"arn:aws:s3:::b""#, ["AI103 medium"]),
      (#""Effect":"Allow","Action":"iam:PassRole","Resource":"*""#, ["AI104 high"]),
      (#""Effect":"Allow","Action":"iam:Pass*","Resource":"arn:aws:iam::111122223333:role/*""#, ["AI104 high"]),
      (#""Effect":"Allow","Action":"iam:PassRole","Resource":"arn:aws:iam::111122223333:role/app""#, []),
      (
        #""Effect":"Allow","Action":"iam:PassRole","Resource":"*","Condition":{"StringEquals":{"iam:PassedToService":"lambda.amazonaws.com"}}"#,
        ["AI104 medium"]
      ),
      (#""Effect":"Allow","Action":"sts:AssumeRole","Resource":"*""#, ["AI105 medium"]),
      (#""Effect":"Allow","Action":"s3:GetObject","Resource":"*""#, ["AI114 info"]),
      (#""Effect":"Allow","Action":"sts:AssumeRole","Principal":"*""#, ["AI106 critical"]),
      (#""Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"*"}"#, ["AI106 critical"]),
      (#""Effect":"Allow","Action":"sts:AssumeRole","NotPrincipal":{"AWS":"111122223333"}"#, ["AI106 critical"]),
      (
        #""Effect":"Allow","Action":"sts:AssumeRole","Principal":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}"#,
        ["AI106 medium"]
      ),
      (
        #""Effect":"Allow","Action":"sts:AssumeRole","Principal":"*","Condition":{"StringEqualsIfExists":{"aws:PrincipalOrgID":"o-1"}}"#,
        ["AI106 critical"]
      ),
      (
        #""Effect":"Allow","Action":"sts:AssumeRole","Principal":"*","Condition":{"ForAllValues:StringEquals":{"aws:PrincipalOrgID":"o-1"}}"#,
        ["AI106 critical"]
      ),
      (
        #""Effect":"Allow","Action":"sts:AssumeRole","Principal":"*","Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"o-1"}}"#,
        ["AI106 critical"]
      ),
      (
        #""Effect":"Allow","Action":"sts:AssumeRole","Principal":"*","Condition":{"Null":{"aws:PrincipalOrgID":"false"}}"#,
        ["AI106 critical"]
      ),
      (#""Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"444455556666"}"#, ["AI107 medium"]),
      (
        #""Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"444455556666"},"Condition":{"StringEquals":{"sts:ExternalId":"x"}}"#,
        []
      ),
      (#""Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"AROAEXAMPLEEXAMPLE12"}"#, ["AI109 low"]),
      (#""Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"ec2.amazonaws.com"}"#, []),
    ])
  func statements(statement: String, expected: [String]) throws {
    #expect(try Self.codes(#"{"Version":"2012-10-17","Statement":[{\#(statement)}]}"#) == expected)
  }

  @Test(
    "subjects of GitHub: of several the widest counts, of several conditions the narrowest",
    arguments: [
      (#""StringEquals":{"P:sub":"repo:o/r:ref:refs/heads/main"}"#, []),
      (#""StringEquals":{"P:sub":"repo:o@1/r@2:environment:prod"}"#, []),
      (#""StringEquals":{"P:sub":"repo:o/*"}"#, []),
      (#""StringLike":{"P:sub":"repo:o/r:environment:*"}"#, []),
      (#""StringLike":{"P:sub":"repo:o/r:*"}"#, ["AI108 low"]), (#""StringLike":{"P:sub":"repo:o/*"}"#, ["AI108 high"]),
      (#""StringLike":{"P:sub":"repo:o/r*"}"#, ["AI108 high"]),
      (#""StringLike":{"P:sub":"repo:o*"}"#, ["AI108 critical"]),
      (#""StringLike":{"P:sub":"*"}"#, ["AI108 critical"]),
      (#""StringLike":{"P:sub":["repo:o/r:ref:refs/heads/main","repo:*"]}"#, ["AI108 critical"]),
      (#""StringEquals":{"P:aud":"sts.amazonaws.com"}"#, ["AI108 critical"]),
      (#""ForAllValues:StringLike":{"P:sub":"repo:o/r:ref:refs/heads/main"}"#, ["AI108 critical"]),
      (#""StringEqualsIfExists":{"P:sub":"repo:o/r:ref:refs/heads/main"}"#, ["AI108 critical"]),
      (#""StringNotLike":{"P:sub":"repo:o/r:*"}"#, ["AI108 critical"]),
      (#""StringLike":{"P:sub":"repo:o/*"},"StringEquals":{"P:sub":"repo:o/r:ref:refs/heads/main"}"#, []),
    ])
  func subjects(condition: String, expected: [String]) throws {
    let provider = "token.actions.githubusercontent.com"
    let text =
      #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/\#(provider)"},"Condition":{\#(condition.replacing("P:", with: provider + ":"))}}]}"#
    #expect(try Self.codes(text) == expected)
  }

  @Test("users with policies of their own, and CloudShell, with the commands that mend it and take that back")
  func users() throws {
    let shell = "arn:aws:iam::aws:policy/AWSCloudShellFullAccess"
    let text =
      #"{"UserDetailList":[{"UserName":"al","UserId":"AIDA1","Arn":"arn:aws:iam::111122223333:user/al","AttachedManagedPolicies":[{"PolicyName":"s","PolicyArn":"\#(shell)"}]}]}"#
    var estate = Estate()
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    let account = try #require(estate.accounts["111122223333"])
    let findings = AccountRules.check(account)
    #expect(findings.map(\.rule.code) == ["AI110", "AI111"])
    #expect(
      findings[0].remedies == [
        .init(
          do: "aws iam detach-user-policy --user-name al --policy-arn \(shell)",
          undo: "aws iam attach-user-policy --user-name al --policy-arn \(shell)")
      ])
  }

  private static let all = #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#
  private static let administrator =
    #"{"PolicyName":"a","PolicyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}"#

  /// What AI117 finds of a role that trusts somebody, or of a user where `trust` is nil.
  private static func administrators(
    trust: String?, attached: String = "", inline: String = "", more: String = "", lists: String = ""
  ) throws -> [Finding] {
    let kind = trust == nil ? "User" : "Role"
    let assume =
      trust.map {
        #""AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":\#($0),"Action":"sts:AssumeRole"}},"#
      } ?? ""
    let policies = inline.isEmpty ? "" : #"{"PolicyName":"own","PolicyDocument":\#(inline)}"#
    let text =
      #"{"\#(kind)DetailList":[{"\#(kind)Name":"x","\#(kind)Id":"A1","Arn":"arn:aws:iam::111122223333:\#(kind.lowercased())/x",\#(assume)"\#(kind)PolicyList":[\#(policies)],\#(more)"AttachedManagedPolicies":[\#(attached)]}]\#(lists)}"#
    var estate = Estate()
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    let account = try #require(estate.accounts["111122223333"])
    return AccountRules.check(account).filter { $0.rule.code == "AI117" }
  }

  @Test(
    "who has all rights is found: worst where a program can be it, and with the command that takes the policy away",
    arguments: [
      (#"{"Service":"lambda.amazonaws.com"}"#, "high", "'lambda.amazonaws.com'"),
      (
        #"{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}"#, "high",
        "token.actions.githubusercontent.com'"
      ),
      (#"{"Federated":"arn:aws:iam::111122223333:saml-provider/directory"}"#, "low", "role 'x' has all rights"),
      (#"{"AWS":"arn:aws:iam::111122223333:root"}"#, "low", "role 'x' has all rights"),
      (nil, "medium", "user 'x' has all rights"),
    ])
  func administrators(trust: String?, severity: String, words: String) throws {
    let found = try Self.administrators(trust: trust, attached: Self.administrator)
    #expect(found.map(\.severity.rawValue) == [severity] && found.map(\.verdict) == [.proven])
    #expect(found.first?.message.contains(words) == true, "\(found.map(\.message))")
    #expect(
      found.first?.remedies.first?.run.hasSuffix("--policy-arn arn:aws:iam::aws:policy/AdministratorAccess") == true)
  }

  @Test("all rights count however they come, and not where a boundary or a denial leaves none to change anything")
  func administration() throws {
    let service = #"{"Service":"ec2.amazonaws.com"}"#
    let inline = try Self.administrators(trust: service, inline: Self.all)
    #expect(inline.count == 1 && inline[0].remedies.isEmpty)
    let group =
      #","GroupDetailList":[{"GroupName":"g","GroupId":"AG","Arn":"arn:aws:iam::111122223333:group/g","GroupPolicyList":[{"PolicyName":"own","PolicyDocument":\#(Self.all)}]}]"#
    let member = try Self.administrators(trust: nil, more: #""GroupList":["g"],"#, lists: group)
    #expect(member.count == 1 && member[0].message.contains("group/g own"), "\(member.map(\.message))")
    let bounded = try Self.administrators(
      trust: service, attached: Self.administrator,
      more: #""PermissionsBoundary":{"PermissionsBoundaryArn":"arn:aws:iam::111122223333:policy/b"},"#,
      lists:
        #","Policies":[{"PolicyName":"b","Arn":"arn:aws:iam::111122223333:policy/b","PolicyVersionList":[{"IsDefaultVersion":true,"Document":{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}}]}]"#
    )
    #expect(bounded.isEmpty)
    let denied = Self.all.replacing(
      #""Statement":{"#, with: #""Statement":[{"Effect":"Deny","Action":"iam:*","Resource":"*"},{"#
    ).replacing("}}", with: "}]}")
    #expect(try Self.administrators(trust: service, inline: denied).isEmpty)
    let sometimes = Self.all.replacing(
      "}}", with: #","Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}}}"#)
    let possible = try Self.administrators(trust: service, inline: sometimes)
    #expect(possible.map(\.verdict) == [.possible] && possible[0].missing == ["aws:SourceIp"])
  }
}
