import JobsCore
import JobsCost
import JobsReport

/// Trends for people: what changed most, and which days stand out.
struct TrendTables {
  struct Section {
    var title: String
    var columns: [Table.Column]
    var rows: [[String]]
    var notes: [String] = []

    var table: Table {
      var table = Table(columns)
      for cells in rows { table.add(cells) }
      return table
    }

    var markdown: MarkdownTable {
      var table = MarkdownTable(columns)
      for cells in rows { table.add(cells) }
      return table
    }
  }

  let sections: [Section]

  /// - Parameter top: how many that changed most are shown.
  init(_ trends: CostTrends?, top: Int) {
    sections = trends.map { [Self.movers($0, top), Self.anomalies($0, top)] } ?? []
  }

  private static func movers(_ trends: CostTrends, _ top: Int) -> Section {
    guard trends.periods.count > 1 else {
      return Section(title: "Trend: a bill of a single day has none", columns: [], rows: [])
    }
    let moved = trends.trends.filter { !$0.change.isZero }
    let days = trends.periodDays == 1 ? "last day" : "last \(trends.periodDays) days"
    let columns =
      names(trends) + [
        .init("BEFORE", .right), .init("AFTER", .right, isWhole: true), .init("CHANGE", .right, isWhole: true),
        .init("", isWhole: true), .init("", .right),
      ]
    let rows = moved.prefix(top).map { trend in
      keys(trends, trend.keys) + [
        trend.before.shown(places: 2), trend.after.shown(places: 2), signed(trend.change), trend.currency,
        trend.percent.map { "\($0.isNegative ? "" : "+")\($0.shown(places: 1)) %" } ?? "new",
      ]
    }
    return Section(
      title: moved.isEmpty
        ? "Nothing changed in the \(days) against as many before"
        : "Changed most in the \(days), to \(trends.periods.last.map { BillDay.text($0.upperBound) } ?? "-"), against as many before",
      columns: columns, rows: rows,
      notes: moved.count > top ? ["\(moved.count - top) more changed less; --top shows more"] : [])
  }

  private static func anomalies(_ trends: CostTrends, _ top: Int) -> Section {
    let columns =
      [.init("DAY", isWhole: true)] + names(trends) + [
        .init("AMOUNT", .right, isWhole: true), .init("USUAL", .right, isWhole: true), .init("", isWhole: true),
        .init("SCORE", .right), .init("BECAUSE"),
      ]
    let shown = trends.anomalies.prefix(top)
    let rows = shown.map { anomaly in
      [BillDay.text(anomaly.day)] + keys(trends, anomaly.keys) + [
        anomaly.amount.shown(places: 2), anomaly.median.shown(places: 2), anomaly.currency, "\(anomaly.score)",
        anomaly.arithmetic,
      ]
    }
    let more = trends.anomalies.count - shown.count
    return Section(
      title: rows.isEmpty
        ? "No day stands out from the same weekdays before it, where at least \(CostAnomaly.fewest) are known"
        : "Days that stand out from the same weekdays before them",
      columns: columns, rows: rows, notes: more > 0 ? ["\(more) more; --top shows more"] : [])
  }

  private static func names(_ trends: CostTrends) -> [Table.Column] {
    trends.dimensions.map { .init($0.name.uppercased(), isWhole: true) }
  }

  private static func keys(_ trends: CostTrends, _ keys: [String?]) -> [String] {
    zip(trends.dimensions, keys).map { dimension, key in key ?? (dimension == .job ? "(unattributed)" : "-") }
  }

  private static func signed(_ amount: Decimal) -> String {
    let text = amount.shown(places: 2)
    return amount > .zero ? "+\(text)" : text
  }
}
