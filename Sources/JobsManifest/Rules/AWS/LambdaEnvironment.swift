import JobsCore

/// More environment than a Lambda function holds.
package enum LambdaEnvironment: JobRule {
  package static let info = RuleInfo(
    "AW105", "lambda-environment", .aws, .error, summary: "more than 4,096 bytes of environment variables on Lambda",
    page: """
      Names and values of a function's environment variables have 4,096 bytes together. Put long settings into a
      secret, a parameter or the image, and only their names into the environment.
      """,
    source: "\(FactSource.lambda), E3697",
    bad: .init(
      .jobs,
      ExampleText.job(
        "  target: aws.lambda\n  image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/report:1.4.2\n  env:\n    ⟦RULES⟧: \(String(repeating: "ab ", count: 1365))\n"
      )),
    good: .init(
      .jobs,
      ExampleText.job(
        "  target: aws.lambda\n  image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/report:1.4.2\n  env:\n    RULES: ab\n"
      )))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.job.target.kind == .lambda, let first = job.sites.variables.first else { return }
    let bytes = job.job.run.env.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
    guard bytes > 4096 else { return }
    let largest = job.sites.variables.max { size($0, job) < size($1, job) } ?? first
    findings.report(
      info, "the environment variables have \(bytes) bytes, 4096 are allowed", at: largest.name,
      hint: "this one has the most: put its value into a secret or a file")
  }

  private static func size(_ variable: JobSites.Variable, _ job: JobContext) -> Int {
    job.tree.count(variable.name) + (variable.value.map { job.tree.count($0) } ?? 0)
  }
}
