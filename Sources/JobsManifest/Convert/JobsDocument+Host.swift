import JobsCore

/// The keys of `spec` that only the engine of a host keeps.
extension [ManifestValue.Entry] {
  mutating func add(_ limits: HostLimits) {
    add("priority", limits.priority)
    add("locks", limits.locks)
    if limits.pools.allSatisfy({ $0.slots == 1 }) {
      add("pools", limits.pools.map(\.name))
    } else {
      add("pools", limits.pools.map { ManifestValue.Entry(key: $0.name, value: .int($0.slots)) })
    }
    add("jitter", seconds: limits.jitterSeconds)
    add("grace", seconds: limits.graceSeconds)
    if let breaker = limits.breaker {
      var entries: [ManifestValue.Entry] = []
      entries.add("failures", breaker.failures)
      if breaker.cooldownSeconds != Breaker.usualCooldown { entries.add("cooldown", seconds: breaker.cooldownSeconds) }
      add("breaker", entries)
    }
    add("deadLetter", limits.deadLetter.map { ManifestValue.bool($0) })
    if let hours = limits.quietHours {
      var entries: [ManifestValue.Entry] = []
      entries.add("from", QuietHours.text(minutes: hours.from))
      entries.add("to", QuietHours.text(minutes: hours.to))
      if hours.timezone != "UTC" { entries.add("timezone", hours.timezone) }
      if hours.weekends { entries.add("weekends", .bool(true)) }
      add("quietHours", entries)
    }
  }

  mutating func add(_ run: HostRun) {
    if let fallback = run.fallback {
      let command = fallback.shellText.map { ManifestValue.text($0) } ?? .texts(fallback.command)
      if fallback.args.isEmpty {
        add("fallback", command)
      } else {
        add("fallback", [.init(key: "command", value: command), .init(key: "args", value: .texts(fallback.args))])
      }
    }
    add("group", run.group)
    add("nice", run.nice)
    add("umask", run.umask.map { HostRun.text(umask: $0) })
    add(
      "ulimits",
      run.ulimits.map {
        ManifestValue.Entry(key: $0.name.rawValue, value: $0.value.map { .int($0) } ?? .text("unlimited"))
      })
    add("cgroup", run.cgroup)
  }

  /// `retry.perClass`.
  mutating func add(_ retries: [ClassRetry]) {
    add(
      "perClass",
      retries.map { retry in
        var entries: [ManifestValue.Entry] = []
        entries.add("attempts", retry.attempts)
        entries.add("backoff", retry.backoff)
        entries.add("delay", seconds: retry.delaySeconds)
        entries.add("maxDelay", seconds: retry.maxDelaySeconds)
        return ManifestValue.Entry(key: retry.failureClass.rawValue, value: .mapping(entries))
      })
  }
}
