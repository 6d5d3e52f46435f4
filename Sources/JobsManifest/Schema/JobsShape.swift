/// The keys of our own format, `jobs/v1`. Those of `spec` are also the keys of a project's `defaults`.
package enum JobsShape {
  package static let document = Shape.mapping([
    .required("apiVersion", .word("jobs/v1"), "the format and its version"),
    .required("kind", .word("Job"), "a job"),
    .required("metadata", metadata, "who the job is"),
    .required("spec", spec, "what the job does and when"),
  ])

  static let metadata = Shape.mapping([
    .required("name", .string, "at most 63 of a-z, 0-9 and '-', unique in a tenant and environment"),
    .optional("tenant", .string, "whose job it is"),
    .optional("labels", .dictionary(.string), "short words to select by"),
    .optional("annotations", .dictionary(.string), "notes for people and tools"),
  ])

  static let spec = Shape.mapping(
    specFields + [
      .optional("environments", .dictionary(environmentSpec), "differences an environment; null removes a key")
    ])

  /// A spec in an overlay, where null may stand for everything.
  private static let environmentSpec = Shape.mapping(specFields.map(\.inOverlay))

  static let specFields: [Shape.Field] =
    [
      .optional(
        "target", .word("local", "host", "gcp.run", "aws.lambda", "aws.ecs", "aws.batch"),
        "where the job runs; default local"),
      .optional(
        "schedule", .either([.string, .list(.either([.string, schedule]))]), nullable: true,
        "a cron expression, or a list of them"),
      .optional("timezone", .string, "an IANA time zone such as Europe/Berlin; default UTC"),
      .optional("dst", dst, "what happens to a fixed time at a change of the clock"),
      .optional("image", .string, "a container image"),
      .optional("code", code, "on aws.lambda, what runs in place of an image: a folder, or a zip file"),
      .optional(
        "command", .either([.string, .list(.text)]), "a list is run as it stands; a string goes through /bin/sh"),
      .optional("args", .list(.text), "arguments after the command"),
      .optional("workingDir", .string, "the folder in which the command is run"),
      .optional("env", .dictionary(.text), "environment variables"),
      .optional("envFile", .string, "a file of NAME=value lines, read when the job starts"),
      .optional("secrets", .dictionary(.string), "environment variables from secrets: 'name' or 'name:version'"),
      .optional("mounts", .list(mount), "secrets as files"),
      .optional("user", .string, "the user on a host"),
      .optional("resources", resources, "what a run may use"),
      .optional("timeout", .duration, "the longest that one attempt may take"),
      .optional("retry", retryWithClasses, "what happens after a failure"),
      .optional(
        "concurrency",
        .either([
          .word("allow", "forbid", "replace"), .mapping([.required("queue", .int(1...10_000), "runs that may wait")]),
        ]),
        "what happens when a run is due while another goes on"),
      .optional("missed", missed, "what happens to due times that nobody was there to run"),
      .optional("identity", .string, "a service account, a role's ARN, or a user on a host"),
      .optional("network", network, "the way out"),
      .optional(
        "events", .list(.dictionary(.any)),
        "what else starts the job: 'pubsub', a topic; 'deadLetter', the topic for messages that could not start it; "
          + "'retry: false', so that a message is delivered once and never again"),
      .optional("expect", expect, "what cost and alerts assume until history says better"),
      .optional("checkin", checkin, "a monitor that hears of starts and ends"),
      .optional("alerts", .list(alert), "who is told of what"),
      .optional("verify", verify, "what has to hold once the job was deployed, or the deployment failed"),
      .optional(
        "agent", .mapping([.optional("selector", .dictionary(.string), "labels of the hosts")]), "the hosts that run it"
      ),
      .optional("enabled", .bool, "false: known, but never run by itself"),
      .optional("paused", .bool, "true: due times are passed over for now"),
    ] + hostFields

  private static let code = Shape.mapping([
    .optional("path", .string, "a folder, which is packed, or a file '.zip', from the folder of the manifest"),
    .optional("runtime", .string, "what it is written for, such as python3.13"),
    .optional("handler", .string, "what is called, such as main.handler; default 'bootstrap' for provided.al2023"),
  ])

  static let dst = Shape.mapping([
    .optional("gap", .word("run-after", "skip"), "a time that does not exist; default run-after"),
    .optional("repeat", .word("first", "second", "both"), "a time that exists twice; default first"),
  ])

  private static let schedule = Shape.mapping([
    .required("cron", .string, "the expression"),
    .optional(
      "dialect", .word("unix", "seconds", "quartz", "eventbridge"), "how to read it, where its fields do not tell"),
    .optional("timezone", .string, "the zone of this schedule"),
    .optional("dst", dst, "the changes of the clock, for this schedule"),
  ])

  private static let mount = Shape.mapping([
    .required("secret", .string, "'name' or 'name:version'"),
    .required("path", .string, "an absolute path"),
  ])

  static let resources = Shape.mapping([
    .optional("cpu", .scalar(.cpu), "cores, or millicores such as 500m"),
    .optional("memory", .scalar(.bytes), "bytes, such as 512Mi"),
    .optional("gpu", .int(0...16), "GPUs"),
    .optional("architecture", .word("x86_64", "arm64"), "the processor, on AWS"),
    .optional("tasks", .int(1...10_000), "how many tasks a run has"),
    .optional("parallelism", .int(0...10_000), "how many of them at once; 0 for all"),
  ])

  /// `retry` as several formats have it.
  static let retry = Shape.mapping(retryFields)

  static let retryFields: [Shape.Field] = [
    .optional("enabled", .bool, "false: no attempt after the first"),
    .optional("attempts", .int(0...100), "attempts after the first"),
    .optional("backoff", .word("fixed", "exponential"), "how the pause grows"),
    .optional("delay", .duration, "the first pause"),
    .optional("maxDelay", .duration, "the longest pause"),
    .optional(
      "classes", .list(.word("timeout", "permission", "resource", "application", "network", "unknown")),
      "the kinds of failure that are tried again"),
  ]

  private static let missed = Shape.mapping([
    .optional(
      "policy",
      .either([.word("skip", "last", "all"), .mapping([.required("all", .int(1...10_000), "at most so many")])]),
      "which are made up for"),
    .optional("within", .duration, "how late they may be"),
    .optional("splay", .duration, "late runs are spread over so much"),
  ])

  private static let network = Shape.mapping([
    .optional("connector", .string, "a Serverless VPC Access connector"),
    .optional("network", .string, "a VPC network"),
    .optional("subnetwork", .string, "a subnetwork"),
    .optional("tags", .list(.string), "network tags"),
    .optional("egress", .word("all-traffic", "private-ranges-only"), "what goes through it"),
  ])

  static let expect = Shape.mapping([
    .optional("duration", .duration, "the usual length of a run"),
    .optional("p90", .duration, "nine of ten runs are shorter"),
  ])

  static let checkin = Shape.mapping([
    .optional("enabled", .bool, "false: nobody is told"),
    .optional("url", .string, "where to post"),
    .optional("secret", .string, "the token, as a variable or a reference"),
    .optional("timeout", .duration, "after how long without a word the run counts as lost"),
  ])

  private static let verify = Shape.mapping([
    .optional(
      "run",
      .mapping([
        .optional("args", .list(.text), "words behind those of the job"),
        .optional("env", .dictionary(.text), "variables beside those of the job"),
        .optional("tasks", .int(1...10_000), "how many tasks it has"),
        .optional("timeout", .duration, "the longest that it may take, its start included; default 15m"),
      ]), "a run of the job, which has to succeed"),
    .optional("http", .list(httpCheck), "addresses of the web, each of which has to answer"),
  ])

  private static let httpCheck = Shape.mapping([
    .required("url", .string, "an address with http or https; redirects to another host are not followed"),
    .optional("status", .int(100...599), "the status to be answered with; default 200"),
    .optional("timeout", .duration, "the longest that one attempt may take; default 10s"),
    .optional("attempts", .int(1...100), "how often it is asked, the first time included; default 5"),
    .optional("delay", .duration, "the pause before the next attempt; default 5s"),
  ])

  private static let alert = Shape.mapping([
    .required("when", .word("failed", "missed", "late", "long", "recovered", "succeeded"), "the event"),
    .required("route", .string, "a route of the project file"),
  ])
}
