import Glibc
import JobsCommand
import JobsCore
import JobsCost
import JobsManifest

/// One run of `budget`.
struct BudgetSession {
  private let command: BudgetCommand
  private let environment: [String: String]
  private let sink: RecordSink
  private let now = Instant.now()

  init(_ command: BudgetCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    self.environment = environment
    sink = try RecordSink(tool: "jobs-cost", command.output, environment)
  }

  func run() throws(Failure) -> ExitStatus {
    guard
      let inputs = try BilledJobs.read(
        command.bills.jobs, command.manifests, command.output, environment, verb: "budget")
    else { return .usage }
    let jobs = inputs.jobs.map(\.job)
    let known = BillJobs(jobs)
    let named = (command.options.month ?? command.through.map { String($0.prefix(7)) }).flatMap { Period(month: $0) }
    let asked: [BillDimension] = [.job, .env]
    var days = named?.billDays
    if let lastDay = command.lastDay, let first = days?.lowerBound { days = first...lastDay }
    let bill = try command.bills.bill(command.bills.question(by: asked, known, days: days))
    let month: Period = if let named { named } else { try Period.month(of: bill) }
    guard let last = command.lastDay ?? bill.days?.upperBound else {
      throw .usage(
        "the bills have no line of \(month.words)", hint: "look at the days that they have by jobs-cost actual --by day"
      )
    }
    let report = try BillReport(bill, by: asked, known)
    guard report.totals.count == 1, let total = report.totals.first else {
      throw .usage("the bills are in more than one currency", hint: "give those of one currency at a time")
    }
    let split = Split(month, last)
    let forecast = try Forecast(
      report, currency: total.currency, entries(jobs, inputs.costs.hosts, split, rate: Self.rate(report)),
      daysToDate: split.toDate.days, daysLeft: split.left.days)
    let gates = try BudgetGates(
      command.budgets, inputs.costs, forecast, environments: Set(jobs.compactMap(\.env)))
    show(BudgetReport(forecast: forecast, bill: bill, period: month, lastDay: last, gates: gates))
    try sink.finish(ok: inputs.isOK && !gates.isExceeded, upstream: inputs.upstream)
    return inputs.isOK && gates.isExceeded ? .findings : inputs.readingStatus
  }

  /// A month up to a day, and what is left of it.
  private struct Split {
    let toDate: Period
    let left: Period

    init(_ month: Period, _ last: UInt32) {
      let next = (BillDay.date(last).daysSinceEpoch + 1) * 86400
      toDate = Period(from: month.start, days: Int((next - month.start) / 86400))
      left = Period(from: next, days: Int((month.end - next) / 86400))
    }
  }

  /// How many units of the bill's currency are one of the currency of prices; nil where the bill does not say.
  private static func rate(_ report: BillReport) -> Decimal? {
    guard let line = report.lines.first(where: { $0.converted.map { !$0.isZero } ?? false }),
      let converted = line.converted
    else { return report.totals.first?.currency == PriceBook.currency ? .one : nil }
    return try? line.amount.divided(by: converted)
  }

  /// Runs to date and after, and what the rest is estimated to cost.
  private func entries(
    _ jobs: [Job], _ hosts: [ProjectCosts.Host], _ split: Split, rate: Decimal?
  ) throws(Failure) -> [Forecast.Entry] {
    let toDate = try Calculation(
      command.options, command.prices, command.state, environment, period: split.toDate, now: now)
    let left = try Calculation(
      command.options, command.prices, command.state, environment, period: split.left, now: now)
    let estimate = split.left.days > 0 ? try left.estimate(jobs, hosts: hosts) : nil
    var entries: [Forecast.Entry] = []
    var met: Set<String> = []
    for job in jobs where met.insert(job.id).inserted {
      let parts = estimate?.jobs.filter { $0.job == job.id } ?? []
      var rest: Decimal? = .zero
      for part in parts {
        let isKnown = part.unpriced.isEmpty && part.currency == PriceBook.currency
        rest = isKnown ? rest.flatMap { try? $0.plus(part.net.typical) } : nil
      }
      if let amount = rest { rest = rate.flatMap { try? amount.times($0) } }
      entries.append(
        Forecast.Entry(
          id: job.id, env: job.env, runsToDate: try toDate.runs(job),
          runsLeft: split.left.days > 0 ? try left.runs(job) : 0, rest: rest))
    }
    return entries
  }

  private func show(_ report: BudgetReport) {
    for line in report.forecast.lines { sink.emit("forecast") { report.forecast.write(line, to: &$0, report.period) } }
    for check in report.gates.checks { sink.emit("budget") { check.write(to: &$0, report.period) } }
    switch sink.format {
    case .human: sink.output.write(report.shown.text(command.output.terminal(STDOUT_FILENO, environment)))
    case .markdown: sink.output.write(report.shown.markdown)
    case .csv: sink.output.write(report.csv)
    default: break
    }
    // A person has it in the report.
    guard !sink.isHuman else { return }
    report.gates.say(isQuiet: command.output.quiet)
    if report.gates.checks.isEmpty, !command.output.quiet {
      Entry.say("jobs-cost", BudgetReport.noBudget, level: "warning")
    }
  }
}
