import Glibc

/// Bytes of a bill where they lie in a buffer; valid as long as the row that they belong to is looked at.
package typealias BillBytes = UnsafeBufferPointer<UInt8>

extension BillBytes {
  /// No bytes: what is not there, or is empty.
  static var none: BillBytes { BillBytes(start: nil, count: 0) }

  /// The bytes from one place up to another.
  @inline(__always)
  func part(_ from: Int, _ to: Int) -> BillBytes { BillBytes(rebasing: self[from..<to]) }

  @inline(__always)
  func equals(_ other: BillBytes) -> Bool {
    guard count == other.count else { return false }
    guard let start = baseAddress, let otherStart = other.baseAddress else { return true }
    return memcmp(start, otherStart, count) == 0
  }

  func equals(_ word: StaticString) -> Bool {
    equals(BillBytes(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  /// Where a byte stands first, from a place on; nil where it does not.
  @inline(__always)
  func first(_ byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count, let base = baseAddress else { return nil }
    guard let found = memchr(base + start, Int32(byte), count - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Where a word ends that stands somewhere in it; nil where it does not.
  func end(of word: StaticString) -> Int? {
    guard word.utf8CodeUnitCount <= count else { return nil }
    let other = BillBytes(start: word.utf8Start, count: word.utf8CodeUnitCount)
    var at = 0
    while let start = first(other[0], from: at), start + other.count <= count {
      if part(start, start + other.count).equals(other) { return start + other.count }
      at = start + 1
    }
    return nil
  }

  /// A hash of 64 bits: eight bytes at a time are mixed by the two halves of a product.
  ///
  /// It is the same in every run. It is no safeguard against somebody who looks for collisions; tables that use it have a
  /// limit.
  @inline(__always)
  var hash64: UInt64 {
    var hash = UInt64(truncatingIfNeeded: count) &* Self.odd
    guard let base = baseAddress.map(UnsafeRawPointer.init) else { return hash }
    var at = 0
    if count >= 64 {
      // Two at a time, which do not wait for each other.
      var other = hash ^ Self.other
      while count - at >= 32 {
        let word = base.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let next = base.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)
        let third = base.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self)
        let fourth = base.loadUnaligned(fromByteOffset: at + 24, as: UInt64.self)
        hash = Self.mixed(hash ^ word, next ^ Self.odd)
        other = Self.mixed(other ^ third, fourth ^ Self.odd)
        at += 32
      }
      hash = Self.mixed(hash ^ Self.odd, other)
    }
    while count - at >= 16 {
      let word = base.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let next = base.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)
      hash = Self.mixed(hash ^ word, next ^ Self.odd)
      at += 16
    }
    var first: UInt64 = 0
    var last: UInt64 = 0
    let rest = count - at
    if rest >= 8 {
      first = base.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      last = base.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    } else if rest >= 4 {
      first = UInt64(base.loadUnaligned(fromByteOffset: at, as: UInt32.self))
      last = UInt64(base.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    } else if rest > 0 {
      first = UInt64(self[at]) | UInt64(self[at + rest / 2]) << 8 | UInt64(self[count - 1]) << 16
    }
    return Self.mixed(Self.mixed(hash ^ first, last ^ Self.odd), Self.other)
  }

  private static var odd: UInt64 { 0x9E37_79B9_7F4A_7C15 }
  private static var other: UInt64 { 0xD6E8_FEB8_6659_FD93 }

  @inline(__always)
  private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.low ^ product.high
  }
}
