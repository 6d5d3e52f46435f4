import Synchronization

/// The id of an execution: 48 bits of milliseconds since the epoch, then 80 bits that are random.
///
/// Written as 26 characters of Crockford's base 32, so that ids sort by bytes in the order they were made
/// (github.com/ulid/spec).
package struct ULID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let value: UInt128

  package init(value: UInt128) { self.value = value }

  /// - Parameter milliseconds: since the epoch; clamped to the 48 bits there are.
  package init(milliseconds: Int64, random: UInt128) {
    let time = UInt128(UInt64(min(max(milliseconds, 0), Self.latest)))
    value = time << 80 | random & Self.randomMask
  }

  /// Reads 26 characters, in either case, with Crockford's `i`, `l` and `o` as 1, 1 and 0; nil for anything else.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let read = text.withUTF8({ ULID(utf8: UnsafeRawBufferPointer($0)[...]) }) else { return nil }
    self = read
  }

  /// Reads 26 bytes, as they stand in a text.
  package init?(utf8 bytes: Slice<UnsafeRawBufferPointer>) {
    guard bytes.count == 26 else { return nil }
    var value: UInt128 = 0
    for byte in bytes {
      guard let digit = Self.digit(byte) else { return nil }
      value = value << 5 | UInt128(digit)
    }
    // The first stands for 3 bits.
    guard let first = bytes.first.flatMap(Self.digit), first < 8 else { return nil }
    self.value = value
  }

  package var milliseconds: Int64 { Int64(value >> 80) }

  package var description: String {
    String(unsafeUninitializedCapacity: 26) { buffer in
      var rest = value
      for index in stride(from: 25, through: 0, by: -1) {
        buffer[index] = Self.alphabet[Int(rest & 31)]
        rest >>= 5
      }
      return 26
    }
  }

  package static func < (a: ULID, b: ULID) -> Bool { a.value < b.value }

  /// The start of an id as a user typed it, in the spelling in which ids are stored; nil if no id can start so.
  package static func prefix(_ text: some StringProtocol) -> String? {
    guard !text.isEmpty, text.utf8.count <= 26 else { return nil }
    var spelled: [UInt8] = []
    for byte in text.utf8 {
      guard let digit = digit(byte) else { return nil }
      spelled.append(alphabet[digit])
    }
    return String(decoding: spelled, as: UTF8.self)
  }

  static let randomMask: UInt128 = (1 << 80) - 1
  private static let latest: Int64 = (1 << 48) - 1
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// The value of each character in upper case.
  private static let digits: [Int?] = {
    var digits = [Int?](repeating: nil, count: 256)
    for (value, byte) in alphabet.enumerated() { digits[Int(byte)] = value }
    return digits
  }()

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte & 0xDF {
    case UInt8(ascii: "I"), UInt8(ascii: "L"): 1
    case UInt8(ascii: "O"): 0
    default: digits[Int(byte < 64 ? byte : byte & 0xDF)]
    }
  }
}

/// Makes ids that only rise, even within one millisecond and when the clock goes back.
package final class ULIDSource: Sendable {
  private let last = Mutex<UInt128>(0)

  /// The source of this process.
  package static let shared = ULIDSource()

  package init() {}

  /// - Parameter milliseconds: the time now, since the epoch.
  package func next(at milliseconds: Int64) -> ULID {
    var generator = SystemRandomNumberGenerator()
    return next(at: milliseconds, using: &generator)
  }

  package func next(at milliseconds: Int64, using generator: inout some RandomNumberGenerator) -> ULID {
    // Half of the random range is left free, so that a step of one does not carry into the time.
    let random = UInt128(generator.next()) << 16 | UInt128(generator.next() & 0xFFFF)
    let fresh = ULID(milliseconds: milliseconds, random: random & (ULID.randomMask >> 1)).value
    return last.withLock { last in
      last = fresh >> 80 > last >> 80 ? fresh : last + 1
      return ULID(value: last)
    }
  }
}
