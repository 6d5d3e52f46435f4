import JobsCore

/// Two jobs with one identity.
package enum DuplicateJob: SetRule {
  package static let info = RuleInfo(
    "FI102", "duplicate-job", .files, .error,
    summary: "two jobs with one tenant, environment, name, project and region",
    page: """
      The id 'tenant/env/name' is what histories, labels and deployments know a job by; with two of them each deployment
      would undo the other's. Rename one, or give it another tenant or environment. The lines of a crontab are compared
      within their own file, since each host has its own crontab.
      """,
    bad: .init(.jobs, job("⟦report⟧"), file: "z.yaml", others: [(file: "a.yaml", text: job("report"))]),
    good: .init(.jobs, job("report"), file: "z.yaml", others: [(file: "a.yaml", text: job("invoice"))]))

  private static func job(_ name: String) -> String {
    "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: \(name)}\nspec: {command: [/bin/report]}\n"
  }

  /// A job as what there may be only one of.
  private struct Identity: Hashable {
    let job: JobSummary

    /// The file of a crontab.
    private var file: String? { job.format == .crontab ? job.place.file : nil }

    static func == (one: Identity, other: Identity) -> Bool {
      let (a, b) = (one.job, other.job)
      return a.name == b.name && a.tenant ?? "-" == b.tenant ?? "-" && a.env ?? "-" == b.env ?? "-"
        && a.target.project == b.target.project && a.target.region == b.target.region && one.file == other.file
    }

    /// What tells most jobs apart.
    func hash(into hasher: inout Hasher) {
      hasher.combine(job.name)
      hasher.combine(job.env ?? "-")
      hasher.combine(job.target.region)
    }
  }

  private struct Duplicate {
    var job: Int
    var original: Int
    var environments: [String] = []
  }

  package static func check(_ set: JobSet, _ findings: inout SetFindings) {
    var first: [Identity: Int] = [:]
    first.reserveCapacity(set.jobs.count)
    var repeated: [Identity: [Int]] = [:]
    for (at, job) in set.jobs.enumerated() {
      let identity = Identity(job: job)
      if let other = first[identity] { repeated[identity, default: [other]].append(at) } else { first[identity] = at }
    }
    // A job of several regions or environments has one place, and so one finding.
    var duplicates: [Location: Duplicate] = [:]
    for places in repeated.values {
      guard let original = places.min(by: { isBefore(set.jobs[$0].place, set.jobs[$1].place) }) else { continue }
      for at in places where set.jobs[at].place != set.jobs[original].place {
        let job = set.jobs[at]
        var found = duplicates[job.place] ?? Duplicate(job: at, original: original)
        if let env = job.env, !found.environments.contains(env) { found.environments.append(env) }
        duplicates[job.place] = found
      }
    }
    for found in duplicates.values {
      let job = set.jobs[found.job]
      findings.report(
        info, "job '\(Terminal.visible(job.id))' exists already", at: job.place, job: job.id,
        environments: found.environments.sorted(),
        hint: "rename one, or give it another tenant or environment",
        related: [Diagnostic.Related(message: "first here", location: set.jobs[found.original].place)],
        hash: job.nameHash)
    }
  }

  static func isBefore(_ a: Location, _ b: Location) -> Bool {
    if a.file != b.file { return a.file.utf8.lexicographicallyPrecedes(b.file.utf8) }
    return (a.line, a.column) < (b.line, b.column)
  }
}
