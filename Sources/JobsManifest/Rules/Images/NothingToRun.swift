import JobsCore

/// A job without what its target runs.
package enum NothingToRun: JobRule {
  package static let info = RuleInfo(
    "IM207", "nothing-to-run", .images, .error,
    summary: "a job without an image for a cloud, or without a command for a host",
    page: """
      'gcp.run', 'aws.lambda', 'aws.ecs' and 'aws.batch' run an image, 'aws.lambda' also 'code'; 'local' and 'host' run a
      command. The other key does not make up for it: a cloud has nothing to find the command in. 'defaults' and
      environments in jobs.yaml count.
      """,
    bad: .init(.jobs, ExampleText.job("  target: ⟦gcp.run⟧\n  command: [/bin/report]\n")),
    good: .init(
      .jobs,
      ExampleText.job(
        "  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1.4.2\n  command: [/bin/report]\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.format == .jobs, !job.mayBeCompleted else { return }
    // A key that is misspelt or out of place may be the very one: said once is enough.
    if findings.diagnostics.contains(where: { $0.code == UnknownKey.info.code || $0.code == MisplacedKey.info.code }) {
      return
    }
    let site = job.sites.target ?? job.jobSite
    let target = job.job.target.kind
    if target.runsImages {
      guard job.job.run.image == nil, job.sites.images.isEmpty, job.job.run.code.isEmpty, job.sites.code == nil else {
        return
      }
      findings.report(
        info, "a job on \(target.rawValue) needs an image\(target == .lambda ? ", or code" : "")", at: site,
        hint: "add 'image: …'\(target == .lambda ? " or 'code: …'" : ""), or 'target: local' for this machine")
    } else if job.job.run.command.isEmpty, job.sites.commands.isEmpty {
      findings.report(
        info, "a job on \(target == .local ? "this machine (target local)" : "a host") needs a command", at: site,
        hint: job.sites.images.isEmpty
          ? "add 'command: [PROGRAM, ARGUMENT]'"
          : "add 'target: gcp.run' to run the image, or 'command' for this machine")
    }
  }
}

extension Target.Kind {
  /// Whether the target runs container images.
  var runsImages: Bool {
    switch self {
    case .cloudRun, .lambda, .ecs, .batch: true
    case .local, .host: false
    }
  }
}
