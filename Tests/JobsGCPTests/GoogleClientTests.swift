import JobsCloud
import JobsCore
import JobsGCP
import Synchronization
import TestSupport
import Testing

@Suite struct GoogleClientTests {
  private struct Token: RequestSigner {
    func sign(_ request: HTTPRequest) async throws(CloudFailure) -> (request: HTTPRequest, generation: Int) {
      var request = request
      request.fields.append(HTTPField("Authorization", "Bearer t"))
      return (request, 0)
    }
    func discard(generation: Int) {}
  }

  private let clock = ScriptedClock()

  private func client(
    _ transport: ScriptedTransport, environment: [String: String] = [:], quotaProject: String? = nil
  ) throws -> GoogleClient {
    GoogleClient(
      transport, signer: Token(), identity: "ci@acme.iam.gserviceaccount.com",
      endpoints: try GoogleEndpoints(environment: environment), quotaProject: quotaProject, budget: RetryBudget(),
      clock: clock.clock)
  }

  private func answer(_ text: String, status: Int = 200) -> HTTPResponse {
    HTTPResponse(status: status, body: Array(text.utf8))
  }

  @Test func `a call is JSON at the address of its service, signed`() async throws {
    let transport = ScriptedTransport([answer(#"{"name": "x"}"#)])
    let tree = try await client(transport, quotaProject: "payer").call(
      "create job 'x'", .post, .run, "v2/projects/acme/locations/eu/jobs", query: [("jobId", "a b&c")],
      body: Array("{}".utf8))
    #expect(tree.value(Tree.root, "name").map(tree.string) == "x")
    let request = try #require(transport.requests.first)
    #expect(request.address.text == "https://run.googleapis.com/v2/projects/acme/locations/eu/jobs?jobId=a%20b%26c")
    #expect(request.method == .post && request.body == Array("{}".utf8) && !request.isIdempotent)
    let fields = Dictionary(request.fields.map { ($0.name, $0.value) }) { first, _ in first }
    #expect(
      fields == [
        "Authorization": "Bearer t", "Accept": "application/json", "Content-Type": "application/json",
        "x-goog-user-project": "payer",
      ])
  }

  @Test func `a call without a body says nothing of one, and may be said to be idempotent`() async throws {
    let transport = ScriptedTransport([answer("")])
    let tree = try await client(transport).call("pause", .post, .scheduler, "v1/a:pause", isIdempotent: true)
    #expect(tree.kind(Tree.root) == .mapping && tree.count(Tree.root) == 0)
    let request = try #require(transport.requests.first)
    #expect(request.isIdempotent && request.fields.map(\.name) == ["Accept", "Authorization"])
    #expect(request.address.text == "https://cloudscheduler.googleapis.com/v1/a:pause")
  }

  @Test(
    arguments: [
      ("v1/a b", "v1/a%20b"), ("v1/ä", "v1/%C3%A4"), ("v1/a?b=c#d", "v1/a%3Fb%3Dc%23d"), ("v1/a%2Fb", "v1/a%2Fb"),
      ("v1/a%41", "v1/a%2541"),
      ("v1/x@y.z:go", "v1/x%40y.z:go"),
    ]) func `a name stays a name in a path`(path: String, sent: String) async throws
  {
    let transport = ScriptedTransport(status: 200)
    _ = try await client(transport).call("read", .get, .run, path)
    #expect(transport.requests.first?.address.text == "https://run.googleapis.com/\(sent)")
  }

  @Test(arguments: ["v1/../x", "v1/./x", "v1//x", "", "v1/x/", "v1/x/.."])
  func `a path that leads elsewhere is not sent`(path: String) async throws {
    let transport = ScriptedTransport(status: 200)
    let client = try client(transport)
    let failure = await #expect(throws: CloudFailure.self) { try await client.call("read", .get, .run, path) }
    #expect(failure?.cause == .invalid([]) && transport.requests.isEmpty)
  }

  @Test(arguments: ["[]", "x", "\"text\"", "{", "{} {}", "<html>"])
  func `an answer that is no JSON object is told as such`(body: String) async throws {
    let client = try client(ScriptedTransport([answer(body)]))
    let failure = await #expect(throws: CloudFailure.self) { try await client.call("read job 'x'", .get, .run, "v2/x") }
    #expect(failure?.cause == .strangeAnswer)
    #expect(failure?.failure.message.hasPrefix("cannot read job 'x': the answer is no JSON") == true)
  }

  @Test func `endpoints that users name are called, and an emulator is told no token`() async throws {
    let transport = ScriptedTransport(status: 200)
    let client = try client(
      transport,
      environment: [
        "CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN": "http://127.0.0.1:8085/base", "PUBSUB_EMULATOR_HOST": "pubsub:8085",
      ])
    _ = try await client.call("read", .get, .run, "v2/x")
    _ = try await client.call("read", .get, .pubsub, "v1/x")
    _ = try await client.call("read", .get, .iam, "v1/x")
    #expect(
      transport.requests.map(\.address.text) == [
        "http://127.0.0.1:8085/base/v2/x", "http://pubsub:8085/v1/x", "https://iam.googleapis.com/v1/x",
      ])
    #expect(transport.requests.map { $0.fields.contains { $0.name == "Authorization" } } == [true, false, true])
  }

  @Test func `a list is read to its end, whatever the pages hold`() async throws {
    let transport = ScriptedTransport([
      answer(#"{"jobs": [{"name": "a"}, {"name": "b"}], "nextPageToken": "p&2"}"#),
      answer(#"{"nextPageToken": "p3"}"#),
      answer(#"{"jobs": [{"name": "c"}], "nextPageToken": ""}"#),
    ])
    var names: [String] = []
    try await client(transport).list("list jobs", .run, "v2/jobs", key: "jobs", pageSize: 100) { tree, node in
      names += tree.value(node, "name").map { [tree.string($0)] } ?? []
    }
    #expect(names == ["a", "b", "c"])
    let base = "https://run.googleapis.com/v2/jobs?pageSize=100&prettyPrint=false"
    #expect(transport.requests.map(\.address.text) == [base, "\(base)&pageToken=p%262", "\(base)&pageToken=p3"])
  }

  @Test func `an operation that is done already is not asked for`() async throws {
    let transport = ScriptedTransport(status: 500)
    var tree = Tree(source: Array(#"{"name": "operations/1", "done": true, "response": {"a": 1}}"#.utf8))
    try JSONReader.parse(&tree, in: 0..<tree.source.count)
    let end = try await client(transport).finish("create job 'x'", .run, version: "v2", tree)
    #expect(end.value(Tree.root, path: "response", "a").flatMap(end.int) == 1 && transport.requests.isEmpty)
  }

  private func operation(_ text: String) throws -> Tree {
    var tree = Tree(source: Array(text.utf8))
    try JSONReader.parse(&tree, in: 0..<tree.source.count)
    return tree
  }

  @Test func `an operation is asked for until it is done`() async throws {
    let name = "projects/p/locations/l/operations/1"
    let transport = ScriptedTransport([
      answer(#"{"name": "\#(name)"}"#), answer("later", status: 503),
      answer(#"{"name": "\#(name)", "done": false}"#), answer(#"{"name": "\#(name)", "done": true}"#),
    ])
    try await client(transport).finish("create job 'x'", .run, version: "v2", try operation(#"{"name": "\#(name)"}"#))
    #expect(transport.requests.count == 4)
    #expect(transport.requests[0].address.text == "https://run.googleapis.com/v2/\(name)?prettyPrint=false")
  }

  @Test func `an operation that takes long is spoken of from ten seconds on`() async throws {
    let running = (0..<6).map { _ in answer(#"{"name": "o/1"}"#) }
    let told = Mutex<[String]>([])
    var client = try client(ScriptedTransport(running + [answer(#"{"name": "o/1", "done": true}"#)]))
    client.onWait = { words, past in told.withLock { $0.append("\(words): \(past.words)") } }
    try await client.finish("create job 'x'", .run, version: "v2", try operation(#"{"name": "o/1"}"#))
    let words = told.withLock { $0 }
    #expect(words.count == 2 && words[0] == "create job 'x': 13 s", "\(words)")
  }

  @Test func `an operation's fault is in the words of the call`() async throws {
    let text =
      #"{"name": "o/1", "done": true, "error": {"code": 7, "message": "Permission 'iam.serviceAccounts.actAs' denied on service account x@y.iam.gserviceaccount.com"}}"#
    let client = try client(ScriptedTransport(status: 200))
    let operation = try operation(text)
    let failure = await #expect(throws: CloudFailure.self) {
      try await client.finish("create job 'x'", .run, version: "v2", operation)
    }
    #expect(failure?.cause == .missingPermission("iam.serviceAccounts.actAs"))
    #expect(failure?.failure.message == "cannot create job 'x': permission 'iam.serviceAccounts.actAs' is missing")
    #expect(failure?.failure.hint == "grant roles/iam.serviceAccountUser to 'ci@acme.iam.gserviceaccount.com'")
  }

  @Test func `a lost operation, and an answer that is none, leave the call in doubt`() async throws {
    let lost = try client(ScriptedTransport([answer(#"{"error": {"code": 404, "status": "NOT_FOUND"}}"#, status: 404)]))
    let running = try operation(#"{"name": "o/1"}"#)
    let failure = await #expect(throws: CloudFailure.self) {
      try await lost.finish("create job 'x'", .run, version: "v2", running)
    }
    #expect(failure?.cause == .notFound && failure?.mayBeDone == true)
    let strange = try operation("{}")
    let other = await #expect(throws: CloudFailure.self) {
      try await lost.finish("create job 'x'", .run, version: "v2", strange)
    }
    #expect(other?.cause == .strangeAnswer && other?.mayBeDone == true)
  }

  @Test func `a failure names call, permission, role and who needs it`() async throws {
    let body =
      #"{"error": {"code": 403, "message": "Permission 'run.jobs.get' denied on resource 'x' (or it may not exist).", "status": "PERMISSION_DENIED"}}"#
    let client = try client(ScriptedTransport([answer(body, status: 403)]))
    let failure = await #expect(throws: CloudFailure.self) {
      try await client.call("read job 'nightly-report' in 'europe-west1'", .get, .run, "v2/x")
    }
    #expect(
      failure?.failure.description == """
        cannot read job 'nightly-report' in 'europe-west1': permission 'run.jobs.get' is missing
        hint: grant roles/run.viewer to 'ci@acme.iam.gserviceaccount.com'
        """)
  }

  @Test func `a question that is asked by POST is asked again, and leaves nothing in doubt`() async throws {
    let transport = ScriptedTransport([answer("", status: 503)])
    let client = try client(transport)
    let failure = await #expect(throws: CloudFailure.self) {
      try await client.call("test permissions", .post, .resources, "v3/projects/a:testIamPermissions", isQuestion: true)
    }
    #expect(transport.requests.count > 1 && failure?.mayBeDone == false)
    let other = await #expect(throws: CloudFailure.self) { try await client.call("run", .post, .run, "v2/a:run") }
    #expect(other?.mayBeDone == true && other?.attempts == 1)
  }

  @Test func `no more calls than need be: RetryInfo is honoured`() async throws {
    let body =
      #"{"error": {"code": 503, "message": "Try again.", "status": "UNAVAILABLE", "details": [{"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "2.5s"}]}}"#
    let transport = ScriptedTransport([answer(body, status: 503), answer("{}")])
    _ = try await client(transport).call("pause", .post, .scheduler, "v1/a:pause")
    #expect(clock.waits == [.milliseconds(3500)])
  }
}
