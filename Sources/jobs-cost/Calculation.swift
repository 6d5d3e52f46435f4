import JobsCore
import JobsCost
import JobsManifest
import JobsStore

/// From jobs to what they cost: options, prices and history put together.
struct Calculation {
  let period: Period
  private let book: PriceBook
  private let profiles: RunProfiles
  private let hasFreeTier: Bool
  private let assumed: Assumptions

  /// - Parameter period: in place of that of the options.
  init(
    _ options: EstimateOptions, _ prices: PriceOptions, _ state: StateOptions, _ environment: [String: String],
    period: Period? = nil, now: Instant
  ) throws(Failure) {
    let period = period ?? options.period(now: now)
    self.period = period
    book = try prices.book()
    hasFreeTier = !options.noFreeTier
    assumed = options.assumed
    profiles = RunProfiles(
      options: options, period: period, history: try state.history(environment), zoneVariable: environment["TZ"],
      now: now)
  }

  /// Runs of a job in the period.
  func runs(_ job: Job) throws(Failure) -> Int { try profiles.profile(job).runs }

  /// What past runs of a job used; nil where too little is known of it.
  func peak(_ job: Job) throws(Failure) -> Proposals.Peak? {
    guard let uses = try profiles.history?.uses(of: job.id) else { return nil }
    return Proposals.Peak(uses)
  }

  /// In the order of the jobs' ids and regions.
  func estimate(_ jobs: [Job], hosts: [ProjectCosts.Host]) throws(Failure) -> Estimate {
    // Ids are put together of parts, and jobs are large to move.
    let keys = jobs.map { (id: $0.id, region: $0.target.region ?? "") }
    let order = keys.indices.sorted { a, b in
      let (a, b) = (keys[a], keys[b])
      return a.id == b.id
        ? a.region.utf8.lexicographicallyPrecedes(b.region.utf8) : a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
    }
    var count = UsageCount(book, hosts: hosts, assumed: assumed)
    var usages: [JobUsage] = []
    usages.reserveCapacity(jobs.count)
    for number in order {
      let job = jobs[number]
      let profile = try profiles.profile(job)
      do throws(Decimal.Overflow) {
        usages.append(try count.usage(job, profile))
      } catch {
        throw .overflow
      }
    }
    do throws(Decimal.Overflow) {
      return try estimate(usages)
    } catch {
      throw .overflow
    }
  }

  func estimate(_ usages: [JobUsage]) throws(Decimal.Overflow) -> Estimate {
    try Estimator(book, days: period.days, hasFreeTier: hasFreeTier).estimate(usages)
  }
}
