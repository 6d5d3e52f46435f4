package import JobsCore

extension Rollout {
  /// Changes that are carried out together, and what became of each.
  private struct Batch: Sendable {
    var places: [Int]
    var failures: [Failure?]
    var seconds: Double
  }

  /// Carries the changes out, and returns once all that were begun have ended.
  ///
  /// - Parameters:
  ///   - clock: seconds of a clock that only goes on.
  ///   - isStopping: whether no more are to be started; asked whenever some have ended.
  ///   - perform: carries changes out and says why each was not done, of which then nothing was done. They are of one lane;
  ///     more than one come only where the lane is one write. Called several times at once, but for such a lane.
  ///   - report: hears of each change that ended or was skipped, one after the other.
  package mutating func run(
    clock: @escaping @Sendable () -> Double, isStopping: () -> Bool,
    perform: @escaping @Sendable ([Change]) async -> [Failure?], report: (Change, Failure?) -> Void
  ) async {
    await withTaskGroup(of: Batch.self) { group in
      if isStopping() { _ = take(.stopped) }
      var actions = take(.begun)
      while true {
        for case .skip(let at) in actions { report(changes[at], nil) }
        for places in batches(of: actions) {
          let changes = places.map { self.changes[$0] }
          group.addTask {
            let start = clock()
            let failures = await perform(changes)
            return Batch(places: places, failures: failures, seconds: clock() - start)
          }
        }
        guard let ended = await group.next() else { return }
        if isStopping() { _ = take(.stopped) }
        actions = []
        for (at, failure) in zip(ended.places, ended.failures) {
          actions += take(.ended(at, failure, seconds: ended.seconds))
          report(changes[at], failure)
        }
      }
    }
  }
}
