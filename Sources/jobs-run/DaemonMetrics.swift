import JobsDaemon
import JobsNet
import JobsStore

/// A daemon's figures as Prometheus reads them.
enum DaemonMetrics {
  static func text(_ figures: DaemonFigures, checkIns: CheckInSpool.Counters?) -> MetricsText {
    var text = MetricsText()
    text.gauge("jobs_scheduled", help: "Jobs that the daemon knows.", [MetricsSample(figures.jobs)])
    text.gauge("jobs_runs_running", help: "Runs that go on.", [MetricsSample(figures.running)])
    text.gauge("jobs_runs_waiting", help: "Runs that are due and wait.", [MetricsSample(figures.waiting)])
    text.counter("jobs_runs_started_total", help: "Attempts started.", [MetricsSample(figures.started)])
    text.counter("jobs_runs_retried_total", help: "Attempts after the first.", [MetricsSample(figures.retries)])
    text.counter(
      "jobs_executions_total", help: "Executions that are over, by state.",
      ExecutionState.allCases.filter { !$0.isOpen }.map { state in
        MetricsSample(figures.ended[state] ?? 0, ["state": state.rawValue])
      })
    text.counter(
      "jobs_start_delay_seconds_total", help: "Seconds from due times to starts, in all.",
      [MetricsSample(Double(figures.delay) / 1000)])
    text.counter("jobs_starts_due_total", help: "Starts that had a due time.", [MetricsSample(figures.delayed)])
    text.gauge("jobs_breakers_open", help: "Jobs whose circuit breaker is open.", [MetricsSample(figures.openBreakers)])
    text.counter(
      "jobs_reloads_total", help: "Readings of the manifests after the first, by result.",
      [
        MetricsSample(figures.reloads, ["result": "done"]),
        MetricsSample(figures.failedReloads, ["result": "failed"]),
      ])
    text.counter("jobs_log_lines_lost_total", help: "Lines that no log took.", [MetricsSample(figures.lostLines)])
    text.counter(
      "jobs_history_purged_total", help: "Executions removed from the history as too old.",
      [MetricsSample(figures.purged)])
    text.counter(
      "jobs_history_quarantined_total", help: "Damaged histories put aside since the start.",
      [MetricsSample(figures.quarantined)])
    text.gauge(
      "jobs_history_writable", help: "Whether the history takes rows.", [MetricsSample(figures.isKept ? 1 : 0)])
    if let next = figures.nextDue {
      text.gauge("jobs_next_due_timestamp_seconds", help: "The next due time.", [MetricsSample(next)])
    }
    if let checkIns {
      text.counter(
        "jobs_checkins_total", help: "Check-ins, by what became of them.",
        [
          MetricsSample(checkIns.sent, ["result": "sent"]), MetricsSample(checkIns.failed, ["result": "failed"]),
          MetricsSample(checkIns.dropped, ["result": "dropped"]),
        ])
      text.gauge("jobs_checkins_waiting", help: "Check-ins that wait.", [MetricsSample(checkIns.waiting)])
    }
    return text
  }
}
