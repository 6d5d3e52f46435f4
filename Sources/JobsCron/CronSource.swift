/// The bytes of a schedule, cut at blanks.
struct CronSource: Sendable {
  let bytes: [UInt8]
  /// From the first byte that is no blank up to the last one.
  let whole: Range<Int>
  /// The fields, or words, in order.
  let fields: [Range<Int>]

  init(bytes: [UInt8]) {
    self.init(bytes: bytes, within: 0..<bytes.count)
  }

  init(bytes: [UInt8], within range: Range<Int>) {
    self.bytes = bytes
    var fields: [Range<Int>] = []
    var start: Int?
    for index in range {
      if CronSource.isBlank(bytes[index]) {
        if let from = start { fields.append(from..<index) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let from = start { fields.append(from..<range.upperBound) }
    self.fields = fields
    whole = (fields.first?.lowerBound ?? range.lowerBound)..<(fields.last?.upperBound ?? range.lowerBound)
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }

  /// For messages: what is no text is replaced.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  var isMacro: Bool { !whole.isEmpty && bytes[whole.lowerBound] == UInt8(ascii: "@") }

  /// The name before `(`, and what is between the parentheses; nil if the whole is not `name(…)`.
  var function: (name: Range<Int>, inside: Range<Int>)? {
    guard let open = bytes[whole].firstIndex(of: UInt8(ascii: "(")), bytes[whole.upperBound - 1] == UInt8(ascii: ")")
    else { return nil }
    return (whole.lowerBound..<open, open + 1..<whole.upperBound - 1)
  }

  /// Whether it is one of EventBridge's three functions, closed.
  var isWrapped: Bool { function != nil && opensFunction }

  /// Whether it begins as one of EventBridge's three functions.
  var opensFunction: Bool {
    ["cron", "rate", "at"].contains { name in
      let head = bytes[whole].prefix(name.utf8.count + 1)
      return head.last == UInt8(ascii: "(") && head.dropLast().map({ $0 | 0x20 }) == Array(name.utf8)
    }
  }
}
