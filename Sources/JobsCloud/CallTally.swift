import Synchronization

/// What the calls of a run amounted to.
package final class CallTally: Sendable {
  package struct Counts: Hashable, Sendable {
    package var calls = 0
    /// Requests that were sent, those of calls that were tried again each by itself.
    package var requests = 0
    /// Requests after the first of their calls.
    package var retries = 0
    /// Times that credentials were made anew since they were not taken.
    package var renewals = 0
    /// Waited for between attempts, by all calls together.
    package var waited = Duration.zero

    package init() {}
  }

  private let state = Mutex(Counts())

  package init() {}

  package var counts: Counts { state.withLock { $0 } }

  func note(_ change: (inout Counts) -> Void) { state.withLock { change(&$0) } }
}
