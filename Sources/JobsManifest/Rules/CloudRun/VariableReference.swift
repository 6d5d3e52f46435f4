import JobsCore

/// `$(NAME)`, which Kubernetes expands and Cloud Run does not.
package enum VariableReference: JobRule {
  package static let info = RuleInfo(
    "CR225", "variable-reference", .cloudrun, .warning, summary: "'$(NAME)', which Cloud Run does not expand",
    page: """
      Kubernetes puts the value of another variable in the place of '$(NAME)' in values, commands and arguments. Cloud
      Run does not: the program gets the five signs as they stand. Write the value out, use '${NAME}' of this suite,
      or let a shell expand it: 'command: [/bin/sh, -c]' with "$NAME" in the text.
      """,
    source: "\(FactSource.runV1), EnvVar.value and Container.args",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        container:
          "            env:\n            - {name: HOST, value: db.internal}\n            - {name: ADDRESS, value: \"⟦$(HOST)⟧:5432\"}\n"
      )),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(container: "            env:\n            - {name: ADDRESS, value: \"db.internal:5432\"}\n"))
  )

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.format == .cloudrun else { return }
    for variable in job.sites.variables {
      if let value = variable.value { judge(value, job, isKnownOnly: false, &findings) }
    }
    // A shell's text may hold '$(command)': there only the name of a variable tells.
    for list in job.sites.args + job.sites.commands {
      for element in job.tree.children(list) { judge(element, job, isKnownOnly: true, &findings) }
    }
  }

  private static func judge(_ id: Tree.ID, _ job: JobContext, isKnownOnly: Bool, _ findings: inout Findings) {
    guard job.tree.kind(id) == .string, let part = job.tree.withText(id, reference) else { return }
    let name = job.tree.withText(id) { String(decoding: $0[part.lowerBound + 2..<part.upperBound - 1], as: UTF8.self) }
    if isKnownOnly {
      let all = job.sites.variables + job.sites.secrets
      guard all.contains(where: { job.tree.withText($0.name) { $0.elementsEqual(name.utf8) } }) else { return }
    }
    findings.report(
      info, "'$(\(name))' is not expanded by Cloud Run", at: id, part: part, hint: "write the value of '\(name)' out")
  }

  /// The first `$(NAME)` with a name in capitals; `$$(NAME)` is a literal even in Kubernetes.
  static func reference(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard text.count > 3 else { return nil }
    var at = 0
    while at + 3 < text.count {
      guard text[at] == UInt8(ascii: "$"), text[at + 1] == UInt8(ascii: "(") else {
        at += text[at] == UInt8(ascii: "$") && text[at + 1] == UInt8(ascii: "$") ? 2 : 1
        continue
      }
      var end = at + 2
      while end < text.count, text[end].isCapital || text[end].isDigit || text[end] == UInt8(ascii: "_") { end += 1 }
      if end > at + 2, end < text.count, text[end] == UInt8(ascii: ")"), !text[at + 2].isDigit { return at..<end + 1 }
      at += 2
    }
    return nil
  }
}
