import Glibc
import JobsCommand
import JobsCore
import JobsCost
import JobsManifest
import JobsReport

/// One run of `actual`.
struct ActualSession {
  private let command: ActualCommand
  private let environment: [String: String]
  private let sink: RecordSink

  init(_ command: ActualCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    self.environment = environment
    sink = try RecordSink(tool: "jobs-cost", command.output, environment)
  }

  func run() async throws(Failure) -> ExitStatus {
    let inputs = try BilledJobs.read(
      command.bills.jobs, command.manifests, command.output, environment, verb: "actual")
    let jobs = BillJobs(inputs?.jobs.map(\.job) ?? [])
    let isFocus = sink.format == .focus
    let asked = isFocus ? FocusTable.dimensions : command.dimensions ?? [.job]
    if isFocus, command.live {
      throw .usage(
        "Cost Explorer does not tell as much as FOCUS has", hint: "export a report of AWS, and leave --live out")
    }
    let period = command.month.flatMap { Period(month: $0) } ?? (command.live ? LiveBill.month(of: .now()) : nil)
    // A page always has its days; by what bills can be grouped besides leaves no room for more.
    let hasTrends = command.trends || sink.format == .html && !asked.contains(.day) && asked.count <= 3
    let question = command.bills.question(
      by: hasTrends ? asked + [.day] : asked, jobs, days: period?.billDays, isDetailed: isFocus)
    let bill: Bill =
      if command.live, let period {
        try await LiveBill(by: asked, question, period, isQuiet: command.output.quiet).read(environment)
      } else { try command.bills.bill(question) }
    let report = try BillReport(bill, by: asked, jobs)
    let trends = hasTrends ? try CostTrends(bill, by: asked, jobs) : nil
    if isFocus { try writeFocus(report) }
    show(
      ActualReport(
        report: report, bill: bill, span: Self.span(bill, period), trends: trends, top: command.top,
        days: sink.format == .html && hasTrends
          ? try BillReport(bill, by: asked + [.day], jobs).sums(byKey: asked.count) : []))
    let isOK = inputs?.isOK ?? true
    try sink.finish(ok: isOK, upstream: inputs?.upstream ?? [])
    return inputs?.readingStatus ?? .done
  }

  private func writeFocus(_ report: BillReport) throws(Failure) {
    let table = FocusTable(report, FocusTable.Version(rawValue: command.focusVersion) ?? .minor2)
    sink.output.write(CSVRow.text(table.columns))
    for row in try table.rows() { sink.output.write(CSVRow.text(row)) }
  }

  /// The month that was asked for, else the days that the bill has.
  private static func span(_ bill: Bill, _ period: Period?) -> BillReport.Span {
    if let period { return period.bounds }
    guard let days = bill.days else { return ("-", "-") }
    return (BillDay.text(days.lowerBound), BillDay.text(BillDay.adding(1, to: days.upperBound)))
  }

  private func show(_ shown: ActualReport) {
    let report = shown.report
    for line in report.lines { sink.emit("cost") { report.write(line, to: &$0, shown.span) } }
    for total in report.totals {
      sink.emit("cost-total") { report.write(total, to: &$0, shown.span, remarks: shown.remarks) }
    }
    if let trends = shown.trends {
      for trend in trends.trends { sink.emit("cost-trend") { trends.write(trend, to: &$0) } }
      for anomaly in trends.anomalies { sink.emit("cost-anomaly") { trends.write(anomaly, to: &$0) } }
    }
    switch sink.format {
    case .human: sink.output.write(shown.text(command.output.terminal(STDOUT_FILENO, environment)))
    case .markdown: sink.output.write(shown.markdown)
    case .html: sink.output.write(shown.html)
    case .csv: sink.output.write(shown.csv)
    default: break
    }
    // A person has them in the report.
    guard !sink.isHuman, !command.output.quiet else { return }
    for words in shown.remarks { Entry.say("jobs-cost", words, level: "warning") }
  }
}
