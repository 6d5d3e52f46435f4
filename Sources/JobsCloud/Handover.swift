import Synchronization

/// A value that one task waits for, and whoever comes first gives.
final class Handover<Value: Sendable>: Sendable {
  private enum State {
    case open
    case awaited(CheckedContinuation<Value, Never>)
    case given(Value)
    case over
  }

  private let state = Mutex(State.open)

  /// - Returns: false where a value was given before, and this one is not taken.
  func give(_ value: Value) -> Bool {
    let (isFirst, waiter) = state.withLock { state -> (Bool, CheckedContinuation<Value, Never>?) in
      switch state {
      case .open:
        state = .given(value)
        return (true, nil)
      case .awaited(let waiter):
        state = .over
        return (true, waiter)
      case .given, .over: return (false, nil)
      }
    }
    waiter?.resume(returning: value)
    return isFirst
  }

  /// Waits for the value; once. A task that is cancelled gives `fallback` itself.
  func value(ifCancelled fallback: Value) async -> Value {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let given = state.withLock { state -> Value? in
          guard case .given(let value) = state else {
            state = .awaited(continuation)
            return nil
          }
          state = .over
          return value
        }
        if let given { continuation.resume(returning: given) }
      }
    } onCancel: {
      _ = give(fallback)
    }
  }
}
