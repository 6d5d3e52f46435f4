/// Bytes of a file that are replaced by a text. Line feeds of the text become line breaks of the file.
struct TextSplice: Hashable, Sendable {
  var range: Range<Int>
  var text: String

  func applied(to bytes: [UInt8]) -> [UInt8] {
    var result = Array(bytes[..<range.lowerBound])
    result.reserveCapacity(bytes.count + text.utf8.count + 16)
    let usesCRLF = bytes.usesCRLF
    for byte in text.utf8 {
      if usesCRLF, byte == 10 { result.append(13) }
      result.append(byte)
    }
    return result + bytes[range.upperBound...]
  }
}

extension [UInt8] {
  /// Whether the first line ends with CRLF, by which a file's line breaks are known.
  var usesCRLF: Bool { firstIndex(of: 10).map { $0 > 0 && self[$0 - 1] == 13 } ?? false }

  /// Where the line begins that holds an offset.
  func lineStart(of offset: Int) -> Int {
    var at = offset
    while at > 0, self[at - 1] != 10 { at -= 1 }
    return at
  }

  /// Behind the line break of the line that holds an offset, or the end.
  func lineEnd(of offset: Int) -> Int {
    self[offset...].firstIndex(of: 10).map { $0 + 1 } ?? count
  }

  /// Whether nothing but white space is there.
  package var isBlank: Bool { allSatisfy { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 } }
}
