import JobsCore

/// Two environments that are deployed from one branch or tag.
package enum SharedBranch: ProjectRule {
  package static let info = RuleInfo(
    "PR109", "shared-branch", .project, .warning,
    summary: "two environments that are deployed from one branch or from the same tags",
    page: """
      A push to the branch would deploy to both at once, so that the first one tests nothing. Give each its own branch,
      or deploy the later one from tags.
      """,
    bad: .init(.project, ProjectExample.project("environments: {dev: {branch: main}, staging: {branch: ⟦main⟧}}")),
    good: .init(.project, ProjectExample.project("environments: {dev: {branch: develop}, staging: {branch: main}}")))

  package static func check(_ options: CheckOptions, _ findings: inout Findings) {
    check("branch", &findings)
    check("tag", &findings)
  }

  private static func check(_ word: StaticString, _ findings: inout Findings) {
    var seen: [String: (id: Tree.ID, name: String)] = [:]
    for environment in findings.environments {
      guard let id = findings.tree.value(environment.value, word), let text = findings.closedText(id) else { continue }
      guard let other = seen[text] else {
        seen[text] = (id, findings.tree.string(environment.key))
        continue
      }
      findings.report(
        info, "the \(word) '\(Terminal.visible(text))' is deployed to '\(Terminal.visible(other.name))' as well",
        at: id,
        hint: "give each environment its own", related: [("the other is here", other.id)])
    }
  }
}
