extension CronParser {
  /// Reads `cron(…)`, `rate(…)` or `at(…)`.
  ///
  /// Source: docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html.
  mutating func eventBridge() throws(CronError) -> CronExpression {
    guard let function = source.function else {
      let open = source.opensFunction
      throw CronError(
        .form, source.whole,
        "'\(source.text(source.whole))' \(open ? "has no ')' at its end" : "is not one of EventBridge's expressions")",
        hint: open ? "add ')'" : "write 'cron(…)', 'rate(…)' or 'at(…)'")
    }
    let name = source.text(function.name)
    let inside = CronSource(bytes: source.bytes, within: function.inside)
    switch name {
    case "cron":
      let calendar = try calendar(inside.fields)
      return finished(.calendar(calendar), .fields)
    case "rate": return finished(.interval(seconds: try rate(inside)), .rate)
    case "at": return finished(.calendar(try at(inside)), .at)
    default:
      let known = ["cron", "rate", "at"].contains(name.lowercased())
      throw CronError(
        .form, function.name, "'\(name)(…)' is no expression of EventBridge",
        hint: known ? "write '\(name.lowercased())'" : "write 'cron(…)', 'rate(…)' or 'at(…)'")
    }
  }

  /// Seconds between two fires. The unit is singular for 1 and plural otherwise; AWS refuses `rate(1 minutes)`.
  private func rate(_ inside: CronSource) throws(CronError) -> Int64 {
    let example = "write it as in 'rate(5 minutes)'"
    guard inside.fields.count == 2 else {
      throw CronError(
        .rate, inside.whole.isEmpty ? source.whole : inside.whole,
        "'\(source.text(source.whole))' is no number and unit", hint: example)
    }
    let value = inside.fields[0]
    guard let number = decimal(value), number != Int.max else {
      throw CronError(.rate, value, "the rate '\(source.text(value))' is no whole number", hint: example)
    }
    guard number > 0 else { throw CronError(.rate, value, "the rate is 0", hint: "write 1 or more") }
    let unit = source.text(inside.fields[1])
    let units: [(name: String, seconds: Int64)] = [("minute", 60), ("hour", 3600), ("day", 86400)]
    guard let known = units.first(where: { unit == $0.name || unit == $0.name + "s" }) else {
      let singular = unit.hasSuffix("s") ? String(unit.dropLast()) : unit
      throw CronError(
        .rate, inside.fields[1], "'\(unit)' is no unit of a rate",
        hint: singular == "second"
          ? "the shortest rate is 'rate(1 minute)'" : "the units are minute, hour and day, in small letters")
    }
    let right = number == 1 ? known.name : known.name + "s"
    guard unit == right else {
      throw CronError(
        .rate, inside.fields[1], "'rate(\(number) \(unit))' is refused by AWS: the unit is singular for 1 only",
        hint: "write 'rate(\(number) \(right))'")
    }
    return Int64(number) * known.seconds
  }

  /// One wall time, as a calendar with one day of one year.
  private func at(_ inside: CronSource) throws(CronError) -> CronCalendar {
    func bad(_ why: String) -> CronError {
      CronError(
        .at, inside.whole.isEmpty ? source.whole : inside.whole, "'\(source.text(source.whole))' \(why)",
        hint: "write it as in 'at(2027-03-28T02:30:00)', without a zone")
    }
    let pattern = Array("dddd-dd-ddTdd:dd:dd".utf8)
    let text = Array(source.bytes[inside.whole])
    guard inside.fields.count == 1, text.count == pattern.count,
      zip(text, pattern).allSatisfy({ $1 == UInt8(ascii: "d") ? isDigit($0) : $0 == $1 })
    else { throw bad("is no date and time") }
    func number(_ from: Int, _ count: Int) -> Int { text[from..<from + count].reduce(0) { $0 * 10 + Int($1 - 48) } }
    let (year, month, day) = (number(0, 4), number(5, 2), number(8, 2))
    let (hour, minute, second) = (number(11, 2), number(14, 2), number(17, 2))
    guard CronField.year.numbers(in: .eventbridge).contains(year) else {
      throw bad("is outside the years 1970 to 2199")
    }
    guard (1...12).contains(month), day >= 1, day <= CivilDay.days(inMonth: month, of: year) else {
      throw bad("names a day that does not exist")
    }
    guard hour < 24, minute < 60, second < 60 else { throw bad("names a time that does not exist") }
    var days = CronDays()
    days.daysOfMonth = 1 << UInt32(day)
    days.months = 1 << UInt16(month)
    days.years = CronYears()
    days.years.insert(bit: year - CronYears.base)
    let times = CronTimes(seconds: 1 << UInt64(second), minutes: 1 << UInt64(minute), hours: 1 << UInt64(hour))
    return CronCalendar(times: times, days: days, stars: [])
  }
}
