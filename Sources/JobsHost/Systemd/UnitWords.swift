/// The words of a value of a unit file: blanks part them, quotes keep blanks, and a backslash escapes as in C
/// (systemd.syntax(7), systemd.service(5) of version 252).
struct UnitWords {
  struct Word: Hashable {
    var text: String
    /// Whether it stood without quotes and escapes.
    var isBare: Bool
  }

  private(set) var words: [Word] = []

  /// nil where a quote is open at the end, or an escape is none.
  init?(_ value: String) {
    let bytes = Array(value.utf8)
    var at = 0
    while true {
      while at < bytes.count, Self.isBlank(bytes[at]) { at += 1 }
      guard at < bytes.count else { return }
      guard let word = Self.word(bytes, &at) else { return nil }
      words.append(word)
    }
  }

  private static func word(_ bytes: [UInt8], _ at: inout Int) -> Word? {
    var out: [UInt8] = []
    var quote: UInt8?
    let first = at
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\\"):
        guard let escaped = escape(bytes, &at) else { return nil }
        out += escaped
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if quote == nil { quote = byte } else if quote == byte { quote = nil } else { out.append(byte) }
      case _ where quote == nil && isBlank(byte):
        return word(out, bytes[first..<(at - 1)])
      default: out.append(byte)
      }
    }
    return quote == nil ? word(out, bytes[first..<at]) : nil
  }

  private static func word(_ out: [UInt8], _ raw: ArraySlice<UInt8>) -> Word? {
    // What an escape makes has to be text.
    String(validating: out, as: UTF8.self).map { Word(text: $0, isBare: raw.elementsEqual(out)) }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }

  /// What stands behind a backslash.
  private static func escape(_ bytes: [UInt8], _ at: inout Int) -> [UInt8]? {
    guard at < bytes.count else { return nil }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "a"): return [7]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "v"): return [11]
    case UInt8(ascii: "s"): return [32]
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ";"): return [byte]
    case UInt8(ascii: "x"): return number(bytes, &at, digits: 2, radix: 16).map { [UInt8($0)] }
    case UInt8(ascii: "u"): return number(bytes, &at, digits: 4, radix: 16).flatMap(scalar)
    case UInt8(ascii: "U"): return number(bytes, &at, digits: 8, radix: 16).flatMap(scalar)
    case 48...55:
      at -= 1
      return number(bytes, &at, digits: 3, radix: 8).flatMap { $0 < 256 ? [UInt8($0)] : nil }
    default: return nil
    }
  }

  /// nil for fewer digits, and for 0, which no word can hold.
  private static func number(_ bytes: [UInt8], _ at: inout Int, digits: Int, radix: Int) -> UInt32? {
    guard at + digits <= bytes.count,
      bytes[at..<at + digits].allSatisfy({ 48...57 ~= $0 || 97...102 ~= $0 | 32 }),
      let number = UInt32(String(decoding: bytes[at..<at + digits], as: UTF8.self), radix: radix), number > 0
    else { return nil }
    at += digits
    return number
  }

  private static func scalar(_ number: UInt32) -> [UInt8]? {
    Unicode.Scalar(number).map { Array(String($0).utf8) }
  }
}
