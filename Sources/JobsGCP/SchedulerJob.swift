import JobsCore
import JobsCron
import JobsDeploy
import JobsManifest

/// A schedule as Cloud Scheduler has it, a `Job` (discovery document cloudscheduler.v1, revision 20261106) that starts a
/// Cloud Run job, as fields.
struct SchedulerJob {
  let fields: [Resource.Field]

  /// - Parameters:
  ///   - target: the address that runs the job.
  ///   - caller: the service account in whose name it is called.
  /// - Throws: a refusal of a schedule that Cloud Scheduler cannot keep.
  init(_ schedule: Schedule, of job: Job, target: String, caller: String) throws(ExpansionRefusal) {
    let text: String
    switch UnixSchedule.text(schedule, of: job, hashes: false) {
    case .text(let found): text = found
    case .impossible(let reason):
      throw ExpansionRefusal(
        "Cloud Scheduler reads five fields, and the schedule '\(schedule.cron)' cannot be said so: \(reason)",
        hint: "write it in five fields, such as '30 2 * * *'")
    }
    fields = [
      Resource.Field("schedule", text), Resource.Field("timeZone", schedule.timezone ?? "UTC"),
      Resource.Field("state", job.paused ? "PAUSED" : "ENABLED"), Resource.Field("httpTarget.uri", target),
      Resource.Field("httpTarget.httpMethod", "POST"),
      Resource.Field("httpTarget.oauthToken.serviceAccountEmail", caller),
      Resource.Field("httpTarget.oauthToken.scope", "https://www.googleapis.com/auth/cloud-platform"),
    ]
  }

  /// The names of a job's schedules, as its manifest has them or else its own.
  ///
  /// - Throws: a refusal of names that Cloud Scheduler does not know.
  static func names(of job: Job) throws(ExpansionRefusal) -> [String] {
    guard let stated = job.annotations[CloudRunMark.schedulesKey] else {
      return job.schedules.indices.map { name(of: job, schedule: $0) }
    }
    guard let names = ScheduleNames.names(stated, of: job.schedules.count) else {
      throw ExpansionRefusal(
        "its annotation '\(CloudRunMark.schedulesKey)' is no list of names, one for each of its schedules",
        hint: "write names of letters, digits, '-' and '_' with commas between them, or leave it out")
    }
    return names
  }

  /// The name of one of a job's schedules, counted from 0; jobs have no '_' in theirs.
  static func name(of job: Job, schedule: Int) -> String { schedule == 0 ? job.name : "\(job.name)_\(schedule + 1)" }
}
