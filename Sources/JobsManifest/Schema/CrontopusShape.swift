/// The keys of a Crontopus manifest (FEATURES C1; fields as in its public documentation, 2026-11).
package enum CrontopusShape {
  package static let document = Shape.mapping([
    .required("apiVersion", .word("v1"), "the format and its version"),
    .required("kind", .word("Job"), "a job"),
    .required("metadata", metadata, "who the job is"),
    .required("spec", spec, "what the job does and when"),
  ])

  private static let metadata = Shape.mapping([
    .required("name", .string, "unique in a tenant and namespace"),
    .optional("tenant", .string, "whose job it is"),
    .optional("namespace", .string, "the environment; default the first folder below the root of the manifests"),
    .optional("labels", .dictionary(.string), "short words to select by"),
    .optional("annotations", .dictionary(.string), "notes for people and tools"),
  ])

  private static let spec = Shape.mapping([
    .required("schedule", .string, "a cron expression of five fields"),
    .optional("timezone", .string, "an IANA time zone; default UTC"),
    .required("command", .either([.string, .list(.text)]), "the command"),
    .optional("args", .list(.text), "arguments after the command"),
    .optional("workingDir", .string, "the folder in which the command is run"),
    .optional("env", .either([.dictionary(.text), .list(variable)]), "environment variables"),
    .optional("checkin", JobsShape.checkin, "the check-in with the server"),
    .optional("retry", JobsShape.retry, "what happens after a failure"),
    .optional("timeout", .duration, "the longest that a run may take"),
    .optional(
      "agent", .mapping([.optional("selector", .dictionary(.string), "labels of the agents")]), "the agents that run it"
    ),
    .optional("enabled", .bool, "false: known, but never run by itself"),
    .optional("paused", .bool, "true: due times are passed over for now"),
  ])

  private static let variable = Shape.mapping([
    .required("name", .string, "the name"),
    .required("value", .text, "the value"),
  ])
}
