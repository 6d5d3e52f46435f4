import JobsCore

/// An environment variable that Lambda sets itself.
package enum LambdaReservedVariable: JobRule {
  package static let info = RuleInfo(
    "AW106", "lambda-reserved-variable", .aws, .error,
    summary: "an environment variable whose name Lambda keeps to itself",
    page: """
      Lambda sets the region, the credentials and what the runtime has to know by itself, and refuses a function that
      sets one of these names: AWS_REGION, AWS_DEFAULT_REGION, AWS_ACCESS_KEY, AWS_ACCESS_KEY_ID,
      AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_EXECUTION_ENV, AWS_LAMBDA_FUNCTION_NAME, …_MEMORY_SIZE, …_VERSION,
      AWS_LAMBDA_INITIALIZATION_TYPE, AWS_LAMBDA_LOG_GROUP_NAME, AWS_LAMBDA_LOG_STREAM_NAME, AWS_LAMBDA_RUNTIME_API,
      LAMBDA_TASK_ROOT, LAMBDA_RUNTIME_DIR, _HANDLER and _X_AMZN_TRACE_ID.
      """,
    source: "\(FactSource.lambda), E3663",
    bad: .init(
      .jobs,
      ExampleText.job(
        "  target: aws.lambda\n  image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/report:1.4.2\n  env: {⟦AWS_REGION⟧: eu-west-1}\n"
      )),
    good: .init(
      .jobs,
      ExampleText.job(
        "  target: aws.lambda\n  image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/report:1.4.2\n  env: {BUCKET_REGION: eu-west-1}\n"
      )))

  package static let names: Set<String> = [
    "_HANDLER", "_X_AMZN_TRACE_ID", "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_NAME",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE",
    "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN", "AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR",
  ]

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.job.target.kind == .lambda else { return }
    for variable in job.sites.variables + job.sites.secrets where names.contains(job.tree.string(variable.name)) {
      findings.report(
        info, "variable '\(job.tree.string(variable.name))' is one that Lambda keeps to itself", at: variable.name,
        hint: "take it out, or choose another name")
    }
  }
}
