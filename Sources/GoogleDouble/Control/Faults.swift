import JobsCore
import Synchronization

/// The faults that are still to happen, in the order in which they were told.
final class Faults: Sendable {
  private struct State {
    var pending: [Fault] = []
    var random = SplitMix64(seed: 1)
  }

  private let state = Mutex(State())

  /// - Parameter seed: what chances are drawn from, where a fault has one.
  func add(_ fault: Fault, seed: UInt64?) {
    state.withLock { state in
      if let seed { state.random = SplitMix64(seed: seed) }
      state.pending.append(fault)
    }
  }

  func removeAll() { state.withLock { $0.pending = [] } }

  var pending: [Fault] { state.withLock { $0.pending } }

  /// The fault that happens to a call; the first that fits.
  ///
  /// - Parameter api: the service, for faults that name it alone.
  func take(_ method: String, api: String, target: String) -> Fault? {
    state.withLock { state in
      for index in state.pending.indices {
        let fault = state.pending[index]
        guard fault.match == api || Glob.matches(method, fault.match), Glob.matches(target, fault.target) else {
          continue
        }
        if fault.skip > 0 {
          state.pending[index].skip -= 1
          continue
        }
        if fault.probability < 1, Double.random(in: 0..<1, using: &state.random) >= fault.probability { continue }
        if let times = fault.times {
          state.pending[index].times = times - 1
          if times <= 1 { state.pending.remove(at: index) }
        }
        return fault
      }
      return nil
    }
  }
}
