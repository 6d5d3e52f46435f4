/// What a zip archive says of itself in the directory at its end.
///
/// Source: PKWARE's APPNOTE.TXT 6.3.10, 4.3.12 and 4.3.16; without what it calls Zip64.
package struct ZipDirectory {
  /// Why bytes are no archive, in words for people.
  package struct Fault: Error {
    package var message: String
  }

  /// How many files there are.
  package private(set) var count = 0
  /// Of all files, unpacked, in bytes.
  package private(set) var size = 0

  package init(_ bytes: [UInt8]) throws(Fault) {
    guard let end = Self.end(of: bytes) else { throw Fault(message: "it has no directory at its end") }
    let count = Self.number(bytes, end + 10, 2)
    let length = Self.number(bytes, end + 12, 4)
    var at = Self.number(bytes, end + 16, 4)
    guard count < 0xFFFF, at < 0xFFFF_FFFF else { throw Fault(message: "it is one of Zip64") }
    guard Self.number(bytes, end + 4, 2) == 0, at + length <= end else {
      throw Fault(message: "its directory is not where it says")
    }
    guard count > 0 else { throw Fault(message: "there is nothing in it") }
    let last = at + length
    for _ in 0..<count {
      guard at + 46 <= last, Self.number(bytes, at, 4) == 0x0201_4B50 else {
        throw Fault(message: "its directory breaks off")
      }
      guard Self.number(bytes, at + 8, 2) & 1 == 0 else { throw Fault(message: "a file in it is encrypted") }
      size += Self.number(bytes, at + 24, 4)
      at += 46 + Self.number(bytes, at + 28, 2) + Self.number(bytes, at + 30, 2) + Self.number(bytes, at + 32, 2)
    }
    guard at == last else { throw Fault(message: "its directory is longer than it says") }
    self.count = count
  }

  /// Where the last record begins: 22 bytes, and behind them a comment of at most 65,535.
  private static func end(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    for at in stride(from: bytes.count - 22, through: max(0, bytes.count - 22 - 65_535), by: -1)
    where bytes[at] == 0x50 && number(bytes, at, 4) == 0x0605_4B50 && at + 22 + number(bytes, at + 20, 2) == bytes.count
    {
      return at
    }
    return nil
  }

  /// A number of so many bytes, the lowest first, all of which are there.
  private static func number(_ bytes: [UInt8], _ at: Int, _ width: Int) -> Int {
    (0..<width).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
  }
}
