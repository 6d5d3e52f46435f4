import JobsCore
import Testing

@testable import JobsAudit

@Suite("Rules that know the actions of AWS") struct ActionRulesTests {
  private static func findings(_ statement: String) throws -> [Finding] {
    var estate = Estate()
    let text = #"{"Version":"2012-10-17","Statement":[{\#(statement)}]}"#
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    try EstateReader { _ in }.read(&values, file: "test", into: &estate)
    return estate.singles.flatMap { AccountRules.check($0.account) }
  }

  @Test(
    "statements, and what is found in them",
    arguments: [
      // What there is not.
      (#""Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*""#, []),
      (#""Effect":"Allow","Action":"s3:GetObjct","Resource":"arn:aws:s3:::b/*""#, ["AI112 medium"]),
      (#""Effect":"Allow","Action":"s3:Quxify","Resource":"arn:aws:s3:::b/*""#, ["AI112 low"]),
      (#""Effect":"Deny","Action":"s3:Quxify","Resource":"arn:aws:s3:::b/*""#, ["AI112 medium"]),
      (#""Effect":"Allow","Action":"sqss:SendMessage","Resource":"*""#, ["AI112 medium"]),
      (#""Effect":"Allow","Action":"acmecorp:Run","Resource":"*""#, ["AI112 low"]),
      (#""Effect":"Allow","Action":"s3:Qux*","Resource":"arn:aws:s3:::b/*""#, ["AI112 low"]),
      (#""Effect":"Deny","NotAction":["s3:GetObjct","s3:Get*"],"Resource":"*""#, ["AI112 medium"]),
      // Wildcards.
      (#""Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::b/*""#, []),
      (#""Effect":"Allow","Action":"s3:Put*","Resource":["arn:aws:s3:::b","arn:aws:s3:::b/*"]"#, ["AI113 medium"]),
      (#""Effect":"Deny","Action":"s3:Put*","Resource":"arn:aws:s3:::b/*""#, []),
      (#""Effect":"Allow","Action":"s3:*","Resource":["arn:aws:s3:::b","arn:aws:s3:::b/*"]"#, ["AI113 medium"]),
      (#""Effect":"Allow","Action":"iam:Put*","Resource":"*""#, ["AI113 high", "AI114 medium"]),
      (#""Effect":"Allow","Action":"sqs:Send*","Resource":"arn:aws:sqs:eu-west-1:111122223333:q""#, []),
      // Every resource.
      (#""Effect":"Allow","Action":"sqs:SendMessage","Resource":"*""#, ["AI114 low"]),
      (#""Effect":"Allow","Action":"s3:PutBucketPolicy","Resource":"*""#, ["AI114 medium"]),
      (#""Effect":"Allow","Action":"ec2:DescribeInstances","Resource":"*""#, []),
      (#""Effect":"Allow","Action":["ec2:Describe*","s3:ListBucket"],"Resource":"*""#, []),
      (#""Effect":"Deny","Action":"sqs:SendMessage","Resource":"*""#, []),
      (
        #""Effect":"Allow","Action":"sqs:SendMessage","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/team":"data"}}"#,
        []
      ),
      (
        #""Effect":"Allow","Action":"sqs:SendMessage","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}"#,
        ["AI114 low"]
      ),
      // Resources on which an action never acts.
      (#""Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b""#, ["AI115 low"]),
      (#""Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::b/*""#, ["AI115 low"]),
      (#""Effect":"Allow","Action":"s3:ListBucket","Resource":["arn:aws:s3:::b","arn:aws:s3:::b/*"]"#, []),
      (#""Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":"arn:aws:s3:::b*""#, []),
      (#""Effect":"Deny","Action":"s3:GetObject","Resource":"arn:aws:s3:::b""#, ["AI115 medium"]),
      (
        #""Effect":"Allow","Action":"ec2:DescribeInstances","Resource":"arn:aws:ec2:eu-west-1:111122223333:instance/i-1""#,
        ["AI115 low"]
      ),
      (#""Effect":"Allow","Action":"s3:ListAllMyBuckets","Resource":"arn:aws:s3:::*""#, []),
      (#""Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::${aws:username}""#, []),
      (#""Effect":"Allow","Action":"s3:GetObject","NotResource":"arn:aws:s3:::b""#, ["AI103 medium"]),
      (
        #""Effect":"Allow","Action":"lambda:InvokeFunction","Resource":"arn:aws:lambda:eu-west-1:111122223333:function:f:live""#,
        []
      ),
      (
        #""Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":"arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/f:*""#,
        []
      ),
      (
        #""Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-??????""#,
        []
      ),
      (#""Effect":"Allow","Action":"kms:Decrypt","Resource":"arn:aws:s3:::b/*""#, ["AI115 low"]),
      (#""Effect":"Allow","Action":"iam:PassRole","Resource":"arn:aws:iam::111122223333:role/app/x""#, []),
    ])
  func statements(statement: String, expected: [String]) throws {
    #expect(try Self.findings(statement).map { "\($0.rule.code) \($0.severity.rawValue)" } == expected)
  }

  @Test func `a slip of the pen is told with what may be meant, and that the data have a date`() throws {
    let found = try Self.findings(#""Effect":"Allow","Action":"S3:GetObjects","Resource":"arn:aws:s3:::b/*""#)
    #expect(found.map(\.hint) == ["'s3:GetObject' may be meant"])
    #expect(found.map(\.verdict) == [.possible])
    #expect(found.first?.missing == ["whether AWS has it since \(ActionPack.shipped.date)"])
    let service = try Self.findings(#""Effect":"Allow","Action":"sqss:SendMessage","Resource":"*""#)
    #expect(service.map(\.hint) == ["'sqs:SendMessage' may be meant"])
  }

  @Test func `a wildcard is told with what it takes with it, and with the levels that it grants`() throws {
    let put = try Self.findings(#""Effect":"Allow","Action":"sqs:Add*","Resource":"arn:aws:sqs:eu-west-1:1:q""#)
    #expect(
      put.map(\.message) == [
        "statement 1 of 'test' allows 'sqs:Add*', and so 'sqs:AddPermission': permissions management"
      ])
    let all = try Self.findings(#""Effect":"Allow","Action":"iam:*","Resource":"*""#)
    #expect(
      all.contains { $0.message.hasSuffix("on every resource: permissions management, write, tagging, read, list") })
  }
}
