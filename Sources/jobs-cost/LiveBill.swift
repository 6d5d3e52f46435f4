import JobsAWS
import JobsCloud
import JobsCommand
import JobsCore
import JobsCost
import JobsPlaces

/// A bill as Cost Explorer of AWS tells it.
struct LiveBill {
  /// By what costs are split beside days: the job always, since what is nobody's is told.
  private let groups: [BillDimension]
  private let question: BillQuestion
  private let period: Period
  private let isQuiet: Bool

  init(by asked: [BillDimension], _ question: BillQuestion, _ period: Period, isQuiet: Bool) {
    groups = Self.groups(asked)
    self.question = question
    self.period = period
    self.isQuiet = isQuiet
  }

  /// The month of an instant, by UTC.
  static func month(of now: Instant) -> Period? { Period(month: String(now.rfc3339.prefix(7))) }

  /// What costs are split by where so much is asked for; Cost Explorer takes two.
  static func groups(_ asked: [BillDimension]) -> [BillDimension] {
    [.job] + asked.filter { $0 != .job && $0 != .day }
  }

  /// Asks for the days of the period that have begun.
  func read(_ environment: [String: String]) async throws(Failure) -> Bill {
    let query = try query(now: .now())
    let session = try AWSConnection.session(environment, width: 1)
    let explorer = CostExplorer(try session.client(.costExplorer, region: CostExplorer.region))
    var costs: [CostExplorer.Cost] = []
    do throws(CloudFailure) {
      try await explorer.costs(query) { page in
        costs += page
        return true
      }
    } catch {
      throw error.failure
    }
    guard !costs.isEmpty else {
      throw .usage(
        "Cost Explorer tells no cost of \(period.words)",
        hint: "ask for another month; a tag counts from the day on which it was activated for costs")
    }
    let estimated = costs.count(where: \.isEstimated)
    if estimated > 0, !isQuiet {
      Entry.say(
        "jobs-cost", "\(estimated) of \(costs.count) amounts are estimated by AWS, and may change yet", level: "warning"
      )
    }
    let reader = BillReader(question, threads: 1)
    try reader.read(
      costs.map { cost in
        BillEntry(
          day: BillDay.text(BillDay.number(cost.from)), amount: cost.amount, currency: cost.unit,
          keys: zip(groups, cost.keys).map { BillEntry.Key($0, $1) })
      }, from: .costExplorer, name: "Cost Explorer")
    return try reader.bill()
  }

  private func query(now: Instant) throws(Failure) -> CostExplorer.Query {
    let first = period.start.floorDivided(by: 86400)
    let tomorrow = now.seconds.floorDivided(by: 86400) + 1
    let end = min(first + Int64(period.days), tomorrow)
    guard first < end else {
      throw .usage("\(period.words) is still to come, and costs nothing yet", hint: "'jobs-cost estimate' tells of it")
    }
    var query = CostExplorer.Query(from: CivilDate(daysSinceEpoch: first), to: CivilDate(daysSinceEpoch: end))
    query.granularity = question.dimensions.contains(.day) ? .daily : .monthly
    query.groups = groups.compactMap(group)
    return query
  }

  /// nil for days, by which an answer is split in any case.
  private func group(_ dimension: BillDimension) -> CostExplorer.Query.Group? {
    switch dimension {
    case .job: .tag(question.jobLabels[0])
    case .team: .tag("team")
    case .env: .tag("env")
    case .label(let name): .tag(name)
    case .project: .dimension("LINKED_ACCOUNT")
    case .service: .dimension("SERVICE")
    case .sku: .dimension("USAGE_TYPE")
    case .region: .dimension("REGION")
    case .day: nil
    }
  }
}
