import JobsCore
import JobsCost
import JobsReport

extension ActualReport {
  /// The most groups that a chart has; the table has all.
  private static let barLimit = 25

  /// The bill as one page: what was billed, by group and by day, what changed and what stands out.
  var html: String {
    var page = HTMLPage(title: "Cost of jobs from \(span.from) to \(span.to)")
    page.figures(
      report.totals.flatMap { total in
        [
          ("\(total.amount.shown(places: 2)) \(total.currency)", "billed, credits taken off"),
          ("\(total.unattributed.shown(places: 2)) \(total.currency)", "of it no job's"),
        ]
      })
    let words = report.dimensions.map(\.name).joined(separator: ", ")
    for total in report.totals {
      let lines = report.lines.filter { $0.currency == total.currency && $0.amount > .zero }
      if let most = lines.first?.amount {
        page.heading("By \(words), in \(total.currency)")
        let bars = lines.prefix(Self.barLimit).map { line in
          BarChart.Bar(
            name: zip(report.dimensions, line.keys).map { $1 ?? ($0 == .job ? "(unattributed)" : "-") }
              .joined(separator: " / "),
            share: line.amount.share(of: most), words: "\(line.amount.shown(places: 2)) \(line.currency)")
        }
        page.chart(
          BarChart(label: "Cost by \(words)", bars).svg,
          caption: lines.count > Self.barLimit
            ? "the \(Self.barLimit) dearest of \(lines.count)" : "all that cost something")
      }
      addDays(total.currency, to: &page)
    }
    for section in TrendTables(trends, top: top).sections {
      page.heading(section.title)
      if !section.rows.isEmpty { page.table(section.columns, section.rows, name: section.title) }
      page.list(section.notes)
    }
    page.heading("All groups")
    page.table(columns, rows, name: "All groups")
    page.heading("What there is to know")
    page.list(notes)
    return page.text
  }

  /// A bar for each day, those that stand out for some group in another colour.
  private func addDays(_ currency: String, to page: inout HTMLPage) {
    let days = days.filter { $0.currency == currency }
    guard days.count > 1, let most = days.map(\.amount).max(), most > .zero else { return }
    let marked = Set(trends?.anomalies.filter { $0.currency == currency }.map { BillDay.text($0.day) } ?? [])
    page.heading("By day, in \(currency)")
    let bars = days.map { day in
      DayChart.Day(
        name: day.key, share: day.amount.share(of: most), words: day.amount.shown(places: 2),
        isMarked: marked.contains(day.key))
    }
    page.chart(
      DayChart(label: "Cost by day in \(currency)", highest: "\(most.shown(places: 2)) \(currency)", bars).svg,
      caption: marked.isEmpty ? "days with a line" : "days with a line; red ones stand out, as the table below says")
    page.table(
      [.init("DAY"), .init("AMOUNT", .right), .init("")],
      days.map { [$0.key, $0.amount.shown(places: 2), currency] }, name: "Cost by day in \(currency)",
      isFolded: true)
  }
}
