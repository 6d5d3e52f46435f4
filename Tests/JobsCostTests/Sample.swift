import JobsCore
import JobsCost
import JobsManifest
import Testing

/// Jobs and figures that several suites need.
enum Sample {
  static func number(_ text: String, _ place: SourceLocation = #_sourceLocation) throws -> Decimal {
    try #require(Decimal(text), sourceLocation: place)
  }

  /// A job with its defaults.
  static func job(_ kind: Target.Kind, region: String? = nil, _ change: (inout Job) -> Void = { _ in }) -> Job {
    var job = Job(name: "report")
    job.target = Target(kind: kind, project: kind == .cloudRun ? "acme" : nil, region: region)
    change(&job)
    return job.filled
  }

  static func profile(runs: Int, milliseconds: Int?, days: Int = 30, failing: Decimal = .zero) -> RunProfile {
    RunProfile(
      scheduled: runs, days: days, length: milliseconds.map { RunProfile.Length(Spread($0), .assumed) },
      failureRate: failing
    )
  }

  /// The estimate of jobs by the shipped prices.
  static func estimate(
    _ jobs: [(job: Job, profile: RunProfile)], hosts: [ProjectCosts.Host] = [], hasFreeTier: Bool = true,
    days: Int = 30,
    assumed: Assumptions = Assumptions()
  ) throws -> Estimate {
    let book = try PriceBook.shipped()
    var count = UsageCount(book, hosts: hosts, assumed: assumed)
    var usages: [JobUsage] = []
    for (job, profile) in jobs { usages.append(try count.usage(job, profile)) }
    return try Estimator(book, days: days, hasFreeTier: hasFreeTier).estimate(usages)
  }

  /// The lines of a job by service and SKU.
  static func line(_ estimate: JobEstimate, _ sku: String) throws -> PricedLine {
    try #require(estimate.lines.first { "\($0.line.item.service) \($0.line.item.sku)" == sku }, "\(sku)")
  }
}
