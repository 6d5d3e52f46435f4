import Synchronization

/// Lets so many calls through at once, in the order in which they came.
package final class CallLimiter: Sendable {
  private struct State {
    var free: Int
    /// Those who left before their turn stand here until it comes.
    var queue: [Handover<Bool>] = []
  }

  private let state: Mutex<State>

  /// - Parameter limit: at least 1.
  package init(_ limit: Int) { state = Mutex(State(free: max(limit, 1))) }

  /// How many could get in at once now, and how many stand in line.
  var free: Int { state.withLock { $0.free } }
  var waiting: Int { state.withLock { $0.queue.count } }

  /// Does something when its turn comes.
  ///
  /// - Returns: nil where the task was cancelled before; then nothing was done.
  package func run<Value>(_ body: () async -> Value) async -> Value? {
    guard await enter() else { return nil }
    let value = await body()
    leave()
    return value
  }

  private func enter() async -> Bool {
    guard !Task.isCancelled else { return false }
    let turn = state.withLock { state -> Handover<Bool>? in
      guard state.free == 0 else {
        state.free -= 1
        return nil
      }
      let turn = Handover<Bool>()
      state.queue.append(turn)
      return turn
    }
    return await turn?.value(ifCancelled: false) ?? true
  }

  private func leave() {
    while let next = state.withLock({ state -> Handover<Bool>? in
      guard state.queue.isEmpty else { return state.queue.removeFirst() }
      state.free += 1
      return nil
    }) {
      if next.give(true) { return }
    }
  }
}
