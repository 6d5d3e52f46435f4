import Testing

@testable import JobsCost

@Suite("What clouds call what a price book has")
struct CloudSKUTests {
  @Test(
    "usage types are known by their whole tails",
    arguments: [
      ("AWSLambda", "EUC1-Lambda-GB-Second", "lambda duration-x86"), ("AWSLambda", "Request", "lambda request"),
      ("AWSLambda", "USE2-Lambda-GB-Second-ARM", "lambda duration-arm"),
      ("AWS Lambda", "EU-Request-ARM", "lambda request"),
      ("AmazonECS", "EUC1-Fargate-vCPU-Hours:perCPU", "fargate cpu-x86"),
      ("AmazonECS", "Fargate-ARM-GB-Hours", "fargate memory-arm"),
      ("AmazonECS", "EUC1-SpotUsage-Fargate-vCPU-Hours:perCPU", nil),
      ("AmazonECS", "EUC1-Fargate-Windows-vCPU-Hours:perCPU", nil), ("AmazonS3", "EUC1-Request", nil),
      ("AWSLambda", "EUC1-Lambda-Provisioned-GB-Second", nil),
      ("Cloud Run", "Jobs CPU in europe-west1", "cloud-run-jobs cpu"),
      ("Cloud Run", "Services CPU (Instance-based billing) in europe-west1", nil),
      ("Cloud Scheduler", "Jobs", "cloud-scheduler job"),
      ("AWSDataTransfer", "EUC1-DataTransfer-Out-Bytes", "network egress"),
      ("AWSDataTransfer", "DataTransfer-Out-Bytes", "network egress"),
      ("AWSDataTransfer", "EUC1-USE1-AWS-Out-Bytes", nil), ("AWSDataTransfer", "EUC1-DataTransfer-In-Bytes", nil),
    ])
  func meaning(service: String, sku: String, expected: String?) {
    let item = CloudSKU.meaning(service: service, sku: sku)?.item
    #expect(item.map { "\($0.service) \($0.sku)" } == expected)
  }

  @Test("what a bill or a price list is read as stands in the shipped book under the same unit")
  func book() throws {
    let book = try PriceBook.shipped()
    // What AWS asks for traffic no source says that could be shipped.
    for meaning in CloudSKU.all where meaning.item != PriceBook.Item("aws", "network", "egress") {
      let row = try #require(
        book.rows.first {
          $0.kind == .price && $0.provider == meaning.item.provider && $0.service == meaning.item.service
            && $0.sku == meaning.item.sku
        }, "\(meaning.item)")
      #expect(row.unit == meaning.unit && row.pool == meaning.pool, "\(meaning.item)")
    }
  }
}
