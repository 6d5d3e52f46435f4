import CMasks
import JobsCore

/// Reads the lines of Google's export that lie in a part of a file, and adds them up.
///
/// Quotes, colons behind quotes, brackets and line breaks are found 64 bytes at a time; what lies between keys that matter
/// is passed over. A line that is written in another way than all writers of JSON lines do, with blanks before colons or
/// with escapes in what matters, is read as a tree.
struct GoogleLines {
  private let keys: GoogleKeys
  private let tags: TagList
  private let tree: GoogleTree
  /// Whether all of a line matters, so that nothing is won by passing things over.
  private let isDetailed: Bool

  /// Where one is in a line.
  private struct Place {
    var object = GoogleKeys.other
    /// What the next bracket opens.
    var pending = GoogleKeys.top
    var depth = 0
    var labelKey = BillBytes.none
    var labelValue = BillBytes.none
    /// Whether the line has to be read as a tree.
    var isOdd = false
  }

  /// Brackets within each other, beyond which no export goes.
  private static let depthLimit = 64
  private var stack = [64 of Int8](repeating: 0)

  init(_ question: BillQuestion) {
    keys = GoogleKeys(question)
    tags = TagList(question)
    tree = GoogleTree(question)
    isDetailed = question.isDetailed
  }

  /// Adds all lines.
  ///
  /// - Parameter bytes: whole lines, and at least 64 more bytes behind them that may be read.
  mutating func add(_ bytes: BillBytes, to tally: inout BillTally, _ row: inout BillRow) throws(BillFault) {
    guard let base = bytes.baseAddress else { return }
    var inside: UInt64 = 0
    /// Whether the byte before the block is a backslash that escapes, or a quote that ends a text.
    var isEscaped: UInt64 = 0
    var isAfterQuote: UInt64 = 0
    var start = 0
    var place = Place()
    row.clear()
    var block = 0
    while block < bytes.count {
      let masks = cmasks_json(base + block)
      var quotes = masks.quotes
      if masks.backslashes | isEscaped != 0 { quotes &= ~Self.escaped(masks.backslashes, &isEscaped) }
      let text = quotes.parity ^ inside
      inside = UInt64(bitPattern: Int64(bitPattern: text) >> 63)
      let colons = masks.colons & ~text
      let keyEnds = colons & (quotes << 1 | isAfterQuote)
      isAfterQuote = quotes >> 63
      var breaks = masks.breaks
      let openers = masks.openers & ~text
      // A colon that follows no quote, or a line break in a text: not as writers of JSON lines have it.
      let odd = colons & ~keyEnds | breaks & text
      var marks = keyEnds | openers | masks.closers & ~text | breaks | odd
      if block + 64 > bytes.count {
        marks &= 1 << UInt64(bytes.count - block) - 1
        breaks &= marks
      }
      while marks != 0 {
        let bit = marks & (0 &- marks)
        let at = block + marks.trailingZeroBitCount
        marks &= marks &- 1
        if keyEnds & bit != 0 {
          if place.object != GoogleKeys.other { key(bytes, at, &place, &row) }
        } else if breaks & bit != 0 {
          guard text & bit == 0 else { throw BillFault("a text is not closed in its line", at: start) }
          try end(bytes, start, at, place, &tally, &row)
          start = at + 1
          place = Place()
        } else if openers & bit != 0 {
          open(&place)
        } else if odd & bit != 0 {
          place.isOdd = true
        } else {
          close(&place, row)
        }
      }
      block += 64
    }
    guard start < bytes.count else { return }
    guard inside == 0 else { throw BillFault("a text is not closed in its line", at: start) }
    try end(bytes, start, bytes.count, place, &tally, &row)
  }

  /// The bytes behind backslashes that are not behind one themselves.
  @inline(never)
  private static func escaped(_ backslashes: UInt64, _ carry: inout UInt64) -> UInt64 {
    var escaped = carry
    carry = 0
    var rest = backslashes & ~escaped
    while rest != 0 {
      let bit = rest & (0 &- rest)
      if bit == 1 << 63 {
        carry = 1
        break
      }
      escaped |= bit << 1
      rest &= ~(bit | bit << 1)
    }
    return escaped
  }

  @inline(__always)
  private mutating func open(_ place: inout Place) {
    guard place.depth < Self.depthLimit else {
      place.isOdd = true
      return
    }
    // A second value in the line.
    if place.depth == 0, place.pending != GoogleKeys.top { place.isOdd = true }
    stack[place.depth] = Int8(truncatingIfNeeded: place.object)
    place.depth += 1
    switch place.object {
    case GoogleKeys.labelList:
      place.object = GoogleKeys.label
      place.labelKey = .none
      place.labelValue = .none
    case GoogleKeys.creditList: place.object = GoogleKeys.credit
    default: place.object = place.pending
    }
    place.pending = GoogleKeys.other
  }

  @inline(__always)
  private mutating func close(_ place: inout Place, _ row: borrowing BillRow) {
    guard place.depth > 0 else {
      place.isOdd = true
      return
    }
    if place.object == GoogleKeys.label { tags.put(place.labelKey, place.labelValue, into: row) }
    place.depth -= 1
    place.object = Int(stack[place.depth])
    place.pending = GoogleKeys.other
  }

  /// Looks at a key whose colon is at a place.
  @inline(__always)
  private func key(_ bytes: BillBytes, _ colon: Int, _ place: inout Place, _ row: inout BillRow) {
    guard let target = keys.target(bytes, keyEnd: colon, in: place.object) else {
      place.pending = GoogleKeys.other
      return
    }
    if case .object(let number) = target {
      place.pending = number
      return
    }
    guard let value = Self.scalar(bytes, colon + 1) else {
      place.isOdd = true
      return
    }
    switch target {
    case .field(let number): row[place: number] = value
    case .labelKey: place.labelKey = value
    case .labelValue: place.labelValue = value
    case .creditAmount:
      guard let amount = Decimal(billed: value), let sum = try? row.credits.plus(amount) else {
        place.isOdd = true
        return
      }
      row.credits = sum
    case .object: break
    }
  }

  /// A text without its quotes, a number, or nothing for null; nil for anything else, and for a text with an escape in it.
  @inline(__always)
  private static func scalar(_ bytes: BillBytes, _ start: Int) -> BillBytes? {
    var at = start
    while at < bytes.count, bytes[at] == 32 { at += 1 }
    guard at < bytes.count else { return nil }
    if bytes[at] == UInt8(ascii: "\"") {
      guard let end = bytes.first(UInt8(ascii: "\""), from: at + 1) else { return nil }
      let text = bytes.part(at + 1, end)
      guard text.isEmpty || text[text.count - 1] != UInt8(ascii: "\\"), isEnd(bytes, end + 1),
        text.first(UInt8(ascii: "\\")) == nil
      else { return nil }
      return text
    }
    var end = at
    while end < bytes.count, isNumber(bytes[end]) { end += 1 }
    if end > at { return isEnd(bytes, end) ? bytes.part(at, end) : nil }
    guard bytes.count - at >= 4, bytes.part(at, at + 4).equals("null"), isEnd(bytes, at + 4) else { return nil }
    return BillBytes.none
  }

  @inline(__always)
  private static func isNumber(_ byte: UInt8) -> Bool {
    byte &- 48 <= 9 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte | 32 == UInt8(ascii: "e")
  }

  /// Whether a value ends before a place.
  @inline(__always)
  private static func isEnd(_ bytes: BillBytes, _ start: Int) -> Bool {
    var at = start
    while at < bytes.count, bytes[at] == 32 { at += 1 }
    return at < bytes.count
      && (bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: "}") || bytes[at] == UInt8(ascii: "]"))
  }

  /// Ends a line.
  @inline(__always)
  private func end(
    _ bytes: BillBytes, _ start: Int, _ stop: Int, _ place: Place, _ tally: inout BillTally, _ row: inout BillRow
  ) throws(BillFault) {
    var end = stop
    while end > start, bytes[end - 1] == 32 || bytes[end - 1] == 13 { end -= 1 }
    if end == start { return }
    do throws(BillFault) {
      let line = bytes.part(start, end)
      if isDetailed || place.isOdd || place.depth != 0 || line[0] != UInt8(ascii: "{")
        || line[line.count - 1] != UInt8(ascii: "}")
      {
        row.clear()
        row.hash = line.hash64
        try tree.add(line, to: &tally, &row)
      } else {
        row.hash = line.hash64
        try tally.add(row)
      }
    } catch {
      throw BillFault(error.message, at: start, hint: error.hint)
    }
    row.clear()
  }
}
