/// What one field says.
struct CronFieldValue {
  /// Bits as `CronField.bit` counts them; not used for years.
  var bits: UInt64 = 0
  var years = CronYears()
  var startsWithStar = false
  var isQuestion = false
}

extension CronParser {
  /// Reads a comma-separated field.
  mutating func field(_ field: CronField, _ range: Range<Int>) throws(CronError) -> CronFieldValue {
    if let alien = source.bytes[range].firstIndex(where: { $0 >= 0x7f || $0 < 0x20 }) {
      throw CronError(
        .character, alien..<range.upperBound,
        "the \(field.name) '\(source.text(range))' has a character outside ASCII",
        hint: "write digits, names and *-,/ only")
    }
    var value = CronFieldValue()
    value.startsWithStar = source.bytes[range.lowerBound] == UInt8(ascii: "*")
    let items = source.bytes[range].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    for item in items {
      let range = item.startIndex..<item.endIndex
      guard !range.isEmpty else {
        throw CronError(
          .character, range, "the \(field.name) list has an empty entry", hint: "remove the extra ','")
      }
      try self.item(range, of: field, alone: items.count == 1, into: &value)
    }
    return value
  }

  private mutating func item(
    _ range: Range<Int>, of field: CronField, alone: Bool, into value: inout CronFieldValue
  ) throws(CronError) {
    let bytes = source.bytes
    if bytes[range.lowerBound] == UInt8(ascii: "?") {
      try questionMark(range, of: field, alone: alone)
      value.isQuestion = true
      insertAll(field, into: &value)
      return
    }
    if try quartzMark(range, of: field, alone: alone, into: &value) { return }
    let slash = bytes[range].firstIndex(of: UInt8(ascii: "/"))
    let body = range.lowerBound..<(slash ?? range.upperBound)
    var step = 1
    if let slash { step = try self.step(slash + 1..<range.upperBound, of: field, in: range) }
    let all = field.numbers(in: dialect).lowerBound...field.lastNumber(in: dialect)

    if body.isEmpty, dialect == .quartz {
      insert(all, by: step, field, into: &value)
    } else if bytes[body].elementsEqual("*".utf8) {
      if slash == nil { insertAll(field, into: &value) } else { insert(all, by: step, field, into: &value) }
    } else if isHash(body, field) {
      try hashed(body, step: slash == nil ? nil : step, of: field, into: &value)
    } else {
      var (first, last) = try ends(body, of: field)
      if last == nil, slash != nil {
        // An open step runs to the end of the field.
        if !dialect.isQuartzLike {
          remarks.append(
            CronRemark(
              code: .openStep, range: range,
              message: "'\(source.text(range))' is an extension that not every cron knows; it means "
                + "'\(first)-\(all.upperBound)/\(step)'"))
        }
        last = max(first, all.upperBound)
      }
      let end = last ?? first
      if first > end { try checkWrap(first, end, body, field) }
      insert(from: first, to: end, by: step, field, into: &value)
    }
    if slash != nil, step > all.upperBound - all.lowerBound {
      remarks.append(
        CronRemark(
          code: .largeStep, range: range,
          message: "a step of \(step) is longer than the \(field.name) field, so one value remains"))
    }
  }

  // MARK: Ranges

  /// `a`, or `a-b`.
  private func ends(_ range: Range<Int>, of field: CronField) throws(CronError) -> (Int, Int?) {
    guard let dash = source.bytes[range].firstIndex(of: UInt8(ascii: "-")) else {
      return (try number(range, of: field), nil)
    }
    let first = try number(range.lowerBound..<dash, of: field, within: range)
    return (first, try number(dash + 1..<range.upperBound, of: field, within: range))
  }

  /// A range may wrap round in Quartz, as in `22-2` and `FRI-MON`.
  private mutating func checkWrap(
    _ first: Int, _ last: Int, _ range: Range<Int>, _ field: CronField
  ) throws(CronError) {
    if dialect.isQuartzLike, field != .year {
      if dialect == .eventbridge {
        remarks.append(
          CronRemark(
            code: .undocumented, range: range,
            message: "AWS does not document ranges that wrap round, such as '\(source.text(range))'"))
      }
      return
    }
    let all = field.numbers(in: dialect)
    let unwrapped =
      field == .dayOfWeek && last == 0
      ? "'\(first)-7'" : "'\(first)-\(field.lastNumber(in: dialect)),\(all.lowerBound)-\(last)'"
    throw CronError(
      .emptyRange, range, "the \(field.name) range '\(source.text(range))' ends before it starts",
      hint: field == .year ? "swap the two years" : "write \(unwrapped), or swap the two")
  }

  func insertAll(_ field: CronField, into value: inout CronFieldValue) {
    if field == .year {
      value.years = .every
    } else {
      insert(field.numbers(in: dialect).lowerBound...field.lastNumber(in: dialect), by: 1, field, into: &value)
    }
  }

  func insert(_ numbers: ClosedRange<Int>, by step: Int, _ field: CronField, into value: inout CronFieldValue) {
    insert(from: numbers.lowerBound, to: numbers.upperBound, by: step, field, into: &value)
  }

  private func insert(
    from first: Int, to last: Int, by step: Int, _ field: CronField, into value: inout CronFieldValue
  ) {
    let all = field.numbers(in: dialect).lowerBound...field.lastNumber(in: dialect)
    let end = last < first ? last + all.count : last
    for number in stride(from: first, through: end, by: step) {
      let bit = field.bit(number > all.upperBound ? number - all.count : number, in: dialect)
      if field == .year { value.years.insert(bit: bit) } else { value.bits |= 1 << UInt64(bit) }
    }
  }
}
