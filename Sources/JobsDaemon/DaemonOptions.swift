/// How a daemon runs jobs.
package struct DaemonOptions: Sendable {
  /// The most runs at once.
  package var running = 64
  /// How long runs may take to end of themselves once the daemon was asked to stop.
  package var drain: Duration = .seconds(60)
  /// Whether to run what is due now, wait for its end, and leave.
  package var isOnce = false
  /// How often the host is told that the daemon is alive; nil for never.
  package var heartbeat: Duration?

  package init() {}
}
