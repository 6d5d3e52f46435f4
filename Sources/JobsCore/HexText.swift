extension String {
  /// Bytes as lower-case hexadecimal, two digits each, behind a prefix such as `sha256:`.
  package init(hexadecimal bytes: some Sequence<UInt8>, prefix: StaticString = "") {
    let digits: StaticString = "0123456789abcdef"
    var text = Array(UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount))
    text.reserveCapacity(text.count + bytes.underestimatedCount * 2)
    for byte in bytes {
      text.append(digits.utf8Start[Int(byte >> 4)])
      text.append(digits.utf8Start[Int(byte & 15)])
    }
    self.init(decoding: text, as: UTF8.self)
  }
}
