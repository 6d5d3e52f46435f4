import ArgumentParser
import JobsAudit
import JobsCommand
import JobsCore

struct PolicyCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find what is wrong with the policy itself.",
    discussion: """
      A policy that cannot be used is 2, with the place of each fault. Found in one that can are suppressions that are over, end \
      within 30 days, have no owner, accept all that a rule finds, or name no rule.

      EXAMPLES:
        jobs-audit policy check
        jobs-audit policy check --policy audit.yaml --fail-on low
        jobs-audit policy check --as-of 2027-06-01T00:00:00Z  what will be over
      """)

  @Option(help: ArgumentHelp("Judge as of this time (RFC 3339) instead of now.", valueName: "time"))
  var asOf: String?

  @OptionGroup(title: "Policy") var options: PolicyOptions
  @OptionGroup(title: "Judging") var findings: FindingOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<FindingForms>

  func validate() throws {
    if let asOf, Instant(rfc3339: asOf) == nil {
      throw ValidationError("--as-of is a time such as 2027-01-01T00:00:00Z")
    }
  }

  func run() throws {
    let environment = processEnvironment()
    let sink = try FindingSink(output, baseline: findings.baseline, environment)
    guard let policy = try options.find(environment) else { throw PolicyOptions.missing }
    for fault in policy.faults {
      Entry.say("jobs-audit", "\(fault.location.short): \(fault.message)", hint: fault.hint)
    }
    guard policy.faults.isEmpty else { return try EndedWith.check(.usage) }
    let now = asOf.flatMap { Instant(rfc3339: $0) } ?? Instant.now()
    for finding in SuppressionFinding.check(policy, now: now) { sink.add(finding) }
    var estate = Estate()
    estate.count("policy")
    estate.count("policy-suppression", policy.suppressions.count)
    sink.show(Coverage(estate, failedInputs: 0, now: Instant.now()))
    try EndedWith.check(try sink.end(findings, isPartial: false))
  }
}
