import Glibc

/// The bytes between the brackets of a shell pattern: `[a-z]`, `[!0-9]`, `[[:space:]_]`.
struct ByteSet: Sendable {
  private var words: SIMD4<UInt64> = .zero

  /// - Parameters:
  ///   - text: the pattern.
  ///   - position: behind the opening bracket; moved behind the closing one.
  /// - Returns: nil if there is no closing bracket, or a class that is not known.
  init?(_ text: [UInt8], _ position: inout Int) {
    func byte(_ at: Int) -> UInt8? { at < text.count ? text[at] : nil }
    var at = position
    let isNegated = byte(at) == UInt8(ascii: "!") || byte(at) == UInt8(ascii: "^")
    if isNegated { at += 1 }
    var low: UInt8?
    let first = at
    // A bracket that comes first stands for itself.
    while at == first || byte(at) != UInt8(ascii: "]") {
      guard var this = byte(at) else { return nil }
      if this == UInt8(ascii: "["), byte(at + 1) == UInt8(ascii: ":") {
        guard let end = text[(at + 2)...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
        if end > at + 2, text[end - 1] == UInt8(ascii: ":") {
          guard insert(class: String(decoding: text[(at + 2)..<(end - 1)], as: UTF8.self)) else { return nil }
          low = nil
          at = end + 1
          continue
        }
      }
      if this == UInt8(ascii: "-"), let from = low, let to = byte(at + 1), to != UInt8(ascii: "]") {
        at += 1
        this = to
        if this == UInt8(ascii: "\\") {
          at += 1
          guard let escaped = byte(at) else { return nil }
          this = escaped
        }
        if from <= this { for value in from...this { insert(value) } }
        low = nil
      } else {
        if this == UInt8(ascii: "\\") {
          at += 1
          guard let escaped = byte(at) else { return nil }
          this = escaped
        }
        insert(this)
        low = this
      }
      at += 1
    }
    position = at + 1
    if isNegated { words = ~words }
  }

  func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }

  private mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }

  /// Inserts a class of POSIX as it is in the C locale; false if there is none of that name.
  private mutating func insert(class name: String) -> Bool {
    let lower = Set("abcdefghijklmnopqrstuvwxyz".utf8)
    let upper = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    let digits = Set("0123456789".utf8)
    let visible = Set<UInt8>(0x21...0x7e)
    let members: Set<UInt8>
    switch name {
    case "alnum": members = lower.union(upper).union(digits)
    case "alpha": members = lower.union(upper)
    case "blank": members = Set(" \t".utf8)
    case "cntrl": members = Set(0x00...0x1f).union([0x7f])
    case "digit": members = digits
    case "graph": members = visible
    case "lower": members = lower
    case "print": members = visible.union([0x20])
    case "punct": members = visible.subtracting(lower).subtracting(upper).subtracting(digits)
    case "space": members = Set(0x09...0x0d).union([0x20])
    case "upper": members = upper
    case "xdigit": members = digits.union("abcdefABCDEF".utf8)
    default: return false
    }
    for byte in members { insert(byte) }
    return true
  }
}
