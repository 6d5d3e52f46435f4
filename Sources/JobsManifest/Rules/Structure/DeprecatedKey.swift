import JobsCore

/// A key that is still understood, but has a successor.
package enum DeprecatedKey: Rule {
  package static let info = RuleInfo(
    "ST110", "deprecated-key", .structure, .warning, summary: "a key that is still understood, but has a successor",
    page: """
      The key works today and will stop to. Cloud Run takes 'all' for the annotation vpc-access-egress, for one, but
      documents 'all-traffic'; CR rules report such values.
      """)

  static func report(_ key: Tree.ID, instead: String, _ findings: inout Findings) {
    findings.report(info, "key '\(findings.tree.string(key))' is deprecated", at: key, hint: instead)
  }
}
