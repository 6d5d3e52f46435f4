import JobsCloud
import JobsCore
import JobsNet
import TestSupport
import Testing

@testable import JobsGCP

/// What is read of Google's catalogue, inventory and advice, page by page, on the double.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)")) struct GoogleReadingTests {
  private let double: RunningDouble
  private let client: GoogleClient

  init() throws {
    double = try #require(RunningDouble(apis: ["cloudbilling", "cloudasset", "recommender", "secretmanager"]))
    let token = double.token()
    client = GoogleClient(
      try CurlTransport(), signer: BearerSigner(CredentialCache { AccessToken(token, expiry: nil) }),
      endpoints: try GoogleEndpoints(environment: double.environment), budget: RetryBudget())
    // Two on a page, and the first is empty though there is more.
    #expect(double.set(#"{"pageLimit":2,"emptyPages":true}"#))
  }

  private func put(_ api: String, _ name: String, _ json: String) { #expect(double.putState(api, name, json)) }

  @Test func `all pages of services and their prices are read`() async throws {
    put("cloudbilling", "services/R", #"{"serviceId":"R","displayName":"Cloud Run"}"#)
    for number in 1...5 {
      put(
        "cloudbilling", "services/R/skus/S\(number)",
        """
        {"skuId":"S\(number)","pricingInfo":[{"pricingExpression":{"usageUnit":"s",
        "tieredRates":[{"unitPrice":{"currencyCode":"USD","nanos":\(number)}}]}}]}
        """)
    }
    let catalog = BillingCatalogService(client)
    #expect(try await catalog.services() == [.init(id: "R", name: "Cloud Run")])
    var found: [BillingSKU] = []
    try await catalog.skus(of: "R") { found.append($0) }
    #expect(found.map(\.id) == (1...5).map { "S\($0)" })
    #expect(found.last?.tiers.first?.price == Money(try #require(Decimal("0.000000005")), "USD"))
    #expect(double.count("cloudbilling.services.skus.list") > 3)
  }

  @Test func `a price that cannot be read is a failure, and no price of nothing`() async throws {
    put(
      "cloudbilling", "services/R/skus/S",
      #"{"skuId":"S","pricingInfo":[{"pricingExpression":{"tieredRates":[{"startUsageAmount":3}]}}]}"#)
    let failure = await #expect(throws: CloudFailure.self) {
      try await BillingCatalogService(client).skus(of: "R") { _ in }
    }
    #expect(failure?.cause == .strangeAnswer && failure?.fault.why.contains("'S'") == true)
  }

  private func grant(_ secret: String, _ binding: String) {
    let reply = LoopbackClient(double.port("secretmanager")).send(
      "POST", "/v1/projects/acme/secrets/\(secret):setIamPolicy",
      ["Authorization: Bearer \(double.token())", "Content-Type: application/json"],
      body: #"{"policy":{"version":3,"bindings":[\#(binding)]}}"#)
    #expect(reply.status == 200)
  }

  @Test func `policies and assets are found, with their conditions and their data`() async throws {
    for name in ["a", "b", "c"] {
      put("secretmanager", "projects/acme/secrets/\(name)", #"{"replication":{"automatic":{}}}"#)
      grant(
        name,
        #"{"role":"roles/secretmanager.secretAccessor","members":["user:ann@acme.example"],"#
          + #""condition":{"title":"until","expression":"request.time < timestamp('2027-01-01T00:00:00Z')"}}"#)
    }
    let assets = AssetService(client)
    func texts(_ content: AssetService.Content, _ types: [String]) async throws -> [String] {
      var found: [String] = []
      try await assets.assets(of: "projects/acme", types: types, content) { tree, node in
        var json = JSONWriter()
        json.value(tree, node)
        found.append(String(decoding: json.bytes, as: UTF8.self))
      }
      return found
    }
    let policies = try await texts(.policy, ["secretmanager.googleapis.com/Secret"])
    #expect(policies.count == 3)
    for (name, text) in zip(["a", "b", "c"], policies) {
      #expect(text.contains(#""name":"//secretmanager.googleapis.com/projects/acme/secrets/\#(name)""#))
      #expect(text.contains(#""members":["user:ann@acme.example"]"#) && text.contains("request.time < timestamp"))
    }
    let resources = try await texts(.resource, [])
    #expect(resources.count == 3 && resources[0].contains(#""replication":{"automatic":{}}"#))
    #expect(try await texts(.resource, ["run.googleapis.com/Job"]).isEmpty)
  }

  @Test func `insights are read as long as nobody dismissed them, in whatever form their content is`() async throws {
    let parent = "projects/acme/locations/global/insightTypes/google.iam.policy.Insight/insights"
    for (number, state) in ["ACTIVE", "DISMISSED", "ACTIVE", "ACTIVE"].enumerated() {
      put(
        "recommender", "\(parent)/\(number)",
        """
        {"insightSubtype":"PERMISSIONS_USAGE","severity":"HIGH","category":"SECURITY","stateInfo":{"state":"\(state)"},
        "targetResources":["//x"],"content":{"role":"roles/editor","exercisedPermissions":[{"permission":"run.jobs.run"}]}}
        """)
    }
    var found: [(name: String, content: String)] = []
    try await RecommenderService(client, scope: "projects/acme").insights("google.iam.policy.Insight") { tree, node in
      var json = JSONWriter()
      tree.value(node, "content").map { json.value(tree, $0) }
      found.append((tree.value(node, "name").map(tree.string) ?? "", String(decoding: json.bytes, as: UTF8.self)))
    }
    #expect(found.map { $0.name.suffix(1) } == ["0", "2", "3"])
    #expect(
      found.first?.content == #"{"role":"roles/editor","exercisedPermissions":[{"permission":"run.jobs.run"}]}"#)
  }

  @Test func `what may not be read says which role lets one`() async throws {
    let permission = "recommender.iamPolicyInsights.list"
    #expect(double.set(#"{"denied":["\#(permission)"]}"#))
    let failure = await #expect(throws: CloudFailure.self) {
      try await RecommenderService(client, scope: "projects/acme").insights("google.iam.policy.Insight") { _, _ in }
    }
    #expect(failure?.cause == .missingPermission(permission))
    #expect(failure?.fault.hint?.contains("roles/recommender.iamViewer") == true)
  }
}
