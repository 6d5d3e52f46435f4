import JobsCloud
import JobsCore
import JobsNet
import Synchronization
import TestSupport
import Testing

@testable import JobsGCP

@Suite struct AWSIdentityTests {
  private let folder = TemporaryFolder()
  private let transport: CurlTransport
  private let audience = "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/aws"

  init() throws { transport = try CurlTransport() }

  /// A server of Google's tokens, and of an instance's metadata with sessions.
  private static func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Answer {
    switch request.target {
    case "/session" where request.method == "PUT" && request.fields["x-aws-ec2-metadata-token-ttl-seconds"] != nil:
      .reply(200, body: "session-token")
    case "/zone" where request.fields["x-aws-ec2-metadata-token"] == "session-token": .reply(200, body: "eu-west-1b")
    case "/odd": .reply(200, body: "evil.example/x")
    case "/sts": .reply(200, body: #"{"access_token": "federated", "expires_in": 3600}"#)
    default: .reply(401)
    }
  }

  private func credentials(
    _ server: LoopbackServer, zone: String = "/zone", _ environment: [String: String] = [:], sign: AWSRequestSigner?
  ) throws -> GoogleCredentials {
    folder.write(
      "c.json",
      #"""
      {"type": "external_account", "audience": "\#(audience)",
       "subject_token_type": "urn:ietf:params:aws:token-type:aws4_request", "token_url": "\#(server.url("/sts"))",
       "credential_source": {"environment_id": "aws1", "url": "http://169.254.169.254/keys",
        "region_url": "\#(server.url(zone))", "imdsv2_session_token_url": "\#(server.url("/session"))",
        "regional_cred_verification_url": "https://sts.{region}.amazonaws.com?Action=GetCallerIdentity&Version=2011-06-15"}}
      """#)
    let environment = ["GOOGLE_APPLICATION_CREDENTIALS": folder.file("c.json")].merging(environment) { $1 }
    return try GoogleCredentials(
      environment: environment, transport: transport, endpoints: try GoogleEndpoints(environment: [:]),
      budget: RetryBudget(), signAWS: sign)
  }

  /// Signs as AWS's signer does, as far as the form goes.
  private static let sign: AWSRequestSigner = { request, region in
    var signed = request
    signed.fields += [HTTPField("X-Amz-Date", "20270115T080000Z"), HTTPField("Authorization", "AWS4 \(region)")]
    return .success(signed)
  }

  @Test(
    arguments: [
      ([:], "eu-west-1"), (["AWS_DEFAULT_REGION": "us-east-2"], "us-east-2"),
      (["AWS_REGION": "ap-south-1", "AWS_DEFAULT_REGION": "us-east-2"], "ap-south-1"),
    ] as [([String: String], String)])
  func `a question to AWS that is signed for Google is exchanged`(
    environment: [String: String], region: String
  ) async throws {
    let server = LoopbackServer(answer: Self.answer)
    defer { server.stop() }
    let credentials = try credentials(server, environment, sign: Self.sign)
    #expect(try await credentials.tokens.current().credentials.secret.text == "federated")
    #expect(server.requests.map(\.target) == (environment.isEmpty ? ["/session", "/zone", "/sts"] : ["/sts"]))
    let form = FormText.pairs(try #require(server.requests.last).body)
    #expect(form["subject_token_type"] == "urn:ietf:params:aws:token-type:aws4_request")
    let token = try #require(form["subject_token"])
    #expect(
      FormText.decoded(token[...])
        == #"{"headers":[{"key":"host","value":"sts.\#(region).amazonaws.com"},"#
        + #"{"key":"x-goog-cloud-target-resource","value":"\#(audience)"},"#
        + #"{"key":"X-Amz-Date","value":"20270115T080000Z"},{"key":"Authorization","value":"AWS4 \#(region)"}],"#
        + #""method":"POST","url":"https://sts.\#(region).amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15"}"#
    )
  }

  @Test func `a region that would lead elsewhere is signed for by nobody`() async throws {
    let server = LoopbackServer(answer: Self.answer)
    defer { server.stop() }
    let signed = Mutex(0)
    let sign: AWSRequestSigner = { request, _ in
      signed.withLock { $0 += 1 }
      return .success(request)
    }
    for (zone, environment) in [("/odd", [:]), ("/zone", ["AWS_REGION": "x.evil.example/"])]
      as [(String, [String: String])]
    {
      let credentials = try credentials(server, zone: zone, environment, sign: sign)
      let failure = await #expect(throws: CloudFailure.self) { try await credentials.tokens.current() }
      #expect(failure?.failure.message.hasSuffix("is no region") == true && failure?.fault.hint == "set AWS_REGION")
    }
    #expect(signed.withLock { $0 } == 0)
  }

  @Test func `what AWS's credentials fail with is the failure, and without a signer there is none`() async throws {
    let server = LoopbackServer(answer: Self.answer)
    defer { server.stop() }
    let failing = try credentials(server, ["AWS_REGION": "eu-west-1"]) { _, _ in
      .failure(CloudFailure("find credentials of AWS", CloudFault(.credentials, why: "there are none")))
    }
    let failure = await #expect(throws: CloudFailure.self) { try await failing.tokens.current() }
    #expect(failure?.failure.message == "cannot find credentials of AWS: there are none")
    let none = try credentials(server, ["AWS_REGION": "eu-west-1"], sign: nil)
    let other = await #expect(throws: CloudFailure.self) { try await none.tokens.current() }
    #expect(other?.fault.why == "this tool does not sign for AWS" && server.requests.isEmpty)
  }
}
