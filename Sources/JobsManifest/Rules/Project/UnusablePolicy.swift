import JobsCore

/// A policy of the project file that says nothing.
package enum UnusablePolicy: Rule {
  package static let info = RuleInfo(
    "PO100", "unusable-policy", .project, .error, summary: "a value under 'policy' that 'jobs-audit' cannot use",
    page: """
      'jobs-audit' judges by the policy of the project file and by files of its own form. A pattern, a day or a reason that
      cannot be read would hide findings or forbid nothing, so that the audit does not begin. The message says what is
      wrong, and jobs-project(5) has every key.
      """)
}
