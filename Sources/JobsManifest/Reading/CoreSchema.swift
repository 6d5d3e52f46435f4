import JobsCore

/// What a plain scalar means: the core schema of YAML 1.2.2, §10.3.2.
enum CoreSchema {
  static func kind(of text: UnsafeBufferPointer<UInt8>) -> Tree.Kind {
    guard let first = text.first else { return .null }
    switch first {
    case UInt8(ascii: "~"): return text.count == 1 ? .null : .string
    case UInt8(ascii: "n"), UInt8(ascii: "N"):
      return text.equals("null") || text.equals("Null") || text.equals("NULL") ? .null : .string
    case UInt8(ascii: "t"), UInt8(ascii: "T"):
      return text.equals("true") || text.equals("True") || text.equals("TRUE") ? .bool : .string
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      return text.equals("false") || text.equals("False") || text.equals("FALSE") ? .bool : .string
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return number(text)
    default: return .string
    }
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>) -> Tree.Kind {
    let count = text.count
    if count > 2, text[0] == UInt8(ascii: "0"), text[1] == UInt8(ascii: "x") || text[1] == UInt8(ascii: "o") {
      let hex = text[1] == UInt8(ascii: "x")
      return text[2...].allSatisfy { isDigit($0, hex ? 16 : 8) } ? .int : .string
    }
    var i = 0
    if text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-") { i = 1 }
    let rest = UnsafeBufferPointer(rebasing: text[i...])
    if rest.equals(".inf") || rest.equals(".Inf") || rest.equals(".INF") { return .float }
    if i == 0, rest.equals(".nan") || rest.equals(".NaN") || rest.equals(".NAN") { return .float }
    let whole = digits(text, &i)
    if i == count { return whole > 0 ? .int : .string }
    var fraction = 0
    if text[i] == UInt8(ascii: ".") {
      i += 1
      fraction = digits(text, &i)
    }
    guard whole + fraction > 0 else { return .string }
    if i < count, text[i] | 32 == UInt8(ascii: "e") {
      i += 1
      if i < count, text[i] == UInt8(ascii: "+") || text[i] == UInt8(ascii: "-") { i += 1 }
      guard digits(text, &i) > 0 else { return .string }
    }
    return i == count ? .float : .string
  }

  private static func digits(_ text: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> Int {
    let from = i
    while i < text.count, text[i] >= 48, text[i] <= 57 { i += 1 }
    return i - from
  }

  private static func isDigit(_ byte: UInt8, _ radix: Int) -> Bool {
    switch byte {
    case 48...55: true
    case 56, 57: radix == 16
    case 65...70, 97...102: radix == 16
    default: false
    }
  }

  /// A plain scalar that readers of YAML 1.1, such as gcloud's and kubectl's, take for something else, and for what.
  static func meaningInYAML11(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard let first = text.first, text.count <= 24 else { return nil }
    switch first | 32 {
    case UInt8(ascii: "y"), UInt8(ascii: "n"), UInt8(ascii: "o"):
      guard text.count <= 3 else { return nil }
      switch String(decoding: text, as: UTF8.self) {
      case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON": return "true"
      case "n", "N", "no", "No", "NO", "off", "Off", "OFF": return "false"
      default: return nil
      }
    default: break
    }
    guard first >= 48 && first <= 57 || first == UInt8(ascii: "-") || first == UInt8(ascii: "+") else { return nil }
    // A plain decimal number is one in both.
    guard text.contains(UInt8(ascii: ":")) || text.count > 1 && (first == 48 || text[1] == 48) else { return nil }
    let word = String(decoding: text, as: UTF8.self)
    let digits = word.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    if digits.count > 1, digits.first == 48, digits.allSatisfy({ $0 >= 48 && $0 <= 55 }) {
      return Int(word, radix: 8).map { "the octal number \($0)" }
    }
    if word.utf8.contains(UInt8(ascii: ":")) { return sexagesimal(word) }
    return nil
  }

  /// `190:20:30` is 685,230 in YAML 1.1.
  private static func sexagesimal(_ word: String) -> String? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count > 1, let head = Int(parts[0]), !parts[0].isEmpty else { return nil }
    var value = abs(head)
    for part in parts.dropFirst() {
      guard part.utf8.count <= 2, part.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let number = Int(part), number < 60,
        value < 1 << 48
      else { return nil }
      value = value * 60 + number
    }
    return "the number \(head < 0 ? -value : value), counted by sixties"
  }
}
