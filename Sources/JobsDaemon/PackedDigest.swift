import JobsCore

/// A job's digest in a third of the room that its text takes.
enum PackedDigest: Hashable, Sendable {
  /// What stands behind `sha256:`, the first digits first.
  case sha256(UInt64, UInt64, UInt64, UInt64)
  /// Of a stream of records: whatever it says.
  case other(String)

  init(_ text: String) {
    var text = text
    self = text.withUTF8 { Self.packed($0) } ?? .other(text)
  }

  /// As a job has it.
  var text: String {
    switch self {
    case .other(let text): text
    case .sha256(let a, let b, let c, let d):
      String(hexadecimal: [a, b, c, d].flatMap { withUnsafeBytes(of: $0.bigEndian, Array.init) }, prefix: Self.prefix)
    }
  }

  private static let prefix: StaticString = "sha256:"

  private static func packed(_ text: UnsafeBufferPointer<UInt8>) -> PackedDigest? {
    guard text.count == 71, text.starts(with: UnsafeBufferPointer(start: prefix.utf8Start, count: 7)),
      let a = word(text[7..<23]), let b = word(text[23..<39]), let c = word(text[39..<55]), let d = word(text[55...])
    else { return nil }
    return .sha256(a, b, c, d)
  }

  /// Sixteen digits, which are small where they are letters.
  private static func word(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? {
    var word: UInt64 = 0
    for digit in digits {
      switch digit {
      case 48...57: word = word << 4 | UInt64(digit - 48)
      case 97...102: word = word << 4 | UInt64(digit - 87)
      default: return nil
      }
    }
    return word
  }
}
