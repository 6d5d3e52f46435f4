import JobsCore
import JobsCron

/// A job as it goes to the stream: secrets masked, defaults written out, its digest worked out.
enum NormalisedJob {
  /// The job's record with its line break.
  static func record(_ context: JobContext) -> [UInt8] {
    var job = context.job
    SecretMask.apply(to: &job)
    // The digest is of what was chosen, so that another default of ours is no drift.
    job.digest = job.computedDigest()
    job.addSurroundings(of: context.project, context.view.environment)
    let isHosts = context.format == .crontab || context.format == .jobfile
    for (at, read) in context.schedules.enumerated() {
      if case .success(let expression) = read.expression { job.schedules[at].dialect = expression.dialect }
      if job.schedules[at].timezone == nil, !isHosts { job.schedules[at].timezone = "UTC" }
    }
    var json = JSONWriter(reserving: 1536)
    job.write(to: &json)
    json.newline()
    return json.bytes
  }
}
