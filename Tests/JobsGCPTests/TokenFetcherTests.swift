import CryptoExtras
import JobsCloud
import JobsCore
import JobsNet
import Synchronization
import TestSupport
import Testing

@testable import JobsGCP

/// Credentials against servers on this host, through the transport that tools use.
@Suite struct TokenFetcherTests {
  private let folder = TemporaryFolder()
  private let transport: CurlTransport
  private let scope = "https://www.googleapis.com/auth/cloud-platform"

  init() throws { transport = try CurlTransport() }

  private func credentials(
    _ file: String, _ more: [String: String] = [:], impersonating: [String] = [], clock: CallClock = .system,
    budget: RetryBudget = RetryBudget(), run: CredentialProgramRunner? = nil
  ) throws -> GoogleCredentials {
    folder.write("c.json", file)
    let environment = ["GOOGLE_APPLICATION_CREDENTIALS": folder.file("c.json")].merging(more) { $1 }
    return try GoogleCredentials(
      environment: environment, impersonating: impersonating, transport: transport,
      endpoints: try GoogleEndpoints(environment: environment), budget: budget, clock: clock, runProgram: run)
  }

  private static func token(_ text: String, _ seconds: Int = 3600) -> LoopbackServer.Answer {
    .reply(200, body: #"{"access_token": "\#(text)", "expires_in": \#(seconds), "token_type": "Bearer"}"#)
  }

  private func bearer(_ credentials: GoogleCredentials) async throws -> String? {
    let (request, _) = try await credentials.signer.sign(HTTPRequest(.get, try WebAddress("https://h")))
    return request.fields.first { $0.name == "Authorization" }?.value
  }

  private func failure(_ credentials: GoogleCredentials) async throws -> CloudFailure {
    try await #require(throws: CloudFailure.self) { try await credentials.tokens.current() }
  }

  // MARK: Service accounts

  @Test func `a service account signs for its token, and renews it before its end`() async throws {
    let key = try #require(TestKey.shared)
    let server = LoopbackServer { Self.token("t\($0.number)") }
    defer { server.stop() }
    let clock = ScriptedClock()
    let credentials = try credentials(key.file(tokenAddress: server.url("/token")), clock: clock.clock)
    #expect(try await bearer(credentials) == "Bearer t1")
    #expect(try await bearer(credentials) == "Bearer t1")
    clock.advance(by: .seconds(3600 - 225))
    #expect(try await bearer(credentials) == "Bearer t2")
    #expect(server.requests.count == 2)
    for (number, request) in server.requests.enumerated() {
      #expect(request.method == "POST" && request.target == "/token")
      #expect(request.fields["content-type"] == "application/x-www-form-urlencoded")
      let form = FormText.pairs(request.body)
      #expect(form["grant_type"] == "urn:ietf:params:oauth:grant-type:jwt-bearer" && form.count == 2)
      let (_, claims) = try key.claims(of: try #require(form["assertion"]))
      #expect(claims.value(Tree.root, "iat").flatMap(claims.int) == 1_800_000_000 + number * (3600 - 225))
      #expect(claims.value(Tree.root, "scope").map(claims.string) == scope)
    }
    #expect(await credentials.identity() == "ci@acme.iam.gserviceaccount.com")
  }

  @Test func `fifty callers at once cause one request`() async throws {
    let key = try #require(TestKey.shared)
    let server = LoopbackServer { Self.token("t\($0.number)") }
    defer { server.stop() }
    let credentials = try credentials(key.file(tokenAddress: server.url("/token")))
    let seen = try await withThrowingTaskGroup { group in
      for _ in 0..<50 { group.addTask { try await credentials.tokens.current().credentials.secret.text } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(seen == ["t1"] && server.requests.count == 1)
  }

  @Test func `a token service in trouble is asked again, and one that refuses is not`() async throws {
    let key = try #require(TestKey.shared)
    let server = LoopbackServer {
      switch $0.number {
      case 1: .reply(503)
      case 2: .reply(429, fields: ["Retry-After: 3"])
      case 3: .raw("")
      case 4: Self.token("t4")
      default: .reply(400, body: #"{"error": "invalid_grant", "error_description": "Invalid JWT Signature."}"#)
      }
    }
    defer { server.stop() }
    let clock = ScriptedClock(bits: { 0 })
    let credentials = try credentials(key.file(tokenAddress: server.url("/token")), clock: clock.clock)
    let (token, generation) = try await credentials.tokens.current()
    #expect(token.secret.text == "t4" && clock.waits == [.zero, .seconds(3), .zero])
    credentials.tokens.discard(generation: generation)
    let failure = try await failure(credentials)
    #expect(failure.cause == .credentials && server.requests.count == 5)
    #expect(
      failure.failure.message
        == "cannot get a token for 'ci@acme.iam.gserviceaccount.com': the credentials are not taken: "
        + "invalid JWT Signature (invalid_grant)")
    #expect(failure.failure.hint?.contains("gcloud auth application-default login") == true)
  }

  @Test func `a clock that is wrong is told as the reason`() async throws {
    let key = try #require(TestKey.shared)
    let body = #"{"error": "invalid_grant", "error_description": "Invalid JWT: iat is in the future"}"#
    let server = LoopbackServer { _ in .reply(400, fields: ["Date: Fri, 15 Jan 2027 07:50:00 GMT"], body: body) }
    defer { server.stop() }
    let credentials = try credentials(key.file(tokenAddress: server.url()), clock: ScriptedClock().clock)
    #expect(try await failure(credentials).failure.hint == "the clock of this host is 10 min ahead: set it right")
  }

  @Test(
    arguments: [
      "", "[]", "{}", #"{"access_token": 1}"#, #"{"access_token": ""}"#, #"{"access_token": "a b", "expires_in": 1}"#,
      #"{"access_token": "a\r\nHost: evil", "expires_in": 1}"#, #"{"id_token": "x"}"#, "<html>",
    ]) func `an answer without a token that can be sent is refused`(body: String) async throws
  {
    let key = try #require(TestKey.shared)
    let server = LoopbackServer { _ in .reply(200, body: body) }
    defer { server.stop() }
    let failure = try await failure(try credentials(key.file(tokenAddress: server.url())))
    #expect(failure.cause == .strangeAnswer && !failure.failure.description.contains("evil"))
  }

  @Test func `nothing that was sent or kept is in what a failure shows`() async throws {
    let key = try #require(TestKey.shared)
    let server = LoopbackServer { request in
      .reply(400, body: #"{"error": "invalid_request", "error_description": "Bad: \#(request.body)"}"#)
    }
    defer { server.stop() }
    let service = try await failure(try credentials(key.file(tokenAddress: server.url())))
    let user = #"{"type": "authorized_user", "client_id": "c", "client_secret": "hunter2", "refresh_token": "hunter3"}"#
    let person = try await failure(try credentials(user, ["CLOUDSDK_AUTH_TOKEN_HOST": server.url("/token")]))
    let sent = server.requests.map(\.body)
    #expect(sent.count == 2 && sent[0].contains("assertion=eyJ") && sent[1].contains("hunter3"))
    for failure in [service, person] {
      var shown = "\(failure.failure)"
      dump(failure, to: &shown)
      for word in ["eyJ", "hunter", key.privateKey.pemRepresentation.split(separator: "\n").map(String.init)[1]] {
        #expect(!shown.contains(word), "\(shown)")
      }
      #expect(shown.contains("(secret)"))
    }
  }

  // MARK: People

  @Test func `somebody who signed in gets tokens by what keeps them signed in, the latest of it`() async throws {
    let server = LoopbackServer { request in
      request.target == "/tokeninfo"
        ? .reply(200, body: #"{"email": "ann@acme.example", "azp": "x"}"#)
        : .reply(200, body: #"{"access_token": "t\#(request.number)", "expires_in": "60", "refresh_token": "next"}"#)
    }
    defer { server.stop() }
    let clock = ScriptedClock()
    let credentials = try credentials(
      #"{"type": "authorized_user", "client_id": "c", "client_secret": "s", "refresh_token": "first"}"#,
      ["CLOUDSDK_AUTH_TOKEN_HOST": server.url("/token")], clock: clock.clock)
    #expect(try await bearer(credentials) == "Bearer t1")
    #expect(await credentials.identity() == "ann@acme.example")
    clock.advance(by: .seconds(31))
    #expect(try await bearer(credentials) == "Bearer t3")
    let forms = server.requests.map { FormText.pairs($0.body) }
    #expect(
      forms == [
        ["grant_type": "refresh_token", "refresh_token": "first", "client_id": "c", "client_secret": "s"],
        ["access_token": "t1"],
        ["grant_type": "refresh_token", "refresh_token": "next", "client_id": "c", "client_secret": "s"],
      ])
  }

  @Test func `somebody of a workforce pool proves the client in the head`() async throws {
    let server = LoopbackServer { _ in Self.token("t") }
    defer { server.stop() }
    let credentials = try credentials(
      #"{"type": "external_account_authorized_user", "client_id": "c", "client_secret": "s", "refresh_token": "r", "token_url": "\#(server.url("/oauthtoken"))"}"#
    )
    #expect(try await bearer(credentials) == "Bearer t")
    let request = try #require(server.requests.first)
    #expect(request.fields["authorization"] == "Basic \(Base64.encode(Array("c:s".utf8)))")
    #expect(FormText.pairs(request.body) == ["grant_type": "refresh_token", "refresh_token": "r"])
    #expect(await credentials.identity() == nil)
  }

  // MARK: Tokens of others

  @Test func `a token of the environment serves as it is, and a file of one is read again`() async throws {
    let server = LoopbackServer { _ in .reply(400, body: "{}") }
    defer { server.stop() }
    let given = try credentials(
      "{}", ["CLOUDSDK_AUTH_ACCESS_TOKEN": "abc", "CLOUDSDK_AUTH_TOKEN_HOST": server.url("/token")])
    #expect(try await bearer(given) == "Bearer abc")
    // Nobody says whose it is, and nothing fails for that.
    #expect(await given.identity() == nil)
    folder.write("token", "one\n")
    let clock = ScriptedClock()
    let kept = try credentials("{}", ["CLOUDSDK_AUTH_ACCESS_TOKEN_FILE": folder.file("token")], clock: clock.clock)
    #expect(try await bearer(kept) == "Bearer one")
    folder.write("token", "two\n")
    #expect(try await bearer(kept) == "Bearer one")
    clock.advance(by: .seconds(600))
    #expect(try await bearer(kept) == "Bearer two")
    folder.write("token", "two words")
    clock.advance(by: .seconds(600))
    let failure = try await failure(kept)
    #expect(failure.failure.message.hasSuffix("it holds something else than one token"))
  }
}
