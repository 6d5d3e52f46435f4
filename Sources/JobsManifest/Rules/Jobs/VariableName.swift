import JobsCore

/// A name that no environment variable can have, or that programs cannot read.
package enum VariableName: JobRule {
  package static let info = RuleInfo(
    "JB102", "variable-name", .jobs, .error, summary: "a name that no environment variable can have",
    page: """
      An environment is a list of 'NAME=value': a name cannot be empty and cannot hold '=', a NUL or a line break. A
      name that begins with a digit, or holds a space or another sign than '_', '-' and '.', can be passed on, but
      most programs and every shell cannot read it; this is a warning.
      """,
    source: "POSIX.1-2024, 8.1; \(FactSource.runVariables)",
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  env: {⟦\"DAY=1\"⟧: monday}\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  env: {DAY: monday}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    for variable in job.sites.variables { judge(variable.name, job, &findings) }
    for variable in job.sites.secrets { judge(variable.name, job, &findings) }
  }

  private enum Fault { case empty, equals, control, digit, character }

  private static func judge(_ id: Tree.ID, _ job: JobContext, _ findings: inout Findings) {
    guard job.tree.kind(id).isScalar, let fault = job.tree.withText(id, fault), !job.isOpen(id) else { return }
    let name = Terminal.visible(job.tree.string(id))
    switch fault {
    case .empty:
      findings.report(info, "a variable's name is empty", at: id, hint: "give it a name, or take the entry out")
    case .equals: findings.report(info, "variable name '\(name)' holds '='", at: id, hint: "write name and value apart")
    case .control:
      findings.report(
        info, "variable name '\(name)' holds a control character", at: id, hint: "use letters, digits and '_'")
    case .digit:
      findings.report(
        info, "variable name '\(name)' begins with a digit", at: id, severity: .warning,
        hint: "shells cannot read it; put a letter or '_' first")
    case .character:
      findings.report(
        info, "variable name '\(name)' holds characters that programs cannot read", at: id, severity: .warning,
        hint: "use letters, digits and '_'")
    }
  }

  private static func fault(_ text: UnsafeBufferPointer<UInt8>) -> Fault? {
    guard let first = text.first else { return .empty }
    var isOdd = false
    for byte in text where !byte.isWord {
      if byte == UInt8(ascii: "=") { return .equals }
      if byte < 32 || byte == 127 { return .control }
      if byte != UInt8(ascii: "-"), byte != UInt8(ascii: ".") { isOdd = true }
    }
    return isOdd ? .character : first.isDigit ? .digit : nil
  }
}
