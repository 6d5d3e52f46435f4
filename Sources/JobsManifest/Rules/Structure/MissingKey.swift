import JobsCore

/// A key that the format requires is not there.
package enum MissingKey: Rule {
  package static let info = RuleInfo(
    "ST104", "missing-key", .structure, .error, summary: "a key that the format requires is missing",
    page: """
      The job cannot be understood without the key. The mapping in which it is missing is marked; what the key means
      stands in the hint.
      """,
    bad: .init(
      .jobs,
      """
      apiVersion: jobs/v1
      kind: Job
      ⟦metadata⟧:
        labels: {team: data}
      spec:
        command: [/bin/true]

      """),
    good: .init(.jobs, ExampleText.job("  command: [/bin/true]\n")))

  static func report(_ field: Shape.Field, in mapping: Tree.ID, path: [String], _ findings: inout Findings) {
    findings.report(
      info, "key '\(field.text)' is missing\(path.isEmpty ? "" : " in '\(path.last!)'")",
      at: findings.tree.key(ofValue: mapping, from: findings.root) ?? mapping, hint: "\(field.text): \(field.doc)")
  }
}
