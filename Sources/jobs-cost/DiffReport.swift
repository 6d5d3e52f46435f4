import JobsCore
import JobsCost
import JobsManifest
import JobsReport

/// A comparison for people, for a pull request, and as annotations.
struct DiffReport {
  let difference: CostDifference
  let period: Period
  /// Whose prices they are.
  let prices: String
  let checks: [BudgetCheck]
  /// A limit of the increase that does not hold, in words.
  let exceeded: String?

  private static let columns: [Table.Column] = [
    .init("JOB", isWhole: true), .init("REGION"), .init("BEFORE", .right, isWhole: true),
    .init("AFTER", .right, isWhole: true), .init("CHANGE", .right, isWhole: true), .init("", isWhole: true),
    .init("CAUSE"),
  ]

  // MARK: Forms

  func text(_ terminal: Terminal) -> String {
    var text = ""
    if isSame {
      text = "no job costs more or less\n"
    } else {
      var table = Table(Self.columns)
      for cells in rows { table.add(cells) }
      text = table.text(terminal)
    }
    return text + "\n" + notes.map { terminal.prose($0, hanging: 2) }.joined()
  }

  var markdown: String {
    var text = "### Cost of jobs: \(MarkdownTable.escaped(headline))\n\n"
    if !isSame {
      var table = MarkdownTable(Self.columns)
      for cells in rows { table.add(cells) }
      text += "\(table.text)\n"
    }
    return text + notes.map { "- \(MarkdownTable.escaped($0))\n" }.joined()
  }

  /// A notice beside each job that changed, and an error for what does not hold.
  var github: String {
    var text = ""
    for job in difference.jobs {
      let amounts = "\(signed(job.net)) \(job.currency) in \(period.words)"
      text +=
        GitHubAnnotation(
          .notice, title: "cost of \(job.key.job)", message: "\(amounts): \(job.causes.joined(separator: "; "))",
          file: job.origin?.file, line: job.origin?.line
        ).text
    }
    for check in checks where check.state != .held {
      let level: GitHubAnnotation.Level = check.state == .exceeded ? .error : .warning
      text += GitHubAnnotation(level, title: "budget", message: check.words).text
    }
    if let exceeded { text += GitHubAnnotation(.error, title: "budget", message: exceeded).text }
    return text + "\(headline)\n"
  }

  // MARK: Rows

  private var isSame: Bool { difference.jobs.isEmpty && difference.totals.allSatisfy(\.net.isZero) }

  private var rows: [[String]] {
    difference.jobs.map(row) + difference.totals.flatMap(rows)
  }

  private func row(_ job: JobDifference) -> [String] {
    [
      job.key.job, job.key.region ?? "-", amount(job.before), amount(job.after), signed(job.net), job.currency,
      job.causes.joined(separator: "; "),
    ]
  }

  private func rows(_ total: CostDifference.Total) -> [[String]] {
    var rows: [[String]] = []
    if !total.others.rounded(to: 2).isZero {
      rows.append([
        "other jobs", "", "", "", signed(total.others), total.currency, "their share of what is free",
      ])
    }
    rows.append([
      "total", "", total.before.shown(places: 2), total.after.shown(places: 2), signed(total.net), total.currency,
      total.unpriced == 0 ? "" : "without \(total.unpriced) lines that no price is known for",
    ])
    return rows
  }

  /// Net, or nothing where nothing of it is known.
  private func amount(_ estimate: JobEstimate?) -> String {
    guard let estimate else { return "-" }
    guard estimate.lines.isEmpty || estimate.unpriced.count < estimate.lines.count else { return "?" }
    return estimate.net.typical.shown(places: 2)
  }

  private func signed(_ amount: Decimal) -> String {
    let text = amount.shown(places: 2)
    return amount > .zero ? "+\(text)" : text
  }

  // MARK: Words

  /// `+3.20 USD in 2027-03, to 12.40 USD`.
  private var headline: String {
    let sums = difference.totals.map {
      "\(signed($0.net)) \($0.currency), to \($0.after.shown(places: 2)) \($0.currency)"
    }
    return "\(sums.joined(separator: "; ")) in \(period.words)"
  }

  private var notes: [String] {
    difference.edges + checks.map(\.words) + (exceeded.map { [$0] } ?? []) + [
      "\(period.words), net, \(prices)", Estimate.rule, Estimate.omissions,
    ]
  }
}
