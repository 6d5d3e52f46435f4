import JobsCore

/// A key of a cloud job that only the engine of a host keeps.
package enum HostKeyOnCloud: JobRule {
  package static let info = RuleInfo(
    "HO104", "host-key-on-cloud", .hosts, .warning, summary: "a key of a cloud job that only a host keeps",
    page: """
      Locks, pools, priorities, circuit breakers and their like are kept by the engine that starts local jobs on a host.
      A cloud's scheduler knows none of them and starts the job all the same. Take them out, or put what has to hold into
      the job itself. In a project's defaults they mean the jobs on hosts alone, and nothing is said.
      """,
    bad: .init(
      .jobs,
      ExampleText.job("  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1.4.2\n  ⟦locks⟧: [ledger]\n")
    ),
    good: .init(
      .jobs, ExampleText.job("  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1.4.2\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.format == .jobs, job.job.target.kind.runsImages else { return }
    var keys = job.sites.hostKeys.map { ($0.name, job.tree.string($0.name)) }
    if job.job.limits.retry?.perClass.isEmpty == false { keys += nested(job, "retry", "perClass") }
    if job.job.limits.missed?.splaySeconds != nil { keys += nested(job, "missed", "splay") }
    for (site, name) in keys {
      findings.report(
        info, "'\(name)' is kept on hosts alone, and the target is '\(job.job.target.kind.rawValue)'", at: site,
        hint: "take it out, or let the job see to it")
    }
  }

  /// The key below one of `spec`, as far as the manifest has it.
  private static func nested(_ job: JobContext, _ outer: StaticString, _ inner: StaticString) -> [(Tree.ID, String)] {
    guard let mapping = job.tree.value(job.root, path: "spec", outer),
      let entry = job.tree.entries(mapping).first(where: { job.tree.equals($0.key, inner) })
    else { return [] }
    return [(entry.key, "\(outer).\(inner)")]
  }
}
