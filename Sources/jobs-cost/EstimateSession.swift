import Glibc
import JobsCommand
import JobsCore
import JobsCost
import JobsManifest

/// One run of `estimate`.
struct EstimateSession {
  private let command: EstimateCommand
  private let environment: [String: String]
  private let sink: RecordSink
  private let now = Instant.now()

  init(_ command: EstimateCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    self.environment = environment
    sink = try RecordSink(tool: "jobs-cost", command.output, environment)
  }

  func run() throws(Failure) -> ExitStatus {
    let inputs = try JobInputs.read(
      command.paths, command.manifests, environment, tool: "jobs-cost", verb: "estimate", isQuiet: command.output.quiet)
    inputs.sayFaults(
      command.output.terminal(STDERR_FILENO, environment), tool: "jobs-cost", isQuiet: command.output.quiet)
    let calculation = try Calculation(command.options, command.prices, command.state, environment, now: now)
    let estimate = try calculation.estimate(inputs.jobs.map(\.job), hosts: inputs.costs.hosts)
    let gates = try BudgetGates(command.budgets, inputs.costs, estimate)
    try inputs.pass(to: sink)
    show(estimate, calculation.period, gates)
    let isHeld = !gates.isExceeded && !(command.options.strictPrices && estimate.unpriced > 0)
    try sink.finish(ok: inputs.isOK && isHeld, upstream: inputs.upstream)
    return inputs.isOK && !isHeld ? .findings : inputs.readingStatus
  }

  private func show(_ estimate: Estimate, _ period: Period, _ gates: BudgetGates) {
    for job in estimate.jobs { sink.emit("estimate") { job.write(to: &$0, period, now: now) } }
    for total in estimate.totals { sink.emit("estimate-total") { estimate.write(total, to: &$0, period) } }
    for check in gates.checks { sink.emit("budget") { check.write(to: &$0, period) } }
    let report = EstimateReport(estimate: estimate, period: period, prices: command.prices.words, now: now)
    switch sink.format {
    case .human:
      sink.output.write(
        report.text(command.output.terminal(STDOUT_FILENO, environment), showsLines: command.lines, gates.checks))
    case .markdown: sink.output.write(report.markdown(showsLines: command.lines, gates.checks))
    case .html: sink.output.write(report.html(gates.checks))
    case .csv: sink.output.write(report.csv)
    default: break
    }
    // A person has it in the report.
    guard !sink.isHuman else { return }
    gates.say(isQuiet: command.output.quiet)
    if !command.output.quiet, let words = report.unpricedWords {
      Entry.say("jobs-cost", words, level: command.options.strictPrices ? "error" : "warning")
    }
  }
}
