import JobsCore
import JobsCron

/// A job as it is handed on: secrets masked, its digest worked out, and what surrounds it added.
enum NormalisedJob {
  /// The job without the values that nobody chose. With them it is what its record gives back.
  static func job(_ context: JobContext) -> Job {
    var job = context.job
    SecretMask.apply(to: &job)
    // The digest is of what was chosen, so that another default of ours is no drift.
    job.digest = job.computedDigest()
    job.addSurroundings(of: context.project, in: context.view)
    let isHosts = context.format == .crontab || context.format == .jobfile
    for (at, read) in context.schedules.enumerated() {
      if case .success(let expression) = read.expression { job.schedules[at].dialect = expression.dialect }
      if job.schedules[at].timezone == nil, !isHosts { job.schedules[at].timezone = "UTC" }
    }
    return job
  }
}
