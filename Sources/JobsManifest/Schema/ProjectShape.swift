/// The keys of `jobs.yaml`, the project file.
package enum ProjectShape {
  package static let document = Shape.mapping([
    .required("apiVersion", .word("jobs/v1"), "the format and its version"),
    .required("kind", .word("Project"), "a project file"),
    .required(
      "metadata",
      .mapping([
        .required("name", .string, "the project's name"),
        .optional("labels", .dictionary(.string), "short words to select by"),
      ]), "which project"),
    .optional("tenant", .string, "the tenant of jobs that name none"),
    .optional("manifests", .string, "the folder below which manifests lie; default the project's"),
    .optional("defaults", .mapping(JobsShape.specFields), "what jobs are that do not say otherwise"),
    .optional("environments", .dictionary(environment), "the environments by name"),
    .optional("hosts", .dictionary(host), "hosts by name"),
    .optional(
      "pools", .dictionary(.int(1...10_000)), "the slots of each pool that jobs take from, by name, on one host"),
    .optional(
      "limits",
      .mapping([
        .optional("running", .int(1...100_000), "the most runs at once"),
        .optional("keepRuns", .int(1...1_000_000_000), "executions of a job that the history keeps; default 10000"),
        .optional("keepDays", .int(1...36_500), "days for which an execution is kept; default 400"),
        .optional("keepDeadLetters", .int(0...1_000_000), "dead letters of a job that are kept; default 1000"),
      ]), "what one host does"),
    .optional("failures", .list(failure), "how the reason of a failed run is known, beside what is known anyway"),
    .optional("freeze", .list(freeze), "when nothing is to be deployed"),
    .optional("notifications", notifications, "who is told, and how"),
    .optional("policy", PolicyShape.policy, "what is allowed"),
    .optional(
      "terraform", .mapping([.optional("variables", .dictionary(.any), "variables by name, then by environment")]),
      "what goes into terraform.tfvars"),
  ])

  private static let environment = Shape.mapping([
    .optional("branch", .string, "the branch that is deployed here"),
    .optional("tag", .string, "the pattern of tags that are deployed here"),
    .optional("protected", .bool, "true: whoever changes it names an approval"),
    .optional("approvers", .list(.string), "who may approve"),
    .optional(
      "gcp",
      .mapping([
        .required("project", .string, "the project's id"),
        .optional("regions", .list(.string), "the regions; one record a region"),
      ]), "where on Google Cloud"),
    .optional(
      "aws",
      .mapping([
        .required("account", .string, "twelve digits, quoted"),
        .optional("region", .string, "the region"),
        .optional("role", .string, "the role to deploy as"),
        .optional("boundary", .string, "the policy that bounds the roles which are made: a name or an ARN"),
      ]), "where on AWS"),
    .optional(
      "variables", .dictionary(.either([.text, .scalar(.bool), variable])),
      "variables by name: a value, or a type with a default"),
    .optional("sizes", JobsShape.resources, "resources of jobs that name none"),
    .optional("quietHours", JobsShape.quietHours, "when nothing is to start"),
    .optional("budget", budget, "what the environment may cost"),
    .optional("retention", .list(retention), "what becomes of old images, by the repository that they are in"),
  ])

  private static let retention = Shape.mapping([
    .required(
      "images", .string, "a repository of Artifact Registry or ECR; it is left alone where no job's image is in it"),
    .required("keep", .int(1...10_000), "the newest images of each name, which stay whatever their age"),
    .optional("untagged", .duration, "the age at which images without a tag go, in whole days: 7d"),
    .optional(
      "olderThan", .duration, "the age at which images go, in whole days; without both ages go all that are not kept"),
    .optional("keepTags", .list(.string), "beginnings of tags: images with such a tag stay"),
    .optional("dryRun", .bool, "true: the registry only says what it would delete"),
  ])

  private static let variable = Shape.mapping([
    .required("type", .word("string", "int", "number", "bool"), "what a value has to be"),
    .optional("pattern", .string, "a regular expression that the whole value matches"),
    .optional("default", .either([.text, .scalar(.bool)]), "the value if none is given"),
    .optional("description", .string, "what it is for"),
  ])

  private static let failure = Shape.mapping([
    .required(
      "class", .word("timeout", "permission", "resource", "application", "network", "unknown"), "the kind of failure"),
    .optional("contains", .string, "text in the end of the output; capitals do not matter"),
    .optional("exitCode", .int(1...255), "the status of the process, in place of a text"),
  ])

  private static let freeze = Shape.mapping([
    .required("from", .string, "a day or a minute: 2026-12-20, '2026-12-20T18:00'"),
    .required("to", .string, "a day, to its end, or a minute"),
    .optional("timezone", .string, "an IANA name; default UTC"),
    .optional("reason", .string, "why"),
    .optional("environments", .list(.string), "which; default all"),
  ])

  private static let budget = Shape.mapping([
    .required("monthly", .string, "an amount and a currency: '200 USD'"),
    .optional("warn", .text, "at which share to warn: 80%"),
  ])

  private static let host = Shape.mapping([
    .optional("hourly", .string, "what an hour costs: '0.04 USD'"),
    .optional("labels", .dictionary(.string), "short words to select by"),
  ])

  private static let notifications = Shape.mapping([
    .optional(
      "routes",
      .dictionary(
        .mapping([
          .optional("slack", .string, "an incoming webhook, as a secret"),
          .optional("email", .either([.string, .list(.string)]), "addresses"),
          .optional("pagerduty", .string, "an integration key, as a secret"),
          .optional("webhook", .string, "a URL"),
          .optional("severity", .list(.word("info", "warning", "error", "critical")), "what goes this way"),
        ])), "routes by name")
  ])
}
