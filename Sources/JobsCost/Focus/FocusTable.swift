package import JobsCore

/// A bill as a FOCUS data set of cost and usage (focus.finops.org): a row for what each resource of a job costs of each SKU a
/// day, and one for what is given back of it.
///
/// What a bill does not say is null; a column that must not be is filled by what FOCUS says of such cases: list, contracted
/// and effective costs are the billed one, and a quantity that the bill does not have is one unit of a day's charge.
package struct FocusTable: Sendable {
  package enum Version: String, Sendable, CaseIterable {
    case minor0 = "1.0"
    case minor1 = "1.1"
    case minor2 = "1.2"
    case minor3 = "1.3"
  }

  /// What lines are to be grouped by, in a question that is detailed.
  package static let dimensions: [BillDimension] = [.job, .service, .sku, .project, .day]

  package let version: Version
  private let report: BillReport
  /// Whether the bill says of all use how much it is; a part of it would be none.
  private let hasConsumption: Bool

  /// - Parameter report: by `dimensions`, of a question that is detailed.
  package init(_ report: BillReport, _ version: Version) {
    self.report = report
    self.version = version
    hasConsumption = report.lines.allSatisfy { $0.payer?.kind != .usage || $0.detail?.quantity != nil }
  }

  /// Those of the version (FOCUS_Spec, columns and the versions in which they came) that a bill fills, in the order of names.
  package var columns: [String] {
    let first = [
      "BilledCost", "BillingAccountId", "BillingAccountName", "BillingCurrency", "BillingPeriodEnd",
      "BillingPeriodStart", "ChargeCategory", "ChargeClass", "ChargeDescription", "ChargeFrequency", "ChargePeriodEnd",
      "ChargePeriodStart", "ContractedCost", "EffectiveCost", "InvoiceIssuerName", "ListCost", "PricingQuantity",
      "PricingUnit", "ProviderName", "PublisherName", "RegionId", "RegionName", "ResourceId", "ResourceName",
      "ResourceType", "ServiceCategory", "ServiceName", "SkuId", "SkuPriceId", "SubAccountId", "SubAccountName", "Tags",
    ]
    var later = hasConsumption ? ["ConsumedQuantity", "ConsumedUnit"] : []
    if version != .minor0 { later.append("ServiceSubcategory") }
    if version == .minor2 || version == .minor3 { later += ["BillingAccountType", "InvoiceId", "SubAccountType"] }
    if version == .minor3 { later += ["HostProviderName", "ServiceProviderName"] }
    return (first + later).sorted() + ["x_Rows"]
  }

  /// The rows in the order in which jobs and days come, the dearest groups first; fields in the order of `columns`, nil for
  /// null.
  package func rows() throws(Failure) -> [[String?]] {
    var rows: [[String?]] = []
    for line in report.lines {
      do throws(Decimal.Overflow) {
        let own = try line.amount.minus(line.credits)
        // A line that only gives back is no use; one of nothing stands there as what it is.
        if !own.isZero || line.credits.isZero { rows.append(row(line, own, line.payer?.kind ?? .usage, line.rows)) }
        if !line.credits.isZero { rows.append(row(line, line.credits, .credit, own.isZero ? line.rows : 0)) }
      } catch {
        throw .overflow
      }
    }
    return rows
  }

  private func row(_ line: BillReport.Line, _ amount: Decimal, _ kind: ChargeKind, _ count: Int) -> [String?] {
    let value = { (dimension: BillDimension) in
      Self.dimensions.firstIndex(of: dimension).flatMap { line.keys[$0] }
    }
    let day = value(.day).flatMap { BillDay.read($0) } ?? 19_700_101
    let date = BillDay.date(day)
    let month = BillDay.number(CivilDate(year: date.year, month: date.month, day: 1))
    let next = BillDay.adding(Int64(CivilDate.days(in: date.month, of: date.year)), to: month)
    let midnight = { (day: UInt32) in "\(BillDay.text(day))T00:00:00Z" }
    let provider = line.payer.map { $0.provider.isEmpty ? nil : $0.provider } ?? nil
    let account = line.payer.map { $0.account.isEmpty ? nil : $0.account } ?? nil
    let service = value(.service) ?? "Other"
    let sku = value(.sku)
    let kin = Self.kin(of: service)
    let isPriced = kind == .usage || kind == .purchase
    let cost = amount.description
    var fields: [String: String?] = [
      "BilledCost": cost, "ContractedCost": cost, "EffectiveCost": kind == .purchase ? "0" : cost, "ListCost": cost,
      "BillingAccountId": account ?? value(.project) ?? "unknown", "BillingCurrency": line.currency,
      "BillingAccountType": provider == "AWS" ? "AWS Account" : "Billing Account",
      "BillingPeriodStart": midnight(month), "BillingPeriodEnd": midnight(next),
      "ChargePeriodStart": midnight(day), "ChargePeriodEnd": midnight(BillDay.adding(1, to: day)),
      "ChargeCategory": kind.name, "ChargeFrequency": kind == .purchase ? "Recurring" : "Usage-Based",
      "ChargeDescription": [service, sku].compactMap(\.self).joined(separator: ": "),
      "InvoiceIssuerName": provider ?? "unknown", "ProviderName": provider ?? "unknown",
      "PublisherName": provider ?? "unknown", "ServiceCategory": kin.category, "ServiceName": service,
      "ServiceSubcategory": kin.subcategory,
      "SubAccountId": value(.project), "x_Rows": "\(count)",
    ]
    if isPriced {
      let quantity = line.detail?.quantity
      fields["PricingQuantity"] = quantity?.description ?? "1.0"
      fields["PricingUnit"] = quantity == nil ? "Days" : line.detail?.unit
      if kind == .usage {
        fields["ConsumedQuantity"] = quantity?.description
        fields["ConsumedUnit"] = quantity == nil ? nil : line.detail?.unit
      }
    }
    if let region = line.detail?.region, !region.isEmpty {
      fields["RegionId"] = region
      fields["RegionName"] = region
    }
    if let resource = line.detail?.resource, !resource.isEmpty {
      let parts = Self.parts(of: resource)
      fields["ResourceId"] = resource
      fields["ResourceName"] = parts.name
      fields["ResourceType"] = parts.type
    }
    // A tax is of no SKU.
    if kind != .tax {
      fields["SkuId"] = sku
      fields["SkuPriceId"] = sku
    }
    if value(.project) != nil { fields["SubAccountType"] = provider == "AWS" ? "AWS Account" : "Project" }
    var tags = line.detail?.tags ?? [:]
    if let job = value(.job) { tags[tags["jobs-id"] == job ? "jobs-id" : "job"] = job }
    fields["Tags"] = String(decoding: TagObject.json(tags), as: UTF8.self)
    if version == .minor3 {
      fields["HostProviderName"] = provider ?? "unknown"
      fields["ServiceProviderName"] = provider ?? "unknown"
    }
    return columns.map { fields[$0] ?? nil }
  }

  /// What a resource is called, and what it is: `report` and `jobs` of `//run.googleapis.com/…/jobs/report`, `report` and
  /// `lambda function` of the ARN of a function.
  private static func parts(of resource: String) -> (name: String, type: String) {
    if resource.hasPrefix("arn:") {
      let words = resource.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
      guard words.count == 6 else { return (resource, "Resource") }
      let rest = words[5].split(whereSeparator: { $0 == ":" || $0 == "/" })
      guard rest.count > 1 else { return (String(words[5]), String(words[2])) }
      return (rest.dropFirst().joined(separator: "/"), "\(words[2]) \(rest[0])")
    }
    let words = resource.split(separator: "/")
    return (words.last.map(String.init) ?? resource, words.count > 1 ? String(words[words.count - 2]) : "Resource")
  }

  private struct Kin {
    var category: String
    var subcategory: String
    var services: [String] = []

    init(_ category: String, _ subcategory: String? = nil, _ services: [String] = []) {
      self.category = category
      self.subcategory = subcategory ?? "Other (\(category))"
      self.services = services
    }
  }

  /// The category of a service and its subcategory (FOCUS 1.2, ServiceCategory), by its name.
  private static func kin(of service: String) -> Kin {
    kinds.first { $0.services.contains(service) } ?? Kin("Other")
  }

  private static let kinds = [
    Kin("Compute", "Serverless Compute", ["Cloud Run", "Cloud Run Functions", "AWSLambda", "AWS Lambda"]),
    Kin("Compute", "Containers", ["AmazonECS", "Amazon Elastic Container Service", "Kubernetes Engine", "AmazonEKS"]),
    Kin("Compute", "Virtual Machines", ["Compute Engine", "AmazonEC2"]),
    Kin("Compute", nil, ["EC2 - Other", "AWS Batch"]),
    Kin(
      "Developer Tools", nil,
      ["Artifact Registry", "Cloud Build", "AmazonECR", "Amazon EC2 Container Registry (ECR)"]),
    Kin(
      "Integration", nil,
      ["Cloud Scheduler", "Cloud Tasks", "Cloud Pub/Sub", "AWSEvents", "AWSQueueService", "AmazonSNS"]),
    Kin(
      "Management and Governance", nil,
      ["Cloud Logging", "Cloud Monitoring", "AmazonCloudWatch", "Amazon CloudWatch", "AWSCloudTrail"]),
    Kin("Networking", nil, ["Networking", "AmazonVPC"]),
    Kin("Security", nil, ["Secret Manager", "AWSSecretsManager", "AWS Secrets Manager", "awskms"]),
    Kin("Storage", "Object Storage", ["Cloud Storage", "AmazonS3"]),
    Kin("Databases", nil, ["Cloud SQL", "AmazonRDS", "AmazonDynamoDB"]),
    Kin("Analytics", nil, ["BigQuery", "AmazonAthena"]),
  ]
}
