/// Cuts an expression of CEL into words (Common Expression Language, language definition, "Syntax", read 2026-11-21).
struct CELLexer {
  private let bytes: [UInt8]
  private var at = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// All words with the offsets at which they begin; the last is `end`.
  static func tokens(of text: String) throws(CELError) -> [(token: CELToken, offset: Int)] {
    guard text.utf8.count <= CELLimits.length else {
      throw CELError(offset: 0, message: "a condition is longer than \(CELLimits.length) bytes")
    }
    var lexer = CELLexer(text)
    var tokens: [(CELToken, Int)] = []
    while let next = try lexer.next() { tokens.append(next) }
    return tokens + [(.end, lexer.bytes.count)]
  }

  private mutating func next() throws(CELError) -> (CELToken, Int)? {
    skip()
    guard at < bytes.count else { return nil }
    let start = at
    let byte = bytes[at]
    if Self.isLetter(byte) {
      // `r"…"` and `b"…"` are texts.
      if byte | 32 == UInt8(ascii: "r"), at + 1 < bytes.count, [34, 39].contains(bytes[at + 1]) {
        at += 1
        return (.string(try string(isRaw: true)), start)
      }
      while at < bytes.count, Self.isLetter(bytes[at]) || Self.isDigit(bytes[at]) { at += 1 }
      return (.identifier(String(decoding: bytes[start..<at], as: UTF8.self)), start)
    }
    if Self.isDigit(byte) { return (try number(), start) }
    if byte == 34 || byte == 39 { return (.string(try string(isRaw: false)), start) }
    for sign in ["&&", "||", "==", "!=", "<=", ">="] where bytes[at...].starts(with: sign.utf8) {
      at += 2
      return (.sign(sign), start)
    }
    guard "()[]{},.<>!?:+-*/%".utf8.contains(byte) else {
      throw CELError(offset: at, message: "an expression cannot hold the byte \(byte) here")
    }
    at += 1
    return (.sign(String(UnicodeScalar(byte))), start)
  }

  /// White space, and comments up to the end of their line.
  private mutating func skip() {
    while at < bytes.count {
      if [32, 9, 10, 13, 12].contains(bytes[at]) {
        at += 1
      } else if bytes[at...].starts(with: "//".utf8) {
        while at < bytes.count, bytes[at] != 10 { at += 1 }
      } else {
        return
      }
    }
  }

  private mutating func number() throws(CELError) -> CELToken {
    let start = at
    if bytes[at] == 48, at + 1 < bytes.count, bytes[at + 1] | 32 == UInt8(ascii: "x") {
      at += 2
      let digits = at
      while at < bytes.count, Self.isHex(bytes[at]) { at += 1 }
      guard let value = Int64(String(decoding: bytes[digits..<at], as: UTF8.self), radix: 16) else {
        throw CELError(offset: start, message: "this is no number")
      }
      return .int(value)
    }
    var isDouble = false
    digits()
    if at + 1 < bytes.count, bytes[at] == UInt8(ascii: "."), Self.isDigit(bytes[at + 1]) {
      isDouble = true
      at += 1
      digits()
    }
    if at + 1 < bytes.count, bytes[at] | 32 == UInt8(ascii: "e") {
      let isSigned = bytes[at + 1] == UInt8(ascii: "+") || bytes[at + 1] == UInt8(ascii: "-")
      if at + (isSigned ? 2 : 1) < bytes.count, Self.isDigit(bytes[at + (isSigned ? 2 : 1)]) {
        isDouble = true
        at += isSigned ? 2 : 1
        digits()
      }
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if at < bytes.count, bytes[at] | 32 == UInt8(ascii: "u"), !isDouble { at += 1 }
    if isDouble, let value = Double(text) { return .double(value) }
    guard let value = Int64(text) else { throw CELError(offset: start, message: "this number is too large") }
    return .int(value)
  }

  private mutating func digits() { while at < bytes.count, Self.isDigit(bytes[at]) { at += 1 } }

  private mutating func string(isRaw: Bool) throws(CELError) -> String {
    let start = at
    let quote = bytes[at]
    let isLong = bytes[at...].starts(with: [quote, quote, quote])
    let close = [UInt8](repeating: quote, count: isLong ? 3 : 1)
    at += close.count
    var text: [UInt8] = []
    while at < bytes.count {
      if bytes[at...].starts(with: close) {
        at += close.count
        return String(decoding: text, as: UTF8.self)
      }
      if bytes[at] == 10, !isLong { break }
      if bytes[at] == UInt8(ascii: "\\"), !isRaw {
        try escape(&text)
      } else {
        text.append(bytes[at])
        at += 1
      }
    }
    throw CELError(offset: start, message: "a text is not closed")
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13,
    UInt8(ascii: "t"): 9, UInt8(ascii: "v"): 11, UInt8(ascii: "\\"): 92, UInt8(ascii: "?"): 63,
    UInt8(ascii: "\""): 34, UInt8(ascii: "'"): 39, UInt8(ascii: "`"): 96,
  ]

  private mutating func escape(_ text: inout [UInt8]) throws(CELError) {
    guard at + 1 < bytes.count else { throw CELError(offset: at, message: "a text is not closed") }
    if let byte = Self.escapes[bytes[at + 1]] {
      text.append(byte)
      at += 2
      return
    }
    let digits: Int
    switch bytes[at + 1] {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default: throw CELError(offset: at, message: "this escape is not known")
    }
    let end = at + 2 + digits
    guard end <= bytes.count, bytes[at + 2..<end].allSatisfy(Self.isHex),
      let code = UInt32(String(decoding: bytes[at + 2..<end], as: UTF8.self), radix: 16),
      let scalar = UnicodeScalar(code)
    else { throw CELError(offset: at, message: "this escape is no character") }
    text += Array(String(scalar).utf8)
    at = end
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte == 95 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 32)
  }
  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private static func isHex(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 32)
  }
}
