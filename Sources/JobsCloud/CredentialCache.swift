import JobsCore
import Synchronization

/// Keeps credentials until they end, and fetches new ones once for all who wait.
///
/// The task that finds them missing fetches; if it is cancelled meanwhile, the next of those who wait does.
package final class CredentialCache<Credentials: Perishable>: Sendable {
  private struct State {
    var credentials: Credentials?
    /// From when on newer ones are fetched; nil for never.
    var renewal: Instant?
    /// Counts what was fetched.
    var generation = 0
    /// nil while nobody fetches.
    var waiting: [Handover<Turn>]?
  }

  /// What a task that waits hears.
  private enum Turn: Sendable {
    case outcome(Result<Credentials, CloudFailure>, generation: Int)
    case lead
    case left
  }

  private let state = Mutex(State())
  private let clock: CallClock
  private let margin: Duration
  private let fetch: @Sendable () async throws(CloudFailure) -> Credentials

  /// Credentials are renewed so long before their end: calls under way outlast them, and clocks differ
  /// (google-auth 2.x, `REFRESH_THRESHOLD`).
  package static var usualMargin: Duration { .seconds(225) }

  package init(
    clock: CallClock = .system, margin: Duration = usualMargin,
    fetch: @escaping @Sendable () async throws(CloudFailure) -> Credentials
  ) {
    self.clock = clock
    self.margin = margin
    self.fetch = fetch
  }

  /// How many wait for the one who fetches.
  var waiting: Int { state.withLock { $0.waiting?.count ?? 0 } }

  /// Credentials that are good for a while yet, and their number for `discard`.
  ///
  /// Where new ones cannot be had, the old ones serve until their very end.
  package func current() async throws(CloudFailure) -> (credentials: Credentials, generation: Int) {
    while true {
      switch join() {
      case .ready(let credentials, let generation): return (credentials, generation)
      case .lead: return try await lead()
      case .wait(let turn):
        switch await turn.value(ifCancelled: .left) {
        case .outcome(let result, let generation): return (try result.get(), generation)
        case .lead: return try await lead()
        case .left: throw CloudFailure("get credentials", .cancelled)
        }
      }
    }
  }

  /// Forgets credentials that were not taken, unless there are newer ones already.
  package func discard(generation: Int) {
    state.withLock { state in
      if state.generation == generation { state.credentials = nil }
    }
  }

  private enum Role {
    case ready(Credentials, Int)
    case lead
    case wait(Handover<Turn>)
  }

  private func join() -> Role {
    let now = clock.now()
    return state.withLock { state in
      if let credentials = state.credentials, state.renewal.map({ now < $0 }) ?? true {
        return .ready(credentials, state.generation)
      }
      guard state.waiting != nil else {
        state.waiting = []
        return .lead
      }
      let turn = Handover<Turn>()
      state.waiting?.append(turn)
      return .wait(turn)
    }
  }

  private func lead() async throws(CloudFailure) -> (credentials: Credentials, generation: Int) {
    let result: Result<Credentials, CloudFailure>
    do throws(CloudFailure) {
      result = .success(try await fetch())
    } catch {
      if error.cause == .cancelled || Task.isCancelled {
        handOn()
        throw error
      }
      result = .failure(error)
    }
    let now = clock.now()
    let (outcome, generation, waiting) = state.withLock { state in
      defer { state.waiting = nil }
      if case .success(let credentials) = result {
        state.credentials = credentials
        state.renewal = credentials.expiry.map { renewal(of: $0, now) }
        state.generation += 1
        return (result, state.generation, state.waiting ?? [])
      }
      guard let old = state.credentials, let end = old.expiry, now < end else {
        return (result, state.generation, state.waiting ?? [])
      }
      state.renewal = min(now.adding(seconds: Self.pauseSeconds), end)
      return (.success(old), state.generation, state.waiting ?? [])
    }
    for turn in waiting { _ = turn.give(.outcome(outcome, generation: generation)) }
    return (try outcome.get(), generation)
  }

  /// Of credentials that live for less than twice the margin, half of what is left.
  private func renewal(of end: Instant, _ now: Instant) -> Instant {
    let lifetime = max(end.seconds - now.seconds, 0)
    return end.adding(seconds: -min(margin.components.seconds, lifetime / 2))
  }

  /// Until new ones are asked for again where that failed, and the old ones still serve.
  private static var pauseSeconds: Int64 { 30 }

  /// Lets the next of those who wait fetch in place of this task.
  private func handOn() {
    while let next = state.withLock({ state -> Handover<Turn>? in
      guard let waiting = state.waiting, !waiting.isEmpty else {
        state.waiting = nil
        return nil
      }
      return state.waiting?.removeFirst()
    }) {
      if next.give(.lead) { return }
    }
  }
}
