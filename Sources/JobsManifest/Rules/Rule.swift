import JobsCore

/// A kind of fault with its reference page. Those that are judged while a file is read have no more than that.
package protocol Rule: Sendable {
  static var info: RuleInfo { get }
}

/// A rule that is judged on one job in one environment.
package protocol JobRule: Rule {
  static func check(_ job: JobContext, _ findings: inout Findings)
}

/// A rule that is judged on all jobs that were read.
package protocol SetRule: Rule {
  static func check(_ set: JobSet, _ findings: inout SetFindings)
}
