/// What an organisation asks of jobs and of grants: the key `policy` of jobs.yaml, and of a policy file of its own.
package enum PolicyShape {
  /// A policy file.
  package static let document = Shape.mapping([
    .required("apiVersion", .word("jobs/v1"), "the format and its version"),
    .required("kind", .word("Policy"), "a policy file"),
    .required("metadata", .mapping([.required("name", .string, "the policy's name")]), "which policy"),
    .required("policy", policy, "what is allowed"),
  ])

  package static let policy = Shape.mapping([
    .optional("registries", .list(.string), "patterns of image registries that jobs may use"),
    .optional("suppressions", .list(suppression), "findings that are accepted, until a day"),
    .optional("audit", audit, "what jobs-audit holds grants and jobs to"),
  ])

  private static let suppression = Shape.mapping([
    .required("rule", .string, "a code"),
    .optional("job", .string, "the job's id or a pattern"),
    .optional("principal", .string, "who it is about, or a pattern"),
    .optional("resource", .string, "what it is about, or a pattern: 'projects/acme-*'"),
    .optional("fingerprint", .string, "the one finding that has it"),
    .required("reason", .string, "why"),
    .optional("owner", .string, "who answers for it"),
    .required("expires", .string, "the last day: '2027-03-31'"),
    .optional("ticket", .string, "where it is followed up"),
  ])

  private static let severity = Shape.word("off", "info", "low", "medium", "high", "critical")

  private static let audit = Shape.mapping([
    .optional("rules", .dictionary(severity), "rules by code: a severity, or 'off'"),
    .optional("domains", .list(.string), "the organisation's domains; members of others are found"),
    .optional("environments", .dictionary(environment), "what environments ask beyond that, by name"),
    .optional("duties", .list(duty), "roles that nobody ought to have both"),
    .optional("tests", .list(test), "what the policy finds in examples; 'jobs-audit policy test' runs them"),
  ])

  private static let environment = Shape.mapping([
    .optional("protected", .bool, "true: its jobs are judged more strictly"),
    .optional("projects", .list(.string), "its projects of Google; default that of the environment in jobs.yaml"),
    .optional("accounts", .list(.string), "its accounts of AWS: twelve digits, quoted"),
    .optional("regions", .list(.string), "patterns of regions that its jobs may run in"),
    .optional("registries", .list(.string), "patterns of image registries that its jobs may use"),
    .optional(
      "roles", .list(.string), "patterns of roles that may be granted there, and of AWS's managed policies by ARN"),
    .optional("cmek", .bool, "true: its jobs in clouds are encrypted with a key of their own"),
  ])

  private static let duty = Shape.mapping([
    .required("name", .string, "what the two are, in a few words"),
    .required("roles", .list(.string), "patterns of roles"),
    .required("with", .list(.string), "patterns of roles that go with none of them"),
    .optional("severity", .word("info", "low", "medium", "high", "critical"), "how bad it is; default medium"),
  ])

  private static let test = Shape.mapping([
    .required("name", .string, "what holds, in a sentence"),
    .required("given", given, "what is judged"),
    .required(
      "expect", .list(.either([.string, expected])), "all that is found: codes, or what more is known of each"),
    .optional("only", .list(.string), "codes of the rules that are looked at; default all"),
  ])

  private static let given = Shape.mapping([
    .optional("input", .any, "a value that 'jobs-audit iam' reads, or a list of such"),
    .optional("files", .list(.string), "files that it reads, beside this one"),
    .optional("jobs", .list(.any), "manifests"),
    .optional("env", .string, "the environment of the manifests"),
    .optional("region", .string, "the region in which their jobs run"),
    .optional("resource", .string, "what a policy of Google is of, as in --resource"),
    .optional("asOf", .string, "a day or time as of which is judged"),
  ])

  private static let expected = Shape.mapping([
    .required("rule", .string, "a code"),
    .optional("severity", .word("info", "low", "medium", "high", "critical"), "as it is found"),
    .optional("principal", .string, "who"),
    .optional("resource", .string, "what"),
    .optional("suppressed", .bool, "true: a suppression accepts it"),
  ])
}
