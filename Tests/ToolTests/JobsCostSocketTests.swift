import Glibc
import TestSupport
import Testing

/// The kernel ends what opens a socket: 128 and SIGSYS.
@Suite("jobs-cost without --live", .enabled(if: access("/usr/bin/python3", X_OK) == 0, "there is no python3"))
struct JobsCostSocketTests {
  private let folder = ToolFolder()
  private static let killed: Int32 = 128 + 31

  private func write() {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: nightly}
      spec: {target: aws.lambda, schedule: "0 3 * * *", image: "111122223333.dkr.ecr.eu-central-1.amazonaws.com/fn:1", expect: {duration: 4m}, timeout: 15m}

      """, to: "jobs/nightly.yaml")
    folder.write(
      "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: p}\nenvironments: {prod: {aws: {account: \"111122223333\", region: eu-central-1}}}\n",
      to: "jobs.yaml")
    folder.write(
      "line_item_usage_start_date,line_item_product_code,line_item_unblended_cost,line_item_currency_code,resource_tags_user_job\n2026-10-01T00:00:00Z,AWSLambda,1,USD,nightly\n",
      to: "bill.csv")
    folder.write(
      #"{"skus":[{"skuId":"1","description":"Jobs CPU in europe-west1","category":{"serviceDisplayName":"Cloud Run","usageType":"OnDemand"},"serviceRegions":["europe-west1"],"pricingInfo":[{"effectiveTime":"2026-09-24T00:00:00Z","pricingExpression":{"usageUnit":"s","tieredRates":[{"startUsageAmount":0,"unitPrice":{"currencyCode":"USD","units":"0","nanos":19000}}]}}]}]}"#,
      to: "skus.json")
  }

  private func run(_ commands: [String], _ environment: [String: String] = [:]) -> [Int32?] {
    let script =
      #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      + "/without-sockets"
    let lines = commands.map { "'\(script)' jobs-cost \($0) >/dev/null 2>&1; echo $?" }
    return Tool.shell(lines.joined(separator: "\n"), in: folder, environment: environment).stdout
      .split(separator: "\n").map { Int32($0) }
  }

  @Test("no verb opens a socket, whatever credentials there are")
  func closed() {
    write()
    let commands = [
      "estimate -e prod jobs", "estimate -e prod -o html jobs", "diff -e prod jobs jobs", "actual bill.csv",
      "actual -o focus bill.csv", "variance -e prod --jobs jobs bill.csv", "budget -e prod --jobs jobs bill.csv",
      "recommend -e prod jobs", "prices show", "prices check --max-age 3650", "prices import skus.json",
    ]
    let keys = ["AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "y", "AWS_REGION": "eu-central-1"]
    #expect(run(commands, keys) == Array(repeating: 0, count: commands.count))
    // It would be seen.
    let live = keys.merging(["AWS_ENDPOINT_URL": "http://127.0.0.1:9"]) { $1 }
    #expect(run(["actual --live", "prices import --live aws"], live) == [Self.killed, Self.killed])
  }
}
