import JobsCore
import JobsCost
import JobsReport

/// A forecast for people: a row for each job, the total below, the budgets, and how it was worked out.
struct BudgetReport {
  let forecast: Forecast
  let bill: Bill
  let period: Period
  /// The last day that is billed, as 20261031.
  let lastDay: UInt32
  let gates: BudgetGates

  static let noBudget =
    "no budget is held against it: --budget gives one, and so does 'budget' of an environment in jobs.yaml"

  private static let columns: [Table.Column] = [
    .init("JOB", isWhole: true), .init("BILLED", .right, isWhole: true), .init("RUNS", .right), .init("LEFT", .right),
    .init("A RUN", .right), .init("REST", .right, isWhole: true), .init("TOTAL", .right, isWhole: true),
    .init("", isWhole: true), .init("BY"),
  ]

  // MARK: Forms

  var shown: TableReport {
    TableReport(
      title: "What jobs will have cost in \(period.words)", columns: Self.columns, rows: rows, notes: notes)
  }

  var csv: String {
    var text = CSVRow.text([
      "period", "job", "env", "currency", "billed", "runs_to_date", "runs_left", "a_run", "method", "rest", "total",
    ])
    for line in forecast.lines {
      let words = [period.words, line.job, line.env, forecast.currency].map { $0.map(CSVRow.plain) }
      let figures: [String?] = [
        line.billed.description, "\(line.runsToDate)", "\(line.runsLeft)", line.aRun?.description, line.method.rawValue,
        line.rest?.description, line.total.description,
      ]
      text += CSVRow.text(words + figures)
    }
    return text
  }

  // MARK: Rows

  private var rows: [[String]] {
    let sums = try? forecast.sums(env: nil)
    return forecast.lines.map { line in
      [
        line.job ?? "(unattributed)", line.billed.shown(places: 2), line.method == .days ? "" : "\(line.runsToDate)",
        line.method == .days ? "" : "\(line.runsLeft)", line.aRun?.shown(places: 4) ?? "",
        line.rest?.shown(places: 2) ?? "?", line.total.shown(places: 2), forecast.currency, line.method.rawValue,
      ]
    } + [
      [
        "total", sums?.billed.shown(places: 2) ?? "?", "", "", "",
        sums.flatMap { try? $0.total.minus($0.billed) }?.shown(places: 2) ?? "?", sums?.total.shown(places: 2) ?? "?",
        forecast.currency, "",
      ]
    ]
  }

  private var notes: [String] {
    (gates.checks.isEmpty ? [Self.noBudget] : gates.checks.map(\.words)) + [
      "\(period.words), billed up to \(BillDay.text(lastDay)): \(forecast.daysToDate) days, and \(forecast.daysLeft) are left",
      Forecast.rule,
    ] + bill.remarks
  }
}
