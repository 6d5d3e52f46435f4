import JobsCloud
import JobsCore
import JobsNet
import TestSupport
import Testing

@testable import JobsGCP

@Suite struct ImpersonationTests {
  private let folder = TemporaryFolder()
  private let transport: CurlTransport

  init() throws { transport = try CurlTransport() }

  /// A server of both, tokens of people and of service accounts.
  private static func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Answer {
    request.target == "/token"
      ? .reply(200, body: #"{"access_token": "own\#(request.number)", "expires_in": 3600}"#)
      : .reply(200, body: #"{"accessToken": "acting\#(request.number)", "expireTime": "2099-01-01T00:00:00Z"}"#)
  }

  private static let user =
    #"{"type": "authorized_user", "client_id": "c", "client_secret": "s", "refresh_token": "r"}"#

  private func credentials(
    _ server: LoopbackServer, _ file: String = user, impersonating: [String] = [], clock: CallClock = .system
  ) throws -> GoogleCredentials {
    folder.write("c.json", file)
    let environment = [
      "GOOGLE_APPLICATION_CREDENTIALS": folder.file("c.json"), "CLOUDSDK_AUTH_TOKEN_HOST": server.url("/token"),
      "CLOUDSDK_API_ENDPOINT_OVERRIDES_IAMCREDENTIALS": server.url("/"),
    ]
    return try GoogleCredentials(
      environment: environment, impersonating: impersonating, transport: transport,
      endpoints: try GoogleEndpoints(environment: environment), budget: RetryBudget(), clock: clock)
  }

  @Test func `the last of a chain is acted as, and the others stand between`() async throws {
    let server = LoopbackServer(answer: Self.answer)
    defer { server.stop() }
    let credentials = try credentials(server, impersonating: ["a@p.example", "b@p.example", "c@p.example"])
    #expect(try await credentials.tokens.current().credentials.secret.text == "acting2")
    let request = try #require(server.requests.last)
    #expect(request.target == "/v1/projects/-/serviceAccounts/c%40p.example:generateAccessToken")
    #expect(request.fields["authorization"] == "Bearer own1")
    #expect(
      request.body
        == #"{"scope":["https://www.googleapis.com/auth/cloud-platform"],"lifetime":"3600s","#
        + #""delegates":["projects/-/serviceAccounts/a@p.example","projects/-/serviceAccounts/b@p.example"]}"#)
    #expect(await credentials.identity() == "c@p.example")
  }

  @Test func `a file of impersonation is followed, its delegates too`() async throws {
    let server = LoopbackServer(answer: Self.answer)
    defer { server.stop() }
    let url = "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/t@p.example:generateAccessToken"
    let file =
      #"{"type": "impersonated_service_account", "service_account_impersonation_url": "\#(url)", "delegates": ["projects/-/serviceAccounts/d@p.example"], "source_credentials": \#(Self.user)}"#
    let credentials = try credentials(server, file)
    #expect(try await credentials.tokens.current().credentials.secret.text == "acting2")
    #expect(server.requests.last?.body.contains(#""delegates":["projects/-/serviceAccounts/d@p.example"]"#) == true)
  }

  @Test func `who signs in and is not taken is renewed once, and both tokens are kept`() async throws {
    let server = LoopbackServer { request in
      request.fields["authorization"] == "Bearer own1"
        ? .reply(401, body: #"{"error": {"code": 401, "status": "UNAUTHENTICATED"}}"#) : Self.answer(request)
    }
    defer { server.stop() }
    let credentials = try credentials(server, impersonating: ["a@p.example"])
    for _ in 0..<3 { #expect(try await credentials.tokens.current().credentials.secret.text == "acting4") }
    #expect(server.requests.map(\.target).filter { $0 == "/token" }.count == 2 && server.requests.count == 4)
  }

  @Test func `a missing role is to be granted on who is acted as`() async throws {
    let body =
      #"{"error": {"code": 403, "status": "PERMISSION_DENIED", "message": "Permission 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist)."}}"#
    let server = LoopbackServer { $0.target == "/token" ? Self.answer($0) : .reply(403, body: body) }
    defer { server.stop() }
    let credentials = try credentials(server, impersonating: ["a@p.example"])
    let failure = await #expect(throws: CloudFailure.self) { try await credentials.tokens.current() }
    #expect(
      failure?.failure.description == """
        cannot act as 'a@p.example': permission 'iam.serviceAccounts.getAccessToken' is missing
        hint: grant roles/iam.serviceAccountTokenCreator on 'a@p.example' to who signs in
        """)
  }

  @Test(arguments: ["", "a", "a@", "@b", "a@b@c", "a b@c", "a@b/c", "a@b?c"])
  func `what is no service account is not acted as`(text: String) {
    let failure = #expect(throws: Failure.self) { try Impersonation(chain: ["good@p.example", text]) }
    #expect(failure?.exitStatus == .usage && failure?.hint != nil)
  }
}
