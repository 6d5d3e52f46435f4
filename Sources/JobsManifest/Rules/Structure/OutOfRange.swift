import JobsCore

/// An integer outside its range.
package enum OutOfRange: Rule {
  package static let info = RuleInfo(
    "ST107", "out-of-range", .structure, .error, summary: "an integer outside its range",
    page: "The service or the engine refuses the value. The range stands in the message.",
    source: "run.v1.json of Google's discovery documents, revision 20261031; cloud.google.com/run/quotas",
    bad: .init(.cloudrun, ExampleText.cloudRun(task: "          maxRetries: ⟦11⟧\n")),
    good: .init(.cloudrun, ExampleText.cloudRun(task: "          maxRetries: 10\n")))

  static func report(_ id: Tree.ID, _ value: Int, _ range: ClosedRange<Int>, _ findings: inout Findings) {
    findings.report(
      info, "\(value) is out of range: \(range.lowerBound) up to \(range.upperBound)", at: id,
      hint:
        "write \(value < range.lowerBound ? range.lowerBound : range.upperBound) for the \(value < range.lowerBound ? "least" : "most") that is allowed"
    )
  }
}
