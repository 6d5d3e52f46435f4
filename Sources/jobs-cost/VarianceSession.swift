import Glibc
import JobsCommand
import JobsCore
import JobsCost
import JobsManifest

/// One run of `variance`.
struct VarianceSession {
  private let command: VarianceCommand
  private let environment: [String: String]
  private let sink: RecordSink

  init(_ command: VarianceCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    self.environment = environment
    sink = try RecordSink(tool: "jobs-cost", command.output, environment)
  }

  func run() throws(Failure) -> ExitStatus {
    guard
      let inputs = try BilledJobs.read(
        command.bills.jobs, command.manifests, command.output, environment, verb: "variance")
    else { return .usage }
    let jobs = BillJobs(inputs.jobs.map(\.job))
    let asked: [BillDimension] = [.job, .service, .sku]
    let named = command.options.month.flatMap { Period(month: $0) }
    let bill = try command.bills.bill(command.bills.question(by: asked, jobs, days: named?.billDays))
    let period: Period = if let named { named } else { try Period.month(of: bill) }
    let calculation = try Calculation(
      command.options, command.prices, command.state, environment, period: period, now: Instant.now())
    let estimate = try calculation.estimate(inputs.jobs.map(\.job), hosts: inputs.costs.hosts)
    let variance = try Variance(
      estimate, BillReport(bill, by: asked, jobs), period, lastDay: bill.days?.upperBound)
    show(VarianceReport(variance: variance, bill: bill, period: period))
    let isPriced = !(command.options.strictPrices && estimate.unpriced > 0)
    try sink.finish(ok: inputs.isOK && isPriced, upstream: inputs.upstream)
    return inputs.isOK && !isPriced ? .findings : inputs.readingStatus
  }

  private func show(_ report: VarianceReport) {
    let variance = report.variance
    for line in variance.lines { sink.emit("variance") { variance.write(line, to: &$0, report.period) } }
    sink.emit("variance-total") { variance.writeTotal(to: &$0, report.period, remarks: report.bill.remarks) }
    switch sink.format {
    case .human: sink.output.write(report.shown.text(command.output.terminal(STDOUT_FILENO, environment)))
    case .markdown: sink.output.write(report.shown.markdown)
    case .csv: sink.output.write(report.csv)
    default: break
    }
    // A person has them in the report.
    guard !sink.isHuman, !command.output.quiet else { return }
    for words in report.bill.remarks { Entry.say("jobs-cost", words, level: "warning") }
  }
}
