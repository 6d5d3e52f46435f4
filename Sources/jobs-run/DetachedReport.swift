import JobsCore
import JobsExec
import JobsStore

/// Tells what began as soon as the history has it.
final class DetachedReport: RunObserver {
  private let channel: Detachment.Channel
  private var claimed: [ULID] = []

  init(_ channel: Detachment.Channel) { self.channel = channel }

  func claim(_ executions: [Execution]) { claimed = executions.map(\.id) }

  func observe(_ event: RunEvent) {}

  func commit() { channel.send(DetachedStart.begun(claimed).bytes) }
}
