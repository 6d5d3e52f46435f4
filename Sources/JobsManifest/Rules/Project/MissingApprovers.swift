import JobsCore

/// A protected environment that nobody may approve for.
package enum MissingApprovers: ProjectRule {
  package static let info = RuleInfo(
    "PR110", "missing-approvers", .project, .info,
    summary: "a protected environment that nobody is named to approve for",
    page: "'protected: true' asks for an approval before a deployment. Name under 'approvers' who may give it.",
    bad: .init(.project, ProjectExample.project("environments: {prod: {protected: ⟦true⟧}}")),
    good: .init(.project, ProjectExample.project("environments: {prod: {protected: true, approvers: [ops]}}")))

  package static func check(_ options: CheckOptions, _ findings: inout Findings) {
    let tree = findings.tree
    for environment in findings.environments {
      guard let id = tree.value(environment.value, "protected"), tree.bool(id) == true,
        tree.value(environment.value, "approvers").map({ tree.count($0) == 0 }) ?? true
      else { continue }
      findings.report(
        info, "'\(Terminal.visible(tree.string(environment.key)))' is protected and names no approvers", at: id,
        hint: "add 'approvers: [NAME]'")
    }
  }
}
