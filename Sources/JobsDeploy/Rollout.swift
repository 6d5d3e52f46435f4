package import JobsCore

/// Carries a plan out, one change after the other. What depends on a failed change is skipped, all others go on.
package struct Rollout: Sendable {
  /// What became of the changes, in their order.
  package private(set) var changes: [Change] = []
  /// The failures by the ids of their changes.
  package private(set) var failures: [String: Failure] = [:]

  /// - Parameters:
  ///   - perform: does one change, or throws; then nothing of that change was done.
  ///   - clock: seconds of a clock that only goes on.
  ///   - report: hears of each change when it has ended.
  package init(
    _ changes: [Change], clock: () -> Double, perform: (Change) throws(Failure) -> Void,
    report: (Change, Failure?) -> Void
  ) {
    var lost: Set<String> = []
    for planned in changes {
      var change = planned
      var failure: Failure?
      if change.after.contains(where: lost.contains) {
        change.state = .skipped
      } else {
        let start = clock()
        do throws(Failure) {
          try perform(change)
          change.state = .done
        } catch {
          change.state = .failed
          failure = error
          failures[change.id] = error
        }
        change.durationSeconds = clock() - start
      }
      if change.state != .done { lost.insert(change.id) }
      self.changes.append(change)
      report(change, failure)
    }
  }

  package func count(_ state: Change.State) -> Int { changes.count { $0.state == state } }
}
