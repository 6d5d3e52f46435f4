import ArgumentParser
import JobsCore

/// How much of the past is kept.
struct RetentionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Keep the newest executions of each job, so many.", valueName: "n"))
  var keepRuns: Int?

  @Option(help: ArgumentHelp("Keep executions for so many days.", valueName: "days"))
  var keepDays: Int?

  @Option(help: ArgumentHelp("Keep the newest dead letters of each job, so many.", valueName: "n"))
  var keepDeadLetters: Int?

  func validate() throws {
    for (name, value, range) in [
      ("--keep-runs", keepRuns, 1...1_000_000_000), ("--keep-days", keepDays, 1...36_500),
      ("--keep-dead-letters", keepDeadLetters, 0...1_000_000),
    ] {
      guard let value, !range.contains(value) else { continue }
      throw ValidationError("\(name) has to be between \(range.lowerBound) and \(range.upperBound)")
    }
  }

  /// What the options say.
  var named: Retention { Retention(runs: keepRuns, days: keepDays, deadLetters: keepDeadLetters) }
}
