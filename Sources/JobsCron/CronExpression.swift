/// A schedule that was read from its text.
///
/// It is a pure value; instants go in and out as seconds since the epoch, zones as `Zone`.
package struct CronExpression: Hashable, Sendable {
  /// As it was written, without blanks around it.
  package let text: String
  package let dialect: CronDialect
  /// What was accepted and should be looked at, in the order of the text.
  package let remarks: [CronRemark]
  /// Whether an `H` was resolved with the seed.
  package let usesHash: Bool
  package let form: Form
  let plan: Plan

  /// What kind of text it was.
  package enum Form: Hashable, Sendable {
    case fields
    /// `@daily` and its kin, with the name in lower case and without the `@`.
    case macro(String)
    /// `@reboot`: fires when its host starts, never by the clock.
    case reboot
    /// `rate(…)`.
    case rate
    /// `at(…)`.
    case at
  }

  enum Plan: Hashable, Sendable {
    case calendar(CronCalendar)
    /// Every so many seconds of real time.
    case interval(seconds: Int64)
    case reboot
  }

  /// The largest text that is looked at, in bytes.
  package static let maximumLength = 1024

  /// Whether the daylight saving policy applies: a calendar whose minute and hour do not start with `*`.
  package var isFixedTime: Bool { calendar?.isFixedTime ?? false }

  var calendar: CronCalendar? {
    guard case .calendar(let calendar) = plan else { return nil }
    return calendar
  }
}
