import JobsCloud
import TestSupport
import Testing

/// The models that requests are held against tell right from wrong.
@Suite(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)))
struct ServiceModelTests {
  private static func faults(_ target: String, _ body: String) throws -> [String] {
    var request = HTTPRequest(.post, try WebAddress("http://127.0.0.1:1/"))
    request.fields = [HTTPField("X-Amz-Target", target)]
    request.body = Array(body.utf8)
    return ServiceModel.faults(of: request)
  }

  @Test(arguments: [
    (#"{"ServiceCode":"AWSLambda"}"#, [] as [String]), ("{}", ["'GetProducts' has no 'ServiceCode'"]),
    (#"{"ServiceCode":7}"#, ["'GetProducts.ServiceCode' is no string"]),
    (#"{"ServiceCode":"a","Filter":[]}"#, ["'GetProducts' takes no 'Filter'"]),
    (#"{"ServiceCode":"a","MaxResults":101}"#, ["'GetProducts.MaxResults' is 101, above 100"]),
    (
      #"{"ServiceCode":"a","Filters":[{"Type":"LIKE","Field":"a","Value":"b"}]}"#,
      ["'GetProducts.Filters[].Type' is 'LIKE', and no FilterType"]
    ),
  ]) func `what the Price List does not take is named`(body: String, faults: [String]) throws {
    #expect(try Self.faults("AWSPriceListService.GetProducts", body) == faults)
  }

  @Test func `operations and services that there are not are named`() throws {
    #expect(try Self.faults("AWSPriceListService.GetPrices", "{}") == ["there is no operation 'GetPrices'"])
    #expect(try Self.faults("Nothing.Get", "{}") == ["'Nothing.Get' is of no service that is known"])
  }
}
