extension JobsShape {
  /// The keys of a spec that only the engine of a host keeps.
  static let hostFields: [Shape.Field] = [
    .optional("priority", .int(-100...100), "which runs start first where they wait for room: the higher; default 0"),
    .optional(
      "locks", .list(.string),
      "names of which a run holds all: no other run on this host does meanwhile, nor 'exec --lock'"),
    .optional(
      "pools", .either([.dictionary(.int(1...10_000)), .list(.string)]),
      "slots that a run takes, by the name of the pool; in a list, one of each"),
    .optional("jitter", .duration, "a start is put off by up to so much"),
    .optional("grace", .duration, "how long a run that is to end has from TERM to KILL"),
    .optional("breaker", breaker, "stops starting what fails again and again"),
    .optional("deadLetter", .bool, "true: a run that failed for good is kept to be looked at and run again"),
    .optional("quietHours", quietHours, "when nothing is to start; default those of the environment"),
    .optional(
      "fallback", .either([fallback, .string, .list(.text)]), "a command for when the last attempt has failed"),
    .optional("group", .string, "the group on a host, in place of the user's own"),
    .optional("nice", .int(-20...19), "added to the niceness; less than 0 needs root"),
    .optional("umask", .string, "the permissions that new files are created without: octal and quoted, as in \"0027\""),
    .optional("ulimits", ulimits, "limits that the kernel keeps: a number, or 'unlimited'"),
    .optional(
      "cgroup", .string, "the cgroup v2 that the run joins: a folder below /sys/fs/cgroup, or 'auto' for its own one"),
  ]

  static let quietHours = Shape.mapping([
    .required("from", .string, "hh:mm, quoted"),
    .required("to", .string, "hh:mm, quoted"),
    .optional("timezone", .string, "an IANA time zone; default UTC"),
    .optional("weekends", .bool, "true: weekends are quiet all day"),
  ])

  /// `retry` with what only our own format has.
  static let retryWithClasses = Shape.mapping(
    retryFields + [
      .optional(
        "perClass",
        .mapping([
          .optional("timeout", classRetry, "the run, or what it waited for, took too long"),
          .optional("permission", classRetry, "something was forbidden"),
          .optional("resource", classRetry, "memory, disk or another limit of the host"),
          .optional("application", classRetry, "the job itself"),
          .optional("network", classRetry, "something was out of reach"),
          .optional("unknown", classRetry, "nothing tells"),
        ]),
        "what holds for one kind of failure instead; a kind that stands here is tried again")
    ])

  private static let classRetry = Shape.mapping([
    .optional("attempts", .int(0...100), "attempts after the first"),
    .optional("backoff", .word("fixed", "exponential"), "how the pause grows"),
    .optional("delay", .duration, "the first pause"),
    .optional("maxDelay", .duration, "the longest pause"),
  ])

  private static let breaker = Shape.mapping([
    .required("failures", .int(1...1000), "after so many failed runs in a row nothing starts"),
    .optional("cooldown", .duration, "until one run is let through to try; default 10m"),
  ])

  private static let fallback = Shape.mapping([
    .required("command", .either([.string, .list(.text)]), "as 'command' of the spec"),
    .optional("args", .list(.text), "arguments after it"),
  ])

  private static let limit = Shape.either([.word("unlimited"), .int(0...(1 << 53))])

  private static let ulimits = Shape.mapping([
    .optional("as", limit, "address space, in bytes"),
    .optional("core", limit, "a core file, in bytes"),
    .optional("cpu", limit, "processor time, in seconds"),
    .optional("data", limit, "data segment, in bytes"),
    .optional("fsize", limit, "a file that is written, in bytes"),
    .optional("memlock", limit, "memory that is locked, in bytes"),
    .optional("nofile", limit, "open files"),
    .optional("nproc", limit, "processes of the user"),
    .optional("rss", limit, "resident memory, in bytes; today's kernels ignore it"),
    .optional("stack", limit, "the stack, in bytes"),
  ])
}
