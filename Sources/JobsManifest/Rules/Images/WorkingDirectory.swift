import JobsCore

/// A working directory that is not absolute.
package enum WorkingDirectory: JobRule {
  package static let info = RuleInfo(
    "IM214", "working-directory", .images, .error, summary: "a working directory that is not an absolute path",
    page: """
      A relative working directory depends on where the scheduler or the image's entry point happens to be. '~' and
      '$HOME' are words of a shell, which nobody asks about this path. Write the path in full. On a host a relative
      path is a warning: it works for a person who runs the job from the right folder.
      """,
    bad: .init(
      .jobs,
      ExampleText.job("  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1.4.2\n  workingDir: ⟦app⟧\n")
    ),
    good: .init(
      .jobs,
      ExampleText.job("  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1.4.2\n  workingDir: /app\n"))
  )

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    for id in job.sites.workingDirectories where job.tree.kind(id) == .string {
      // 0 for an empty text.
      let first = job.tree.withText(id) { $0.first ?? 0 }
      guard first != UInt8(ascii: "/"), !job.isOpen(id) else { continue }
      let text = Terminal.visible(job.tree.string(id))
      let isShells = first == UInt8(ascii: "~") || first == UInt8(ascii: "$")
      let isError = job.job.target.kind.runsImages || isShells || first == 0 || job.format == .jobfile
      findings.report(
        info, first == 0 ? "the working directory is empty" : "the working directory '\(text)' is not absolute", at: id,
        severity: isError ? .error : .warning,
        hint: isShells
          ? "no shell expands it: write the path in full"
          : "write the path in full, such as '/srv/\(text.isEmpty ? "app" : text)'")
    }
  }
}
