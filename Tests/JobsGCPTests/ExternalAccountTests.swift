import JobsCloud
import JobsCore
import JobsNet
import Synchronization
import TestSupport
import Testing

@testable import JobsGCP

/// Identities of others, against servers on this host.
@Suite struct ExternalAccountTests {
  private let folder = TemporaryFolder()
  private let transport: CurlTransport

  init() throws { transport = try CurlTransport() }

  private func file(_ server: LoopbackServer, _ source: String, more: String = "") -> String {
    #"""
    {"type": "external_account", "audience": "//iam.googleapis.com/locations/global/workforcePools/p/providers/x",
     "subject_token_type": "urn:ietf:params:oauth:token-type:jwt", "token_url": "\#(server.url("/sts"))",
     "credential_source": \#(source)\#(more)}
    """#
  }

  private func credentials(
    _ file: String, _ more: [String: String] = [:], clock: CallClock = .system, impersonating: [String] = [],
    run: CredentialProgramRunner? = nil
  ) throws -> GoogleCredentials {
    folder.write("c.json", file)
    let environment = ["GOOGLE_APPLICATION_CREDENTIALS": folder.file("c.json")].merging(more) { $1 }
    return try GoogleCredentials(
      environment: environment, impersonating: impersonating, transport: transport,
      endpoints: try GoogleEndpoints(environment: environment), budget: RetryBudget(), clock: clock, runProgram: run)
  }

  private func token(_ credentials: GoogleCredentials) async throws -> String {
    try await credentials.tokens.current().credentials.secret.text
  }

  private static let federated = LoopbackServer.Answer.reply(
    200, body: #"{"access_token": "federated", "expires_in": 3600, "issued_token_type": "x"}"#)

  @Test(
    arguments: [
      (#"{"file": "FOLDER/subject"}"#, "subject-token\n"),
      (#"{"file": "FOLDER/subject", "format": {"type": "text"}}"#, "  subject-token"),
      (
        #"{"file": "FOLDER/subject", "format": {"type": "json", "subject_token_field_name": "a b"}}"#,
        #"{"x": 1, "a b": "subject-token"}"#
      ),
    ]) func `a token in a file is exchanged`(source: String, content: String) async throws
  {
    let server = LoopbackServer { _ in Self.federated }
    defer { server.stop() }
    folder.write("subject", content)
    let credentials = try credentials(file(server, source.replacing("FOLDER", with: folder.path)))
    #expect(try await token(credentials) == "federated")
    #expect(
      FormText.pairs(try #require(server.requests.first).body) == [
        "grant_type": "urn:ietf:params:oauth:grant-type:token-exchange",
        "audience": "//iam.googleapis.com/locations/global/workforcePools/p/providers/x",
        "scope": "https://www.googleapis.com/auth/cloud-platform",
        "requested_token_type": "urn:ietf:params:oauth:token-type:access_token", "subject_token": "subject-token",
        "subject_token_type": "urn:ietf:params:oauth:token-type:jwt",
      ])
    #expect(await credentials.identity() == nil)
  }

  @Test(
    arguments: [
      (nil, "no such file or directory"), ("", "it holds something else than one token"),
      ("hunter2 hunter2", "it holds something else than one token"),
    ] as [(String?, String)])
  func `a file without a token is told, and nothing is sent`(content: String?, why: String) async throws {
    let server = LoopbackServer { _ in Self.federated }
    defer { server.stop() }
    if let content { folder.write("subject", content) }
    let credentials = try credentials(file(server, #"{"file": "\#(folder.file("subject"))"}"#))
    let failure = await #expect(throws: CloudFailure.self) { try await token(credentials) }
    #expect(
      failure?.failure.message == "cannot read the token to exchange from '\(folder.file("subject"))': \(why)")
    #expect(server.requests.isEmpty)
  }

  @Test func `a token behind an address is fetched with the fields that are wanted`() async throws {
    let server = LoopbackServer {
      $0.target == "/oidc?a=b" ? .reply(200, body: #"{"value": "subject-token"}"#) : Self.federated
    }
    defer { server.stop() }
    let source =
      #"{"url": "\#(server.url("/oidc?a=b"))", "headers": {"X-One": "1", "Authorization": "bearer request"}, "format": {"type": "json", "subject_token_field_name": "value"}}"#
    let credentials = try credentials(
      file(server, source, more: #", "client_id": "c", "client_secret": "s", "workforce_pool_user_project": "p""#))
    #expect(try await token(credentials) == "federated")
    let (first, second) = (try #require(server.requests.first), try #require(server.requests.last))
    #expect(first.method == "GET" && first.fields["x-one"] == "1" && first.fields["authorization"] == "bearer request")
    #expect(second.fields["authorization"] == "Basic \(Base64.encode(Array("c:s".utf8)))")
    let form = FormText.pairs(second.body)
    #expect(form["subject_token"] == "subject-token" && form["options"] == nil)
  }

  @Test func `without a client the project that pays is named in the exchange`() async throws {
    let server = LoopbackServer { _ in Self.federated }
    defer { server.stop() }
    folder.write("subject", "x")
    let credentials = try credentials(
      file(server, #"{"file": "\#(folder.file("subject"))"}"#, more: #", "workforce_pool_user_project": "p""#))
    _ = try await token(credentials)
    let options = FormText.pairs(try #require(server.requests.first).body)["options"]
    #expect(options.map { FormText.decoded($0[...]) } == #"{"userProject":"p"}"#)
  }

  // MARK: Programs

  private let program =
    #"{"executable": {"command": "/bin/token --for  x", "timeout_millis": 7000, "output_file": "FOLDER/kept"}}"#

  private func answer(_ end: Int?, token: String = "printed") -> String {
    #"{"version": 1, "success": true, "token_type": "urn:ietf:params:oauth:token-type:id_token", "id_token": "\#(token)"\#(end.map { #", "expiration_time": \#($0)"# } ?? "")}"#
  }

  @Test func `a program is run only where that is allowed`() async throws {
    let server = LoopbackServer { _ in Self.federated }
    defer { server.stop() }
    let ran = Mutex(0)
    let run: CredentialProgramRunner = { _, _, _ in
      ran.withLock { $0 += 1 }
      return .success([])
    }
    let source = file(server, program.replacing("FOLDER", with: folder.path))
    for environment in [[:], ["GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES": "true"]] {
      let credentials = try credentials(source, environment, run: run)
      let failure = await #expect(throws: CloudFailure.self) { try await token(credentials) }
      #expect(failure?.failure.hint?.contains("GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES=1") == true)
    }
    #expect(ran.withLock { $0 } == 0 && server.requests.isEmpty)
  }

  @Test func `a program hears what is wanted, and what it printed is exchanged`() async throws {
    let server = LoopbackServer { _ in Self.federated }
    defer { server.stop() }
    let heard = Mutex<([String], [String: String], Duration)?>(nil)
    let text = answer(nil)
    let credentials = try credentials(
      file(server, program.replacing("FOLDER", with: folder.path)),
      ["GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES": "1", "PATH": "/bin"]
    ) { words, environment, timeout in
      heard.withLock { $0 = (words, environment, timeout) }
      return .success(Array(text.utf8))
    }
    #expect(try await token(credentials) == "federated")
    #expect(FormText.pairs(try #require(server.requests.first).body)["subject_token"] == "printed")
    let (words, environment, timeout) = try #require(heard.withLock { $0 })
    #expect(words == ["/bin/token", "--for", "x"] && timeout == .seconds(7) && environment["PATH"] == "/bin")
    #expect(environment["GOOGLE_EXTERNAL_ACCOUNT_TOKEN_TYPE"] == "urn:ietf:params:oauth:token-type:jwt")
    #expect(environment["GOOGLE_EXTERNAL_ACCOUNT_INTERACTIVE"] == "0")
    #expect(environment["GOOGLE_EXTERNAL_ACCOUNT_OUTPUT_FILE"] == folder.file("kept"))
    #expect(environment["GOOGLE_EXTERNAL_ACCOUNT_IMPERSONATED_EMAIL"] == nil)
  }

  @Test(arguments: [(1_800_000_001, "kept"), (1_800_000_000, "printed"), (nil, "printed")] as [(Int?, String)])
  func `what it kept serves for as long as it says`(end: Int?, expected: String) async throws {
    let server = LoopbackServer { _ in Self.federated }
    defer { server.stop() }
    folder.write("kept", answer(end, token: "kept"))
    let text = answer(nil)
    let credentials = try credentials(
      file(server, program.replacing("FOLDER", with: folder.path)), ["GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES": "1"],
      clock: ScriptedClock().clock
    ) { _, _, _ in .success(Array(text.utf8)) }
    _ = try await token(credentials)
    #expect(FormText.pairs(try #require(server.requests.first).body)["subject_token"] == expected)
  }

  @Test(
    arguments: [
      ("", "what it printed is not what such a program prints"),
      ("{}", "what it printed is not what such a program prints"),
      (#"{"version": 2, "success": true}"#, "it speaks version 2, and version 1 is known"),
      (
        #"{"version": 1, "success": false, "code": "401", "message": "Caller not signed in."}"#,
        "it says 'caller not signed in' (401)"
      ),
      (#"{"version": 1, "success": true, "token_type": "x"}"#, "'id_token' is missing in what it printed"),
      (
        #"{"version": 1, "success": true, "token_type": "urn:ietf:params:oauth:token-type:saml2", "id_token": "x"}"#,
        "'saml_response' is missing in what it printed"
      ),
      (
        #"{"version": 1, "success": true, "token_type": "jwt", "id_token": "x", "expiration_time": 1}"#,
        "the token that it printed has ended"
      ),
    ]) func `a program that gives no token is quoted in our words`(printed: String, why: String) async throws
  {
    let server = LoopbackServer { _ in Self.federated }
    defer { server.stop() }
    let credentials = try credentials(
      file(server, program.replacing("FOLDER", with: folder.path)), ["GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES": "1"]
    ) { _, _, _ in .success(Array(printed.utf8)) }
    let failure = await #expect(throws: CloudFailure.self) { try await token(credentials) }
    #expect(failure?.failure.message == "cannot get the token to exchange from '/bin/token': \(why)")
    #expect(server.requests.isEmpty)
  }

  // MARK: Impersonation

  @Test func `an exchanged identity acts as a service account`() async throws {
    let server = LoopbackServer { request in
      request.target == "/sts"
        ? Self.federated : .reply(200, body: #"{"accessToken": "acting", "expireTime": "2099-01-01T00:00:00Z"}"#)
    }
    defer { server.stop() }
    folder.write("subject", "x")
    let url = server.url("/v1/projects/-/serviceAccounts/t@p.example:generateAccessToken")
    let credentials = try credentials(
      file(
        server, #"{"file": "\#(folder.file("subject"))"}"#,
        more:
          #", "service_account_impersonation_url": "\#(url)", "service_account_impersonation": {"token_lifetime_seconds": 7200}"#
      ))
    #expect(try await token(credentials) == "acting")
    let request = try #require(server.requests.last)
    #expect(request.target == "/v1/projects/-/serviceAccounts/t@p.example:generateAccessToken")
    #expect(request.fields["authorization"] == "Bearer federated")
    #expect(request.body == #"{"scope":["https://www.googleapis.com/auth/cloud-platform"],"lifetime":"7200s"}"#)
    #expect(await credentials.identity() == "t@p.example")
  }
}
