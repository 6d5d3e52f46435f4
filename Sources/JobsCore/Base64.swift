/// RFC 4648, both alphabets.
package enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Padded, with `+` and `/`; or, for addresses and JWTs, not padded, with `-` and `_`.
  package static func encode(_ bytes: some Collection<UInt8>, forURL: Bool = false) -> String {
    var text: [UInt8] = []
    var bits = 0
    var count = 0
    for byte in bytes {
      bits = (bits << 8 | Int(byte)) & 0xFFFF
      count += 8
      while count >= 6 {
        count -= 6
        text.append(alphabet[bits >> count & 63])
      }
    }
    if count > 0 { text.append(alphabet[bits << (6 - count) & 63]) }
    if forURL {
      text = text.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: "-") : $0 == UInt8(ascii: "/") ? UInt8(ascii: "_") : $0 }
    } else {
      while text.count % 4 > 0 { text.append(UInt8(ascii: "=")) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// nil for what is no base64.
  package static func decode(_ text: some StringProtocol) -> [UInt8]? {
    var body = Array(text.utf8)
    let padded = body.count
    while body.last == UInt8(ascii: "="), padded - body.count < 2 { body.removeLast() }
    guard body.count % 4 != 1, padded == body.count || padded % 4 == 0 else { return nil }
    var bytes: [UInt8] = []
    var bits = 0
    var count = 0
    for letter in body {
      let value: Int
      switch letter {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = Int(letter) - 65
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = Int(letter) - 71
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = Int(letter) + 4
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      default: return nil
      }
      bits = (bits << 6 | value) & 0xFFFF
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(bits >> count & 255))
      }
    }
    return bytes
  }
}
