import CMasks
import JobsCore

/// Reads the rows of a table that lie in a part of a file, and adds them up.
///
/// Quotes, commas and line breaks are found 64 bytes at a time. Between two quotes a break and a comma are text; a quote
/// that stands doubled is both ends of nothing, so that the count of quotes alone says where text is.
struct CSVBill: ~Copyable {
  /// A column and the place in a row that it is for.
  private let places: [(column: Int, place: Int)]
  private let tags: TagList
  private let isDetailed: Bool
  /// Where each field of a row ends, for so many fields.
  private let ends: UnsafeMutablePointer<Int32>
  private let limit: Int

  init(_ columns: BillColumns, _ question: BillQuestion) {
    places = columns.places
    tags = TagList(question)
    isDetailed = question.isDetailed
    limit = columns.names.count
    ends = .allocate(capacity: limit)
    ends.initialize(repeating: 0, count: limit)
  }

  deinit { ends.deallocate() }

  /// Adds all rows.
  ///
  /// - Parameter buffer: whole rows, and at least 64 more bytes behind them that may be read. Doubled quotes are undone in
  ///   place.
  mutating func add(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, to tally: inout BillTally, _ row: inout BillRow
  ) throws(BillFault) {
    let bytes = BillBytes(buffer)
    guard let base = bytes.baseAddress else { return }
    var inside: UInt64 = 0
    var start = 0
    var field = 0
    var block = 0
    while block < bytes.count {
      let masks = cmasks_csv(base + block)
      let quoted = (masks.quotes == 0 ? 0 : masks.quotes.parity) ^ inside
      inside = UInt64(bitPattern: Int64(bitPattern: quoted) >> 63)
      var breaks = masks.breaks & ~quoted
      var marks = masks.commas & ~quoted | breaks
      if block + 64 > bytes.count {
        let rest = bytes.count - block
        marks &= 1 << UInt64(rest) - 1
        breaks &= marks
      }
      while marks != 0 {
        let end = block + marks.trailingZeroBitCount
        let isBreak = breaks & (marks & (0 &- marks)) != 0
        marks &= marks &- 1
        if field < limit { ends[field] = Int32(truncatingIfNeeded: end) }
        field += 1
        guard isBreak else { continue }
        try take(buffer, start, end, field, &tally, &row)
        start = end + 1
        field = 0
      }
      block += 64
    }
    if start < bytes.count {
      guard inside == 0 else { throw BillFault("a quote is not closed", at: start) }
      if field < limit { ends[field] = Int32(truncatingIfNeeded: bytes.count) }
      try take(buffer, start, bytes.count, field + 1, &tally, &row)
    }
  }

  @inline(__always)
  private mutating func take(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, _ start: Int, _ stop: Int, _ fields: Int, _ tally: inout BillTally,
    _ row: inout BillRow
  ) throws(BillFault) {
    let bytes = BillBytes(buffer)
    let end = stop > start && bytes[stop - 1] == 13 ? stop - 1 : stop
    if end == start { return }
    guard fields == limit else {
      throw BillFault("a row has \(fields) fields in place of \(limit)", at: start)
    }
    if end < stop { ends[fields - 1] = Int32(truncatingIfNeeded: end) }
    row.clear()
    row.hash = bytes.part(start, end).hash64
    var number = 0
    while number < places.count {
      let (column, place) = places[number]
      number += 1
      let from = column == 0 ? start : Int(ends[column - 1]) + 1
      let field = bytes.part(from, Int(ends[column]))
      if field.count > 0, field[0] == UInt8(ascii: "\"") {
        row[place: place] = try Self.unquoted(buffer, from, Int(ends[column]), row: start)
      } else {
        row[place: place] = field
      }
    }
    do throws(BillFault) {
      if row[.labels].count > 0 {
        guard tags.read(row[.labels], into: row) else { throw BillFault("the labels of a row are no JSON", at: start) }
        if isDetailed, let all = TagObject.json(row[.labels]) { row.tags = all }
      }
      if row[.credits].count > 0 { row.credits = try CreditList.sum(row[.credits]) }
      try tally.add(row)
    } catch {
      throw BillFault(error.message, at: start, hint: error.hint)
    }
  }

  /// A field without its quotes, and without the doubling of those in it.
  private static func unquoted(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, _ start: Int, _ end: Int, row: Int
  ) throws(BillFault) -> BillBytes {
    let quote = UInt8(ascii: "\"")
    guard end > start + 1, buffer[end - 1] == quote else {
      throw BillFault("text follows the quote that ends a field", at: row)
    }
    let inner = BillBytes(buffer).part(start + 1, end - 1)
    guard var from = inner.first(quote).map({ start + 1 + $0 }) else { return inner }
    var to = from
    while from < end - 1 {
      if buffer[from] == quote {
        guard from + 1 < end - 1, buffer[from + 1] == quote else {
          throw BillFault("text follows the quote that ends a field", at: row)
        }
        from += 1
      }
      buffer[to] = buffer[from]
      to += 1
      from += 1
    }
    return BillBytes(buffer).part(start + 1, to)
  }
}
