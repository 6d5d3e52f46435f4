/// Texts as values of a unit file (systemd.syntax(7), systemd.service(5) and systemd.unit(5) of version 252).
enum UnitText {
  /// A word of `ExecStart=` or `Environment=`: in quotes where anything in it means something, a `%` twice.
  static func word(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        97...122 ~= byte | 32 || 48...57 ~= byte || "_./@+-:,=".utf8.contains(byte)
      }
    return isPlain ? word : quoted(word)
  }

  private static func quoted(_ word: String) -> String {
    var out: [UInt8] = [UInt8(ascii: "\"")]
    for byte in word.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "%"): out += [byte, byte]
      case 10: out += "\\n".utf8
      case 0..<32, 127: out += "\\x\(hex(byte >> 4))\(hex(byte & 15))".utf8
      default: out.append(byte)
      }
    }
    return String(decoding: out + [UInt8(ascii: "\"")], as: UTF8.self)
  }

  private static func hex(_ digit: UInt8) -> String { String(digit, radix: 16) }

  /// A whole command line. The colon in front keeps `$` as it is.
  static func command(_ words: [String]) -> String { ":" + words.map(word).joined(separator: " ") }

  /// A value that is no list of words, such as a path; nil for what no line can hold.
  static func value(_ text: String) -> String? {
    let edges = [text.utf8.first, text.utf8.last]
    // A backslash at the end would take the next line in.
    guard !text.utf8.contains(where: { $0 < 32 || $0 == 127 }), !edges.contains(32),
      text.utf8.last != UInt8(ascii: "\\")
    else { return nil }
    return String(decoding: text.utf8.flatMap { $0 == UInt8(ascii: "%") ? [$0, $0] : [$0] }, as: UTF8.self)
  }
}
