/// Names that tell of a secret: `DB_PASSWORD`, `apiKey`, `--client-secret`.
enum SecretName {
  /// What a value under a telling name is judged by.
  enum Strength: Sendable {
    /// People make passwords up, so a short one counts.
    case password
    /// Machines make tokens and keys, so only a long one counts.
    case token
  }

  /// How telling a name is; nil where it is not, as for `PWD`, `TOKEN_FILE`, `MAX_TOKENS` and `KEY_ID`.
  ///
  /// The last word decides, since a name ends with what it is; words are parted by anything that is no letter or digit,
  /// and by a capital after a small letter.
  static func strength(_ name: UnsafeBufferPointer<UInt8>) -> Strength? {
    guard mayTell(name) else { return nil }
    var end = name.count
    var isAlone = true
    var qualifiers = 0
    while let word = lastWord(name, before: end) {
      let isFirst = word.lowerBound == 0
      if qualifiers < 3, isQualifier(name, word) {
        end = word.lowerBound
        qualifiers += 1
        isAlone = false
        continue
      }
      if equalsAny(name, word, ["password", "passwd", "passphrase"])
        || endsWithAny(name, word, ["password", "passwd", "passphrase"])
      {
        return .password
      }
      if equalsAny(name, word, ["pass", "pwd"]) { return isFirst && isAlone ? nil : .password }
      if equalsAny(name, word, ["secret", "token", "credential", "apikey", "bearer"])
        || endsWithAny(name, word, ["secret", "token", "apikey", "secretkey", "accesskey", "privatekey"])
      {
        return .token
      }
      guard equalsAny(name, word, ["key"]), let before = lastWord(name, before: word.lowerBound) else { return nil }
      return equalsAny(
        name, before,
        [
          "api", "access", "private", "secret", "signing", "encryption", "master", "auth", "account", "hmac", "shared",
          "session",
        ])
        ? .token : nil
    }
    return nil
  }

  /// Whether two letters in a row stand in it that every telling word has: most names have none of these.
  private static func mayTell(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count > 2 else { return false }
    var before = name[0] | 32
    for i in 1..<name.count {
      let byte = name[i] | 32
      switch (before, byte) {
      case (UInt8(ascii: "s"), UInt8(ascii: "s")), (UInt8(ascii: "p"), UInt8(ascii: "w")),
        (UInt8(ascii: "k"), UInt8(ascii: "e")),
        (UInt8(ascii: "c"), UInt8(ascii: "r")), (UInt8(ascii: "r"), UInt8(ascii: "e")):
        return true
      default: before = byte
      }
    }
    return false
  }

  /// Words behind what a name is: `DB_PASSWORD_PROD`, `TOKEN_2`.
  private static func isQualifier(_ name: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
    name[word].allSatisfy { $0 >= 48 && $0 <= 57 }
      || equalsAny(
        name, word,
        [
          "value", "plain", "base64", "b64", "prod", "production", "staging", "stage", "dev", "test", "old", "new",
          "primary", "secondary",
        ])
  }

  private static func lastWord(_ name: UnsafeBufferPointer<UInt8>, before: Int) -> Range<Int>? {
    var end = before
    while end > 0, !isAlphanumeric(name[end - 1]) { end -= 1 }
    guard end > 0 else { return nil }
    var start = end - 1
    while start > 0, isAlphanumeric(name[start - 1]), !(isUpper(name[start]) && !isUpper(name[start - 1])) {
      start -= 1
    }
    return start..<end
  }

  private static func isUpper(_ byte: UInt8) -> Bool { byte >= 65 && byte <= 90 }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte >= 48 && byte <= 57) || (byte | 32 >= 97 && byte | 32 <= 122)
  }

  private static func equalsAny(_ name: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, _ all: [StaticString]) -> Bool {
    all.contains { $0.utf8CodeUnitCount == word.count && ends(name, word, $0) }
  }

  private static func endsWithAny(_ name: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, _ all: [StaticString]) -> Bool
  {
    all.contains { $0.utf8CodeUnitCount < word.count && ends(name, word, $0) }
  }

  private static func ends(_ name: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, _ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    for i in 0..<count where name[word.upperBound - count + i] | 32 != ending.utf8Start[i] { return false }
    return true
  }
}
