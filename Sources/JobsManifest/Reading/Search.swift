import Glibc

extension [UInt8] {
  /// Where `needle` begins at or after `from`.
  package func firstOffset(of needle: [UInt8], from: Int) -> Int? {
    guard !needle.isEmpty else { return nil }
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var at = from
      while at + needle.count <= bytes.count,
        let found = memchr(base + at, Int32(needle[0]), bytes.count - needle.count + 1 - at)
      {
        at = base.distance(to: UnsafeRawPointer(found))
        if memcmp(found, needle, needle.count) == 0 { return at }
        at += 1
      }
      return nil
    }
  }
}

extension String {
  /// Where a text that is not empty first stands, byte for byte.
  func firstRange(ofText text: String) -> Range<Index>? {
    guard let at = Array(utf8).firstOffset(of: Array(text.utf8), from: 0) else { return nil }
    let start = utf8.index(startIndex, offsetBy: at)
    return start..<utf8.index(start, offsetBy: text.utf8.count)
  }
}
