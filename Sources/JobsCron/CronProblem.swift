/// Why a scheduler of a cloud would refuse a schedule, or fire it otherwise than this suite says.
package struct CronProblem: Hashable, Sendable {
  package let message: String
  package let hint: String?
}

extension CronExpression {
  /// What Cloud Scheduler does not take: it knows five fields of unix-cron and English-like text (`EnglishSchedule`).
  ///
  /// Source: docs.cloud.google.com/scheduler/docs/configuring/cron-job-schedules, 2026-11.
  package var cloudSchedulerProblems: [CronProblem] {
    let unix = asUnix
    let hint = unix.text.map { "write '\($0)'" }
    if case .reboot = plan {
      return [CronProblem(message: "Cloud Scheduler has no '@reboot'", hint: "write five fields")]
    }
    if dialect != .unix {
      let reason = unix.reason.map { ", and five fields cannot say it: \($0)" } ?? ""
      return [CronProblem(message: "Cloud Scheduler takes five fields, not '\(dialect.rawValue)'\(reason)", hint: hint)]
    }
    var problems: [CronProblem] = []
    if case .macro(let name) = form {
      problems.append(CronProblem(message: "Cloud Scheduler documents no '@\(name)'", hint: hint))
    }
    if usesHash {
      problems.append(CronProblem(message: "Cloud Scheduler does not know 'H'", hint: hint))
    }
    if let rule = ambiguousDays, rule.joined == .both, let other = rule.otherReading {
      problems.append(
        CronProblem(
          message: "Cloud Scheduler joins both days with OR: it would fire \(other), not \(rule.reading)",
          hint: "restrict one of the two days only"))
    }
    return problems
  }

  /// What EventBridge Scheduler does not take: another dialect, an expression over 256 or a zone over 50 characters.
  ///
  /// Source: the resource schema AWS::Scheduler::Schedule.
  ///
  /// - Parameter timezone: the name of the zone as it would be sent, nil where none is.
  package func eventBridgeProblems(timezone: String?) -> [CronProblem] {
    var problems: [CronProblem] = []
    if dialect != .eventbridge {
      let converted = asEventBridge
      let reason = converted.reason.map { ", and it cannot say this one: \($0)" } ?? ""
      problems.append(
        CronProblem(
          message: "EventBridge takes 'cron(…)', 'rate(…)' or 'at(…)', not '\(dialect.rawValue)'\(reason)",
          hint: converted.text.map { "write '\($0)'" }))
    } else if text.unicodeScalars.count > 256 {
      problems.append(
        CronProblem(
          message: "an expression of \(text.unicodeScalars.count) characters is over EventBridge's limit of 256",
          hint: "split it into several schedules"))
    }
    if let timezone, timezone.isEmpty || timezone.unicodeScalars.count > 50 {
      problems.append(
        CronProblem(
          message: "zone '\(timezone)' has \(timezone.unicodeScalars.count) characters, EventBridge takes 1 to 50",
          hint: "use a shorter name of the zone"))
    }
    return problems
  }
}
