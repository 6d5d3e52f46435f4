package import JobsCore

extension Rollout {
  /// Carries the changes out, and returns once all that were begun have ended.
  ///
  /// - Parameters:
  ///   - clock: seconds of a clock that only goes on.
  ///   - isStopping: whether no more are to be started; asked whenever one has ended.
  ///   - perform: does one change, or throws; then nothing of that change was done. Several are called at once.
  ///   - report: hears of each change that ended or was skipped, one after the other.
  package mutating func run(
    clock: @escaping @Sendable () -> Double, isStopping: () -> Bool,
    perform: @escaping @Sendable (Change) async throws(Failure) -> Void, report: (Change, Failure?) -> Void
  ) async {
    await withTaskGroup(of: (at: Int, failure: Failure?, seconds: Double).self) { group in
      if isStopping() { _ = take(.stopped) }
      var actions = take(.begun)
      while true {
        for action in actions {
          switch action {
          case .skip(let at): report(changes[at], nil)
          case .start(let at):
            let change = changes[at]
            group.addTask {
              let start = clock()
              do throws(Failure) {
                try await perform(change)
                return (at, nil, clock() - start)
              } catch {
                return (at, error, clock() - start)
              }
            }
          }
        }
        guard let ended = await group.next() else { return }
        if isStopping() { _ = take(.stopped) }
        actions = take(.ended(ended.at, ended.failure, seconds: ended.seconds))
        report(changes[ended.at], ended.failure)
      }
    }
  }
}
