import Glibc
import JobsCore
import Testing

@testable import JobsCost

@Suite("Prices that clouds publish")
struct PriceImportTests {
  private static func sku(_ description: String, unit: String = "s", nanos: Int = 19_000, currency: String = "USD")
    -> String
  {
    """
    {"skuId":"9FE0","description":"\(description)","category":{"serviceDisplayName":"Cloud Run","usageType":"OnDemand"},\
    "serviceRegions":["europe-west1"],"pricingInfo":[{"effectiveTime":"2026-09-24T00:00:00Z","pricingExpression":\
    {"usageUnit":"\(unit)","tieredRates":[{"startUsageAmount":0,"unitPrice":{"currencyCode":"\(currency)","units":"0"}},\
    {"startUsageAmount":240000,"unitPrice":{"currencyCode":"\(currency)","units":"0","nanos":\(nanos)}}]}}]}
    """
  }

  private static let offer = """
    "FormatVersion","v1.0"
    "Disclaimer","This is
    a text, on two lines"
    "Publication Date","2026-07-07T00:00:00Z"
    "Version","20260707"
    "OfferCode","AmazonECS"
    "SKU","TermType","StartingRange","Unit","PricePerUnit","Currency","EffectiveDate","serviceCode","Region Code","usageType"
    "A1","OnDemand","0","hours","0.0500","USD","2026-07-01","AmazonECS","eu-west-3","EUW3-Fargate-vCPU-Hours:perCPU"
    "A2","Reserved","0","hours","0.0100","USD","2026-07-01","AmazonECS","eu-west-3","EUW3-Fargate-vCPU-Hours:perCPU"
    "A3","OnDemand","0","hours","0.0900","USD","2026-07-01","AmazonECS","eu-west-3","EUW3-Fargate-Windows-vCPU-Hours:perCPU"

    """

  private static func read(_ text: String) throws -> PriceImport {
    var path = Array("/tmp/jobs-offer.XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    unlink(path)
    defer { close(descriptor) }
    try #require(FileBytes.writeAll(descriptor, Array(text.utf8)) == 0)
    lseek(descriptor, 0, SEEK_SET)
    var read = PriceImport()
    try read.add(descriptor, name: "'file'")
    return read
  }

  private static func price(_ read: PriceImport, _ service: String, _ sku: String, _ region: String) throws -> Decimal?
  {
    let book = PriceBook(read.merged(into: try PriceBook.shipped().rows))
    let provider = service.hasPrefix("cloud") ? "gcp" : "aws"
    return try book.price(PriceBook.Item(provider, service, sku), in: region)?.unitPrice
  }

  @Test("a page of Google's catalogue gives a region its price, and what is free stays a pool")
  func google() throws {
    let read = try Self.read("{\"skus\":[\(Self.sku("Jobs CPU in europe-west1")),\(Self.sku("Services CPU"))]}")
    #expect(read.rows.count == 1 && read.others == 2)
    #expect(try Self.price(read, "cloud-run-jobs", "cpu", "europe-west1")?.description == "0.000019")
    // Others keep that of their class.
    #expect(try Self.price(read, "cloud-run-jobs", "cpu", "europe-west4")?.description == "0.000018")
    #expect(read.settled.first?.pool == "cpu" && read.settled.first?.date == "2026-09-24")
  }

  @Test("tiers begin at as many of the book's units as they do of the cloud's")
  func tierUnits() throws {
    let tiers = [("0", 100_000_000), ("10", 50_000_000)].map { begin, nanos in
      #"{"startUsageAmount":\#(begin),"unitPrice":{"currencyCode":"USD","units":"0","nanos":\#(nanos)}}"#
    }
    let read = try Self.read(
      #"{"skus":[{"skuId":"1","description":"Jobs","category":{"serviceDisplayName":"Cloud Scheduler","usageType":"OnDemand"},"#
        + #""serviceRegions":["global"],"pricingInfo":[{"effectiveTime":"2026-09-24T00:00:00Z","pricingExpression":"#
        + #"{"usageUnit":"count","tieredRates":[\#(tiers.joined(separator: ","))]}}]}]}"#)
    let book = PriceBook(read.settled)
    // Ten jobs of a month of 31 days, and above it half as much.
    let price = try #require(book.price(PriceBook.Item("gcp", "cloud-scheduler", "job"), in: nil))
    #expect(try price.cost(of: Decimal(310)) == Decimal("1") && price.cost(of: Decimal(341)) == Decimal("1.05"))
  }

  @Test("GetProducts and an offer file give the same price, of an hour for seconds")
  func amazon() throws {
    let product =
      #"{"sku":"A1","attributes":{"servicecode":"AmazonECS","regionCode":"eu-west-3","usagetype":"EUW3-Fargate-vCPU-Hours:perCPU"}}"#
    let terms =
      #"{"A1.T":{"effectiveDate":"2026-07-01T00:00:00Z","priceDimensions":{"A1.T.R":{"unit":"hours","beginRange":"0","endRange":"Inf","pricePerUnit":{"USD":"0.0500"}}}}}"#
    let whole = "{\"product\":\(product),\"serviceCode\":\"AmazonECS\",\"terms\":{\"OnDemand\":\(terms)}}"
    var json = JSONWriter()
    json.value(whole)
    let quoted = String(decoding: json.bytes, as: UTF8.self)
    let forms = try [
      Self.read("{\"PriceList\":[\(quoted)]}"), Self.read("{\"PriceList\":[\(whole)]}"),
      Self.read("{\"products\":{\"A1\":\(product)},\"terms\":{\"OnDemand\":{\"A1\":\(terms)}}}"),
      Self.read(Self.offer),
    ]
    for read in forms {
      #expect(read.settled == forms[0].settled && read.rows.count == 1, "\(read.rows)")
      let price = try Self.price(read, "fargate", "cpu-x86", "eu-west-3")
      #expect(try price == Decimal("0.05")?.divided(by: Decimal(3600)))
    }
  }

  @Test("traffic has the price of the region that it leaves, by its tiers, and none where no region is named")
  func traffic() throws {
    func text(_ region: String) -> String {
      let product =
        #"{"sku":"T1","attributes":{"servicecode":"AWSDataTransfer","transferType":"AWS Outbound",\#(region)"usagetype":"EUC1-DataTransfer-Out-Bytes"}}"#
      let tier = { (begin: String, price: String) in
        #""T1.\#(begin)":{"unit":"GB","beginRange":"\#(begin)","pricePerUnit":{"USD":"\#(price)"}}"#
      }
      let tiers = [tier("0", "0.0900"), tier("10240", "0.0850")].joined(separator: ",")
      let term = #"{"T1.J":{"effectiveDate":"2026-07-01T00:00:00Z","priceDimensions":{\#(tiers)}}}"#
      return #"{"products":{"T1":\#(product)},"terms":{"OnDemand":{"T1":\#(term)}}}"#
    }
    let read = try Self.read(text(#""fromRegionCode":"eu-central-1","#))
    let book = PriceBook(read.merged(into: try PriceBook.shipped().rows))
    let price = try #require(book.price(.init("aws", "network", "egress"), in: "eu-central-1"))
    #expect(try price.cost(of: Decimal(10_241)) == Decimal("921.685"))
    #expect(book.price(.init("aws", "network", "egress"), in: "eu-west-1") == nil)
    let nowhere = try Self.read(text(""))
    #expect(nowhere.rows.isEmpty && nowhere.met > 0 && nowhere.others == nowhere.met)
    let csv = Self.offer.replacing("\"Region Code\"", with: "\"From Region Code\"").replacing(
      "EUW3-Fargate-vCPU-Hours:perCPU", with: "EUW3-DataTransfer-Out-Bytes"
    ).replacing("AmazonECS", with: "AWSDataTransfer")
    #expect(try Self.price(Self.read(csv), "network", "egress", "eu-west-3") == Decimal("0.05"))
  }

  /// An offer as JSON with products that no estimate has, and a text that is full of brackets and quotes.
  private static func jsonOffer(_ count: Int) -> String {
    let other = { (number: Int) in
      (
        #""B\#(number)":{"sku":"B\#(number)","attributes":{"servicecode":"AmazonECS","usagetype":"x","note":"a \"} ] \\"}}"#,
        #""B\#(number)":{"B\#(number).T":{"priceDimensions":{"R":{"unit":"h","pricePerUnit":{"USD":"1"}}}}}"#
      )
    }
    let others = (0..<count).map(other)
    let product =
      #""A1":{"sku":"A1","attributes":{"servicecode":"AmazonECS","regionCode":"eu-west-3","usagetype":"EUW3-Fargate-vCPU-Hours:perCPU"}}"#
    let term =
      #""A1":{"A1.T":{"effectiveDate":"2026-07-01T00:00:00Z","priceDimensions":{"R":{"unit":"hours","beginRange":"0","pricePerUnit":{"USD":"0.0500"}}}}}"#
    let products = (others.map(\.0) + [product]).joined(separator: ",")
    let terms = ([term] + others.map(\.1)).joined(separator: ",\n")
    return #"{"formatVersion":"v1.0","disclaimer":"{[\"","products":{\#(products)},"#
      + #""terms":{"OnDemand":{\#(terms)},"Reserved":{"A1":{}}},"attributesList":{}}"# + "\n"
  }

  @Test("an offer as JSON of any length is read as it streams by, and only what matters is kept")
  func streamed() throws {
    let text = Self.jsonOffer(6000)
    #expect(text.utf8.count > 1 << 20)
    let read = try Self.read(text)
    #expect(read.rows.count == 1 && read.met == 6001 && read.others == 6000)
    #expect(try Self.price(read, "fargate", "cpu-x86", "eu-west-3") == Decimal("0.05")?.divided(by: Decimal(3600)))
    #expect(try Self.read("  \n\u{FEFF}".replacing("\u{FEFF}", with: "") + text).settled == read.settled)
  }

  @Test("an offer that is cut off, or has its parts in another order, is refused wherever that is")
  func brokenOffer() {
    let whole = Self.jsonOffer(20)
    let long = String(repeating: "x", count: JSONParts.partLimit + (1 << 20))
    for (text, words) in [
      (String(whole.dropLast(3)), "'file' is no JSON: it ends too soon, at byte "),
      (String(whole.prefix(whole.count / 2)), "'file' is no JSON: it ends too soon, at byte "),
      ("\(whole){}", "'file' is no JSON: something follows its end, at byte "),
      (whole.replacing("},\"terms\"", with: "} \"terms\""), "'file' is no JSON: ',' or '}' is missing, at byte "),
      (whole.replacing("{\"USD\":\"0.0500\"}", with: "{\"USD\" \"0.0500\"}"), "'file' is no JSON: ':' is missing"),
      (whole.replacing("\"0.0500\"", with: "\"free\""), "'file' is not read: the price of SKU A1 is none"),
      (#"{"terms":{"OnDemand":{}},"products":{}}"#, "'file' is not read: its terms stand before its products"),
      (#"{"PriceList":["\#(long)"]}"#, "'file' is no JSON: a part of it is longer than 4 MiB"),
      (#"{"skus":}"#, "'file' is "), (#"{"a" 1}"#, "'file' is no JSON: ':' is missing"),
      (#"{1:2}"#, "'file' is no JSON: a key in double quotes is missing"),
    ] {
      let failure = #expect(throws: Failure.self) { try Self.read(text) }
      #expect(
        failure?.message.hasPrefix(words) == true && failure?.exitStatus == .usage,
        "\(words): \(failure?.message.prefix(200) ?? "")")
    }
  }

  @Test("many rows take parts, and a row may lie across two")
  func parts() throws {
    let row = String(Self.offer.split(separator: "\n").last ?? "") + "\n"
    let read = try Self.read(
      Self.offer + String(repeating: row, count: 8000)
        + Self.offer.split(separator: "\n")[7].replacing("A1", with: "A4").replacing(
          "EUW3-Fargate-vCPU", with: "EUW3-Fargate-ARM-vCPU") + "\n")
    #expect(read.rows.count == 2 && read.met == 8003)
  }

  @Test(
    "what is not understood is refused by name",
    arguments: [
      ("{\"a\":1}", "is JSON, but no price list"), ("{", "is no JSON"),
      ("{\"skus\":[\(sku("Jobs CPU in x", unit: ""))]}", "the price of SKU 9FE0 has no unit"),
      ("{\"skus\":[\(sku("Jobs CPU in x", currency: "EUR"))]}", "the price of SKU 9FE0 is in EUR"),
      ("{\"skus\":[\(sku("Jobs CPU in x", nanos: -5))]}", "the price of SKU 9FE0 is none"),
      ("{\"PriceList\":[\"x\"]}", "a product of 'PriceList' is no JSON"),
    ])
  func refused(json: String, words: String) {
    let failure = #expect(throws: Failure.self) { try Self.read(json) }
    #expect(failure?.message.contains(words) == true && failure?.exitStatus == .usage, "\(failure?.message ?? "")")
  }

  @Test(
    "a CSV that is not understood is refused with its line",
    arguments: [
      ("\"Unit\"", "\"Units\"", "line 7: the column 'Unit' is missing"),
      ("\"0.0500\"", "\"x\"", "line 8: 'x' is no price"),
      (
        "\"A1\",\"OnDemand\",\"0\",\"hours\"", "\"A1\",\"OnDemand\",\"0\",\"\"",
        "line 8: the price of SKU A1 has no unit"
      ),
      ("\"A1\",", "", "line 8: the row has 9 fields in place of 10"),
      ("\"SKU\"", "\"sku\"", "line 7: it is no offer file"),
    ])
  func rows(old: String, new: String, words: String) {
    let failure = #expect(throws: Failure.self) { try Self.read(Self.offer.replacing(old, with: new)) }
    #expect(failure?.message.hasPrefix("'file': \(words)") == true, "\(failure?.message ?? "")")
  }

  @Test("nothing is no price list")
  func nothing() {
    #expect(throws: Failure.self) { try Self.read("") }
  }
}
