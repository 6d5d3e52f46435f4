/// How much of a job is written.
package enum RecordDetail: Sendable {
  /// The job record: with the values that hold where nobody chose.
  case full
  /// What gives the same job back but for those, which `Job.filled` adds, and for the digest; a third as long.
  case brief
  /// What the digest is of: as little, and without what the project says about all jobs, so that neither another default
  /// of ours nor another size of a pool is a drift of the job.
  case digest

  /// Whether values are written that nobody chose.
  var hasDefaults: Bool { self == .full }
}
