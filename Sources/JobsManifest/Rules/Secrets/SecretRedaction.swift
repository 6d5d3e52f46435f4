import JobsCore

/// Takes recognised secrets out of the words of every finding: a rule that quotes a value cannot know that it is one.
enum SecretRedaction {
  /// - Parameter masks: bytes of the file that hold a secret.
  static func apply(to diagnostics: inout [Diagnostic], masks: [Range<Int>], of bytes: [UInt8]) {
    guard !masks.isEmpty, !diagnostics.isEmpty else { return }
    let secrets = Set(masks.map { plain(bytes[$0.clamped(to: 0..<bytes.count)]) }).filter { $0.utf8.count > 3 }
      .sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    for at in diagnostics.indices {
      for secret in secrets { redact(secret, &diagnostics[at]) }
    }
  }

  private static func redact(_ secret: String, _ diagnostic: inout Diagnostic) {
    diagnostic.message.hide(secret)
    diagnostic.hint?.hide(secret)
    diagnostic.path.hide(secret)
    if let edits = diagnostic.fix?.edits, edits.contains(where: { $0.text.firstRange(of: secret) != nil }) {
      diagnostic.fix = nil
    }
    for at in diagnostic.related.indices { diagnostic.related[at].message.hide(secret) }
  }

  /// A scalar's text without its quotes.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    if let first = bytes.first, first == bytes.last, bytes.count > 1,
      first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    {
      bytes = bytes.dropFirst().dropLast()
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  fileprivate mutating func hide(_ secret: String) {
    while let found = firstRange(of: secret) { replaceSubrange(found, with: SecretMask.text) }
  }

  /// Where a text that is not empty first stands.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    let whole = utf8
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty, whole.count >= wanted.count else { return nil }
    var start = whole.startIndex
    for _ in 0...whole.count - wanted.count {
      let rest = whole[start...]
      if rest.starts(with: wanted) { return start..<whole.index(start, offsetBy: wanted.count) }
      start = whole.index(after: start)
    }
    return nil
  }
}
