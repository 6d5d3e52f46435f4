extension Verification {
  /// The value of `verify` as a manifest has it; what holds anyway is left out.
  var entries: [ManifestValue.Entry] {
    var entries: [ManifestValue.Entry] = []
    // A run may have nothing of its own to say.
    entries.add("run", run.map { ManifestValue.mapping($0.entries) })
    if !http.isEmpty { entries.add("http", .list(http.map { .mapping($0.entries) })) }
    return entries
  }
}

extension Verification.Run {
  fileprivate var entries: [ManifestValue.Entry] {
    var entries: [ManifestValue.Entry] = []
    entries.add("args", args)
    entries.add("env", env)
    entries.add("tasks", tasks)
    entries.add("timeout", seconds: timeoutSeconds)
    return entries
  }
}

extension Verification.HTTP {
  fileprivate var entries: [ManifestValue.Entry] {
    let usual = Verification.HTTP(url: url)
    var entries: [ManifestValue.Entry] = []
    entries.add("url", url)
    if status != usual.status { entries.add("status", status) }
    if timeoutSeconds != usual.timeoutSeconds { entries.add("timeout", seconds: timeoutSeconds) }
    if attempts != usual.attempts { entries.add("attempts", attempts) }
    if delaySeconds != usual.delaySeconds { entries.add("delay", seconds: delaySeconds) }
    return entries
  }
}
