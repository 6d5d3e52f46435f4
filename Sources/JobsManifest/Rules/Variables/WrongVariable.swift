import JobsCore

/// A value given by `--var` that the variable's declaration does not allow.
package enum WrongVariable: Rule {
  package static let info = RuleInfo(
    "VA103", "wrong-variable", .variables, .error,
    summary: "a value given by --var that the variable's declaration does not allow",
    page: """
      A variable that is declared with a type (int, number, bool) or a pattern in jobs.yaml takes only such values, so
      that a deployment with a mistyped tag or size stops here. Values that jobs.yaml itself gives are judged there
      (PR108). The value is not shown, since it may be a secret.
      """)

  /// - Parameter fault: what is wrong, to stand after `the value`.
  static func report(_ name: String, _ fault: String, at id: Tree.ID, part: Range<Int>, _ findings: inout Findings) {
    findings.report(
      info, "the value given for '\(name)' \(fault)", at: id, part: part,
      hint: "correct --var \(name)=…, or the declaration in jobs.yaml")
  }
}
