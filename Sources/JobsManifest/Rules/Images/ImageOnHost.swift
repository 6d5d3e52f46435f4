import JobsCore

/// An image where nothing runs images.
package enum ImageOnHost: JobRule {
  package static let info = RuleInfo(
    "IM208", "image-on-host", .images, .warning, summary: "an image on a target that runs commands",
    page: """
      'local' and 'host' run the command as a process of the machine and never look at 'image'. Either the target is
      missing (it is 'local' if left out), or the image is left over.
      """,
    bad: .init(
      .jobs, ExampleText.job("  command: [/bin/report]\n  image: ⟦europe-docker.pkg.dev/acme/jobs/report:1.4.2⟧\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.format == .jobs, !job.job.target.kind.runsImages, let image = job.sites.images.first,
      // Without a command the missing command says it.
      !job.job.run.command.isEmpty || !job.sites.commands.isEmpty || job.mayBeCompleted,
      !(job.mayBeCompleted && job.sites.target == nil)
    else { return }
    findings.report(
      info, "target '\(job.job.target.kind.rawValue)' runs the command and never looks at the image", at: image,
      hint: "add 'target: gcp.run', or take the image out")
  }
}
