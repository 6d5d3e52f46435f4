/// Bytes in addresses as `%` and two hexadecimal digits (RFC 3986 §2.1).
package enum PercentEncoding {
  /// A text in which every byte that is not a letter, digit or one of `-._~` is encoded.
  package static func encoded(_ text: String) -> String {
    var safe = ""
    for byte in text.utf8 {
      if (48...57).contains(byte) || (97...122).contains(byte | 32) || "-._~".utf8.contains(byte) {
        safe.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        safe += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return safe
  }

  /// The bytes that a text stands for; nil where a `%` stands before anything but two hexadecimal digits.
  package static func decoded(_ text: some StringProtocol) -> [UInt8]? {
    var plain: [UInt8] = []
    plain.reserveCapacity(text.utf8.count)
    var bytes = text.utf8.makeIterator()
    while let byte = bytes.next() {
      guard byte == UInt8(ascii: "%") else {
        plain.append(byte)
        continue
      }
      guard let high = bytes.next().flatMap(digit), let low = bytes.next().flatMap(digit) else { return nil }
      plain.append(high << 4 | low)
    }
    return plain
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
