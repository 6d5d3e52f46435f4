package import JobsManifest

/// A change of a job that may make it cheaper; whether it does, and whether it is sound, others find out.
package struct Proposal: Sendable {
  /// How it is written into a manifest.
  package enum Change: Sendable {
    /// Keys by their short names or paths, and values as on a command line.
    case set([Pair])
    case disable
    /// What no manifest of the job says: the words say where it is changed.
    case elsewhere
  }

  /// `CO210`; see jobs-cost(1).
  package var code: String
  /// What is so, and what would be.
  package var message: String
  /// The number of the job.
  package var index: Int
  /// The job as it would be.
  package var job: Job
  package var change: Change
}
