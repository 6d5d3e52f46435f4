extension String {
  /// Bytes as lower-case hexadecimal, two digits each, behind a prefix such as `sha256:`.
  @inlinable
  package init(hexadecimal bytes: some Collection<UInt8>, prefix: StaticString = "") {
    let digits: StaticString = "0123456789abcdef"
    let length = prefix.utf8CodeUnitCount + bytes.count * 2
    self.init(unsafeUninitializedCapacity: length) { text in
      var at = text.update(
        fromContentsOf: UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount))
      for byte in bytes {
        text[at] = digits.utf8Start[Int(byte >> 4)]
        text[at + 1] = digits.utf8Start[Int(byte & 15)]
        at += 2
      }
      return at
    }
  }
}
