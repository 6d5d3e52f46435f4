import JobsCore
import JobsCron

/// A freeze window that cannot be read, or that has no length.
package enum FreezeTime: ProjectRule {
  package static let info = RuleInfo(
    "PR116", "freeze-time", .project, .error, summary: "a freeze window that cannot be read, or that has no length",
    page: """
      'from' and 'to' are days, as in 2026-12-20, or minutes, as in "2026-12-20T18:00", by the clock of 'timezone', which is
      UTC where it is left out. A day as 'to' counts to its end. An environment that is named has to be one of the project.
      """,
    bad: .init(.project, ProjectExample.project("freeze: [{from: 2026-12-20, to: ⟦20.12.2026⟧}]\n")),
    good: .init(
      .project,
      ProjectExample.project(
        "freeze: [{from: 2026-12-20, to: 2027-01-02, timezone: Europe/Berlin, reason: holidays}]\n")))

  package static func check(_ options: CheckOptions, _ findings: inout Findings) {
    guard let windows = findings.tree.value(findings.root, "freeze") else { return }
    let known = Set(findings.environments.map { findings.tree.string($0.key) })
    for window in Array(findings.tree.children(windows)) where findings.tree.kind(window) == .mapping {
      let from = time(findings.tree.value(window, "from"), isEnd: false, &findings)
      let to = time(findings.tree.value(window, "to"), isEnd: true, &findings)
      if let from, let to, from >= to, let id = findings.tree.value(window, "to") {
        findings.report(info, "the window ends before it begins", at: id, hint: "give a later end")
      }
      guard let names = findings.tree.value(window, "environments") else { continue }
      for id in Array(findings.tree.children(names)) {
        guard let name = findings.closedText(id), !known.contains(name) else { continue }
        findings.report(
          info, "the project has no environment '\(Terminal.visible(name))'", at: id,
          hint: "name one under 'environments', or leave the name out")
      }
    }
  }

  private static func time(_ id: Tree.ID?, isEnd: Bool, _ findings: inout Findings) -> Int64? {
    guard let id, let text = findings.closedText(id) else { return nil }
    if let time = FreezeWindow.time(text, isEnd: isEnd) { return time.seconds }
    findings.report(
      info, "'\(Terminal.visible(text))' is no day and no minute", at: id,
      hint: "write 2026-12-20, or \"2026-12-20T18:00\"")
    return nil
  }
}
