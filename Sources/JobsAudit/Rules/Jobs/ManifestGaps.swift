package import JobsManifest

/// What of jobs no rule can judge, since it stands elsewhere than in their manifests, a sentence each.
package enum ManifestGaps {
  package static func list(_ jobs: [Job], _ context: ManifestContext) -> [String] {
    var gaps = lost(jobs, context)
    for (kind, words) in [(Target.Kind.ecs, "ECS"), (.batch, "Batch"), (.lambda, "Lambda"), (.host, "hosts")] {
      let own = jobs.filter { kind == .host ? $0.runsOnHost : $0.target.kind == kind }
      let asked = own.filter { context.asked(of: $0)?.asksForKey == true }
      switch kind {
      case .ecs, .batch:
        let nameless = own.filter { context.identity(of: $0) == nil }
        gaps += gap("as whom \(names(nameless)) on \(words): the definition says", nameless)
        gaps += gap("by which key \(kept(asked)), for which the policy asks: its definition on \(words) says", asked)
      case .lambda where context.known != nil:
        let nameless = own.filter { context.identity(of: $0) == nil }
        gaps += gap("as whom \(names(nameless)) on Lambda: the account is not known, and so not the role", nameless)
      case .host:
        gaps += gap("by which key \(kept(asked)), for which the policy asks: no manifest says it of hosts", asked)
        let nameless = own.filter { $0.run.user == nil && $0.identity == nil }
        gaps += gap("as whom \(names(nameless)) on hosts: without a user that is whoever starts it", nameless)
      default: break
      }
      let open = own.filter { kind != .ecs && context.isProtected($0) }
      gaps += gap("where what is read by \(list(open)) may go: no manifest says it of \(words)", open)
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

  /// Environments that decide how strictly jobs are judged, and are none.
  private static func lost(_ jobs: [Job], _ context: ManifestContext) -> [String] {
    let nowhere = jobs.filter { $0.env == nil }
    let there = Set(jobs.compactMap(\.env))
    return gap("what protected environments ask of \(list(nowhere)): none is chosen; choose one with --env", nowhere)
      + context.named.filter { !there.contains($0) }.map {
        "what a protected environment asks in '\($0)': no job is in it"
      }
  }

  /// A sentence about some jobs; none where there is none.
  private static func gap(_ words: @autoclosure () -> String, _ jobs: [Job]) -> [String] {
    jobs.isEmpty ? [] : [words()]
  }

  private static func list(_ jobs: [Job]) -> String { FewNames.quoted(Set(jobs.map(\.id)).sorted()) }

  private static func names(_ jobs: [Job]) -> String { "\(list(jobs)) \(jobs.count == 1 ? "runs" : "run")" }

  private static func kept(_ jobs: [Job]) -> String { "\(list(jobs)) \(jobs.count == 1 ? "is" : "are") encrypted" }
}
