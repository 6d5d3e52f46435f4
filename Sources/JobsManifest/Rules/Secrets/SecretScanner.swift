/// Recognises secrets by their shape, and by the name they stand under. Pure; it looks at bytes and keeps nothing.
package enum SecretScanner {
  /// The shortest text in which a shape is looked for.
  package static let shortest = 12

  /// What kind of secret a value is; nil if it looks like none.
  ///
  /// - Parameter name: the name it stands under, such as a variable's or an option's.
  package static func kind(name: String?, value: String) -> SecretKind? {
    var value = value
    return value.withUTF8 { bytes in
      if let kind = shape(bytes) { return kind }
      guard var name else { return nil }
      let isSecret = name.withUTF8 { verdict(name: $0, value: bytes) == .secret }
      return isSecret ? .telling(name) : nil
    }
  }

  /// Judges a value by the name it stands under.
  static func verdict(name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>) -> SecretValue.Verdict {
    guard let strength = SecretName.strength(name) else { return .harmless }
    return SecretValue.verdict(value, strength)
  }

  /// The first secret in a text that shows by itself: a provider's key, a private key, a URL with a password, or an
  /// assignment such as `--token=…` within a command.
  static func shape(_ text: UnsafeBufferPointer<UInt8>) -> SecretKind? {
    guard text.count >= shortest else { return nil }
    let beginnings = SecretShape.beginnings
    // A documented shape says more than the name in front of it.
    var assigned: SecretKind?
    var isWordBefore = false
    for i in 0..<text.count {
      let byte = text[i]
      if isWord(byte) {
        if !isWordBefore, byte >= 64, i + 1 < text.count,
          beginnings[Int(byte & 63)] >> UInt32(text[i + 1] & 31) & 1 == 1, let words = key(text, at: i)
        {
          return .providerKey(words)
        }
        isWordBefore = true
        continue
      }
      isWordBefore = false
      switch byte {
      case UInt8(ascii: ":"): if hasPassword(text, colon: i) { return .connection }
      case UInt8(ascii: "-"): if isPrivateKey(text, at: i) { return .privateKey }
      case UInt8(ascii: "="), UInt8(ascii: " "):
        if assigned == nil, let name = assignedName(text, before: i), hasSecretValue(text, after: i, name) {
          assigned = .telling(String(decoding: text[name], as: UTF8.self))
        }
      default: continue
      }
    }
    return assigned
  }

  /// The words for a provider's key that begins here and ends with a word's end.
  private static func key(_ text: UnsafeBufferPointer<UInt8>, at: Int) -> String? {
    for shape in SecretShape.all where shape.prefix.utf8Start.pointee == text[at] {
      guard let length = shape.match(text, at: at) else { continue }
      if at + length == text.count || !isWord(text[at + length]) { return "\(shape.words)" }
    }
    return nil
  }

  @inline(__always)
  private static func isWord(_ byte: UInt8) -> Bool { SecretName.isAlphanumeric(byte) || byte == UInt8(ascii: "_") }

  // MARK: Private keys

  /// `-----BEGIN … PRIVATE KEY-----` (RFC 7468) with a body behind it.
  private static func isPrivateKey(_ text: UnsafeBufferPointer<UInt8>, at: Int) -> Bool {
    let head: StaticString = "-----BEGIN "
    guard at + 40 < text.count, at == 0 || text[at - 1] != UInt8(ascii: "-") else { return false }
    for i in 0..<head.utf8CodeUnitCount where text[at + i] != head.utf8Start[i] { return false }
    guard let end = text[(at + 11)..<min(at + 64, text.count)].firstIndex(of: UInt8(ascii: "-")) else { return false }
    let words = text[(at + 11)..<end]
    return words.count >= 11 && words.suffix(11).elementsEqual("PRIVATE KEY".utf8)
  }

  // MARK: URLs

  /// Whether `://` begins here with a user and a password before the host.
  private static func hasPassword(_ text: UnsafeBufferPointer<UInt8>, colon: Int) -> Bool {
    guard colon > 1, colon + 5 < text.count, text[colon + 1] == UInt8(ascii: "/"), text[colon + 2] == UInt8(ascii: "/"),
      SecretName.isAlphanumeric(text[colon - 1])
    else { return false }
    var separator: Int?
    var at: Int?
    scan: for i in colon + 3..<text.count {
      switch text[i] {
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\""), UInt8(ascii: "'"), ...32:
        break scan
      case UInt8(ascii: ":"): separator = separator ?? i
      case UInt8(ascii: "@"): at = i
      default: continue
      }
    }
    guard let separator, let at, separator + 1 < at else { return false }
    return !isStandIn(UnsafeBufferPointer(rebasing: text[separator + 1..<at]))
  }

  /// Words that documents and templates put where a password belongs.
  private static func isStandIn(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    if SecretValue.isPlaceholder(word) || word.count < 3 { return true }
    if word[0] == UInt8(ascii: "%") || word[0] == UInt8(ascii: "*") { return true }
    if word.contains(where: { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "<") }) {
      return true
    }
    let all: [StaticString] = [
      "password", "passwd", "pass", "pwd", "secret", "token", "example", "PASSWORD", "PASS", "SECRET", "TOKEN",
    ]
    return all.contains {
      word.count == $0.utf8CodeUnitCount
        && word.elementsEqual(UnsafeBufferPointer(start: $0.utf8Start, count: $0.utf8CodeUnitCount))
    }
  }

  // MARK: Assignments

  /// The name before `=`; before a blank only an option's (`--token …`) or the word `Bearer`.
  private static func assignedName(_ text: UnsafeBufferPointer<UInt8>, before: Int) -> Range<Int>? {
    var start = before
    while start > 0,
      isWord(text[start - 1]) || text[start - 1] == UInt8(ascii: "-") || text[start - 1] == UInt8(ascii: ".")
    { start -= 1 }
    guard before - start >= 4 else { return nil }
    if text[before] == UInt8(ascii: " ") {
      let isOption = text[start] == UInt8(ascii: "-") && text[start + 1] == UInt8(ascii: "-")
      let isBearer =
        before - start == 6 && text[start] | 32 == UInt8(ascii: "b")
        && text[start..<before].elementsEqual("Bearer".utf8)
      guard isOption || isBearer else { return nil }
    }
    while start < before, text[start] == UInt8(ascii: "-") { start += 1 }
    return start..<before
  }

  private static func hasSecretValue(_ text: UnsafeBufferPointer<UInt8>, after: Int, _ name: Range<Int>) -> Bool {
    guard let strength = SecretName.strength(UnsafeBufferPointer(rebasing: text[name])) else { return false }
    var start = after + 1
    if start < text.count, text[start] == UInt8(ascii: "\"") || text[start] == UInt8(ascii: "'") { start += 1 }
    var end = start
    scan: while end < text.count {
      switch text[end] {
      case ...32, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"),
        UInt8(ascii: ")"):
        break scan
      default: end += 1
      }
    }
    guard end > start else { return false }
    return SecretValue.verdict(UnsafeBufferPointer(rebasing: text[start..<end]), strength) == .secret
  }
}
