import JobsCore
import JobsCost
import JobsReport

extension EstimateReport {
  /// The most jobs that a chart has; the table has all.
  private static let barLimit = 25

  /// The estimate as one page: what all jobs cost, the dearest as bars from low to high, and every job with its lines.
  func html(_ checks: [BudgetCheck]) -> String {
    var page = HTMLPage(title: "Cost of jobs in \(period.words)")
    page.figures(
      estimate.totals.map {
        ("\($0.net.typical.shown(places: 2)) \($0.currency)", "net, of \($0.jobs) \($0.jobs == 1 ? "job" : "jobs")")
      }
        + estimate.totals.map {
          (
            "\($0.net.low.shown(places: 2)) to \($0.net.high.shown(places: 2)) \($0.currency)",
            "for short and long runs"
          )
        }
        + (estimate.unpriced > 0 ? [("\(estimate.unpriced)", "lines without a price, in no sum")] : []))
    page.list(checks.map(\.words))
    for total in estimate.totals {
      let jobs = estimate.jobs.filter { $0.currency == total.currency && !$0.net.high.isZero }.sorted {
        $0.net.typical > $1.net.typical
      }
      guard !jobs.isEmpty else { continue }
      page.heading("By job, in \(total.currency)")
      let most = jobs.map(\.net.high).max() ?? .one
      let bars = jobs.prefix(Self.barLimit).map { job in
        BarChart.Bar(
          name: job.job, share: job.net.typical.share(of: most),
          range: job.net.low == job.net.high ? nil : job.net.low.share(of: most)...job.net.high.share(of: most),
          words: "\(job.net.typical.shown(places: 2)) \(job.currency)")
      }
      page.chart(
        BarChart(label: "Net cost by job", bars).svg,
        caption: "Net cost, and behind it from short to long runs"
          + (jobs.count > Self.barLimit ? "; the \(Self.barLimit) dearest of \(jobs.count) jobs" : ""))
    }
    page.heading("All jobs")
    page.table(Self.columns, rows, name: "All jobs")
    if !lineRows.isEmpty {
      page.heading("Lines")
      page.table(Self.lineColumns, lineRows, name: "Lines of all jobs")
    }
    page.heading("What there is to know")
    page.list(notes)
    return page.text
  }
}

extension Decimal {
  /// As a share of another, for a picture alone: 0 up to 1.
  func share(of whole: Decimal) -> Double {
    guard whole > .zero, self > .zero, let share = try? times(Decimal(10_000), over: whole).roundedUp else { return 0 }
    return min(Double(share) / 10_000, 1)
  }
}
