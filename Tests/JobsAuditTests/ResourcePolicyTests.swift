import JobsCore
import Testing

@testable import JobsAudit

@Suite("Policies of resources of AWS")
struct ResourcePolicyTests {
  private static func statement(_ principal: String, _ more: String = "") -> String {
    #"{"Effect":"Allow","Principal":\#(principal),"Action":"x:Do","Resource":"*"\#(more)}"#
  }

  /// As a text within JSON.
  private static func text(_ statements: String...) -> String {
    #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#.replacing("\"", with: #"\""#)
  }

  private static func read(_ text: String, subject: String? = nil) throws -> Estate {
    var estate = Estate()
    var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
    try EstateReader(.init(resource: subject, subject: subject)) { _ in }.read(&values, file: "test", into: &estate)
    return estate
  }

  private static func codes(_ estate: Estate) -> [String] { EstateRules.check(estate).map(\.rule.code) }

  private static let secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf"

  @Test(
    "each answer of AWS is known, and names its resource",
    arguments: [
      (#"{"ARN":"\#(secret)","Name":"db","ResourcePolicy":"P"}"#, secret),
      (
        #"{"registryId":"1","repositoryName":"r","repositoryArn":"arn:aws:ecr:e:1:repository/r","policyText":"P"}"#,
        "arn:aws:ecr:e:1:repository/r"
      ),
      (#"{"Attributes":{"TopicArn":"arn:aws:sns:e:1:t","Policy":"P"}}"#, "arn:aws:sns:e:1:t"),
      (#"{"Attributes":{"QueueArn":"arn:aws:sqs:e:1:q","Policy":"P"}}"#, "arn:aws:sqs:e:1:q"),
    ])
  func shapes(_ answer: String, _ name: String) throws {
    let estate = try Self.read(answer.replacing("\"P\"", with: "\"\(Self.text(Self.statement(#""*""#)))\""))
    #expect(estate.resourcePolicies.map(\.resource) == [name])
    #expect(Self.codes(estate) == ["AI121"])
  }

  @Test("where the answer names no resource the statements do, or the user")
  func naming() throws {
    let bucket =
      #"{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":["arn:aws:s3:::b","arn:aws:s3:::b/*"]}"#
    let answer = #"{"Policy":"\#(Self.text(bucket))"}"#
    #expect(try Self.read(answer).resourcePolicies.first?.resource == "arn:aws:s3:::b")
    let unnamed = #"{"Policy":"\#(Self.text(Self.statement(#""*""#)))","PolicyName":"default"}"#
    let nameless = try Self.read(unnamed)
    #expect(nameless.resourcePolicies.first?.resource == "test")
    #expect(nameless.notEvaluated.contains { $0.contains("--resource") })
    let key = "arn:aws:kms:e:111122223333:key/k"
    #expect(try Self.read(unnamed, subject: key).resourcePolicies.first?.resource == key)
    // A document alone is of what the user names.
    let document = #"{"Version":"2012-10-17","Statement":[\#(Self.statement(#""*""#))]}"#
    #expect(try Self.codes(Self.read(document, subject: key)) == ["AI121"])
    #expect(try Self.codes(Self.read(document.replacing(#","Resource":"*""#, with: ""))) == ["AI106"])
  }

  @Test("an answer without a policy is counted, and one that is not as it ought to be is refused")
  func bad() throws {
    let none = try Self.read(#"{"ARN":"\#(Self.secret)","Name":"db"}"#)
    #expect(none.counts.entries.map(\.type) == ["aws-resource-without-policy"] && Self.codes(none).isEmpty)
    for text in [
      #"{"policyText":7}"#, #"{"policyText":"{"}"#, #"{"policyText":"{}"}"#,
      #"{"Policy":"{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}"}"#,
    ] {
      #expect(throws: Failure.self, "\(text)") { try Self.read(text) }
    }
  }

  @Test(
    "who may use it is judged by principal and condition",
    arguments: [
      (#""*""#, "", ["AI121"]), (#"{"AWS":"*"}"#, "", ["AI121"]),
      (#""*""#, #","Condition":{"StringEquals":{"AWS:SourceOwner":"111122223333"}}"#, []),
      (#""*""#, #","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}"#, []),
      // A condition that holds where the key is missing narrows nothing.
      (#""*""#, #","Condition":{"StringEqualsIfExists":{"aws:PrincipalOrgID":"o-1"}}"#, ["AI121"]),
      // Which says how a function is asked by its URL, and not by whom.
      (#""*""#, #","Condition":{"StringEquals":{"lambda:FunctionUrlAuthType":"NONE"}}"#, ["AI121"]),
      (#"{"Service":"s3.amazonaws.com"}"#, "", ["AI122"]),
      (
        #"{"Service":"s3.amazonaws.com"}"#, #","Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:s3:::mine"}}"#, []
      ),
      (#"{"AWS":"arn:aws:iam::999988887777:role/r"}"#, "", ["AI123"]), (#"{"AWS":"999988887777"}"#, "", ["AI123"]),
      (#"{"AWS":"arn:aws:iam::111122223333:role/r"}"#, "", []), (#"{"AWS":"111122223333"}"#, "", []),
    ] as [(String, String, [String])])
  func rules(_ principal: String, _ more: String, _ codes: [String]) throws {
    let estate = try Self.read(
      #"{"ARN":"\#(Self.secret)","Name":"db","ResourcePolicy":"\#(Self.text(Self.statement(principal, more)))"}"#)
    #expect(Self.codes(estate) == codes)
  }

  /// As AWS's own examples of a data perimeter have it.
  private static let perimeter = [
    #"{"Effect":"Deny","Principal":"*","Action":"secretsmanager:*","Resource":"*","Condition":{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"},"BoolIfExists":{"aws:PrincipalIsAWSService":"false"}}}"#,
    #"{"Effect":"Deny","Principal":"*","Action":"secretsmanager:*","Resource":"*","Condition":{"StringNotEqualsIfExists":{"aws:SourceOrgID":"o-a1b2c3d4e5"},"Null":{"aws:SourceAccount":"false"},"Bool":{"aws:PrincipalIsAWSService":"true"}}}"#,
  ]

  @Test(
    "what the organisation denies is no finding, and what may be denied is possible",
    arguments: [
      (#""*""#, "secretsmanager:GetSecretValue", "AI121 medium proven"),
      (#"{"AWS":"999988887777"}"#, "secretsmanager:GetSecretValue", ""),
      (#"{"AWS":"arn:aws:iam::999988887777:role/r"}"#, "secretsmanager:*", ""),
      // Of this account it is not known where it is.
      (#"{"AWS":"333344445555"}"#, "secretsmanager:*", "AI123 low possible"),
      // Not every service says for whose resource it asks.
      (#"{"Service":"s3.amazonaws.com"}"#, "secretsmanager:*", "AI122 medium possible"),
      // All of it has to be denied.
      (#""*""#, "kms:Decrypt", "AI121 critical proven"), (#""*""#, "*", "AI121 medium proven"),
    ])
  func organisation(_ principal: String, _ action: String, _ expected: String) throws {
    let own = "111122223333"
    func content(_ statements: [String]) -> String { Self.text(statements.joined(separator: ",")) }
    let account =
      #"{"UserDetailList":[{"UserName":"a","UserId":"AIDAA","Arn":"arn:aws:iam::\#(own):user/a"}]}"#
    let levels =
      #"{"OrganizationPolicies":{"Account":"\#(own)","OrganizationId":"o-a1b2c3d4e5","Levels":[{"TargetId":"r-1","RESOURCE_CONTROL_POLICY":[{"Name":"p","Content":"\#(content(Self.perimeter))"}]}]}}"#
    let elsewhere =
      #"{"OrganizationPlace":{"Account":"999988887777","OrganizationId":"o-zzzzzzzzzz"}}"#
    let statement = Self.statement(principal).replacing("x:Do", with: action)
    let policy =
      #"{"ARN":"\#(Self.secret)","Name":"db","ResourcePolicy":"\#(Self.text(statement))"}"#
    let found = EstateRules.check(
      try Self.read([account, levels, elsewhere, policy].joined(separator: "\n"))
    ).filter {
      $0.rule.code.hasPrefix("AI12")
    }
    #expect(
      found.map { "\($0.rule.code) \($0.severity.rawValue) \($0.verdict.rawValue)" }.joined()
        == expected)
    #expect(
      found.allSatisfy { ($0.verdict == .possible) == !$0.missing.isEmpty },
      "\(found.map(\.missing))")
    #expect(
      found.allSatisfy {
        $0.severity != .medium || $0.rule.code != "AI121" || $0.message.contains("organisation")
      })
    // Without the account nothing is known of its organisation.
    #expect(Self.codes(try Self.read(policy)).count == 1)
  }

  @Test("a denial is no grant, and its neighbour is taken away by itself")
  func remedies() throws {
    let deny = #"{"Effect":"Deny","Principal":"*","Action":"x:Do","Resource":"*"}"#
    let estate = try Self.read(
      #"{"ARN":"\#(Self.secret)","Name":"db","ResourcePolicy":"\#(Self.text(deny, Self.statement(#""*""#)))"}"#)
    let finding = try #require(EstateRules.check(estate).first)
    let remedy = try #require(finding.remedies.first)
    #expect(remedy.run.contains("get-resource-policy --secret-id \(Self.secret)") && remedy.run.contains("del(.[1])"))
    #expect(remedy.undo.hasSuffix("--cli-input-json file://AI121-\(finding.fingerprint).json"))
  }

  private static func remedy(_ answer: String) throws -> Finding.Remedy? {
    try EstateRules.check(read(answer)).first?.remedies.first
  }

  @Test(
    "the last statement takes its policy with it; a key and a topic, which have one always, are their account's again")
  func last() throws {
    let policy = Self.text(Self.statement(#""*""#))
    let secret = try #require(
      try Self.remedy(#"{"ARN":"\#(Self.secret)","Name":"db","ResourcePolicy":"\#(policy)"}"#))
    #expect(secret.run.contains("aws secretsmanager delete-resource-policy --region eu-west-1 --secret-id \"$(jq -r "))
    let queue = try #require(try Self.remedy(#"{"Attributes":{"QueueArn":"arn:aws:sqs:e:1:q","Policy":"\#(policy)"}}"#))
    #expect(
      queue.run.contains(#"then .Policy = "" else"#) && queue.undo.contains("set-queue-attributes --queue-url \"$("))
    let topic = try #require(
      try Self.remedy(#"{"Attributes":{"TopicArn":"arn:aws-cn:sns:e:1:t","Policy":"\#(policy)"}}"#))
    #expect(topic.run.contains(#".Principal = {AWS: "arn:aws-cn:iam::1:root"}"#), "\(topic.run)")
  }

  private static let function = "arn:aws:lambda:e:1:function:f"

  @Test(
    "a permission of a function is added again with all that it was made of",
    arguments: [
      (
        #""Principal":{"Service":"s3.amazonaws.com"}"#, function,
        "--function-name \(function) --region e --statement-id s1 --action lambda:InvokeFunction --principal s3.amazonaws.com"
      ),
      (
        #""Principal":"*","Condition":{"StringEquals":{"lambda:FunctionUrlAuthType":"NONE"},"Bool":{"lambda:InvokedViaFunctionUrl":"true"}}"#,
        "\(function):live",
        "--function-name \(function) --region e --qualifier live --statement-id s1 --action lambda:InvokeFunction --principal '*' --function-url-auth-type NONE --invoked-via-function-url"
      ),
      (
        #""Principal":{"AWS":"arn:aws:iam::999988887777:root"},"Condition":{"ArnLike":{"AWS:SourceArn":"arn:x"},"StringEquals":{"AWS:SourceAccount":"1","aws:PrincipalOrgID":"o-1","lambda:EventSourceToken":"a b"}}"#,
        function,
        "--function-name \(function) --region e --statement-id s1 --action lambda:InvokeFunction --principal 999988887777 --source-arn arn:x --source-account 1 --principal-org-id o-1 --event-source-token 'a b'"
      ),
      // None of those that 'add-permission' makes.
      (#""Principal":"*","Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"o-1"}}"#, function, nil),
      (#""Principal":{"AWS":["*","arn:aws:iam::1:root"]}"#, function, nil),
    ] as [(String, String, String?)])
  func permissions(_ more: String, _ resource: String, _ words: String?) throws {
    let statement =
      #"{"Sid":"s1","Effect":"Allow","Action":"lambda:InvokeFunction","Resource":"\#(resource)",\#(more)}"#
    let policy = try Self.read(#"{"Policy":"\#(Self.text(statement))","RevisionId":"r"}"#).resourcePolicies[0]
    let remedy = AWSRemedy.removing(
      policy.document.statements[0], of: 1, from: .resource(policy.resource), file: "f")
    #expect(remedy?.undo == words.map { "aws lambda add-permission \($0)" })
    guard let remedy else { return }
    #expect(remedy.run.contains("remove-permission --function-name \(Self.function) --region e"))
    #expect(remedy.run.contains(#" --statement-id "$(jq -r "#) && remedy.run.contains(#"then "s1" else error("#))
    #expect(remedy.run.hasSuffix(#" --revision-id "$(jq -r .RevisionId f.json)""#), "\(remedy.run)")
  }
}
