/// The keys of a JSON job file (FEATURES D1).
package enum JobFileShape {
  package static let document = Shape.mapping([
    .optional("name", .string, "the job's name; default the file's"),
    .optional("description", .string, "what the job is for"),
    .optional("schedule", .string, "a cron expression of five fields"),
    .optional("timezone", .string, "an IANA time zone; default the host's"),
    .required(
      "command", .either([.string, .list(.text)]), "a list is run as it stands; a string goes through /bin/sh"),
    .optional("args", .list(.text), "arguments after the command"),
    .optional("working_directory", .string, "the folder in which the command is run"),
    .optional("env", .dictionary(.text), "environment variables"),
    .optional("timeout", .duration, "the longest that a run may take, in seconds"),
    .optional("retry", JobsShape.retry, "what happens after a failure"),
    .optional("enabled", .bool, "false: known, but never run by itself"),
  ])
}
