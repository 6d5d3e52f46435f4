/// The `retry` of our own format and of job files, but for what only our own has.
enum RetryValue {
  /// - Parameter usual: what holds where nothing is written.
  static func entries(_ retry: Retry, usual: Retry?) -> [ManifestValue.Entry] {
    var plain = retry
    plain.perClass = []
    guard plain != usual else { return [] }
    var entries: [ManifestValue.Entry] = []
    if retry.attempts != usual?.attempts { entries.add("attempts", retry.attempts) }
    // Exponential is what retries are without a word.
    if retry.backoff != "exponential" { entries.add("backoff", retry.backoff) }
    entries.add("delay", seconds: retry.delaySeconds)
    entries.add("maxDelay", seconds: retry.maxDelaySeconds)
    entries.add("classes", retry.classes.map { ManifestValue.texts($0) })
    return entries
  }
}
