package import JobsCore
package import JobsManifest

/// What one job uses in a period: a line for each thing that is billed.
package struct JobUsage: Sendable {
  package var job: Job
  package var profile: RunProfile
  package var lines: [UsageLine]
  /// What there is to know about the figures.
  package var remarks: [String]

  package init(job: Job, profile: RunProfile, lines: [UsageLine] = [], remarks: [String] = []) {
    self.job = job
    self.profile = profile
    self.lines = lines
    self.remarks = remarks
  }
}

/// Works out the use of jobs one after the other, so that what several of them share is counted once.
package struct UsageCount {
  private let book: PriceBook
  private let hosts: [ProjectCosts.Host]
  private let assumed: Assumptions
  /// What was counted with an earlier job.
  private var shared: Set<String> = []

  /// - Parameter hosts: of the project file.
  package init(_ book: PriceBook, hosts: [ProjectCosts.Host] = [], assumed: Assumptions = Assumptions()) {
    self.book = book
    self.hosts = hosts
    self.assumed = assumed
  }

  /// The use of one job, whose values that nobody chose are filled in.
  package mutating func usage(_ job: Job, _ profile: RunProfile) throws(Decimal.Overflow) -> JobUsage {
    var count = JobCount(job, profile, book, shared: shared)
    switch job.target.kind {
    case .cloudRun: try count.addCloudRun()
    case .lambda: try count.addLambda()
    case .ecs, .batch: try count.addFargate()
    case .local, .host: try count.addHosts(hosts)
    }
    count.addEvents()
    try count.addAssumed(assumed)
    shared = count.shared
    return count.usage
  }
}
