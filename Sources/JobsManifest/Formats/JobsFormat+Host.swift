import JobsCore

extension JobsFormat {
  /// Reads a key of a `spec` that only the engine of a host keeps; false for any other key.
  static func decodeHostKey(_ key: String, _ tree: Tree, _ value: Tree.ID, _ job: inout Job) -> Bool {
    switch key {
    case "priority": job.limits.host.priority = tree.int(value)
    case "locks": job.limits.host.locks = tree.texts(value)
    case "pools": job.limits.host.pools = pools(tree, value)
    case "jitter": job.limits.host.jitterSeconds = seconds(tree, value)
    case "grace": job.limits.host.graceSeconds = seconds(tree, value)
    case "breaker":
      job.limits.host.breaker = tree.number(value, "failures").map {
        Breaker(failures: $0, cooldownSeconds: tree.value(value, "cooldown").flatMap { seconds(tree, $0) })
      }
    case "deadLetter": job.limits.host.deadLetter = tree.bool(value)
    case "quietHours": job.limits.host.quietHours = QuietHours(tree, value)
    case "fallback": job.run.host.fallback = fallback(tree, value)
    case "group": job.run.host.group = tree.text(value)
    case "nice": job.run.host.nice = tree.int(value)
    case "umask": job.run.host.umask = tree.text(value).flatMap(HostRun.umask)
    case "ulimits": job.run.host.ulimits = [ResourceLimit](tree, value)
    case "cgroup": job.run.host.cgroup = tree.text(value)
    default: return false
    }
    return true
  }

  /// Reads `[name]` or `{name: slots}`.
  private static func pools(_ tree: Tree, _ value: Tree.ID) -> [PoolShare] {
    if tree.kind(value) == .sequence { return tree.texts(value).map { PoolShare(name: $0) } }
    return tree.entries(value).compactMap { name, slots in
      tree.int(slots).map { PoolShare(name: tree.string(name), slots: $0) }
    }
  }

  /// Reads a command, or `{command, args}`; nil for an empty one.
  private static func fallback(_ tree: Tree, _ value: Tree.ID) -> Fallback? {
    let isWhole = tree.kind(value) == .mapping
    guard let command = isWhole ? tree.value(value, "command") : value, let words = words(tree, command), !words.isEmpty
    else { return nil }
    return Fallback(command: words, args: isWhole ? tree.texts(tree.value(value, "args")) : [])
  }

  /// A command as a list or as a shell's text.
  private static func words(_ tree: Tree, _ value: Tree.ID) -> [String]? {
    tree.kind(value) == .sequence ? tree.texts(value) : tree.text(value).map(Run.shell)
  }

  /// Reads `retry.perClass`.
  static func classRetries(_ tree: Tree, _ value: Tree.ID) -> [ClassRetry] {
    tree.entries(value).compactMap { name, value in
      guard let failureClass = FailureClass(rawValue: tree.string(name)) else { return nil }
      var retry = ClassRetry(failureClass)
      retry.attempts = tree.number(value, "attempts")
      retry.backoff = tree.text(value, "backoff")
      retry.delaySeconds = tree.value(value, "delay").flatMap { seconds(tree, $0) }
      retry.maxDelaySeconds = tree.value(value, "maxDelay").flatMap { seconds(tree, $0) }
      return retry
    }
  }
}
