import Glibc
import TestSupport
import Testing

private let cost = Tool("jobs-cost")

/// What `.ci/setup-cost` puts into the user's cache.
private enum FocusValidator {
  static let folder = "\(Emulator.cache)/focus-validator-2.2.1"
  static let isThere = access("\(folder)/whole", F_OK) == 0
  static let absence: Comment = "focus-validator is not there: run .ci/setup-cost"
}

@Suite("jobs-cost actual --output focus")
struct JobsCostFocusTests {
  private let folder = ToolFolder()
  private static let bills = ["google-detailed.ndjson", "google-standard.csv", "aws-cur-2.csv", "focus-1.2.csv"]

  private func bill(_ name: String) -> String {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    return "\(root)/examples/bills/\(name)"
  }

  @Test("what is written is read again as the same amounts by job, service and day", arguments: bills)
  func again(name: String) {
    let written = cost.run(["actual", "-q", "-o", "focus", bill(name)], in: folder)
    #expect(written.status == 0, "\(written.stderr)")
    folder.write(written.stdout, to: "focus.csv")
    for by in ["job", "service,sku", "project,day"] {
      let amounts = ["--by", by, "-o", "csv"]
      let before = cost.run(["actual", "-q", bill(name)] + amounts, in: folder)
      let after = cost.run(["actual", "-q", "focus.csv"] + amounts, in: folder)
      // The lines are fewer: those of a day and SKU are one.
      let cut = { (text: String) in
        text.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).dropLast() }
      }
      #expect(cut(before.stdout) == cut(after.stdout) && !cut(after.stdout).isEmpty, "\(after.stdout)\(after.stderr)")
    }
  }

  @Test("a charge, what is given back and a tax are lines of their kinds, within their month")
  func kinds() {
    folder.write(
      """
      line_item_usage_start_date,line_item_product_code,line_item_line_item_type,line_item_unblended_cost,line_item_currency_code,line_item_usage_type,bill_payer_account_id,resource_tags_user_job
      2028-02-29T05:00:00Z,AWSLambda,Usage,2,USD,Request,111122223333,a
      2028-02-29T06:00:00Z,AWSLambda,Usage,1,USD,Request,111122223333,a
      2028-02-29T06:00:00Z,AWSLambda,Credit,-0.5,USD,Request,111122223333,a
      2028-02-29T06:00:00Z,AWSLambda,Tax,0.25,USD,Request,111122223333,a

      """, to: "bill.csv")
    let found = cost.run(["actual", "-q", "-o", "focus", "bill.csv"], in: folder)
    let rows = found.stdout.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let head = rows.first ?? []
    let value = { (row: [String], name: String) in head.firstIndex(of: name).map { row[$0] } ?? "none" }
    #expect(
      rows.dropFirst().map { "\(value($0, "ChargeCategory")) \(value($0, "BilledCost"))" }.sorted() == [
        "Credit -0.5", "Tax 0.25", "Usage 3",
      ], "\(found.stdout)\(found.stderr)")
    for row in rows.dropFirst() {
      #expect(value(row, "BillingPeriodStart") == "2028-02-01T00:00:00Z")
      #expect(value(row, "BillingPeriodEnd") == "2028-03-01T00:00:00Z")
      #expect(value(row, "ChargePeriodEnd") == "2028-03-01T00:00:00Z")
      #expect(value(row, "BillingAccountId") == "111122223333" && value(row, "ProviderName") == "AWS")
    }
    let newer = cost.run(["actual", "-q", "-o", "focus", "--focus-version", "1.3", "bill.csv"], in: folder)
    #expect(newer.stdout.contains(",ServiceProviderName,") && newer.stdout.contains(",HostProviderName,"))
    #expect(cost.run(["actual", "-o", "focus", "--focus-version", "0.9", "bill.csv"], in: folder).status == 2)
  }

  /// InvoiceId-C-004 wants it null and C-005 wants it not null, both without their conditions: one of them always fails.
  @Test(
    "focus-validator finds nothing but the rule that contradicts another",
    .enabled(if: FocusValidator.isThere, FocusValidator.absence))
  func validator() async throws {
    // All of Google's bills in one: an account whose id is a number alone is taken for a number by the validator's reader.
    let written = cost.run(
      ["actual", "-q", "-o", "focus", bill("google-detailed.ndjson"), bill("google-standard.csv")], in: folder)
    folder.write(written.stdout, to: "focus.csv")
    let file = folder.file("focus.csv")
    let found = try await aside {
      Tool.shell(
        """
        cd '\(FocusValidator.folder)/source' &&
          ../bin/python -m focus_validator.main --data-file '\(file)' --validate-version 1.2 --block-download
        """, in: ToolFolder())
    }
    let failed = found.stdout.split(separator: "\n").filter { $0.hasPrefix("- ") }.map {
      String($0.dropFirst(2).prefix { $0 != ":" })
    }
    #expect(failed == ["InvoiceId-C-005-C"], "\(found.stdout.suffix(3000))\(found.stderr.suffix(2000))")
    #expect(found.stdout.contains("Total: 578 | Pass: 136 | Fail: 1 |"), "\(found.stdout.suffix(300))")
  }
}
