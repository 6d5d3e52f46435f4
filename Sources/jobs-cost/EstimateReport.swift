import JobsCore
import JobsCost
import JobsManifest
import JobsReport

/// An estimate for people: a row for each job, the totals below in the same columns, and what there is to know about them.
struct EstimateReport {
  let estimate: Estimate
  let period: Period
  /// Whose prices they are.
  let prices: String
  let now: Instant

  static let columns: [Table.Column] = [
    .init("JOB", isWhole: true), .init("REGION"), .init("RUNS", .right), .init("A RUN", .right),
    .init("LIST", .right, isWhole: true), .init("NET", .right, isWhole: true), .init("LOW", .right),
    .init("HIGH", .right), .init("MARGINAL", .right, isUncut: true), .init("", isWhole: true), .init("REMARK"),
  ]

  static let lineColumns: [Table.Column] = [
    .init("JOB", isWhole: true), .init("REGION"), .init("SKU", isWhole: true), .init("QUANTITY", .right), .init("UNIT"),
    .init("UNIT PRICE", .right), .init("LIST", .right), .init("NET", .right), .init("", isWhole: true),
    .init("DATE", isUncut: true), .init("AGE", .right, isUncut: true), .init("SOURCE"),
  ]

  // MARK: Forms

  func text(_ terminal: Terminal, showsLines: Bool, _ checks: [BudgetCheck]) -> String {
    var table = Table(Self.columns)
    for cells in rows { table.add(cells) }
    var text = table.text(terminal)
    if showsLines {
      var table = Table(Self.lineColumns)
      for cells in lineRows { table.add(cells) }
      if !table.isEmpty { text += "\n\(table.text(terminal))" }
    }
    return text + "\n" + (checks.map(\.words) + notes).map { terminal.prose($0, hanging: 2) }.joined()
  }

  func markdown(showsLines: Bool, _ checks: [BudgetCheck]) -> String {
    var table = MarkdownTable(Self.columns)
    for cells in rows { table.add(cells) }
    var text = "### Cost of jobs in \(period.words)\n\n\(table.text)"
    if showsLines {
      var table = MarkdownTable(Self.lineColumns)
      for cells in lineRows { table.add(cells) }
      if !table.isEmpty { text += "\n\(table.text)" }
    }
    return text + "\n" + (checks.map(\.words) + notes).map { "- \(MarkdownTable.escaped($0))\n" }.joined()
  }

  // MARK: Rows

  var rows: [[String]] {
    estimate.jobs.map(row) + estimate.totals.map(row)
  }

  private func row(_ job: JobEstimate) -> [String] {
    let profile = job.usage.profile
    var remarks = job.usage.remarks
    if !job.unpriced.isEmpty { remarks.append("\(Self.count(job.unpriced.count, "line")) without a price") }
    // A job none of whose lines has a price costs something that nobody knows.
    let isKnown = job.lines.isEmpty || job.unpriced.count < job.lines.count
    let cents = { (amount: Decimal) in isKnown ? amount.shown(places: 2) : "-" }
    return [
      job.job, job.usage.job.target.region ?? "-", "\(profile.runs)", length(profile), cents(job.list.typical),
      cents(job.net.typical), cents(job.net.low), cents(job.net.high), cents(job.marginal), job.currency,
      remarks.joined(separator: "; "),
    ]
  }

  private func row(_ total: CostTotal) -> [String] {
    [
      "total of \(Self.count(total.jobs, "job"))", "", "\(total.runs)", "", total.list.typical.shown(places: 2),
      total.net.typical.shown(places: 2), total.net.low.shown(places: 2), total.net.high.shown(places: 2), "",
      total.currency,
      total.unpriced == 0 ? "" : "without \(Self.count(total.unpriced, "line")) that no price is known for",
    ]
  }

  private func length(_ profile: RunProfile) -> String {
    guard let milliseconds = profile.length?.milliseconds.typical else { return "?" }
    return milliseconds < 60_000
      ? "\(Self.seconds(milliseconds))s" : Quantity.words(seconds: (milliseconds + 500) / 1000)
  }

  /// `12`, `0.4`.
  private static func seconds(_ milliseconds: Int) -> String {
    let tenths = max((milliseconds + 50) / 100, 1)
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  var lineRows: [[String]] {
    estimate.jobs.flatMap { job in job.lines.map { row(job, $0) } }
  }

  private func row(_ job: JobEstimate, _ line: PricedLine) -> [String] {
    let quantity = line.line.quantity?.typical.rounded(to: 6).description ?? "?"
    let unitPrice = line.unitPrice?.rounded(to: 15).description ?? "-"
    let source: String = line.unpricedReason ?? line.row?.source ?? line.line.rate?.source ?? ""
    return [
      job.job, job.usage.job.target.region ?? "-", "\(line.line.item.service) \(line.line.item.sku)", quantity,
      line.line.unit, unitPrice,
      line.amounts?.list.typical.shown(places: 4) ?? "-", line.amounts?.net.typical.shown(places: 4) ?? "-",
      line.currency, line.row?.date ?? "-", line.row?.age(at: now).map { "\($0)d" } ?? "-", source,
    ]
  }

  // MARK: Words

  /// What stands below the figures.
  var notes: [String] {
    var notes = ["\(period.words), \(prices)"]
    for pool in estimate.pools {
      let project = pool.project.map { " of '\($0)'" } ?? ""
      let used = pool.used.typical.rounded(to: 2)
      notes.append(
        "free\(project): \(pool.provider) \(pool.service) \(pool.name): \(used) of \(pool.free.rounded(to: 2)) \(pool.unit)"
          + (pool.isExceeded ? "" : ", so nothing is to be paid"))
    }
    if !estimate.pools.isEmpty { notes.append(Estimate.rule) }
    if let words = unpricedWords { notes.append(words) }
    if let age = oldest, age > 365 { notes.append("the oldest price is from \(age) days ago; --lines shows each") }
    notes.append(Estimate.omissions)
    return notes
  }

  /// What has no price, each reason once; nil where everything has one.
  var unpricedWords: String? {
    var reasons: [String] = []
    for job in estimate.jobs {
      for line in job.unpriced {
        let isLength = line.line.quantity == nil && line.line.remark == nil && job.usage.profile.length == nil
        let reason = isLength ? Self.lengthReason : line.unpricedReason ?? ""
        if !reasons.contains(reason) { reasons.append(reason) }
      }
    }
    guard !reasons.isEmpty else { return nil }
    let more = reasons.count > 5 ? ["\(reasons.count - 5) more"] : []
    return
      "\(Self.count(estimate.unpriced, "line")) without a price \(estimate.unpriced == 1 ? "is" : "are") in no sum: "
      + (reasons.prefix(5) + more).joined(separator: "; ")
  }

  private static let lengthReason = "how long runs take is not known: write 'expect' into the manifest, or add --assume"

  private var oldest: Int? { estimate.jobs.flatMap(\.lines).compactMap { $0.row?.age(at: now) }.max() }

  private static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
