import JobsCore
import Testing

@testable import JobsCost

@Suite("Answers of Cost Explorer")
struct CostExplorerBillTests {
  private static let grouped = """
    {
      "GroupDefinitions": [{"Type": "TAG", "Key": "job"}, {"Type": "DIMENSION", "Key": "SERVICE"}],
      "ResultsByTime": [
        {"TimePeriod": {"Start": "2026-10-01", "End": "2026-10-02"}, "Total": {}, "Estimated": false, "Groups": [
          {"Keys": ["job$nightly", "AWS Lambda"], "Metrics": {"UnblendedCost": {"Amount": "1.25", "Unit": "USD"}}},
          {"Keys": ["job$", "AWS Lambda"], "Metrics": {"UnblendedCost": {"Amount": "0.0000000001", "Unit": "USD"}}}]},
        {"TimePeriod": {"Start": "2026-10-02", "End": "2026-10-03"}, "Groups": [
          {"Keys": ["job$nightly", "Amazon ECS"], "Metrics": {"UnblendedCost": {"Amount": "2", "Unit": "USD"}}}]}
      ]
    }
    """

  @Test("groups by a tag and a service are lines")
  func groups() throws {
    let byJob = try BillSample.report(Self.grouped)
    #expect(byJob.amounts == ["nightly": Decimal("3.25") ?? .zero, "": Decimal("0.0000000001") ?? .zero])
    let byDay = try BillSample.report(Self.grouped, by: [.day])
    #expect(byDay.amounts["2026-10-02"] == amount(2))
    #expect(try BillSample.report(Self.grouped, by: [.service]).amounts["Amazon ECS"] == amount(2))
  }

  @Test("totals stand for themselves where there are no groups")
  func totals() throws {
    let text =
      #"{"ResultsByTime":[{"TimePeriod":{"Start":"2026-10-01"},"Total":{"AmortizedCost":{"Amount":"7","Unit":"USD"}},"Groups":[]}]}"#
    #expect(try BillSample.report(text).amounts == ["": amount(7)])
  }

  @Test(
    "an answer that is not whole is refused",
    arguments: [
      (#"{"ResultsByTime":[],"NextPageToken":"x"}"#, "has more pages"), (#"{"ResultsByTime":[]}"#, "without a line"),
      (#"{"ResultsByTime":[{"Total":{}}]}"#, "has no 'Start'"), (#"{"ResultsByTime":["#, "is no JSON"),
      (
        #"{"ResultsByTime":[{"TimePeriod":{"Start":"2026-10-01"},"Groups":[{"Keys":["a"],"Metrics":{"UsageQuantity":{"Amount":"7","Unit":"N/A"}}}]}]}"#,
        "has no cost"
      ),
    ])
  func refused(text: String, words: String) {
    let failure = #expect(throws: Failure.self) { try BillSample.report(text) }
    #expect(failure?.message.contains(words) == true, "\(failure?.message ?? "")")
  }
}
