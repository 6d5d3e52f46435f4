/// The formats in which a job can be written.
package enum Format: String, Sendable, CaseIterable {
  /// Our own: `apiVersion: jobs/v1`, `kind: Job`.
  case jobs
  /// The project file: `apiVersion: jobs/v1`, `kind: Project`.
  case project
  /// `apiVersion: v1`, `kind: Job`.
  case crontopus
  /// `apiVersion: run.googleapis.com/v1`, `kind: Job`.
  case cloudrun
  /// A JSON object with `command`, without `apiVersion`.
  case jobfile
  /// A crontab, known by its path or by `--format crontab`.
  case crontab

  /// A file name that fits an example of the format.
  package var exampleFile: String {
    switch self {
    case .project: "jobs.yaml"
    case .jobs, .cloudrun: "job.yaml"
    case .crontopus: "prod/job.yaml"
    case .jobfile: "job.json"
    case .crontab: "job.crontab"
    }
  }

  /// The format in words.
  package var title: String {
    switch self {
    case .jobs: "a job (jobs/v1)"
    case .project: "a project file (jobs/v1)"
    case .crontopus: "a Crontopus job"
    case .cloudrun: "a Cloud Run job"
    case .jobfile: "a job file"
    case .crontab: "a crontab"
    }
  }
}
