import JobsCore
import JobsCron

/// A `dst` that the target's scheduler cannot keep.
package enum UnkeptPolicy: JobRule {
  package static let info = RuleInfo(
    "SC107", "unkept-dst", .schedules, .error, summary: "a 'dst' that the target's scheduler cannot keep",
    page: """
      EventBridge Scheduler leaves out a time that does not exist and runs a doubled one once; there is no setting for
      it, so it keeps 'dst: {gap: skip, repeat: first}' and nothing else. Cloud Scheduler goes by the wall clock and says
      that jobs may run or not run unexpectedly; it keeps no policy. Use a zone without changes of the clock, such as
      UTC, where every policy is the same, or leave 'dst' out.
      """,
    source:
      "docs.cloud.google.com/scheduler/docs/configuring/cron-job-schedules; docs.aws.amazon.com/scheduler, schedule types; 2026-11",
    bad: .init(
      .jobs,
      ExampleText.job(
        "  target: aws.ecs\n  image: acme.example/report:1.4.2\n  schedule: \"0 12 * * *\"\n  timezone: Europe/Berlin\n  dst: ⟦{gap: run-after}⟧\n"
      )),
    good: .init(
      .jobs,
      ExampleText.job(
        "  target: aws.ecs\n  image: acme.example/report:1.4.2\n  schedule: \"0 12 * * *\"\n  timezone: Europe/Berlin\n  dst: {gap: skip, repeat: first}\n"
      )))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let cloud = CloudScheduler(job.job.target.kind) else { return }
    var reported: Tree.ID?
    for (schedule, site) in zip(job.schedules, job.sites.schedules) {
      guard let dst = site.dst, dst != reported, let zone = job.knownZone(schedule) else { continue }
      let policy = schedule.schedule.dst
      if cloud == .amazon, policy.gap == .skip, policy.repeat == .first { continue }
      guard !zone.transitions(in: job.now..<job.now + 2 * 31_556_952).isEmpty else { continue }
      reported = dst
      findings.report(
        info,
        "\(cloud.rawValue) cannot keep 'gap: \(policy.gap.rawValue), repeat: \(policy.repeat.rawValue)' in '\(zone.name)'",
        at: dst,
        hint: cloud == .amazon
          ? "write 'dst: {gap: skip, repeat: first}', which is what EventBridge does, or use the time zone UTC"
          : "leave 'dst' out and use the time zone UTC, or an hour in which the clock never changes")
    }
  }
}
