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
}
