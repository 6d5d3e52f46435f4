import JobsCore

/// A command with nothing in it.
package enum EmptyCommand: JobRule {
  package static let info = RuleInfo(
    "IM210", "empty-command", .images, .error, summary: "a command that is empty or begins with an empty word",
    page: """
      There is no program to start. A container with 'command: []' uses the image's entry point, as it does without the
      key; there an empty list is a warning, since it looks as if it meant something.
      """,
    bad: .init(.jobs, ExampleText.job("  command: ⟦\" \"⟧\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    for id in job.sites.commands { check(id, job, &findings) }
    for id in fallback(of: job) { check(id, job, &findings) }
  }

  private static func check(_ id: Tree.ID, _ job: JobContext, _ findings: inout Findings) {
    switch job.tree.kind(id) {
    case .sequence:
      guard let first = job.tree.firstChild(id) else {
        let usesImage = job.job.target.kind.runsImages
        return findings.report(
          info, "the command is empty\(usesImage ? ", which means the image's entry point" : "")", at: id,
          severity: usesImage ? .warning : .error,
          hint: usesImage ? "leave 'command' out" : "name a program")
      }
      if job.tree.kind(first) == .string, job.tree.withText(first, isBlank), !job.isOpen(first) {
        findings.report(info, "the command's first word is empty", at: first, hint: "name a program")
      }
    case .string:
      if job.tree.withText(id, isBlank) {
        findings.report(info, "the command is empty", at: id, hint: "name a program")
      }
    default: return
    }
  }

  /// The command that stands in for one that failed.
  private static func fallback(of job: JobContext) -> [Tree.ID] {
    guard let value = job.hostValue("fallback") else { return [] }
    return [job.tree.kind(value) == .mapping ? job.tree.value(value, "command") : value].compactMap { $0 }
  }

  private static func isBlank(_ text: UnsafeBufferPointer<UInt8>) -> Bool { text.allSatisfy { $0 <= 32 } }
}
