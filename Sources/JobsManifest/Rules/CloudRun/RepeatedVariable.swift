import JobsCore

/// A variable that stands twice in a list.
package enum RepeatedVariable: JobRule {
  package static let info = RuleInfo(
    "CR221", "repeated-variable", .cloudrun, .warning, summary: "an environment variable that stands twice",
    page: """
      Of two plain variables with one name a container gets the last; the first is dead text that somebody will edit one
      day and wonder. If a secret gives either of them, Cloud Run refuses the job: that is an error. Lists of Crontopus
      manifests are judged in the same way.
      """,
    source: "\(FactSource.runV1), Container.env",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        container:
          "            env:\n            - {name: MODE, value: fast}\n            - {name: ⟦MODE⟧, value: slow}\n")),
    good: .init(
      .cloudrun, ExampleText.cloudRun(container: "            env:\n            - {name: MODE, value: slow}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    // In mappings a key that stands twice is a fault of the document.
    guard job.format == .cloudrun || job.format == .crontopus else { return }
    let count = job.sites.variables.count + job.sites.secrets.count
    guard count > 1 else { return }
    let all = job.sites.variables.map { ($0, false) } + job.sites.secrets.map { ($0, true) }
    if count <= 24 {
      for at in 1..<all.count {
        guard let earlier = all[..<at].first(where: { same($0.0, all[at].0, job) }) else { continue }
        report(all[at], earlier, job, &findings)
      }
    } else {
      var seen: [String: (JobSites.Variable, Bool)] = [:]
      for one in all {
        let key = "\(one.0.container) \(job.tree.string(one.0.name))"
        if let earlier = seen[key] { report(one, earlier, job, &findings) } else { seen[key] = one }
      }
    }
  }

  private static func same(_ a: JobSites.Variable, _ b: JobSites.Variable, _ job: JobContext) -> Bool {
    a.container == b.container && job.tree.equals(a.name, b.name)
  }

  private static func report(
    _ one: (JobSites.Variable, isSecret: Bool), _ other: (JobSites.Variable, isSecret: Bool), _ job: JobContext,
    _ findings: inout Findings
  ) {
    let isError = one.isSecret || other.isSecret
    let inOrder = job.tree.range(one.0.name).lowerBound > job.tree.range(other.0.name).lowerBound
    let (later, earlier) = inOrder ? (one.0, other.0) : (other.0, one.0)
    findings.report(
      info,
      "variable '\(Terminal.visible(job.tree.string(later.name)))' stands twice\(isError ? ", and a secret gives it" : "; the last one counts")",
      at: later.name, severity: isError ? .error : .warning, hint: "keep one of the two",
      related: [("first here", earlier.name)])
  }
}
