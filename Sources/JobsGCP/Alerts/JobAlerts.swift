import JobsDeploy
import JobsManifest

/// The alert policies that a job asks for by its `alerts`, the metrics that they need, and what is not kept of them. Pure.
struct JobAlerts {
  private(set) var resources: [Resource] = []
  /// A sentence each.
  private(set) var losses: [String] = []

  private let job: Job
  private let project: String
  private let region: String

  /// - Throws: a refusal of alerts that could not be found again, or that Cloud Monitoring cannot keep.
  init(_ job: Job, project: String) throws(ExpansionRefusal) {
    self.job = job
    self.project = project
    region = job.target.region ?? ""
    guard !job.alerts.isEmpty else { return }
    guard AlertMark.canName(job.id) else {
      throw ExpansionRefusal(
        "its alerts bear its tenant, environment and name as labels, and '\(job.id)' cannot be said so",
        hint: "write small letters, digits, '-' and '_', or take 'alerts' away")
    }
    for cause in AlertName.Cause.allCases {
      let routes = Set(job.alerts.filter { $0.when == cause.rawValue }.map(\.route)).sorted()
      // monitoring.v3 takes as many channels a policy (https://cloud.google.com/monitoring/quotas, 2026-11).
      guard routes.count <= 16 else {
        throw ExpansionRefusal(
          "its alerts for '\(cause.rawValue)' go to \(routes.count) routes, and Cloud Monitoring tells 16 at once",
          hint: "have one of them hand it on to others")
      }
      if !routes.isEmpty { add(cause, routes) }
    }
    let asked = Set(job.alerts.filter { AlertName.Cause(rawValue: $0.when) != nil }.map(\.route))
    for route in job.around.value.routes where asked.contains(route.name) { losses += RouteChannels(route).losses }
    for when in Set(job.alerts.map(\.when)).sorted() where AlertName.Cause(rawValue: when) == nil {
      losses.append("'alerts' for '\(when)' are not kept: \(Self.reasons[when] ?? "Cloud Monitoring cannot tell it")")
    }
  }

  /// Why Cloud Monitoring cannot tell it.
  private static let reasons = [
    "late": "Cloud Monitoring knows of no due times",
    "recovered": "an incident closes when no run fails any more, whether one succeeded or not",
  ]

  private mutating func add(_ cause: AlertName.Cause, _ routes: [String]) {
    let alert = AlertName(cause, of: job.name, in: region)
    var dependencies = [GoogleID(.run, job.name).text(inRegion: region, ofProject: project)]
    let condition: [Resource.Field]
    let words: String
    let command: String
    switch cause {
    case .failed, .succeeded:
      words = "a run \(cause.rawValue)"
      condition = threshold(
        "run.googleapis.com/job/completed_execution_count", #"metric.labels.result = "\#(cause.rawValue)""#, "ALIGN_SUM"
      )
      command = runs
    case .long:
      guard let limit = limit() else { return }
      words = "a run takes longer than \(Quantity.words(seconds: limit))"
      condition = threshold("run.googleapis.com/job/running_executions", nil, "ALIGN_MAX", seconds: limit)
      command = runs
    case .missed:
      guard job.enabled, !job.schedules.isEmpty, let names = try? SchedulerJob.names(of: job) else {
        losses.append("'alerts' for 'missed' are not kept, since nothing starts the job")
        return
      }
      words = "Cloud Scheduler could not start it"
      let metric = GoogleID(.logMetric, alert.text).text(inProject: project)
      resources.append(
        Resource(id: metric, job: job.id, fields: Self.missedMetric(names, in: region)))
      dependencies.append(metric)
      condition = threshold("logging.googleapis.com/user/\(alert.metric)", nil, "ALIGN_SUM")
      command =
        "gcloud logging read 'resource.type=\"cloud_scheduler_job\" AND resource.labels.job_id=\"\(names[0])\"' "
        + "--project=\(project) --limit=10"
    }
    for route in job.around.value.routes where routes.contains(route.name) {
      dependencies += RouteChannels(route).channels.map { GoogleID(.channel, $0.name.text).text(inProject: project) }
    }
    resources.append(
      Resource(
        id: GoogleID(.alert, alert.text).text(inProject: project), job: job.id,
        fields: policy(words, command, condition, routes), dependencies: dependencies))
  }

  private var runs: String {
    "gcloud run jobs executions list --job=\(job.name) --region=\(region) --project=\(project)"
  }

  /// How long a run may take, in whole minutes; nil where that is not kept.
  ///
  /// A threshold is looked at for 23 hours and 30 minutes at most, the minute that is counted at once included
  /// (https://cloud.google.com/monitoring/quotas, 2026-11).
  private mutating func limit() -> Int? {
    guard let seconds = job.expect?.p90Seconds ?? job.expect?.durationSeconds else {
      losses.append("'alerts' for 'long' are not kept without 'expect', which says how long is too long")
      return nil
    }
    guard 1...84_540 ~= seconds else {
      losses.append("'alerts' for 'long' are not kept: Cloud Monitoring looks back 23h29m at most")
      return nil
    }
    return (seconds + 59) / 60 * 60
  }

  // MARK: Documents

  private func policy(
    _ words: String, _ command: String, _ condition: [Resource.Field], _ routes: [String]
  ) -> [Resource.Field] {
    [
      Resource.Field("displayName", "\(job.id) in \(region): \(words)"),
      Resource.Field("documentation.content", "The job `\(job.id)` in `\(region)`: \(words).\n\nLook: `\(command)`\n"),
      Resource.Field("documentation.mimeType", "text/markdown"), Resource.Field("combiner", "OR"),
      Resource.Field("conditions[0].displayName", words),
    ] + condition + [
      // The least that the service takes: nobody is told of another run while an incident is open.
      Resource.Field("alertStrategy.autoClose", "1800s"), Resource.Field("enabled", Resource.Value(true)),
      Resource.Field(ResourceShape.routes, Resource.Value(routes)),
    ]
  }

  /// A condition that holds as soon as a metric of the job is more than 0, or once it has been so for a while.
  private func threshold(
    _ metric: String, _ restriction: String?, _ aligner: String, seconds: Int = 0
  ) -> [Resource.Field] {
    let isScheduler = metric.hasPrefix("logging.")
    var filter = [
      #"resource.type = "\#(isScheduler ? "cloud_scheduler_job" : "cloud_run_job")""#, #"metric.type = "\#(metric)""#,
    ]
    if !isScheduler {
      filter += [#"resource.labels.job_name = "\#(job.name)""#, #"resource.labels.location = "\#(region)""#]
    }
    if let restriction { filter.append(restriction) }
    let at = "conditions[0].conditionThreshold"
    return [
      Resource.Field("\(at).filter", filter.joined(separator: " AND ")),
      Resource.Field("\(at).comparison", "COMPARISON_GT"), Resource.Field("\(at).duration", "\(seconds)s"),
      Resource.Field("\(at).aggregations[0].alignmentPeriod", "60s"),
      Resource.Field("\(at).aggregations[0].perSeriesAligner", aligner),
    ]
  }

  /// What Cloud Scheduler writes when it could not start a job, of which it has no metric
  /// (https://cloud.google.com/scheduler/docs/logging, 2026-11).
  private static func missedMetric(_ schedules: [String], in region: String) -> [Resource.Field] {
    let names = schedules.map { #"resource.labels.job_id="\#($0)""# }
    let filter = [
      #"resource.type="cloud_scheduler_job""#, #"resource.labels.location="\#(region)""#,
      names.count == 1 ? names[0] : "(\(names.joined(separator: " OR ")))",
      #"jsonPayload."@type"="type.googleapis.com/google.cloud.scheduler.logging.AttemptFinished""#, "severity>=ERROR",
    ]
    return [
      Resource.Field("filter", filter.joined(separator: "\n")), Resource.Field("disabled", Resource.Value(false)),
    ]
  }
}
