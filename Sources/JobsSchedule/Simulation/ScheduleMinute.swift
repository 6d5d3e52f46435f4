import JobsCron

/// The minute of the hour at which a schedule fires, where that is one plain number, and its text with another.
struct ScheduleMinute {
  let minute: Int
  private let before: Substring
  private let after: Substring

  init?(_ expression: CronExpression) {
    let text: String
    switch expression.form {
    case .fields: text = expression.text
    case .macro(let name):
      guard let plain = Self.macros[name] else { return nil }
      text = plain
    case .reboot, .rate, .at: return nil
    }
    // EventBridge writes its fields within 'cron(…)'.
    let fields = text.split { " \t()".contains($0) }.drop { $0 == "cron" }
    let place = [.seconds, .quartz].contains(expression.dialect) ? 1 : 0
    guard let field = fields.dropFirst(place).first, field.utf8.allSatisfy({ (48...57).contains($0) }),
      let minute = Int(field), minute < 60
    else { return nil }
    self.minute = minute
    before = text[..<field.startIndex]
    after = text[field.endIndex...]
  }

  func text(at minute: Int) -> String { "\(before)\(minute)\(after)" }

  /// What the names stand for (crontab(5)).
  private static let macros = [
    "hourly": "0 * * * *", "daily": "0 0 * * *", "midnight": "0 0 * * *", "weekly": "0 0 * * 0",
    "monthly": "0 0 1 * *", "yearly": "0 0 1 1 *", "annually": "0 0 1 1 *",
  ]
}
