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
      2028-02-29T06:00:00Z,AWSLambda,SavingsPlanUpfrontFee,7,USD,Plan,111122223333,a
      2028-02-29T06:00:00Z,AWSSecretsManager,Usage,0,USD,Free,111122223333,a

      """, to: "bill.csv")
    let found = cost.run(["actual", "-q", "-o", "focus", "bill.csv"], in: folder)
    let (head, rows) = Self.table(found.stdout)
    let value = { (row: [String], name: String) in head.firstIndex(of: name).map { row[$0] } ?? "none" }
    #expect(
      rows.map { "\(value($0, "ChargeCategory")) \(value($0, "BilledCost"))" }.sorted() == [
        "Credit -0.5", "Purchase 7", "Tax 0.25", "Usage 0", "Usage 3",
      ], "\(found.stdout)\(found.stderr)")
    // What is bought in advance takes effect when it is used.
    #expect(rows.first { value($0, "BilledCost") == "7" }.map { value($0, "EffectiveCost") } == "0")
    #expect(rows.first { value($0, "BilledCost") == "3" }.map { value($0, "EffectiveCost") } == "3")
    for row in rows {
      #expect(value(row, "BillingPeriodStart") == "2028-02-01T00:00:00Z")
      #expect(value(row, "BillingPeriodEnd") == "2028-03-01T00:00:00Z")
      #expect(value(row, "ChargePeriodEnd") == "2028-03-01T00:00:00Z")
      #expect(value(row, "BillingAccountId") == "111122223333" && value(row, "ProviderName") == "AWS")
    }
    let newer = cost.run(["actual", "-q", "-o", "focus", "--focus-version", "1.3", "bill.csv"], in: folder)
    #expect(newer.stdout.contains(",ServiceProviderName,") && newer.stdout.contains(",HostProviderName,"))
    #expect(cost.run(["actual", "-o", "focus", "--focus-version", "0.9", "bill.csv"], in: folder).status == 2)
  }

  @Test("resources, labels, quantities and units of the bill are kept, and what is alike is one line")
  func details() throws {
    folder.write(
      """
      line_item_usage_start_date,line_item_product_code,line_item_line_item_type,line_item_unblended_cost,line_item_currency_code,line_item_usage_type,line_item_usage_amount,pricing_unit,line_item_resource_id,product_region_code,bill_payer_account_id,resource_tags
      2028-02-29T05:00:00Z,AWSLambda,Usage,2,USD,Request,1.5,Requests,arn:aws:lambda:eu-west-1:111122223333:function:a,eu-west-1,111122223333,"{""user_team"": ""data"", ""user_job"": ""a"", ""note"": ""x, y""}"
      2028-02-29T06:00:00Z,AWSLambda,Usage,1,USD,Request,2.25,Requests,arn:aws:lambda:eu-west-1:111122223333:function:a,eu-west-1,111122223333,"{""user_job"": ""a"", ""user_team"": ""data"", ""note"": ""x, y""}"
      2028-02-29T06:00:00Z,AWSLambda,Usage,4,USD,Request,7,Requests,arn:aws:lambda:eu-west-1:111122223333:function:b,eu-west-1,111122223333,{}

      """, to: "bill.csv")
    let found = cost.run(["actual", "-q", "-o", "focus", "bill.csv"], in: folder)
    #expect(found.status == 0, "\(found.stderr)")
    let (head, rows) = Self.table(found.stdout)
    let names = [
      "BilledCost", "ConsumedQuantity", "ConsumedUnit", "PricingQuantity", "PricingUnit", "RegionId", "ResourceId",
      "ResourceName", "ResourceType", "Tags", "x_Rows",
    ]
    let values = rows.map { row in names.map { name in head.firstIndex(of: name).map { row[$0] } ?? "none" } }
    #expect(
      values == [
        [
          "4", "7", "Requests", "7", "Requests", "eu-west-1", "arn:aws:lambda:eu-west-1:111122223333:function:b", "b",
          "lambda function", #"{"job":"b"}"#, "1",
        ],
        [
          "3", "3.75", "Requests", "3.75", "Requests", "eu-west-1", "arn:aws:lambda:eu-west-1:111122223333:function:a",
          "a", "lambda function", #"{"job":"a","note":"x, y","team":"data"}"#, "2",
        ],
      ], "\(found.stdout)")
    // What is written is read as it was, by a label that nobody asked for too.
    folder.write(found.stdout, to: "focus.csv")
    let again = cost.run(["actual", "-q", "--by", "note,team", "focus.csv"], in: folder)
    #expect(
      again.records("cost").contains { $0.contains(#""by":{"note":"x, y","team":"data"}"#) }, "\(again.stdout)")
  }

  @Test(
    "each version has its own columns",
    arguments: [
      ("1.0", ["ServiceSubcategory", "InvoiceId", "BillingAccountType", "SubAccountType", "HostProviderName"]),
      ("1.1", ["InvoiceId", "BillingAccountType", "SubAccountType", "HostProviderName"]), ("1.2", ["HostProviderName"]),
      ("1.3", []),
    ])
  func versions(version: String, absent: [String]) {
    let all = [
      "BilledCost", "ResourceId", "Tags", "ServiceSubcategory", "InvoiceId", "BillingAccountType", "SubAccountType",
      "HostProviderName",
    ]
    for name in Self.bills {
      let found = cost.run(["actual", "-q", "-o", "focus", "--focus-version", version, bill(name)], in: folder)
      let (head, rows) = Self.table(found.stdout)
      for column in all { #expect(head.contains(column) == !absent.contains(column), "\(column) in \(version)") }
      #expect(!rows.isEmpty && rows.allSatisfy { $0.count == head.count }, "\(name)")
    }
  }

  /// The fields of a CSV without line breaks in it.
  private static func table(_ text: String) -> (head: [String], rows: [[String]]) {
    let rows = text.split(separator: "\r\n").map { line in
      var fields = [""]
      var isQuoted = false
      for part in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
        if part.offset > 0 { isQuoted.toggle() }
        if isQuoted {
          fields[fields.count - 1] += part.element
        } else {
          // Two quotes within quotes are one.
          let isDoubled = part.element.isEmpty && part.offset > 0
          if isDoubled { fields[fields.count - 1] += "\"" }
          for (index, piece) in part.element.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { fields.append("") }
            fields[fields.count - 1] += piece
          }
        }
      }
      return fields
    }
    return (rows.first ?? [], Array(rows.dropFirst()))
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
