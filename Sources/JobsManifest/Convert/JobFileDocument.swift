import JobsCron

/// A job as a JSON job file.
enum JobFileDocument {
  static func entries(_ job: Job, _ losses: inout LossList) throws(ConversionRefusal) -> [ManifestValue.Entry] {
    guard !job.run.command.isEmpty else {
      throw ConversionRefusal(
        "a job file runs a command, and the job has none", hint: "write what the image runs as 'command'")
    }
    losses.dropCloudFields(job)
    losses.drop("expect", if: job.expect != nil)
    losses.drop("alerts", if: !job.alerts.isEmpty)
    losses.drop("annotations", if: job.annotations.contains { $0.name != "description" })
    if job.origin?.format == Format.crontopus.rawValue { losses.drop("env", if: job.env != nil) }
    var document: [ManifestValue.Entry] = []
    document.add("name", job.name)
    document.add("description", job.annotations["description"])
    addSchedule(job, to: &document, &losses)
    if let text = job.run.shellText { document.add("command", text) } else { document.add("command", job.run.command) }
    document.add("args", job.run.args)
    document.add("working_directory", job.run.workingDirectory)
    document.add("env", job.run.env)
    document.add("timeout", job.limits.timeoutSeconds)
    var model = Job(name: job.name)
    model.target.kind = .local
    if let retry = job.limits.retry {
      document.add("retry", RetryValue.entries(retry, usual: Limits().filled(for: model).retry))
    }
    if job.paused { losses.add("paused", "becomes 'enabled: false'") }
    if !job.enabled || job.paused { document.add("enabled", .bool(false)) }
    return document
  }

  private static func addSchedule(_ job: Job, to document: inout [ManifestValue.Entry], _ losses: inout LossList) {
    guard let schedule = job.schedules.first else { return }
    switch UnixSchedule.text(schedule, of: job, hashes: true) {
    case .text(let text):
      document.add("schedule", text)
      document.add("timezone", schedule.timezone)
    case .impossible(let reason): losses.add("schedule", "cannot be said in five fields: \(reason)")
    }
    if job.schedules.count > 1 {
      losses.add("schedule", "has \(job.schedules.count) expressions, and only the first is kept")
    }
  }
}
