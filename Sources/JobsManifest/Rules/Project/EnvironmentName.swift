import JobsCore

/// The name of an environment that ids and commands cannot hold.
package enum EnvironmentName: ProjectRule {
  package static let info = RuleInfo(
    "PR107", "environment-name", .project, .error,
    summary: "the name of an environment that ids and commands cannot hold",
    page: """
      The name is a part of each job's id, of labels in the cloud and of '--env': 1 to 63 of a-z, 0-9 and '-', not
      beginning or ending with '-'. 'all' is what --env takes for every environment, and '-' stands for none.
      """,
    bad: .init(.project, ProjectExample.project("environments: {⟦Prod⟧: {}}")),
    good: .init(.project, ProjectExample.project("environments: {prod: {}}")))

  package static func check(_ options: CheckOptions, _ findings: inout Findings) {
    for (key, _) in findings.environments {
      let name = findings.tree.string(key)
      if name == "all" {
        findings.report(
          info, "'all' cannot be an environment", at: key,
          hint: "'--env all' means every environment; take another name")
      } else if !isName(name) {
        findings.report(
          info, "'\(Terminal.visible(name))' cannot be an environment", at: key, hint: "use 1 to 63 of a-z, 0-9 and '-'"
        )
      }
    }
  }

  static func isName(_ name: String) -> Bool {
    (1...63).contains(name.utf8.count) && name.utf8.first != UInt8(ascii: "-") && name.utf8.last != UInt8(ascii: "-")
      && name.utf8.allSatisfy { $0 >= 97 && $0 <= 122 || $0 >= 48 && $0 <= 57 || $0 == UInt8(ascii: "-") }
  }
}
