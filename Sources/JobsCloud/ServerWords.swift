import JobsCore

/// What a server says, made fit to show: one line, not too long, and without what might be a secret.
package enum ServerWords {
  /// Characters that are kept.
  static let longest = 400
  /// What looks like a key or token has at least so many bytes.
  static let secretLength = 32

  /// - Parameter secrets: texts that are known to be secret, and masked wherever they stand.
  package static func clean(_ text: String, hiding secrets: [Secret] = []) -> String {
    var text = String(text.prefix(longest * 4))
    for secret in secrets where !secret.text.isEmpty { text = text.replacing(secret.text, with: mask) }
    text = masked(text)
    var line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if line.count > longest { line = line.prefix(longest) + "…" }
    line = Terminal.visible(line)
    while line.hasSuffix(".") { line.removeLast() }
    return small(line)
  }

  static let mask = "(secret)"

  /// A first letter that is large for no other reason than to begin a sentence.
  private static func small(_ line: String) -> String {
    guard let first = line.first, let second = line.dropFirst().first, first.isUppercase, !second.isUppercase else {
      return line
    }
    return first.lowercased() + line.dropFirst()
  }

  /// Masks the words that look like tokens: long, and of small and large letters and digits together. Names of resources
  /// are small, digests hexadecimal.
  private static func masked(_ text: String) -> String {
    var safe = ""
    var word: [UInt8] = []
    func flush() {
      let isSecret = word.count >= secretLength && looksRandom(word) || isBearer(word)
      safe += isSecret ? mask : String(decoding: word, as: UTF8.self)
      word.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      if scalar.isASCII, isTokenByte(UInt8(scalar.value)) {
        word.append(UInt8(scalar.value))
      } else {
        flush()
        safe.unicodeScalars.append(scalar)
      }
    }
    flush()
    return safe
  }

  /// Base64 of both alphabets, and the dots between the parts of a signed token. A slash is none: paths have it.
  private static func isTokenByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 32) || "-_.+=".utf8.contains(byte)
  }

  /// Google's tokens begin so, of whatever length they are.
  private static func isBearer(_ word: [UInt8]) -> Bool { word.count > 8 && word.starts(with: "ya29.".utf8) }

  private static func looksRandom(_ word: [UInt8]) -> Bool {
    // A name of dotted parts, such as a host's, has no part that is long.
    guard word.split(separator: UInt8(ascii: ".")).contains(where: { $0.count >= secretLength }) else { return false }
    return word.contains { (48...57).contains($0) } && word.contains { (65...90).contains($0) }
      && word.contains { (97...122).contains($0) }
  }
}
