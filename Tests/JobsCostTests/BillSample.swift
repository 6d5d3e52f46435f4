import Glibc
import JobsCore
import JobsManifest
import Testing

@testable import JobsCost

/// Lines of a bill that can be written in every shape in which bills come.
struct BillSample {
  struct Line {
    var job = ""
    var team = ""
    var env = ""
    var amount: String
    var currency = "USD"
    var day = "2026-10-05"
    var service = "Cloud Run"
    var sku = "Jobs CPU"
    var project = "acme-prod"
    var region = "europe-west1"
    var resource = ""
    var description = ""
  }

  var lines: [Line]

  enum Shape: CaseIterable {
    case googleLines, googleSpacedLines, googleTable, costAndUsage, oldCostAndUsage, focus
  }

  /// Lines by a seed, with and without labels, some with commas, quotes and line breaks in a text.
  static func random(_ count: Int, seed: UInt64) -> BillSample {
    var generator = SplitMix64(seed: seed)
    let lines = (0..<count).map { _ in
      let job = "job-\(generator.next() % 40)"
      let isTagged = generator.next() % 10 > 0
      let names = ["plain", "a, b", "with \"quotes\"", "two\nlines", "ümläut \\ back", ""]
      return Line(
        job: isTagged ? job : "", team: isTagged ? "team-\(generator.next() % 5)" : "",
        env: isTagged ? ["dev", "prod"][Int(generator.next() % 2)] : "",
        amount: "\(generator.next() % 100).\(String(generator.next() % 10_000_000_000 + 10_000_000_000).dropFirst())",
        day: "2026-10-\(String(generator.next() % 30 + 101).dropFirst())",
        resource: generator.next() % 3 == 0 ? "//run.googleapis.com/projects/p/locations/r/jobs/\(job)" : "",
        description: names[Int(generator.next() % 6)])
    }
    return BillSample(lines: lines)
  }

  func text(_ shape: Shape) -> String {
    switch shape {
    case .googleLines: lines.map { google($0, ":", ",") + "\n" }.joined()
    case .googleSpacedLines: lines.map { google($0, " : ", " , ") + "\r\n" }.joined()
    case .googleTable:
      table(
        [
          "billing_account_id", "service.description", "sku.description", "usage_start_time", "project.id", "labels",
          "location.region", "resource.global_name", "description", "cost", "currency", "currency_conversion_rate",
        ]
      ) { line in
        [
          "01", line.service, line.sku, "\(line.day) 12:00:00 UTC", line.project, labelList(line, ":", ","),
          line.region,
          line.resource, line.description, line.amount, line.currency, "1",
        ]
      }
    case .costAndUsage:
      table(
        [
          "identity_line_item_id", "line_item_usage_start_date", "line_item_product_code", "line_item_usage_type",
          "line_item_usage_account_id", "line_item_resource_id", "line_item_line_item_description",
          "line_item_line_item_type", "line_item_unblended_cost", "line_item_currency_code", "product_region_code",
          "resource_tags",
        ]
      ) { line in
        [
          "1", "\(line.day)T12:00:00.000Z", line.service, line.sku, line.project, line.resource, line.description,
          "Usage", line.amount, line.currency, line.region,
          tags(line, prefix: "user_"),
        ]
      }
    case .oldCostAndUsage:
      table(
        [
          "identity/LineItemId", "lineItem/UsageStartDate", "lineItem/ProductCode", "lineItem/UsageType",
          "lineItem/UsageAccountId", "lineItem/ResourceId", "lineItem/LineItemDescription", "lineItem/LineItemType",
          "lineItem/UnblendedCost", "lineItem/CurrencyCode", "product/region", "resourceTags/user:job",
          "resourceTags/user:team", "resourceTags/user:env",
        ]
      ) { line in
        [
          "1", "\(line.day)T12:00:00Z", line.service, line.sku, line.project, line.resource, line.description, "Usage",
          line.amount, line.currency, line.region, line.job, line.team, line.env,
        ]
      }
    case .focus:
      table(
        [
          "BilledCost", "BillingCurrency", "ChargeCategory", "ChargeDescription", "ChargePeriodStart", "RegionId",
          "ResourceId", "ServiceName", "SkuId", "SubAccountId", "Tags",
        ]
      ) { line in
        [
          line.amount, line.currency, "Usage", line.description, "\(line.day)T12:00:00Z", line.region, line.resource,
          line.service, line.sku, line.project, tags(line, prefix: ""),
        ]
      }
    }
  }

  // MARK: Parts

  private func table(_ names: [String], _ fields: (Line) -> [String]) -> String {
    ([names] + lines.map(fields)).map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { [34, 44, 10, 13].contains($0) }) else { return field }
    return "\"\(field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
  }

  private func google(_ line: Line, _ colon: String, _ comma: String) -> String {
    let text = { (text: String) -> String in
      var json = JSONWriter()
      json.value(text)
      return String(decoding: json.bytes, as: UTF8.self)
    }
    let object = { (members: [(String, String)]) in
      "{" + members.map { "\"\($0.0)\"\(colon)\($0.1)" }.joined(separator: comma) + "}"
    }
    return object([
      ("service", object([("id", text("1")), ("description", text(line.service))])),
      ("sku", object([("id", text("2")), ("description", text(line.sku))])),
      ("usage_start_time", text("\(line.day) 12:00:00 UTC")),
      (
        "project",
        object([("id", text(line.project)), ("labels", "[\(object([("key", text("job")), ("value", text("no"))]))]")])
      ),
      ("labels", labelList(line, colon, comma)), ("system_labels", "[]"), ("note", text(line.description)),
      ("location", object([("region", text(line.region)), ("zone", "null")])),
      (
        "resource",
        line.resource.isEmpty ? "null" : object([("name", text("x")), ("global_name", text(line.resource))])
      ),
      ("usage", object([("cost", "99"), ("amount", "1.5")])), ("cost", line.amount), ("currency", text(line.currency)),
      ("currency_conversion_rate", "1.0"), ("credits", "[]"),
    ])
  }

  private func labelList(_ line: Line, _ colon: String, _ comma: String) -> String {
    let labels = [("job", line.job), ("team", line.team), ("env", line.env)].filter { !$0.1.isEmpty }
    return "["
      + labels.map { "{\"key\"\(colon)\"\($0.0)\"\(comma)\"value\"\(colon)\"\($0.1)\"}" }.joined(separator: comma) + "]"
  }

  private func tags(_ line: Line, prefix: String) -> String {
    let labels = [("job", line.job), ("team", line.team), ("env", line.env)].filter { !$0.1.isEmpty }
    return "{" + labels.map { "\"\(prefix)\($0.0)\": \"\($0.1)\"" }.joined(separator: ", ") + "}"
  }

  // MARK: Reading

  /// Reads a bill as a file is read.
  static func read(
    _ text: some Sequence<UInt8>, by dimensions: [BillDimension] = [.job], days: ClosedRange<UInt32>? = nil,
    threads: Int = 1
  ) throws -> Bill {
    var path = Array("/tmp/jobs-bill.XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    unlink(path)
    defer { close(descriptor) }
    let written = FileBytes.writeAll(descriptor, Array(text))
    try #require(descriptor >= 0 && written == 0)
    lseek(descriptor, 0, SEEK_SET)
    let question = BillQuestion(
      BillReport.dimensions(for: dimensions, BillJobs([])), jobLabels: ["jobs-id", "job"], days: days)
    let reader = BillReader(question, threads: threads)
    try reader.read(descriptor, name: "'bill'")
    return try reader.bill()
  }

  static func report(
    _ text: String, by dimensions: [BillDimension] = [.job], jobs: [Job] = [], threads: Int = 1
  ) throws -> BillReport {
    try BillReport(read(text.utf8, by: dimensions, threads: threads), by: dimensions, BillJobs(jobs))
  }

  /// What a bill comes to by job, added up one line after the other by another reader of numbers.
  var expected: [String: Decimal] {
    var sums: [String: Decimal] = [:]
    for line in lines {
      let job = line.job.isEmpty ? String(line.resource.split(separator: "/").last ?? "") : line.job
      sums[job] = try? sums[job, default: .zero].plus(Decimal(line.amount) ?? .zero)
    }
    return sums
  }
}

extension BillReport {
  /// Amounts by the first dimension, "" for what has none.
  var amounts: [String: Decimal] {
    Dictionary(lines.map { ($0.keys[0] ?? "", $0.amount) }, uniquingKeysWith: { a, _ in a })
  }
}

/// A whole amount.
func amount(_ number: Int) -> Decimal { Decimal("\(number)") ?? .zero }
