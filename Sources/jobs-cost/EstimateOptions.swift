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
    parsing: .singleValue,
    help: ArgumentHelp(
      "What nobody says (repeatable): how long a run takes, one time or three from short to long; or KEY=VALUE.",
      discussion: """
        runs=NUMBER a month that events start, of each job that has any; logs=SIZE, egress=SIZE and nat=SIZE of each run of a \
        task, and image=SIZE of each image, such as 20Mi. History and manifests go before it.
        """, valueName: "words"))
  var assume: [String] = []

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
    guard Assumptions(assume) != nil else {
      throw ValidationError(
        "--assume is a time such as 5m, three that grow, such as 1m,5m,20m, or one of \(Assumptions.words) as in logs=20Mi"
      )
    }
    if let failureRate, Self.share(failureRate) == nil {
      throw ValidationError("--failure-rate is a share from 0% to 100%")
    }
  }

  func period(now: Instant) -> Period {
    month.flatMap { Period(month: $0) } ?? Period(from: now.seconds, days: 30)
  }

  var assumed: Assumptions { Assumptions(assume) ?? Assumptions() }

  /// nil where the history is to say it.
  var failures: Decimal? { failureRate.flatMap(Self.share) }

  private static func share(_ text: String) -> Decimal? {
    guard text.hasSuffix("%"), let percent = Decimal(text.dropLast()), !percent.isNegative,
      let share = try? percent.divided(by: Decimal(100)), share <= .one
    else { return nil }
    return share
  }
}
