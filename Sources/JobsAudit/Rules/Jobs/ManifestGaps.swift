package import JobsManifest

/// What of jobs no rule can judge, since it stands elsewhere than in their manifests, a sentence each.
package enum ManifestGaps {
  package static func list(_ jobs: [Job], _ context: ManifestContext) -> [String] {
    var gaps: [String] = []
    for (kind, words) in [(Target.Kind.ecs, "ECS"), (.batch, "Batch"), (.lambda, "Lambda"), (.host, "hosts")] {
      let own = jobs.filter { kind == .host ? $0.runsOnHost : $0.target.kind == kind }
      let asked = own.filter { context.asked(of: $0)?.asksForKey == true }
      switch kind {
      case .ecs, .batch:
        gaps += gap(own.filter { $0.identity == nil }, "as whom", "run on \(words): their definitions say")
        gaps += gap(
          asked, "with which keys", "are encrypted, for which the policy asks: their definitions on \(words) say")
      case .host:
        gaps += gap(asked, "with which keys", "are encrypted, for which the policy asks: no manifest says it of hosts")
        gaps += gap(
          own.filter { $0.run.user == nil && $0.identity == nil }, "as whom",
          "run on hosts: they name no user, and so run as whoever starts them")
      default: break
      }
      let isOpen = { (job: Job) in kind != .ecs && context.isProtected(job) }
      gaps += gap(own.filter(isOpen), "where", "may send what they read: no manifest says it of \(words)")
    }
    for job in jobs {
      if let file = job.run.envFile { gaps.append("the variables of '\(job.id)' in '\(file)': it was not read") }
    }
    guard let known = context.known else { return gaps }
    return gaps
      + context.identities(of: jobs).filter { !known.contains($0) && context.powers[$0] == nil }.map {
        "what '\($0)' may do: the input of --iam does not tell all of it"
      }
  }

  /// A sentence about some jobs; none where there is none.
  private static func gap(_ jobs: [Job], _ first: String, _ rest: String) -> [String] {
    guard !jobs.isEmpty else { return [] }
    let names = Set(jobs.map(\.id)).sorted()
    return ["\(first) \(ActionWords.names(names)) \(rest)"]
  }
}
