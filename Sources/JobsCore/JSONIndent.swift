/// Lays compact JSON out for people, without changing a value.
package enum JSONIndent {
  /// - Parameter json: well-formed compact JSON.
  package static func indented(_ json: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(json.count * 2)
    var depth = 0
    var isInString = false
    var isEscaped = false
    func newline(_ out: inout [UInt8]) {
      out.append(10)
      out.append(contentsOf: repeatElement(32, count: depth * 2))
    }
    for (at, byte) in json.enumerated() {
      if isInString {
        out.append(byte)
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        isInString = true
        out.append(byte)
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        out.append(byte)
        let next = at + 1 < json.count ? json[at + 1] : 0
        depth += 1
        if next != UInt8(ascii: "}"), next != UInt8(ascii: "]") { newline(&out) }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        let last = at > 0 ? json[at - 1] : 0
        if last != UInt8(ascii: "{"), last != UInt8(ascii: "[") { newline(&out) }
        out.append(byte)
      case UInt8(ascii: ","):
        out.append(byte)
        newline(&out)
      case UInt8(ascii: ":"): out.append(contentsOf: [byte, 32])
      default: out.append(byte)
      }
    }
    return out
  }
}
