/// A place in a schedule.
package enum CronField: Int, Sendable, Hashable, CaseIterable {
  case second
  case minute
  case hour
  case dayOfMonth
  case month
  case dayOfWeek
  case year

  /// As messages call it.
  package var name: String {
    switch self {
    case .second: "second"
    case .minute: "minute"
    case .hour: "hour"
    case .dayOfMonth: "day of month"
    case .month: "month"
    case .dayOfWeek: "day of week"
    case .year: "year"
    }
  }

  /// The numbers that may be written, both ends included.
  ///
  /// Years: Quartz documents 1970 up to 2099, EventBridge 1970 up to 2199.
  func numbers(in dialect: CronDialect) -> ClosedRange<Int> {
    switch self {
    case .second, .minute: 0...59
    case .hour: 0...23
    case .dayOfMonth: 1...31
    case .month: 1...12
    case .dayOfWeek: dialect.countsSundayAsOne ? 1...7 : 0...7
    case .year: dialect == .eventbridge ? 1970...2199 : 1970...2099
    }
  }

  /// The last number that `*` and an open step reach: 7 is a second name for Sunday, not a day of its own.
  func lastNumber(in dialect: CronDialect) -> Int {
    self == .dayOfWeek && !dialect.countsSundayAsOne ? 6 : numbers(in: dialect).upperBound
  }

  /// The place of a written number in the field's bit set: days of the week from 0 (Sunday), years from 1970.
  func bit(_ number: Int, in dialect: CronDialect) -> Int {
    switch self {
    case .dayOfWeek: dialect.countsSundayAsOne ? number - 1 : number % 7
    case .year: number - CronYears.base
    default: number
    }
  }

  /// The number that a name stands for, in any case: `JAN`, `sun`.
  func number(named name: some Sequence<UInt8>, in dialect: CronDialect) -> Int? {
    let lower = Array(name.map { $0 | 0x20 })
    switch self {
    case .month: return CronField.months.firstIndex { Array($0.utf8) == lower }.map { $0 + 1 }
    case .dayOfWeek:
      return CronField.weekdays.firstIndex { Array($0.utf8) == lower }
        .map { dialect.countsSundayAsOne ? $0 + 1 : $0 }
    default: return nil
    }
  }

  static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
  static let weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
}

extension CronDialect {
  /// Days of the week run from 1 (Sunday) up to 7 (Saturday), not from 0.
  var countsSundayAsOne: Bool { self == .quartz || self == .eventbridge }

  /// `L`, `W` and `#` are known, ranges may wrap round, and an open step is standard.
  var isQuartzLike: Bool { countsSundayAsOne }

  /// The fields of a bare expression, in order; the year of Quartz may be left out.
  var fields: [CronField] {
    switch self {
    case .unix: [.minute, .hour, .dayOfMonth, .month, .dayOfWeek]
    case .seconds: [.second, .minute, .hour, .dayOfMonth, .month, .dayOfWeek]
    case .quartz: [.second, .minute, .hour, .dayOfMonth, .month, .dayOfWeek, .year]
    case .eventbridge: [.minute, .hour, .dayOfMonth, .month, .dayOfWeek, .year]
    }
  }
}
