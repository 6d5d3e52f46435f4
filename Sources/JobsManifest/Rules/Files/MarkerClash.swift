import JobsCore

/// Two jobs that write one marker into a crontab.
package enum MarkerClash: SetRule {
  package static let info = RuleInfo(
    "FI103", "marker-clash", .files, .error, summary: "two jobs that write one marker into a crontab",
    page: """
      A line in a host's crontab is known by the comment '# jobs: tenant/env/name' above it, in which every character but
      letters, digits and '. _ - /' becomes '_'. Two jobs whose markers are equal would replace each other's line. Jobs
      whose 'agent.selector' can never choose the same host are not compared.
      """,
    source: "crontab(5), Debian 12",
    bad: .init(
      .crontopus, job("⟦nightly report⟧"), file: "prod/z.yaml",
      others: [(file: "prod/a.yaml", text: job("nightly_report"))]),
    good: .init(
      .crontopus, job("weekly-report"), file: "prod/z.yaml",
      others: [(file: "prod/a.yaml", text: job("nightly-report"))]))

  private static func job(_ name: String) -> String {
    """
    apiVersion: v1
    kind: Job
    metadata: {name: \(name), namespace: prod}
    spec: {schedule: "0 3 * * *", command: /usr/local/bin/report}
    """
  }

  package static func check(_ set: JobSet, _ findings: inout SetFindings) {
    var byMarker: [String: [Int]] = [:]
    for (at, job) in set.jobs.enumerated() where job.target.kind == .host || job.target.kind == .local {
      if job.format != .crontab { byMarker[CrontabMarker.name(of: job.id), default: []].append(at) }
    }
    for (marker, places) in byMarker where places.count > 1 {
      let places = places.sorted { DuplicateJob.isBefore(set.jobs[$0].place, set.jobs[$1].place) }
      for (number, at) in places.enumerated() {
        let job = set.jobs[at]
        let other = places[..<number].first { set.jobs[$0].id != job.id && mayMeet(set.jobs[$0].agent, job.agent) }
        guard let other else { continue }
        findings.report(
          info,
          "job '\(Terminal.visible(job.id))' writes the marker '\(marker)', as job '\(Terminal.visible(set.jobs[other].id))' does",
          at: job.place, job: job.id, hint: "rename one of the two",
          related: [Diagnostic.Related(message: "the other is here", location: set.jobs[other].place)],
          hash: job.nameHash)
      }
    }
  }

  /// Whether one host can have the labels of both selectors.
  private static func mayMeet(_ a: [Pair], _ b: [Pair]) -> Bool {
    !a.contains { label in b.contains { $0.name == label.name && $0.value != label.value } }
  }
}
