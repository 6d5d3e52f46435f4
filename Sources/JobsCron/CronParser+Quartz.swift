extension CronParser {
  func questionMark(_ range: Range<Int>, of field: CronField, alone: Bool) throws(CronError) {
    guard dialect.isQuartzLike else {
      throw CronError(
        .unsupported, range, "'?' has no meaning in '\(dialect.rawValue)'",
        hint: "write '*', or set 'dialect' to 'quartz'")
    }
    guard field == .dayOfMonth || field == .dayOfWeek else {
      throw CronError(
        .questionMark, range, "'?' stands in the \(field.name), but only one of the two day fields may have it",
        hint: "write '*'")
    }
    guard alone, range.count == 1 else {
      throw CronError(
        .questionMark, range, "'?' in the \(field.name) stands beside something else", hint: "write it alone")
    }
  }

  /// Exactly one of the two day fields has to be `?`; Quartz texts that say `*` instead are understood.
  mutating func checkQuestionMarks(
    _ questions: [CronField], _ day: Range<Int>, _ weekday: Range<Int>
  ) throws(CronError) {
    if questions.count == 1 { return }
    let both = day.lowerBound..<weekday.upperBound
    guard questions.isEmpty else {
      throw CronError(
        .questionMark, both, "day of month and day of week are both '?'", hint: "write '*' for one of the two")
    }
    let isStar = { [bytes = source.bytes] (range: Range<Int>) in bytes[range].elementsEqual("*".utf8) }
    guard dialect == .eventbridge || !(isStar(day) || isStar(weekday)) else {
      remarks.append(
        CronRemark(
          code: .missingQuestionMark, range: isStar(weekday) ? weekday : day,
          message: "Quartz itself asks for '?' in one of day of month and day of week"))
      return
    }
    let hint =
      if isStar(weekday) {
        "write '?' as day of week"
      } else if isStar(day) {
        "write '?' as day of month"
      } else {
        "write '?' for one of the two; to fire on both write two schedules"
      }
    throw CronError(
      .questionMark, both,
      "neither day of month '\(source.text(day))' nor day of week '\(source.text(weekday))' is '?'", hint: hint)
  }

  /// Reads `L`, `W` and `#`; false where the item is none of them.
  mutating func quartzMark(
    _ range: Range<Int>, of field: CronField, alone: Bool, into value: inout CronFieldValue
  ) throws(CronError) -> Bool {
    guard dialect.isQuartzLike else { return false }
    let found =
      switch field {
      case .dayOfMonth: try monthMark(range)
      case .dayOfWeek: try weekMark(range, into: &value)
      default: false
      }
    if found, !alone {
      remark(range, "'\(source.text(range))' stands in a list, which \(engine) may refuse")
    }
    return found
  }

  private var engine: String { dialect == .quartz ? "Quartz" : "AWS" }

  private mutating func remark(_ range: Range<Int>, _ message: String) {
    remarks.append(CronRemark(code: .undocumented, range: range, message: message))
  }

  private func isMark(_ index: Int, _ upper: UInt8) -> Bool { source.bytes[index] & 0xdf == upper }

  /// `L`, `LW`, `L-n`, `L-nW` and `nW`.
  private mutating func monthMark(_ range: Range<Int>) throws(CronError) -> Bool {
    let nearest = isMark(range.upperBound - 1, UInt8(ascii: "W"))
    let body = range.lowerBound..<(nearest ? range.upperBound - 1 : range.upperBound)
    guard !body.isEmpty, isMark(body.lowerBound, UInt8(ascii: "L")) else {
      guard nearest else { return false }
      guard let day = decimal(body), (1...31).contains(day) else {
        throw CronError(
          .range, range, "'\(source.text(range))' names no day for 'W'", hint: "write it as in '15W' or 'LW'")
      }
      days.nearWeekday |= 1 << UInt32(day)
      return true
    }
    var back = 0
    if body.count > 1 {
      guard source.bytes[body.lowerBound + 1] == UInt8(ascii: "-"),
        let days = decimal(body.lowerBound + 2..<body.upperBound), days <= 30
      else {
        throw CronError(
          .range, range, "'\(source.text(range))' counts no days before the month's last",
          hint: "write it as in 'L-3', at most 30")
      }
      back = days
    }
    if nearest { days.fromEndNearWeekday |= 1 << UInt32(back) } else { days.fromEnd |= 1 << UInt32(back) }
    if dialect == .eventbridge, back > 0 || nearest {
      remark(range, "AWS does not document '\(source.text(range))'")
    }
    return true
  }

  /// `L` (Saturday), `nL` and `n#k`, with n as a number or a name.
  private mutating func weekMark(_ range: Range<Int>, into value: inout CronFieldValue) throws(CronError) -> Bool {
    if let hash = source.bytes[range].firstIndex(of: UInt8(ascii: "#")) {
      let day = try number(range.lowerBound..<hash, of: .dayOfWeek, within: range)
      guard let nth = decimal(hash + 1..<range.upperBound), (1...5).contains(nth) else {
        throw CronError(
          .range, range, "'\(source.text(range))' does not say which of the month's such days",
          hint: "write 1 to 5 after '#', as in '\(source.text(range.lowerBound..<hash))#2'")
      }
      days.nthWeekday |= 1 << UInt64((nth - 1) * 8 + CronField.dayOfWeek.bit(day, in: dialect))
      return true
    }
    guard isMark(range.upperBound - 1, UInt8(ascii: "L")) else { return false }
    if range.count == 1 {
      value.bits |= 1 << 6
      return true
    }
    let day = try number(range.lowerBound..<range.upperBound - 1, of: .dayOfWeek, within: range)
    days.lastWeekday |= 1 << UInt8(CronField.dayOfWeek.bit(day, in: dialect))
    return true
  }
}
