import JobsCore

/// A pool that the project does not define.
package enum UnknownPool: HostKeyRule {
  package static let info = RuleInfo(
    "HO101", "unknown-pool", .hosts, .error, summary: "a pool that the project does not define",
    page: """
      How many slots a pool has stands under 'pools' of jobs.yaml, once for all jobs that share it. A pool that is not
      there has no size, so nothing would hold the job back, and a misspelt name would share nothing with anybody.
      """,
    bad: .init(
      .jobs, ExampleText.job("  command: [/bin/report]\n  pools: [⟦databse⟧]\n"), project: PoolExample.project),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  pools: [database]\n"), project: PoolExample.project)
  )

  static func check(_ keys: HostKeys, _ findings: inout Findings) {
    guard let project = keys.project else { return }
    for (name, site) in keys.poolNames where project.pools[name: name] == nil {
      let meant = Spelling.nearest(name, of: project.pools.map(\.name))
      findings.report(
        info, "the project defines no pool '\(Terminal.visible(name))'", at: site,
        hint: meant.map { "did you mean '\($0)'?" } ?? "give its size under 'pools' of '\(project.path)'")
    }
  }
}

/// Projects that examples of rules on pools have beside them.
enum PoolExample {
  static let project = ProjectExample.project("pools: {database: 4}\n")
}
