/// Where the facts behind rules come from, with the dates on which they were read.
enum FactSource {
  static let runV1 = "run.v1.json of Google's discovery documents, revision 20261031"
  static let runV2 = "run.v2.json of Google's discovery documents, revision 20261031"
  static let runSizes = "docs.cloud.google.com/run/docs/configuring/jobs/cpu and …/memory-limits, 2026-11-21"
  static let runVariables = "docs.cloud.google.com/run/docs/configuring/jobs/environment-variables, 2026-11-21"
  static let runTimeout = "docs.cloud.google.com/run/docs/configuring/task-timeout, 2026-11-21"
  static let gcloud = "gcloud 528, command_lib/run/flags.py"
  static let gcloudLabels = "gcloud 528, command_lib/util/args/labels_util.py"
  static let lambda = "cfn-lint 1.58.0, aws_lambda_function schemas, 2026-11-21"
  static let fargate = "cfn-lint 1.58.0, rule E3047, 2026-11-21"
  static let images = "github.com/distribution/reference, grammar of v0.6.0; OCI distribution-spec 1.1.1"
}
