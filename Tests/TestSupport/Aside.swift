import Dispatch

/// Does on a thread of its own what takes seconds.
///
/// Tests share as few threads as the machine has processors: those that look for something every few milliseconds would
/// not get to it, and miss what does not stay.
package func aside<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue(label: "aside").async { continuation.resume(with: Result(catching: work)) }
  }
}
