/// What a JSON string may not hold as it is: controls, the quote and the backslash (RFC 8259 §7), and DEL besides.
enum JSONEscape {
  /// Bytes of the longest escape, `\u001b`.
  static let longest = 6

  /// The offset of the first byte at or after `start` that must be escaped, or the count; eight bytes at a time.
  @inline(__always)
  static func plainPrefix(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = text.baseAddress else { return 0 }
    var i = start
    while i + 8 <= text.count {
      let found = special(UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self).littleEndian)
      if found != 0 { return i + found.trailingZeroBitCount / 8 }
      i += 8
    }
    while i < text.count, !isSpecial(base[i]) { i += 1 }
    return i
  }

  /// The high bit of every byte that must be escaped, exact up to and with the lowest one.
  ///
  /// The zero-byte test of Mycroft, "Bit Twiddling Hacks" (Anderson), on the word xor each byte sought.
  @inline(__always)
  private static func special(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    let delete = word ^ (ones &* 0x7F)
    let control = (word &- (ones &* 0x20)) & ~word
    let equal = ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((delete &- ones) & ~delete)
    return (control | equal) & (ones &* 0x80)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }

  /// Appends the escape of one byte.
  static func append(_ byte: UInt8, to span: inout OutputSpan<UInt8>) {
    span.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): span.append(byte)
    case 8: span.append(UInt8(ascii: "b"))
    case 9: span.append(UInt8(ascii: "t"))
    case 10: span.append(UInt8(ascii: "n"))
    case 12: span.append(UInt8(ascii: "f"))
    case 13: span.append(UInt8(ascii: "r"))
    default:
      span.append(UInt8(ascii: "u"))
      span.append(UInt8(ascii: "0"))
      span.append(UInt8(ascii: "0"))
      span.append(hexDigit(byte >> 4))
      span.append(hexDigit(byte & 15))
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// Appends `count` bytes from `base` as they are.
  @inline(__always)
  static func append(_ base: UnsafePointer<UInt8>, count more: Int, to span: inout OutputSpan<UInt8>) {
    span.withUnsafeMutableBufferPointer { buffer, count in
      (buffer.baseAddress! + count).initialize(from: base, count: more)
      count += more
    }
  }
}
