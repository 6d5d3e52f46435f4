import ArgumentParser
import JobsCommand
import JobsCore
import JobsCost
import JobsManifest

/// What an estimate is made of; the same words for 'estimate' and 'diff'.
struct EstimateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The month to estimate, such as 2027-03, in place of the coming 30 days.", valueName: "month"))
  var month: String?

  @Option(
    help: ArgumentHelp(
      "How long a run takes where neither history nor manifest says: one time, or three from short to long.",
      valueName: "time"))
  var assume: String?

  @Option(
    help: ArgumentHelp(
      "The share of attempts that fail, such as 5%, by which retries cost; without it that of the history.",
      valueName: "share"))
  var failureRate: String?

  @Flag(help: "Leave out what is free, as where other work spends it already.")
  var noFreeTier = false

  @Flag(help: "End with 1 if something has no price.")
  var strictPrices = false

  func validate() throws {
    if let month, Period(month: month) == nil {
      throw ValidationError("--month is a year and a month, such as 2027-03")
    }
    if let assume, Self.length(assume) == nil {
      throw ValidationError("--assume is a time such as 5m, or three that grow, such as 1m,5m,20m")
    }
    if let failureRate, Self.share(failureRate) == nil {
      throw ValidationError("--failure-rate is a share from 0% to 100%")
    }
  }

  func period(now: Instant) -> Period {
    month.flatMap { Period(month: $0) } ?? Period(from: now.seconds, days: 30)
  }

  /// What is assumed, in milliseconds.
  var assumed: Spread<Int>? { assume.flatMap(Self.length) }

  /// nil where the history is to say it.
  var failures: Decimal? { failureRate.flatMap(Self.share) }

  private static func length(_ text: String) -> Spread<Int>? {
    let times = text.split(separator: ",", omittingEmptySubsequences: false).map { Quantity.seconds($0) }
    // A year, above which nothing runs.
    let known = times.compactMap { $0.flatMap { (1...31_536_000).contains($0) ? $0 * 1000 : nil } }
    guard known.count == times.count else { return nil }
    if known.count == 1 { return Spread(known[0]) }
    guard known.count == 3, known[0] <= known[1], known[1] <= known[2] else { return nil }
    return Spread(low: known[0], typical: known[1], high: known[2])
  }

  private static func share(_ text: String) -> Decimal? {
    guard text.hasSuffix("%"), let percent = Decimal(text.dropLast()), !percent.isNegative,
      let share = try? percent.divided(by: Decimal(100)), share <= .one
    else { return nil }
    return share
  }
}
