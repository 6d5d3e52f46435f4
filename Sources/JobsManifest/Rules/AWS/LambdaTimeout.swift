import JobsCore

/// A timeout that no Lambda function has.
package enum LambdaTimeout: JobRule {
  package static let info = RuleInfo(
    "AW102", "lambda-timeout", .aws, .error, summary: "a timeout beyond 15 minutes on Lambda",
    page: """
      A Lambda function may take 15 minutes (900 s) and at least a second. Work that takes longer belongs on 'aws.ecs'
      or 'aws.batch', or into smaller parts.
      """,
    source: "\(FactSource.lambda), E3717",
    bad: .init(
      .jobs,
      ExampleText.job(
        "  target: aws.lambda\n  image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/report:1.4.2\n  timeout: ⟦1h⟧\n")),
    good: .init(
      .jobs,
      ExampleText.job(
        "  target: aws.lambda\n  image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/report:1.4.2\n  timeout: 15m\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.job.target.kind == .lambda, let seconds = job.job.limits.timeoutSeconds, !(1...900).contains(seconds)
    else { return }
    findings.report(
      info,
      seconds == 0
        ? "a Lambda function cannot have a timeout of 0"
        : "a Lambda function may take 15m, and \(Quantity.words(seconds: seconds)) is given",
      at: job.sites.timeout ?? job.jobSite,
      hint: seconds == 0 ? "leave the timeout out for 3s" : "set the timeout to 15m or less, or use 'target: aws.ecs'")
  }
}
