/// Reads one schedule in one dialect. Its parts stand in extensions: a field, Quartz's marks, EventBridge's functions.
struct CronParser {
  let source: CronSource
  let dialect: CronDialect
  let hash: CronHash?
  var remarks: [CronRemark] = []
  var usesHash = false
  var days = CronDays()
  var stars: CronCalendar.Stars = []

  init(source: CronSource, dialect: CronDialect, seed: UInt64?) {
    self.source = source
    self.dialect = dialect
    hash = seed.map(CronHash.init(seed:))
  }

  mutating func expression() throws(CronError) -> CronExpression {
    if dialect == .eventbridge { return try eventBridge() }
    if source.opensFunction {
      throw CronError(
        .form, source.whole, "'\(source.text(source.whole))' is written for EventBridge, not for '\(dialect.rawValue)'",
        hint: "set 'dialect' to 'eventbridge', or leave it out")
    }
    if source.isMacro { return try macro() }
    return try fieldsOnly()
  }

  /// Reads the fields of a calendar, without a function round them.
  mutating func fieldsOnly() throws(CronError) -> CronExpression {
    let calendar = try calendar(source.fields)
    return finished(.calendar(calendar), .fields)
  }

  func finished(_ plan: CronExpression.Plan, _ form: CronExpression.Form) -> CronExpression {
    CronExpression(
      text: source.text(source.whole), dialect: dialect, remarks: remarks, usesHash: usesHash, form: form, plan: plan)
  }

  private static let macros: [String: String] = [
    "hourly": "0 * * * *", "daily": "0 0 * * *", "midnight": "0 0 * * *", "weekly": "0 0 * * 0",
    "monthly": "0 0 1 * *", "yearly": "0 0 1 1 *", "annually": "0 0 1 1 *",
  ]

  private func macro() throws(CronError) -> CronExpression {
    let written = source.text(source.whole)
    let name = written.dropFirst().lowercased()
    guard dialect == .unix || dialect == .seconds else {
      throw CronError(
        .unsupported, source.whole, "'\(written)' is not known to '\(dialect.rawValue)'",
        hint: CronParser.macros[name] == nil ? nil : "set 'dialect' to 'unix', or write its fields")
    }
    if name == "reboot" { return finished(.reboot, .reboot) }
    guard let fields = CronParser.macros[name] else {
      let hint =
        name.hasPrefix("every")
        ? "for an interval write a step, as in '*/5 * * * *', or EventBridge's 'rate(5 minutes)'"
        : "known are @hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually and @reboot"
      throw CronError(.macro, source.whole, "'\(written)' is no known macro", hint: hint)
    }
    var parser = CronParser(source: CronSource(bytes: Array(fields.utf8)), dialect: .unix, seed: nil)
    let calendar = try parser.calendar(parser.source.fields)
    return finished(.calendar(calendar), .macro(name))
  }

  mutating func calendar(_ written: [Range<Int>]) throws(CronError) -> CronCalendar {
    let expected = dialect.fields
    guard written.count == expected.count || (dialect == .quartz && written.count == 6) else {
      throw fieldCountError(written)
    }
    var times = CronTimes(seconds: 1, minutes: 0, hours: 0)
    var questions: [CronField] = []
    var (day, weekday) = (source.whole, source.whole)
    for (field, range) in zip(expected, written) {
      let value = try self.field(field, range)
      if value.isQuestion { questions.append(field) }
      switch field {
      case .second: times.seconds = value.bits
      case .minute:
        times.minutes = value.bits
        if value.startsWithStar { stars.insert(.minute) }
      case .hour:
        times.hours = value.bits
        if value.startsWithStar { stars.insert(.hour) }
      case .dayOfMonth:
        day = range
        days.daysOfMonth = UInt32(truncatingIfNeeded: value.bits)
        if value.startsWithStar { stars.insert(.dayOfMonth) }
      case .month: days.months = UInt16(truncatingIfNeeded: value.bits)
      case .dayOfWeek:
        weekday = range
        days.weekdays = UInt8(truncatingIfNeeded: value.bits)
        if value.startsWithStar { stars.insert(.dayOfWeek) }
      case .year: days.years = value.years
      }
    }
    if dialect.isQuartzLike {
      try checkQuestionMarks(questions, day, weekday)
    } else {
      joinDays(day, weekday)
    }
    return CronCalendar(times: times, days: days, stars: stars)
  }

  /// Vixie's rule: one of the two day fields is enough, unless one of them starts with a star.
  private mutating func joinDays(_ day: Range<Int>, _ weekday: Range<Int>) {
    days.either = stars.isDisjoint(with: [.dayOfMonth, .dayOfWeek])
    guard days.restrictsDayOfMonth, days.restrictsWeekday else { return }
    let rule =
      days.either
      ? "a day matches if one of them does"
      : "a day must match both, since one of them starts with '*' (Debian's cron)"
    remarks.append(
      CronRemark(
        code: .ambiguousDays, range: day.lowerBound..<weekday.upperBound,
        message: "day of month '\(source.text(day))' and day of week '\(source.text(weekday))' are both restricted: "
          + rule))
  }

  private func fieldCountError(_ written: [Range<Int>]) -> CronError {
    let asked =
      switch dialect {
      case .unix: "5"
      case .seconds: "6, seconds first"
      case .quartz: "6 or 7, seconds first and the year last"
      case .eventbridge: "6, the year last"
      }
    let whole =
      (written.first?.lowerBound ?? source.whole.lowerBound)..<(written.last?.upperBound ?? source.whole.upperBound)
    var hint: String?
    switch (dialect, written.count) {
    case (.unix, 6): hint = "with seconds in front set 'dialect' to 'seconds' or 'quartz'"
    case (.unix, 7): hint = "with seconds and a year set 'dialect' to 'quartz'"
    case (.seconds, 5), (.quartz, 5): hint = "put the second in front, as in '0 \(source.text(whole))'"
    case (.eventbridge, 5): hint = "put the year last, as in 'cron(\(source.text(whole)) *)', with one '?'"
    default: hint = nil
    }
    return CronError(
      .fieldCount, whole,
      "'\(source.text(whole))' has \(CronExpression.fieldCount(written.count)), '\(dialect.rawValue)' asks for \(asked)",
      hint: hint)
  }
}
