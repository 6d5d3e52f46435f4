extension Format {
  /// The keys of the format; a crontab has none.
  package var shape: Shape? {
    switch self {
    case .jobs: JobsShape.document
    case .project: ProjectShape.document
    case .crontopus: CrontopusShape.document
    case .cloudrun: CloudRunShape.document
    case .jobfile: JobFileShape.document
    case .crontab: nil
    }
  }
}
