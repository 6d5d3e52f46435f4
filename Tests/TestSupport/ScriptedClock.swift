package import JobsCloud
package import JobsCore
import Synchronization

/// A clock that goes on only when something waits by it, and chance that a test chooses.
package final class ScriptedClock: Sendable {
  private struct State {
    var now: Instant
    var uptime = Duration.zero
    var waits: [Duration] = []
  }

  private let state: Mutex<State>
  private let bits: @Sendable () -> UInt64

  /// - Parameters:
  ///   - now: where it begins.
  ///   - bits: what is drawn; all ones make every random part as large as it gets.
  package init(
    now: Instant = Instant(seconds: 1_800_000_000), bits: @escaping @Sendable () -> UInt64 = { .max }
  ) {
    state = Mutex(State(now: now))
    self.bits = bits
  }

  /// What was waited for, in order.
  package var waits: [Duration] { state.withLock { $0.waits } }

  package var now: Instant { state.withLock { $0.now } }

  package func advance(by duration: Duration) {
    state.withLock { state in
      state.uptime += duration
      let milliseconds = Int64(duration / .milliseconds(1))
      state.now = Instant(milliseconds: state.now.milliseconds + milliseconds)
    }
  }

  package var clock: CallClock {
    CallClock(
      now: { self.now }, uptime: { self.state.withLock { $0.uptime } },
      sleep: { duration in
        try Task.checkCancellation()
        self.state.withLock { $0.waits.append(duration) }
        self.advance(by: duration)
        await Task.yield()
      }, random: bits)
  }
}
