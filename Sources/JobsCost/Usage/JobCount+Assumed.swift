import JobsCore
import JobsManifest

extension JobCount {
  /// What a job of a cloud is assumed to log, to send and to keep in a registry; nothing where nothing is assumed.
  mutating func addAssumed(_ assumed: Assumptions) throws(Decimal.Overflow) {
    let isGoogle: Bool
    switch job.target.kind {
    case .cloudRun: isGoogle = true
    case .lambda, .ecs, .batch: isGoogle = false
    case .local, .host: return
    }
    let times = try product(attempts(), Decimal(max(job.resources.tasks ?? 1, 1)))
    func amount(_ bytes: Int) throws(Decimal.Overflow) -> Spread<Decimal>? { try product(times, gibibytes(bytes)) }
    if let bytes = assumed.logBytes {
      if isGoogle {
        try add("gcp", "logging", "ingest", "GiB", amount(bytes), isRegional: false, remark: "as assumed")
      } else {
        try add("aws", "cloudwatch-logs", "ingest", "GB", amount(bytes), remark: "as assumed")
      }
    }
    if let bytes = assumed.egressBytes {
      let (provider, unit) = isGoogle ? ("gcp", "GiB") : ("aws", "GB")
      try add(provider, "network", "egress", unit, amount(bytes), remark: "as assumed, to the internet")
    }
    if let bytes = assumed.natBytes {
      let remark = "as assumed; what the gateway itself costs is not counted"
      if isGoogle {
        try add("gcp", "cloud-nat", "data", "GiB", amount(bytes), isRegional: false, remark: remark)
      } else {
        try add("aws", "nat-gateway", "data", "GB", amount(bytes), remark: remark)
      }
    }
    if let bytes = assumed.imageBytes { try addImage(bytes) }
  }

  /// The image where it is kept, with the first job that runs it.
  private mutating func addImage(_ bytes: Int) throws(Decimal.Overflow) {
    guard let image = job.run.image, isFirst("image", image) else { return }
    let host = image.prefix { $0 != "/" }
    let size = Spread(try gibibytes(bytes))
    let remark = "as assumed, with the first job that runs it"
    if host.hasSuffix(".pkg.dev") {
      add("gcp", "artifact-registry", "storage", "GB-month", size, isRegional: false, remark: remark)
    } else if host.contains(".dkr.ecr.") {
      add("aws", "ecr", "storage", "GB-month", size, remark: remark)
    }
  }
}
