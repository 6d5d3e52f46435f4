import JobsCore

/// A relative path to a program, from a folder that nobody names.
package enum RelativeCommand: JobRule {
  package static let info = RuleInfo(
    "IM213", "relative-command", .images, .info,
    summary: "a program by a relative path, without a working directory, on a host",
    page: """
      A program's path that holds '/' and does not begin with it is looked up from the working directory. On a host,
      where none is given, that is wherever the scheduler was started. Write the path in full, or give a working
      directory. Containers are not judged: an image has a working directory of its own.
      """,
    bad: .init(.jobs, ExampleText.job("  command: [⟦bin/report⟧]\n")),
    good: .init(.jobs, ExampleText.job("  command: [bin/report]\n  workingDir: /srv/report\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard !job.job.target.kind.runsImages, job.job.run.workingDirectory == nil, job.sites.workingDirectories.isEmpty,
      !job.mayBeCompleted,
      let list = job.sites.commands.first, let first = job.tree.firstChild(list), job.tree.kind(first) == .string,
      job.tree.withText(
        first,
        {
          $0.first != UInt8(ascii: "/") && $0.first != UInt8(ascii: "~") && $0.contains(UInt8(ascii: "/"))
            && !$0.contains(UInt8(ascii: " "))
        }),
      !job.isOpen(first)
    else { return }
    findings.report(
      info, "'\(Terminal.visible(job.tree.string(first)))' is looked up from wherever the scheduler was started",
      at: first,
      hint: "write the path in full, or add '\(job.format == .jobfile ? "working_directory" : "workingDir")'")
  }
}
