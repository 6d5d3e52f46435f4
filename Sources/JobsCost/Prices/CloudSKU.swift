/// What clouds call in bills and price lists what a price book has as an item.
///
/// Google: the display names of services and the descriptions of SKUs, as the Cloud Billing Catalog has them
/// (cloudbilling.v1, 2026-09). AWS: codes of products and the tails of usage types, which have a prefix for their region
/// (infracost and price lists of 2026-08). A tail is compared whole: those of Windows, of ARM and of Spot only begin alike.
package enum CloudSKU {
  /// A thing in a price book, and what its units are counted in there.
  package struct Meaning: Hashable, Sendable {
    package var item: PriceBook.Item
    package var unit: String
    /// How many of the book's units are one of the cloud's: an hour of a vCPU has 3600 seconds of one.
    package var factor: Int
    package var pool: String?

    init(_ service: String, _ sku: String, _ unit: String, factor: Int = 1, pool: String? = nil, of provider: String) {
      item = PriceBook.Item(provider, service, sku)
      self.unit = unit
      self.factor = factor
      self.pool = pool
    }
  }

  /// nil for what no estimate has.
  ///
  /// - Parameters:
  ///   - service: as a bill or a price list names it: `Cloud Run`, `AWSLambda`, `AWS Lambda`.
  ///   - sku: `Jobs CPU in europe-west1`, `EUC1-Lambda-GB-Second`.
  package static func meaning(service: String, sku: String) -> Meaning? {
    if let meanings = google[service] {
      return meanings.first { sku == $0.begin || sku.hasPrefix("\($0.begin) in ") || sku.hasPrefix("\($0.begin) (") }?
        .meaning
    }
    guard let meanings = amazon[service] else { return nil }
    return meanings[tail(sku)]
  }

  /// A usage type without the prefix of its region: one to four letters and digits, as in `EUC1-Request` and `EU-Request`.
  package static func tail(_ usageType: String) -> String {
    guard let cut = usageType.firstIndex(of: "-") else { return usageType }
    let prefix = usageType[..<cut]
    let isRegion =
      (2...4).contains(prefix.utf8.count)
      && prefix.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
      && prefix.utf8.first.map { $0 > 64 } == true
    return isRegion ? String(usageType[usageType.index(after: cut)...]) : usageType
  }

  /// The display names of Google's services that have something of it.
  package static var googleServices: [String] { google.keys.sorted() }

  /// What of AWS's price list has something of it: the code of a service, and of its products those that alone are looked at.
  package struct AmazonService: Sendable {
    package var code: String
    /// An attribute of products and its values, of which each is asked for; all products where there is none.
    package var filter: (name: String, values: [String])?
    /// The attribute that has the region.
    package var region = "regionCode"

    init(_ code: String, _ name: String? = nil, _ values: [String] = []) {
      self.code = code
      filter = name.map { ($0, values) }
    }
  }

  package static let amazonServices: [AmazonService] = {
    // Traffic goes from a region to somewhere.
    var traffic = AmazonService("AWSDataTransfer", "transferType", ["AWS Outbound"])
    traffic.region = "fromRegionCode"
    return [
      AmazonService("AWSLambda"), AmazonService("AmazonECS"), AmazonService("AWSSecretsManager"),
      AmazonService("AmazonECR"),
      AmazonService("AmazonCloudWatch", "productFamily", ["Alarm", "Data Payload", "Storage Snapshot"]),
      AmazonService("AmazonEC2", "productFamily", ["NAT Gateway"]), traffic,
    ]
  }()

  /// Everything that is known.
  static var all: [Meaning] { google.values.flatMap { $0.map(\.meaning) } + amazon.values.flatMap(\.values) }

  /// What price lists of clouds have.
  static let items: Set<PriceBook.Item> = Set(all.map(\.item))

  private static let google: [String: [(begin: String, meaning: Meaning)]] = {
    let gcp = { (service: String, sku: String, unit: String, factor: Int) in
      Meaning(service, sku, unit, factor: factor, pool: sku, of: "gcp")
    }
    let run: [(begin: String, meaning: Meaning)] = [
      ("Jobs CPU", gcp("cloud-run-jobs", "cpu", "vCPU-second", 1)),
      ("Jobs Memory", gcp("cloud-run-jobs", "memory", "GiB-second", 1)),
    ]
    return [
      "Cloud Run": run,
      "Cloud Scheduler": [("Jobs", gcp("cloud-scheduler", "job", "job-day", 31))],
      "Secret Manager": [
        ("Secret version replica storage", gcp("secret-manager", "version", "version-month", 1)),
        ("Secret access operations", gcp("secret-manager", "access", "operation", 1)),
      ],
      "Cloud Logging": [("Log Storage cost", gcp("logging", "ingest", "GiB", 1))],
      "Artifact Registry": [("Artifact Registry Storage", gcp("artifact-registry", "storage", "GB-month", 1))],
    ]
  }()

  private static let amazon: [String: [String: Meaning]] = {
    let aws = { (service: String, sku: String, unit: String, factor: Int, pool: String?) in
      Meaning(service, sku, unit, factor: factor, pool: pool, of: "aws")
    }
    let lambda = [
      "Lambda-GB-Second": aws("lambda", "duration-x86", "GB-second", 1, "duration"),
      "Lambda-GB-Second-ARM": aws("lambda", "duration-arm", "GB-second", 1, "duration"),
      "Request": aws("lambda", "request", "request", 1, "request"),
      "Request-ARM": aws("lambda", "request", "request", 1, "request"),
      "Lambda-Storage-GB-Second": aws("lambda", "storage", "GB-second", 1, nil),
    ]
    let fargate = [
      "Fargate-vCPU-Hours:perCPU": aws("fargate", "cpu-x86", "vCPU-second", 3600, nil),
      "Fargate-GB-Hours": aws("fargate", "memory-x86", "GB-second", 3600, nil),
      "Fargate-ARM-vCPU-Hours:perCPU": aws("fargate", "cpu-arm", "vCPU-second", 3600, nil),
      "Fargate-ARM-GB-Hours": aws("fargate", "memory-arm", "GB-second", 3600, nil),
      "Fargate-EphemeralStorage-GB-Hours": aws("fargate", "storage", "GB-second", 3600, nil),
    ]
    let secrets = [
      "AWSSecretsManager-Secrets": aws("secrets-manager", "secret", "secret-month", 1, nil),
      "AWSSecretsManagerAPIRequest": aws("secrets-manager", "call", "call", 1, nil),
    ]
    let watch = [
      "CW:AlarmMonitorUsage": aws("cloudwatch", "alarm", "alarm-month", 1, "alarm"),
      "DataProcessing-Bytes": aws("cloudwatch-logs", "ingest", "GB", 1, "data"),
      "TimedStorage-ByteHrs": aws("cloudwatch-logs", "archive", "GB-month", 1, "data"),
    ]
    let registry = ["TimedStorage-ByteHrs": aws("ecr", "storage", "GB-month", 1, nil)]
    let network = [
      "NatGateway-Hours": aws("nat-gateway", "hour", "hour", 1, nil),
      "NatGateway-Bytes": aws("nat-gateway", "data", "GB", 1, nil),
    ]
    let traffic = ["DataTransfer-Out-Bytes": aws("network", "egress", "GB", 1, nil)]
    // The code of a product in a report, and its name in Cost Explorer and FOCUS.
    return [
      "AWSLambda": lambda, "AWS Lambda": lambda, "AmazonECS": fargate, "Amazon Elastic Container Service": fargate,
      "AWSSecretsManager": secrets, "AWS Secrets Manager": secrets, "AmazonCloudWatch": watch,
      "Amazon CloudWatch": watch, "AmazonECR": registry, "Amazon EC2 Container Registry (ECR)": registry,
      "AmazonEC2": network, "EC2 - Other": network, "AWSDataTransfer": traffic,
    ]
  }()
}
