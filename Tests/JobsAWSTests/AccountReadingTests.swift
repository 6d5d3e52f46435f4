import JobsCloud
import JobsCore
import JobsDeploy
import TestSupport
import Testing

@testable import JobsAWS

/// What an account has cost, what AWS asks for, and who changed what: read, and never written.
@Suite struct AccountReadingTests {
  private static func reply(_ json: String) -> HTTPResponse { HTTPResponse(status: 200, body: Array(json.utf8)) }

  private static func text(_ request: HTTPRequest?) -> String {
    request.map { String(decoding: $0.body, as: UTF8.self) } ?? ""
  }

  // MARK: Costs

  private static func explorer(_ transport: ScriptedTransport) throws -> CostExplorer {
    CostExplorer(try ScriptedSession.make(transport).client(.costExplorer, region: CostExplorer.region))
  }

  private static func query() -> CostExplorer.Query {
    var query = CostExplorer.Query(
      from: CivilDate(year: 2026, month: 10, day: 1), to: CivilDate(year: 2026, month: 10, day: 3))
    query.groups = [.dimension("SERVICE"), .tag("team")]
    query.filters = [.tag("managed-by", values: ["jobs-deploy"]), .dimension("REGION", values: ["eu-west-1"])]
    return query
  }

  @Test func `costs are read by day and group, every digit of them, page by page`() async throws {
    let group = { (key: String, amount: String) in
      #"{"Keys":["AWS Lambda","\#(key)"],"Metrics":{"UnblendedCost":{"Amount":"\#(amount)","Unit":"USD"}}}"#
    }
    let period = { (day: Int, groups: String, isEstimated: Bool) in
      #"{"TimePeriod":{"Start":"2026-10-0\#(day)","End":"2026-10-0\#(day + 1)"},"Total":{},"Groups":[\#(groups)],"#
        + #""Estimated":\#(isEstimated)}"#
    }
    let transport = ScriptedTransport([
      Self.reply(
        #"{"ResultsByTime":[\#(period(1, "\(group("team$data", "0.1234567891")),\(group("team$", "-2"))", false))],"#
          + #""NextPageToken":"a"}"#),
      Self.reply(#"{"ResultsByTime":[\#(period(2, group("team$data", "0"), true))]}"#),
    ])
    var costs: [CostExplorer.Cost] = []
    try await Self.explorer(transport).costs(Self.query()) {
      costs += $0
      return true
    }
    #expect(costs.map(\.amount) == [Decimal("0.1234567891"), Decimal("-2"), Decimal.zero])
    #expect(costs.map(\.keys) == [["AWS Lambda", "data"], ["AWS Lambda", ""], ["AWS Lambda", "data"]])
    #expect(costs.map(\.isEstimated) == [false, false, true])
    #expect(costs.first?.unit == "USD" && costs.first?.from.text == "2026-10-01" && costs.last?.to.text == "2026-10-03")
    let first = try #require(transport.requests.first)
    #expect(first.address.text == "https://ce.us-east-1.amazonaws.com/")
    #expect(first.fields.contains(HTTPField("X-Amz-Target", "AWSInsightsIndexService.GetCostAndUsage")))
    #expect(
      Self.text(first)
        == #"{"TimePeriod":{"Start":"2026-10-01","End":"2026-10-03"},"Granularity":"DAILY","Metrics":["UnblendedCost"],"#
        + #""GroupBy":[{"Type":"DIMENSION","Key":"SERVICE"},{"Type":"TAG","Key":"team"}],"#
        + #""Filter":{"And":[{"Tags":{"Key":"managed-by","Values":["jobs-deploy"]}},"#
        + #"{"Dimensions":{"Key":"REGION","Values":["eu-west-1"]}}]}}"#)
    #expect(Self.text(transport.requests.last).contains(#""NextPageToken":"a""#))
  }

  @Test func `without groups the totals are read, and one filter stands alone`() async throws {
    let transport = ScriptedTransport([
      Self.reply(
        #"{"ResultsByTime":[{"TimePeriod":{"Start":"2026-10-01","End":"2026-10-02"},"Groups":[],"#
          + #""Total":{"UnblendedCost":{"Amount":"12.5","Unit":"USD"}}}]}"#)
    ])
    var query = Self.query()
    query.groups = []
    query.filters.removeLast()
    var costs: [CostExplorer.Cost] = []
    try await Self.explorer(transport).costs(query) {
      costs += $0
      return true
    }
    #expect(costs.count == 1 && costs[0].keys.isEmpty && costs[0].amount == Decimal("12.5"))
    #expect(
      Self.text(transport.requests.first)
        .contains(#""Filter":{"Tags":{"Key":"managed-by","Values":["jobs-deploy"]}}}"#))
  }

  @Test func `what Cost Explorer would refuse is not sent, and an amount that is none is a failure`() async throws {
    let transport = ScriptedTransport([
      Self.reply(
        #"{"ResultsByTime":[{"TimePeriod":{"Start":"2026-10-01","End":"2026-10-02"},"#
          + #""Total":{"UnblendedCost":{"Amount":"much","Unit":"USD"}}}]}"#)
    ])
    let explorer = try Self.explorer(transport)
    var long = Self.query()
    long.groups.append(.dimension("REGION"))
    var empty = Self.query()
    empty.to = empty.from
    var nothing = Self.query()
    nothing.metrics = []
    for query in [long, empty, nothing] {
      let failure = await #expect(throws: CloudFailure.self) { try await explorer.costs(query) { _ in true } }
      guard case .invalid = failure?.cause else { return #expect(Bool(false), "\(String(describing: failure))") }
    }
    #expect(transport.requests.isEmpty)
    var total = Self.query()
    total.groups = []
    let failure = await #expect(throws: CloudFailure.self) { try await explorer.costs(total) { _ in true } }
    #expect(failure?.cause == .strangeAnswer)
  }

  /// ministack has no Cost Explorer (ministack 1.5.33).
  @Test(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)))
  func `moto takes what is asked of Cost Explorer`() async throws {
    let client = try await Emulator.moto.session().client(.costExplorer, region: CostExplorer.region)
    var pages = 0
    try await CostExplorer(client).costs(Self.query()) { _ in
      pages += 1
      return true
    }
    #expect(pages == 0)
  }

  // MARK: Prices

  // No emulator has prices (moto 5.2.5, ministack 1.5.33): requests are held against the service's own model.

  @Test func `products are read with their prices, which come as JSON within a string`() async throws {
    let product =
      #"{"product":{"sku":"ABC","productFamily":"Serverless","attributes":{"regionCode":"eu-west-1","usagetype":"EU-Request"}},"#
      + #""terms":{"OnDemand":{"ABC.T":{"effectiveDate":"2026-10-01T00:00:00Z","priceDimensions":{"#
      + #""ABC.T.2":{"rateCode":"ABC.T.2","unit":"Requests","beginRange":"1000","endRange":"Inf","#
      + #""pricePerUnit":{"USD":"0.0000001000"},"description":"more"},"#
      + #""ABC.T.1":{"rateCode":"ABC.T.1","unit":"Requests","beginRange":"0","endRange":"1000","#
      + #""pricePerUnit":{"USD":"0.0000002000"},"description":"first"}}}}}}"#
    var json = JSONWriter()
    json.beginObject()
    json.key("PriceList")
    json.beginArray()
    json.value(product)
    json.value(#"{"product":{"sku":"FREE","attributes":{}}}"#)
    json.endArray()
    json.endObject()
    let transport = ScriptedTransport([HTTPResponse(status: 200, body: json.bytes)])
    let list = PriceList(try ScriptedSession.make(transport).client(.pricing, region: PriceList.region))
    var products: [PriceList.Product] = []
    try await list.products(of: "AWSLambda", with: [("regionCode", "eu-west-1")]) {
      products += $0
      return true
    }
    #expect(products.map(\.sku) == ["ABC", "FREE"] && products[1].prices.isEmpty)
    let prices = products[0].prices
    #expect(prices.map(\.rateCode) == ["ABC.T.1", "ABC.T.2"] && prices.map(\.end) == [Decimal("1000"), nil])
    #expect(prices[0].amount == Decimal("0.0000002") && prices[0].currency == "USD" && prices[0].unit == "Requests")
    #expect(products[0].attributes["usagetype"] == "EU-Request" && prices[0].effective == "2026-10-01T00:00:00Z")
    let request = try #require(transport.requests.first)
    #expect(request.address.text == "https://api.pricing.us-east-1.amazonaws.com/")
    #expect(
      Self.text(request)
        == #"{"ServiceCode":"AWSLambda","FormatVersion":"aws_v1","#
        + #""Filters":[{"Type":"TERM_MATCH","Field":"regionCode","Value":"eu-west-1"}]}"#)
  }

  @Test(
    "a product or a price that is none is a failure",
    arguments: [
      #"{"PriceList":["no JSON"]}"#, #"{"PriceList":["{}"]}"#, #"{"PriceList":[7]}"#,
      #"{"PriceList":[{"product":{"sku":"A"},"terms":{"OnDemand":{"T":{"priceDimensions":{"R":{"pricePerUnit":{"USD":"x"}}}}}}}]}"#,
    ])
  func strangePrices(_ text: String) async throws {
    let list = PriceList(try ScriptedSession.make(ScriptedTransport([Self.reply(text)])).client(.pricing))
    let failure = await #expect(throws: CloudFailure.self) {
      try await list.products(of: "AWSLambda", with: []) { _ in true }
    }
    #expect(failure?.cause == .strangeAnswer)
  }

  // MARK: Events

  @Test func `events are read with who, what and when, and what a caller handed over shows itself to nobody`()
    async throws
  {
    let event =
      #"{"EventId":"e1","EventName":"CreateRole","EventSource":"iam.amazonaws.com","EventTime":1795000000.5,"#
      + #""Username":"alice","ReadOnly":"false","AccessKeyId":"ASIA1","Resources":[{"ResourceType":"AWS::IAM::Role","#
      + #""ResourceName":"report"},{"ResourceType":"AWS::IAM::Policy"}],"CloudTrailEvent":"{\"secret\":\"s3cr3t\"}"}"#
    let transport = ScriptedTransport([
      Self.reply(#"{"Events":[\#(event)],"NextToken":"a"}"#),
      Self.reply(#"{"Events":[{"EventId":"e2","EventName":"RunTask","EventTime":1795000000}]}"#),
    ])
    var query = CloudTrail.Query(from: Instant(seconds: 10), to: Instant(seconds: 20))
    (query.attribute, query.value) = (.eventSource, "iam.amazonaws.com")
    var events: [CloudTrail.Event] = []
    try await CloudTrail(ScriptedSession.make(transport).client(.cloudTrail)).events(query) {
      events += $0
      return true
    }
    #expect(events.map(\.id) == ["e1", "e2"] && events[0].username == "alice" && events[0].isReadOnly == false)
    #expect(events[0].resources == [.init(type: "AWS::IAM::Role", name: "report")])
    #expect(events[0].time == Instant(seconds: 1_795_000_000, nanoseconds: 500_000_000))
    #expect(events[1].username == nil && events[1].isReadOnly == nil && events[1].resources.isEmpty)
    #expect(events[0].detail.text.contains("s3cr3t") && !"\(events[0])".contains("s3cr3t"))
    #expect(
      Self.text(transport.requests.first)
        == #"{"LookupAttributes":[{"AttributeKey":"EventSource","AttributeValue":"iam.amazonaws.com"}],"#
        + #""StartTime":10,"EndTime":20,"MaxResults":50}"#)
  }

  /// moto cannot answer this call (moto 5.2.5).
  @Test(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)))
  func `ministack tells what was done in it`() async throws {
    let session = try await Emulator.ministack.session()
    try await AWSThings(session: session).createCluster("trailed-\(UInt32.random(in: 0 ... .max))")
    var query = CloudTrail.Query(from: Instant.now().adding(seconds: -600))
    (query.attribute, query.value) = (.eventName, "CreateCluster")
    var events: [CloudTrail.Event] = []
    try await CloudTrail(session.client(.cloudTrail)).events(query) {
      events += $0
      return true
    }
    #expect(!events.isEmpty && events.allSatisfy { $0.name == "CreateCluster" && $0.source == "ecs.amazonaws.com" })
  }
}
