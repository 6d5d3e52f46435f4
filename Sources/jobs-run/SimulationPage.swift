import JobsCore
import JobsManifest
import JobsReport
import JobsSchedule

/// A simulation for people: the jobs, the load, and what could be better.
struct SimulationPage {
  let result: Simulation.Result
  let options: Simulation.Options

  func text(_ terminal: Terminal) -> String {
    guard !result.jobs.isEmpty else { return "no job has a schedule\n" }
    return "\(terminal.styled(summary, .bold))\n\n\(jobs(terminal))\n\(load(terminal))\(advice)\(Self.remark)"
  }

  private static let remark = """

    every run is taken to succeed at once: retries, circuit breakers, fallbacks and missed runs are not played

    """

  private var summary: String {
    let (due, started) = result.jobs.reduce((0, 0)) { ($0.0 + $1.due, $0.1 + $1.started) }
    let peak = result.load.max { $0.maxRunning < $1.maxRunning }
    let most = peak.map {
      $0.maxRunning > 0 ? ", at most \($0.maxRunning) at once (\(Shown.time($0.maxRunningAt)))" : ""
    }
    let jobs = result.jobs.count == 1 ? "1 job" : "\(result.jobs.count) jobs"
    return "\(Shown.time(options.window.lowerBound * 1000)) to \(Shown.time(options.window.upperBound * 1000)) UTC: "
      + "\(jobs), \(due) due, \(started) run\(most ?? "")"
  }

  private func jobs(_ terminal: Terminal) -> String {
    var table = Table([
      .init("JOB"), .init("DUE", .right), .init("RUN", .right), .init("SKIPPED", .right), .init("WAIT", .right),
      .init("REPLACED", .right), .init("OVERLAPS", .right), .init("AT ONCE", .right), .init("LONGEST WAIT", .right),
      .init("LENGTH", .right), .init("KNOWN FROM"), .init("POLICY"),
    ])
    for job in result.jobs {
      let counts = [
        job.due, job.started, job.skipped, job.queued + job.delayed, job.replaced, job.overlaps, job.maxRunning,
      ]
      table.add(
        [job.job] + counts.map { $0 == 0 ? "-" : String($0) } + [
          Shown.length(job.longestWait == 0 ? nil : job.longestWait), Shown.length(job.length.milliseconds),
          known(job.length), job.concurrency.words,
        ])
    }
    return table.text(terminal)
  }

  private func load(_ terminal: Terminal) -> String {
    var table = Table([
      .init("FROM (UTC)", isWhole: true), .init("DUE", .right), .init("RUN", .right), .init("AT ONCE", .right),
      .init("ON AVERAGE", .right), .init("WAIT", .right), .init("BUSIEST MINUTE"), .init("DUE IN IT", .right),
      .init("HERDS", .right),
    ])
    // Parts in which nothing is due or runs tell nothing.
    for part in result.load where part.due > 0 || part.maxRunning > 0 {
      let counts = [part.due, part.started, part.maxRunning].map { $0 == 0 ? "-" : String($0) }
      let hundredths = Int(part.meanRunning * 100 + 0.5)
      table.add(
        [Shown.time(part.range.lowerBound * 1000)] + counts + [
          "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)",
          part.maxWaiting == 0 ? "-" : String(part.maxWaiting),
          Shown.time(part.busiestMinute.map { $0 * 1000 }), String(part.busiestMinuteDue),
          part.herds == 0 ? "-" : String(part.herds),
        ])
    }
    return table.isEmpty ? "nothing is due\n" : table.text(terminal)
  }

  private var advice: String {
    let herds = result.load.reduce(0) { $0 + $1.herds }
    guard herds > 0 else { return "" }
    let minutes = herds == 1 ? "1 minute" : "\(herds) minutes"
    var text = "\nin \(minutes) more than \(options.herd) jobs are due"
    let advised = result.jobs.filter { $0.advice != nil }
    guard !advised.isEmpty else { return "\(text); 'H' in place of a minute spreads jobs by their names\n" }
    text += "; better would be, or 'H' in place of the minute:\n"
    for job in advised.prefix(Self.shown) {
      guard let advice = job.advice else { continue }
      text +=
        "  \(Terminal.visible(job.job)): '\(Terminal.visible(advice.cron))', \(advice.due) due in its minute, "
        + "not \(advice.dueNow)\n"
    }
    if advised.count > Self.shown { text += "  and \(advised.count - Self.shown) more: -o ndjson has them all\n" }
    return text
  }

  private func known(_ length: RunLength) -> String {
    switch length.source {
    case .history: length.samples == 1 ? "1 run" : "\(length.samples) runs"
    case .expect: "expect"
    case .assumed: "assumed"
    }
  }

  /// Pieces of advice that people read.
  private static let shown = 20
}

extension Concurrency {
  /// As manifests write it.
  fileprivate var words: String {
    switch self {
    case .allow: "allow"
    case .forbid: "forbid"
    case .replace: "replace"
    case .queue(let length): "queue \(length)"
    }
  }
}
