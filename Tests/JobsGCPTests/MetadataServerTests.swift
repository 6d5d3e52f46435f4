import JobsCloud
import JobsCore
import JobsNet
import TestSupport
import Testing

@testable import JobsGCP

@Suite struct MetadataServerTests {
  private let transport: CurlTransport

  init() throws { transport = try CurlTransport() }

  private func credentials(_ environment: [String: String], clock: CallClock = .system) throws -> GoogleCredentials {
    try GoogleCredentials(
      environment: environment, transport: transport, endpoints: try GoogleEndpoints(environment: [:]),
      budget: RetryBudget(), clock: clock)
  }

  private static let flavor = "Metadata-Flavor: Google"

  private static func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Answer {
    guard request.fields["metadata-flavor"] == "Google" else { return .reply(403) }
    let account = "/computeMetadata/v1/instance/service-accounts/default"
    if request.target.hasPrefix("\(account)/token") {
      return .reply(200, fields: [flavor], body: #"{"access_token": "machine", "expires_in": 1000}"#)
    }
    if request.target == "\(account)/email" { return .reply(200, fields: [flavor], body: "vm@acme.example\n") }
    return request.target == "/" ? .reply(200, fields: [flavor], body: "computeMetadata/") : .reply(404)
  }

  @Test(arguments: ["GCE_METADATA_HOST", "GCE_METADATA_ROOT"])
  func `a machine has its token and email from a server that is named, without looking first`(name: String) async throws
  {
    let server = LoopbackServer(answer: Self.answer)
    defer { server.stop() }
    let credentials = try credentials([name: "127.0.0.1:\(server.port)"])
    #expect(try await credentials.tokens.current().credentials.secret.text == "machine")
    #expect(await credentials.identity() == "vm@acme.example")
    #expect(
      server.requests.map(\.target) == [
        "/computeMetadata/v1/instance/service-accounts/default/token"
          + "?scopes=https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fcloud-platform",
        "/computeMetadata/v1/instance/service-accounts/default/email",
      ])
  }

  @Test func `a server that nobody names is looked for by its number`() async throws {
    let server = LoopbackServer { _ in .reply(200, body: "a router's page") }
    defer { server.stop() }
    let credentials = try credentials(["GCE_METADATA_IP": "127.0.0.1:\(server.port)"])
    let failure = await #expect(throws: CloudFailure.self) { try await credentials.tokens.current() }
    #expect(server.requests.map(\.target) == ["/"])
    #expect(
      failure?.failure.message
        == "cannot find credentials of Google Cloud: GOOGLE_APPLICATION_CREDENTIALS is not set, nobody has signed in, "
        + "and no metadata server answers")
    #expect(failure?.failure.hint?.hasPrefix("run 'gcloud auth application-default login'") == true)
    #expect(await credentials.identity() == nil)
  }

  @Test func `where none answers it is looked for a few times, and no longer`() async throws {
    let gone = LoopbackServer { _ in .reply(200) }
    gone.stop()
    let clock = ScriptedClock()
    let credentials = try credentials(
      ["GCE_METADATA_IP": "127.0.0.1:\(gone.port)", "GCE_METADATA_DETECT_RETRIES": "2"], clock: clock.clock)
    let failure = await #expect(throws: CloudFailure.self) { try await credentials.tokens.current() }
    #expect(failure?.cause == .credentials && clock.waits.count == 1)
  }

  @Test func `an answer without the mark is none, and a server in trouble is asked again`() async throws {
    let server = LoopbackServer { request in
      request.number == 1
        ? .reply(503) : .reply(200, body: #"{"access_token": "stolen", "expires_in": 1000}"#)
    }
    defer { server.stop() }
    let clock = ScriptedClock()
    let credentials = try credentials(["GCE_METADATA_HOST": "127.0.0.1:\(server.port)"], clock: clock.clock)
    let failure = await #expect(throws: CloudFailure.self) { try await credentials.tokens.current() }
    #expect(failure?.fault.why == "what answers is no metadata server" && server.requests.count == 2)
  }

  @Test func `a machine without a service account is told so`() async throws {
    let server = LoopbackServer { _ in .reply(404, fields: [Self.flavor]) }
    defer { server.stop() }
    let credentials = try credentials(["GCE_METADATA_HOST": "127.0.0.1:\(server.port)"])
    let failure = await #expect(throws: CloudFailure.self) { try await credentials.tokens.current() }
    #expect(
      failure?.failure.message
        == "cannot get a token from the metadata server: the metadata server answers with status 404")
  }

  @Test(
    arguments: [
      ([:], "http://metadata.google.internal/", "http://169.254.169.254/", 3, 3),
      (["GCE_METADATA_HOST": "h:1", "GCE_METADATA_ROOT": "r", "GCE_METADATA_IP": "1.2.3.4"], "http://h:1/", nil, 3, 3),
      (["GCE_METADATA_HOST": "", "GCE_METADATA_ROOT": "r"], "http://r/", nil, 3, 3),
      (
        ["GCE_METADATA_IP": "1.2.3.4:5", "GCE_METADATA_TIMEOUT": "9", "GCE_METADATA_DETECT_RETRIES": "1"],
        "http://metadata.google.internal/", "http://1.2.3.4:5/", 9, 1
      ),
      (
        ["GCE_METADATA_TIMEOUT": "x", "GCE_METADATA_DETECT_RETRIES": "-4"], "http://metadata.google.internal/",
        "http://169.254.169.254/", 3, 1
      ),
    ] as [([String: String], String, String?, Int, Int)])
  func `variables move the server`(
    environment: [String: String], root: String, probe: String?, timeout: Int, attempts: Int
  ) throws {
    let server = try MetadataServer(environment: environment)
    #expect(server.root.text == root && server.probe?.text == probe)
    #expect(server.timeout == .seconds(timeout) && server.attempts == attempts)
  }

  @Test func `no proxy stands between, which would answer for its own host`() throws {
    let server = try MetadataServer(environment: [:])
    #expect(try server.request("x").isDirect && server.probeRequest(server.root).isDirect)
  }

  @Test func `a variable that names no host is refused`() {
    for name in ["GCE_METADATA_HOST", "GCE_METADATA_IP"] {
      let failure = #expect(throws: Failure.self) { try MetadataServer(environment: [name: "a b"]) }
      #expect(failure?.exitStatus == .usage)
    }
  }
}
