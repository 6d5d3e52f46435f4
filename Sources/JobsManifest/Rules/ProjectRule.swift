import JobsCore

/// A rule that is judged on a project file.
package protocol ProjectRule: Rule {
  static func check(_ options: CheckOptions, _ findings: inout Findings)
}

enum ProjectRules {
  static func check(_ findings: inout Findings, _ options: CheckOptions) {
    for rule in RuleCatalog.projectRules { rule.check(options, &findings) }
    if let keys = HostKeys(defaultsOf: findings) {
      for rule in RuleCatalog.hostKeyRules { rule.check(keys, &findings) }
    }
    SecretCheck.run(.project, &findings)
  }
}
