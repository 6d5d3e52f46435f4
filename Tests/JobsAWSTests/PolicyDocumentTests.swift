import JobsCore
import Testing

@testable import JobsAWS

@Suite struct PolicyDocumentTests {
  @Test func `a policy is written as IAM has it, and is one`() {
    let trust = PolicyDocument([
      .init(service: "lambda.amazonaws.com", actions: ["sts:AssumeRole"], equal: [("aws:SourceAccount", "1")])
    ])
    #expect(
      String(decoding: trust.json, as: UTF8.self)
        == #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":"1"}}}]}"#
    )
    #expect(PolicyCheck.fault(trust.json, .trust) == nil)
    #expect(PolicyCheck.fault(trust.json, .permissions) == "has a statement without a 'Resource'")
    let policy = PolicyDocument([.init(actions: ["a:B", "a:C"], resources: ["arn:x"])])
    #expect(PolicyCheck.fault(policy.json, .permissions) == nil)
    #expect(PolicyCheck.fault(policy.json, .trust) == "has a statement that trusts nobody")
  }

  @Test(
    arguments: [
      ("no", "is no object of JSON"), ("[]", "is no object of JSON"),
      (#"{"Statement":[]}"#, "has another 'Version' than 2012-10-17"),
      (#"{"Version":"2012-10-17"}"#, "has no 'Statement'"),
      (#"{"Version":"2012-10-17","Statement":[]}"#, "has no 'Statement'"),
      (#"{"Version":"2012-10-17","Statement":[1]}"#, "has a statement that is no object"),
      (#"{"Version":"2012-10-17","Statment":[]}"#, "has the unknown key 'Statment'"),
      (
        #"{"Version":"2012-10-17","Statement":{"Effect":"allow","Action":"a","Principal":"*"}}"#,
        "has a statement whose 'Effect' is neither Allow nor Deny"
      ),
      (
        #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*"}}"#,
        "has a statement without just one of 'Action' and 'NotAction'"
      ),
      (
        #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Actions":"a","Principal":"*"}}"#,
        "has the unknown key 'Actions'"
      ),
      (
        #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"a","Principal":"*","Resource":"*"}}"#,
        "has a statement with a 'Resource', which a trust policy has not"
      ),
    ]) func `what IAM would refuse is refused here`(text: String, fault: String)
  {
    #expect(PolicyCheck.fault(Array(text.utf8), .trust) == fault)
  }

  @Test func `a policy has a length`() {
    let long = PolicyDocument([.init(actions: ["a:B"], resources: [String(repeating: "x", count: 10_240)])])
    #expect(PolicyCheck.fault(long.json, .permissions) == "is longer than 10240 characters")
  }
}
