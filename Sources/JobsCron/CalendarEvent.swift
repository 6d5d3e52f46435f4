/// A calendar event as a timer of systemd has it (systemd.time(7) of version 252): `Mon..Fri *-*-* 08..18:00/30`.
///
/// It matches the wall times of its days and times of day: one that does not exist is passed over, and one that exists
/// twice matches at the first.
package struct CalendarEvent: Hashable, Sendable {
  let days: CronDays
  let times: CronTimes
  /// The zone that it names; nil for the host's own.
  package let zone: String?

  /// Longer ones are not read, in bytes.
  static let maximumLength = 1024

  /// - Throws: what is no calendar event, and what is one that fires between two seconds or is known by an instant alone.
  package init(_ text: String) throws(CronError) {
    let length = text.utf8.count
    guard length <= Self.maximumLength else {
      throw CronError(
        .tooLong, 0..<length, "a calendar event of \(length) bytes is over the limit of \(Self.maximumLength)",
        hint: "split it into several")
    }
    var words = text.utf8.split { $0 == 32 || $0 == 9 }.map { String(decoding: $0, as: UTF8.self) }
    func refuse(_ reason: String) -> CronError {
      CronError(
        .form, 0..<length, "the calendar event '\(text)' \(reason)", hint: "'systemd-analyze calendar' reads it")
    }
    guard var first = words.first else { throw refuse("is empty") }
    var zone: String?
    if words.count > 1, let last = words.last, Self.startsWithLetter(last) {
      zone = last.utf8.count == 3 && last.uppercased() == "UTC" ? "UTC" : last
      // Short names are those of the host's own clock first.
      guard zone == "UTC" || last.utf8.contains(UInt8(ascii: "/")) else {
        throw refuse("names no zone by its whole name, such as 'Europe/Berlin'")
      }
      words.removeLast()
    }
    self.zone = zone
    if words.count == 1, let long = Self.shorthands[first.lowercased()] {
      words = long.split(separator: " ").map { String($0) }
      first = words[0]
    }
    var days = CronDays()
    var times = CronTimes(seconds: 1, minutes: 1, hours: 1)
    if Self.startsWithLetter(first) {
      guard let weekdays = Self.weekdays(first) else { throw refuse("has '\(first)', no days of the week") }
      days.weekdays = weekdays
      words.removeFirst()
    }
    if let date = words.first, !date.utf8.contains(UInt8(ascii: ":")) {
      guard Self.read(date, into: &days) else { throw refuse("has '\(date)', no date") }
      words.removeFirst()
    }
    if let time = words.first {
      guard Self.read(time, into: &times) else { throw refuse("has '\(time)', no time of day in whole seconds") }
      words.removeFirst()
    }
    if let more = words.first { throw refuse("has '\(more)' behind its time") }
    self.days = days
    self.times = times
  }

  private static func startsWithLetter(_ word: String) -> Bool { word.utf8.first.map { 97...122 ~= $0 | 32 } ?? false }

  /// In lower case.
  private static let shorthands = [
    "minutely": "*-*-* *:*:00", "hourly": "*-*-* *:00:00", "daily": "*-*-* 00:00:00", "weekly": "Mon *-*-* 00:00:00",
    "monthly": "*-*-01 00:00:00", "quarterly": "*-01,04,07,10-01 00:00:00", "semiannually": "*-01,07-01 00:00:00",
    "semi-annually": "*-01,07-01 00:00:00", "biannually": "*-01,07-01 00:00:00", "bi-annually": "*-01,07-01 00:00:00",
    "yearly": "*-01-01 00:00:00", "annually": "*-01-01 00:00:00",
  ]

  // MARK: Days

  private static let names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]

  /// Bits 0 (Sunday) up to 6; nil for what is no list of days. Its weeks begin on a Monday.
  private static func weekdays(_ word: String) -> UInt8? {
    var set: UInt8 = 0
    var items = word.lowercased().split(separator: ",", omittingEmptySubsequences: false)
    if items.last == "" { items.removeLast() }
    for item in items {
      let ends = item.replacing("..", with: "-").split(separator: "-", omittingEmptySubsequences: false).map { name in
        names.firstIndex { $0 == name || $0.prefix(3) == name }.map { ($0 + 6) % 7 }
      }
      guard ends.count <= 2, let from = ends.first ?? nil, let to = ends.last ?? nil, from <= to else { return nil }
      for day in from...to { set |= 1 << UInt8((day + 1) % 7) }
    }
    return set == 0 ? nil : set
  }

  /// `Y-M-D` or `M-D`, with `~` in front of days that are counted from a month's end.
  private static func read(_ word: String, into days: inout CronDays) -> Bool {
    let isFromEnd = word.utf8.contains(UInt8(ascii: "~"))
    var parts = word.utf8.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "~") }
      .map { String(decoding: $0, as: UTF8.self) }
    // The sign stands in front of the last part alone.
    guard 2...3 ~= parts.count, !isFromEnd || word.utf8.dropLast(parts.last?.utf8.count ?? 0).last == UInt8(ascii: "~"),
      word.utf8.count(where: { $0 == UInt8(ascii: "~") }) == (isFromEnd ? 1 : 0),
      let day = Component(parts.removeLast(), 1...31), let month = Component(parts.removeLast(), 1...12)
    else { return false }
    days.months = UInt16(month.bits)
    if isFromEnd, !word.hasSuffix("*") {
      days.daysOfMonth = 0
      days.fromEnd = UInt32(day.fromEnd)
    } else {
      days.daysOfMonth = UInt32(day.bits)
    }
    guard let last = parts.popLast(), last != "*" else { return true }
    guard let year = Component(last, 1970...2199) else { return false }
    var years = CronYears()
    for number in year.numbers { years.insert(bit: number - CronYears.base) }
    days.years = years
    return true
  }

  // MARK: Times

  /// `H:M` or `H:M:S`.
  private static func read(_ word: String, into times: inout CronTimes) -> Bool {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false).map { String($0) }
    guard 2...3 ~= parts.count, let hours = Component(parts[0], 0...23), let minutes = Component(parts[1], 0...59),
      let seconds = Component(parts.count == 3 ? parts[2] : "0", 0...59)
    else { return false }
    times = CronTimes(seconds: seconds.bits, minutes: minutes.bits, hours: hours.bits)
    return true
  }
}

extension CalendarEvent {
  /// `*`, or numbers, ranges `a..b` and steps `a/n` and `a..b/n`, with commas between them.
  private struct Component {
    /// Steps without an end go on to the last number.
    private var ranges: [(from: Int, to: Int, step: Int, isOpen: Bool)] = []

    init?(_ text: String, _ limits: ClosedRange<Int>) {
      guard text != "*" else {
        ranges = [(limits.lowerBound, limits.upperBound, 1, false)]
        return
      }
      for item in text.split(separator: ",", omittingEmptySubsequences: false) {
        let parts = item.split(separator: "/", omittingEmptySubsequences: false)
        let ends = parts[0].replacing("..", with: ":").split(separator: ":", omittingEmptySubsequences: false)
        let bounds = ends.map { Self.number($0) }
        let step = parts.count == 2 ? Self.number(parts[1]) : 1
        guard parts.count <= 2, bounds.count <= 2, let from = bounds[0], limits.contains(from), let step, step > 0
        else { return nil }
        let isOpen = parts.count == 2 && bounds.count == 1
        guard let to = bounds.count == 2 ? bounds[1] : isOpen ? limits.upperBound : from, limits.contains(to),
          from <= to
        else { return nil }
        ranges.append((from, to, step, isOpen))
      }
    }

    private static func number(_ text: Substring) -> Int? {
      1...4 ~= text.utf8.count && text.utf8.allSatisfy { 48...57 ~= $0 } ? Int(text) : nil
    }

    /// In ascending order, each once.
    var numbers: [Int] {
      Set(ranges.flatMap { stride(from: $0.from, through: $0.to, by: $0.step) }).sorted()
    }

    /// Bit n stands for the number n; of sets whose numbers are below 64.
    var bits: UInt64 { numbers.reduce(0) { bits, number in bits | UInt64(1) << UInt64(number) } }

    /// Bit n stands for the day n days before a month's last, which has the number 1: steps go on towards the last day.
    var fromEnd: UInt64 {
      ranges.reduce(0) { set, range in
        let days = range.isOpen ? (range.from, 1) : (range.to, range.from)
        return stride(from: days.0, through: days.1, by: -range.step).reduce(set) { $0 | UInt64(1) << UInt64($1 - 1) }
      }
    }
  }
}
