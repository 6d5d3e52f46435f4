import JobsCore

/// Takes recognised secrets out of the words of every finding: a rule that quotes a value cannot know that it is one.
enum SecretRedaction {
  /// - Parameter masks: bytes of the file that hold a secret.
  static func apply(to diagnostics: inout [Diagnostic], masks: [Range<Int>], of bytes: [UInt8]) {
    guard !masks.isEmpty, !diagnostics.isEmpty else { return }
    let secrets = Set(masks.map { plain(bytes[$0.clamped(to: 0..<bytes.count)]) }).filter { $0.utf8.count > 3 }
      .sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    let lines = LineIndex(bytes)
    let places = masks.map { lines.location(of: $0, in: "") }
    let parts = secrets.map { SecretParts($0) }
    for at in diagnostics.indices {
      for secret in secrets { redact(secret, &diagnostics[at]) }
      if places.contains(where: { diagnostics[at].location.touches($0) }) { silence(&diagnostics[at], parts) }
    }
  }

  /// A rule that knows nothing of secrets may write a part of one where it points at it, or spell it in another way.
  private static func silence(_ diagnostic: inout Diagnostic, _ parts: [SecretParts]) {
    func betrays(_ text: String) -> Bool { parts.contains { $0.stand(in: text) } }
    if diagnostic.fix?.edits.contains(where: { betrays($0.text) }) ?? false { diagnostic.fix = nil }
    if let hint = diagnostic.hint, betrays(hint) { diagnostic.hint = nil }
    if betrays(diagnostic.message) { diagnostic.message.hideQuotes() }
    if let job = diagnostic.job, betrays(job) { diagnostic.job = nil }
  }

  private static func redact(_ secret: String, _ diagnostic: inout Diagnostic) {
    diagnostic.message.hide(secret)
    diagnostic.job?.hide(secret)
    diagnostic.hint?.hide(secret)
    diagnostic.path.hide(secret)
    if let edits = diagnostic.fix?.edits, edits.contains(where: { $0.text.firstRange(ofText: secret) != nil }) {
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

extension Location {
  /// Whether two places of one file share a character.
  fileprivate func touches(_ other: Location) -> Bool {
    (line, column) < (other.endLine, other.endColumn) && (other.line, other.column) < (endLine, endColumn)
  }
}

extension String {
  /// Puts the mask in the place of everything in single quotes.
  fileprivate mutating func hideQuotes() {
    guard let open = utf8.firstIndex(of: UInt8(ascii: "'")), let close = utf8.lastIndex(of: UInt8(ascii: "'")),
      open < close
    else { return }
    replaceSubrange(utf8.index(after: open)..<close, with: SecretMask.text)
  }

  fileprivate mutating func hide(_ secret: String) {
    while let found = firstRange(ofText: secret) { replaceSubrange(found, with: SecretMask.text) }
  }
}
