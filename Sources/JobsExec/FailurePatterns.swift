package import JobsCore

/// Words in a job's output that tell why it failed.
package struct FailurePatterns: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    /// Looked for without regard to the case of ASCII letters.
    package var words: String
    package var failureClass: FailureClass

    package init(_ words: String, _ failureClass: FailureClass) {
      self.words = words
      self.failureClass = failureClass
    }
  }

  /// How much of the end of an output is looked at, in bytes.
  package static let window = 16384

  package var rows: [Row]
  /// What exit statuses mean, before anything else is looked at.
  package var exitCodes: [Int32: FailureClass]

  package init(rows: [Row], exitCodes: [Int32: FailureClass] = [:]) {
    self.rows = rows
    self.exitCodes = exitCodes
  }

  /// The class of the row that is found last in the output, since programs say last what ended them; of two rows at
  /// one place, the longer.
  package func match(_ output: [UInt8]) -> FailureClass? {
    let text = output.suffix(Self.window).map { (65...90).contains($0) ? $0 | 32 : $0 }
    var best: (end: Int, length: Int, failureClass: FailureClass)?
    for row in rows {
      let words = Array(row.words.lowercased().utf8)
      guard let end = Self.lastEnd(of: words, in: text) else { continue }
      if let best, (end, words.count) <= (best.end, best.length) { continue }
      best = (end, words.count, row.failureClass)
    }
    return best?.failureClass
  }

  private static func lastEnd(of words: [UInt8], in text: [UInt8]) -> Int? {
    guard let first = words.first, text.count >= words.count else { return nil }
    var start = text.count - words.count
    while start >= 0 {
      if text[start] == first, text[start..<start + words.count].elementsEqual(words) { return start + words.count }
      start -= 1
    }
    return nil
  }

  /// What the C library, the kernel, common shells, curl, OpenSSH and the JVM write.
  package static let standard = FailurePatterns(rows: [
    Row("connection refused", .network),
    Row("connection reset", .network),
    Row("connection timed out", .network),
    Row("could not resolve host", .network),
    Row("temporary failure in name resolution", .network),
    Row("name or service not known", .network),
    Row("no address associated with hostname", .network),
    Row("network is unreachable", .network),
    Row("no route to host", .network),
    Row("host is down", .network),
    Row("broken pipe", .network),
    Row("tls handshake", .network),
    Row("ssl_error", .network),
    Row("503 service unavailable", .network),
    Row("502 bad gateway", .network),
    Row("504 gateway time", .network),
    Row("unable to connect", .network),
    Row("failed to connect", .network),
    Row("permission denied", .permission),
    Row("operation not permitted", .permission),
    Row("access denied", .permission),
    Row("accessdenied", .permission),
    Row("403 forbidden", .permission),
    Row("401 unauthorized", .permission),
    Row("authentication failed", .permission),
    Row("read-only file system", .permission),
    Row("no space left on device", .resource),
    Row("disk quota exceeded", .resource),
    Row("cannot allocate memory", .resource),
    Row("out of memory", .resource),
    Row("outofmemoryerror", .resource),
    Row("memoryerror", .resource),
    Row("bad_alloc", .resource),
    Row("too many open files", .resource),
    Row("resource temporarily unavailable", .resource),
    Row("fork: retry", .resource),
    Row("oom-kill", .resource),
    Row("file too large", .resource),
    Row("timed out", .timeout),
    Row("deadline exceeded", .timeout),
    Row("timeout expired", .timeout),
  ])
}
