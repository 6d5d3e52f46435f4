/// Text as a YAML scalar that readers of YAML 1.1 and 1.2 take for the same text.
enum YAMLScalar {
  /// Plain where that is certain, a literal block where lines can stand as they are, and quoted otherwise.
  ///
  /// - Parameter indent: the column of a literal block's lines; nil where none can stand, as in a key.
  static func text(_ text: String, indent: Int? = nil) -> String {
    if isPlain(text) { return text }
    if let indent, isLiteral(text) { return literal(text, indent: indent) }
    return quoted(text)
  }

  /// Words that one version or the other takes for a boolean, a null or a number; in lower case.
  private static let reserved: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf",
  ]

  /// Begins with a letter, `/` or `_`, so that it is no number, date or sign; then nothing that any reader gives a meaning.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) || first == UInt8(ascii: "/") || first == UInt8(ascii: "_"),
      text.utf8.count <= 200, !reserved.contains(text.lowercased())
    else { return false }
    var last: UInt8 = 0
    for byte in text.utf8 {
      // A colon is a key's before a blank and at the end; a blank is dropped at the end.
      if byte == 32, last == UInt8(ascii: ":") || last == 32 { return false }
      guard isLetter(byte) || byte >= 48 && byte <= 57 || " _./@+-=:,".utf8.contains(byte) else { return false }
      last = byte
    }
    return last != 32 && last != UInt8(ascii: ":")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 32 >= UInt8(ascii: "a") && byte | 32 <= UInt8(ascii: "z")
  }

  /// Whether lines can stand in a block as they are: none that would change its indentation or be folded away.
  private static func isLiteral(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first != " ", first != "\n", first != "\t", text.utf8.contains(10)
    else { return false }
    return !text.hasSuffix("\n\n") && text.unicodeScalars.allSatisfy { $0 == "\n" || !isEscaped($0) }
  }

  private static func literal(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    let isEnded = text.utf8.last == 10
    var block = isEnded ? "|" : "|-"
    for line in (isEnded ? text.dropLast() : text[...]).split(separator: "\n", omittingEmptySubsequences: false) {
      block += line.isEmpty ? "\n" : "\n\(margin)\(line)"
    }
    return block
  }

  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where isEscaped(scalar):
        let hex = String(scalar.value, radix: 16, uppercase: true)
        out += "\\u\(String(repeating: "0", count: max(0, 4 - hex.count)))\(hex)"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// Characters that are not printable in YAML, or end a line for some reader (YAML 1.1, 5.1 and 5.4).
  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
