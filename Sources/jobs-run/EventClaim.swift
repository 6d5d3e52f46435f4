import JobsCore
import JobsExec
import JobsStore

/// Keeps which run an event becomes, before it starts.
final class EventClaim: RunObserver {
  private let event: RunHistory.EventKey
  private let history: RunHistory

  init(_ event: RunHistory.EventKey, _ history: RunHistory) {
    self.event = event
    self.history = history
  }

  func claim(_ executions: [Execution]) throws(Failure) {
    guard let first = executions.first else { return }
    try history.note(event, became: first.id, now: Instant.now().milliseconds)
  }

  func observe(_ event: RunEvent) {}
}
