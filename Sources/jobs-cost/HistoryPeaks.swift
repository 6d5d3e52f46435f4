import JobsCost
import JobsSchedule
import JobsStore

extension Proposals.Peak {
  /// The fewest runs that say how much a job needs.
  static let fewestRuns = 5
  /// Of the cores that runs had on average, what so many percent of them did not exceed.
  static let percentile = 90

  /// What the runs of a history used: of memory the most that any did, since a run that lacks it fails, and of cores the 90th
  /// percentile, since one that lacks them takes longer. nil where they are too few.
  init?(_ uses: [RunUse]) {
    guard uses.count >= Self.fewestRuns else { return nil }
    let cores = uses.compactMap { $0.cpuMillis.map(Int64.init) }
    self.init(
      cpuMillis: cores.count >= Self.fewestRuns
        ? RunLength.percentile(Self.percentile, of: cores).map { Int($0) } : nil,
      memoryBytes: uses.compactMap(\.memoryBytes).max(), runs: uses.count)
  }
}
