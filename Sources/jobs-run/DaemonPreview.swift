import Glibc
import JobsCommand
import JobsCore
import JobsDaemon
import JobsReport
import JobsSchedule

/// What a daemon would do: its jobs and when each is due next.
struct DaemonPreview {
  let jobs: DaemonJobs

  func show(_ output: OutputOptions<some OutputForms>, _ environment: [String: String]) throws(Failure) -> ExitStatus {
    let sink = try RecordSink(output, environment)
    let now = Instant.now().seconds
    let fires = jobs.jobs.map { job in (job, job.timetable.next(after: now)) }
    let due = { (job: DaemonJob, fire: Fire?) in fire?.local.shown ?? (job.timetable.firesAtBoot ? "at boot" : "-") }
    for (_, fire) in fires { if let fire { sink.emit("fire") { fire.write(to: &$0) } } }
    if sink.isHuman {
      var table = Table([.init("JOB"), .init("NEXT RUN", isWhole: true), .init("REMARK")])
      for (job, fire) in fires {
        table.add([job.id, due(job, fire), job.policy.isPaused ? "paused" : fire?.remark ?? ""])
      }
      sink.output.write(jobs.jobs.isEmpty ? "no jobs\n" : table.text(output.terminal(STDOUT_FILENO, environment)))
    }
    for problem in jobs.problems { Entry.say("jobs-run", problem) }
    try sink.finish(ok: jobs.problems.isEmpty)
    return jobs.problems.isEmpty ? .done : .findings
  }
}
