import Glibc
import JobsCloud
import JobsCore
import JobsNet
import TestSupport
import Testing

@testable import JobsGCP

/// Each kind of credentials against the double of Google's services, which checks signatures and tokens.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
struct GoogleDoubleCredentialsTests {
  private let folder = TemporaryFolder()
  private let transport: CurlTransport

  init() throws { transport = try CurlTransport() }

  enum Way: String, CaseIterable, Sendable {
    case key, acting, machine, federated
  }

  /// What a user would have set, and who acts then.
  private func environment(_ way: Way, _ double: RunningDouble) -> (variables: [String: String], identity: String?) {
    var variables = double.environment.filter { $0.key.hasPrefix("CLOUDSDK_") }
    switch way {
    case .key, .acting: variables["GOOGLE_APPLICATION_CREDENTIALS"] = double.credentials
    case .machine: variables["GCE_METADATA_HOST"] = "127.0.0.1:\(double.port("metadata"))"
    case .federated:
      folder.write("subject", "a.b.c")
      folder.write(
        "external.json",
        #"""
        {"type": "external_account", "audience": "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/x",
         "subject_token_type": "urn:ietf:params:oauth:token-type:jwt", "token_url": "\#(double.url("sts"))v1/token",
         "credential_source": {"file": "\#(folder.file("subject"))"}}
        """#)
      variables["GOOGLE_APPLICATION_CREDENTIALS"] = folder.file("external.json")
    }
    if way == .acting { variables["CLOUDSDK_AUTH_IMPERSONATE_SERVICE_ACCOUNT"] = "d@p.example,t@p.example" }
    return (variables, way == .acting ? "t@p.example" : nil)
  }

  @Test(arguments: Way.allCases)
  func `every kind of credentials is taken, and renewed when its token ends early`(way: Way) async throws {
    let double = try #require(RunningDouble(apis: ["run", "iamcredentials", "sts"]))
    let (variables, identity) = environment(way, double)
    let endpoints = try GoogleEndpoints(environment: variables)
    let credentials = try GoogleCredentials(
      environment: variables, transport: transport, endpoints: endpoints, budget: RetryBudget())
    let client = GoogleClient(transport, signer: credentials.signer, endpoints: endpoints, budget: RetryBudget())
    func list() async throws {
      try await client.list(
        "list jobs", .run, "v2/projects/acme/locations/europe-west1/jobs", key: "jobs", pageSize: 10
      ) { _, _ in }
    }
    try await list()
    try await list()
    #expect(client.tally.counts.renewals == 0)
    double.expireTokens()
    try await list()
    #expect(client.tally.counts.renewals == 1 && client.tally.counts.requests == 4)
    #expect(double.count("run.projects.locations.jobs.list") == 4)
    if let identity { #expect(await credentials.identity() == identity) }
  }

  @Test func `a key that the service does not know is refused in its words`() async throws {
    let double = try #require(RunningDouble(apis: ["run"]))
    let bytes = try FileBytes.read(double.credentials, limit: 1 << 20)
    let text = String(decoding: bytes, as: UTF8.self)
    folder.write("key.json", text.replacing("\"private_key_id\"", with: "\"old_key_id\""))
    let credentials = try GoogleCredentials(
      environment: ["GOOGLE_APPLICATION_CREDENTIALS": folder.file("key.json")], transport: transport,
      endpoints: try GoogleEndpoints(environment: [:]), budget: RetryBudget())
    let failure = await #expect(throws: CloudFailure.self) { try await credentials.tokens.current() }
    #expect(failure?.cause == .credentials && failure?.fault.why.contains("(invalid_grant)") == true)
  }
}
