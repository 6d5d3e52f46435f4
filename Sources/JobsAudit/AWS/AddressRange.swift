import Glibc

/// A range of IP addresses in CIDR notation (RFC 4632, RFC 4291); an address alone is a range of one.
package struct AddressRange: Hashable, Sendable {
  /// 4 bytes or 16.
  private let bytes: [UInt8]
  private let length: Int

  /// nil for what is neither.
  package init?(_ text: String) {
    let sides = text.split(separator: "/", omittingEmptySubsequences: false)
    guard sides.count <= 2, let first = sides.first, !first.isEmpty else { return nil }
    var v4 = in_addr()
    var v6 = in6_addr()
    if inet_pton(AF_INET, String(first), &v4) == 1 {
      bytes = withUnsafeBytes(of: &v4) { Array($0) }
    } else if inet_pton(AF_INET6, String(first), &v6) == 1 {
      bytes = withUnsafeBytes(of: &v6) { Array($0) }
    } else {
      return nil
    }
    guard sides.count == 2 else {
      length = bytes.count * 8
      return
    }
    guard let bits = Int(sides[1]), (0...bytes.count * 8).contains(bits) else { return nil }
    length = bits
  }

  package func covers(_ other: AddressRange) -> Bool {
    guard bytes.count == other.bytes.count, length <= other.length else { return false }
    let whole = length / 8
    guard bytes.prefix(whole) == other.bytes.prefix(whole) else { return false }
    guard length % 8 > 0 else { return true }
    let mask = UInt8(truncatingIfNeeded: 0xFF00 >> (length % 8))
    return bytes[whole] & mask == other.bytes[whole] & mask
  }

  /// Every address there is.
  package var isEverything: Bool { length == 0 }
}
