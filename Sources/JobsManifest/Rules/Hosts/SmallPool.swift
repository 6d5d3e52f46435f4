import JobsCore

/// A run that takes more slots than its pool has.
package enum SmallPool: HostKeyRule {
  package static let info = RuleInfo(
    "HO102", "small-pool", .hosts, .error, summary: "a run that takes more slots than its pool has",
    page: """
      A run starts when all its slots are free. One that wants more than there are waits for ever. Take fewer, or give
      the pool a larger size under 'pools' of jobs.yaml.
      """,
    bad: .init(
      .jobs, ExampleText.job("  command: [/bin/report]\n  pools: {database: ⟦5⟧}\n"), project: PoolExample.project),
    good: .init(
      .jobs, ExampleText.job("  command: [/bin/report]\n  pools: {database: 4}\n"), project: PoolExample.project))

  static func check(_ keys: HostKeys, _ findings: inout Findings) {
    guard let project = keys.project, let pools = keys.value("pools"), keys.tree.kind(pools) == .mapping else {
      return
    }
    for (key, value) in keys.tree.entries(pools) {
      guard let size = project.pools[name: keys.tree.string(key)], let slots = keys.tree.int(value), slots > size else {
        continue
      }
      findings.report(
        info, "a run takes \(slots) slots of '\(Terminal.visible(keys.tree.string(key)))', which has \(size)",
        at: value,
        hint: "take at most \(size), or raise its size under 'pools' of '\(project.path)'")
    }
  }
}
