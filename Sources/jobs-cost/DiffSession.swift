import Glibc
import JobsCommand
import JobsCore
import JobsCost
import JobsManifest

/// One run of `diff`.
struct DiffSession {
  private let command: DiffCommand
  private let environment: [String: String]
  private let sink: RecordSink
  private let now = Instant.now()

  init(_ command: DiffCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    self.environment = environment
    sink = try RecordSink(tool: "jobs-cost", command.output, environment)
  }

  func run() throws(Failure) -> ExitStatus {
    let base = try ComparedInputs.read(command.base, command, environment)
    let head = try ComparedInputs.read(command.head, command, environment)
    let terminal = command.output.terminal(STDERR_FILENO, environment)
    for inputs in [base, head] { inputs.sayFaults(terminal, tool: "jobs-cost", isQuiet: command.output.quiet) }
    if base.jobs.isEmpty, head.jobs.isEmpty, base.isOK, head.isOK {
      throw .usage(
        "there is no job in either of '\(Terminal.visible(command.base))' and '\(Terminal.visible(command.head))'",
        hint: "paths behind them are looked at in revisions; 'jobs-validate' says what is a job")
    }
    let calculation = try Calculation(command.options, command.prices, command.state, environment, now: now)
    let before = try calculation.estimate(base.jobs.map(\.job), hosts: base.costs.hosts)
    let after = try calculation.estimate(head.jobs.map(\.job), hosts: head.costs.hosts)
    let difference: CostDifference
    do throws(Decimal.Overflow) {
      difference = try CostDifference(before, after)
    } catch {
      throw .overflow
    }
    let gates = try BudgetGates(command.budgets, head.costs, after)
    let increase = try IncreaseGate(command.maxIncrease, difference)
    show(difference, calculation.period, gates, increase)
    let isHeld =
      !gates.isExceeded && !increase.isExceeded && !(command.options.strictPrices && after.unpriced > 0)
    let isOK = base.isOK && head.isOK
    try sink.finish(ok: isOK && isHeld, upstream: base.upstream + head.upstream)
    // The newer state is what somebody is to mend.
    if !isOK { return head.isOK ? base.readingStatus : head.readingStatus }
    return isHeld ? .done : .findings
  }

  private func show(
    _ difference: CostDifference, _ period: Period, _ gates: BudgetGates, _ increase: IncreaseGate
  ) {
    for job in difference.jobs { sink.emit("estimate-change") { job.write(to: &$0, period) } }
    for total in difference.totals {
      sink.emit("estimate-change-total") { difference.write(total, to: &$0, period) }
    }
    for check in gates.checks { sink.emit("budget") { check.write(to: &$0, period) } }
    let report = DiffReport(
      difference: difference, period: period, prices: command.prices.words, checks: gates.checks,
      exceeded: increase.words)
    switch sink.format {
    case .human: sink.output.write(report.text(command.output.terminal(STDOUT_FILENO, environment)))
    case .markdown: sink.output.write(report.markdown)
    case .github: sink.output.write(report.github)
    default: break
    }
    // People and annotations have it in the report.
    guard !sink.isHuman, sink.format != .github else { return }
    gates.say(isQuiet: command.output.quiet)
    if let words = increase.words { Entry.say("jobs-cost", words) }
  }
}
