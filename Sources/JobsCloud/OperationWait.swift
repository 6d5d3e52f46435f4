/// Waits for what a cloud does after it has answered.
package struct OperationWait: Sendable {
  /// What an operation has come to.
  package enum Status<Value: Sendable>: Sendable {
    /// With words on how far it is, if it gives any.
    case running(String?)
    case done(Value)
    case failed(CloudFault)
  }

  /// Between two looks, growing from the first to the second.
  package var pause: (first: Duration, longest: Duration) = (.seconds(1), .seconds(10))
  /// How fast the pause grows.
  package var growth = 1.5
  /// How long it may take in all.
  package var deadline: Duration

  package init(deadline: Duration) { self.deadline = deadline }

  /// Looks until the operation has ended.
  ///
  /// - Parameters:
  ///   - words: what is done, as it stands behind 'cannot': `create job 'nightly-report'`.
  ///   - progress: hears what the operation says and how long it takes so far, after each look.
  ///   - look: asks how it stands. That it is not known (`notFound`) means that it is lost: the cloud took it, and its
  ///     outcome has to be looked up by the resource itself.
  /// - Throws: what `look` throws; the operation's own fault; `deadline` and `cancelled`, after which it may be done all
  ///   the same.
  package func value<Value: Sendable>(
    _ words: String, clock: CallClock, progress: (String?, Duration) -> Void = { _, _ in },
    look: () async throws(CloudFailure) -> Status<Value>
  ) async throws(CloudFailure) -> Value {
    let started = clock.uptime()
    var pause = pause.first
    while true {
      switch try await status(words, look) {
      case .done(let value): return value
      case .failed(let fault): throw CloudFailure(words, fault)
      case .running(let text):
        let past = clock.uptime() - started
        progress(text, past)
        guard past < deadline else { throw overdue(words) }
        // The last look is at the deadline itself.
        try await rest(words, min(pause, deadline - past), clock)
        pause = min(pause * growth, self.pause.longest)
      }
    }
  }

  private func status<Value: Sendable>(
    _ words: String, _ look: () async throws(CloudFailure) -> Status<Value>
  ) async throws(CloudFailure) -> Status<Value> {
    do throws(CloudFailure) {
      return try await look()
    } catch {
      guard error.cause == .notFound else {
        throw CloudFailure(words, error.fault, attempts: error.attempts, mayBeDone: true)
      }
      let lost = CloudFault(
        .notFound, status: error.fault.status, code: error.fault.code,
        why: "the cloud began it and does not know of it any more")
      throw CloudFailure(words, lost, attempts: error.attempts, mayBeDone: true)
    }
  }

  private func overdue(_ words: String) -> CloudFailure {
    CloudFailure(
      words, CloudFault(.deadline, why: "it is not done after \(deadline.words), and goes on"), mayBeDone: true)
  }

  private func rest(_ words: String, _ pause: Duration, _ clock: CallClock) async throws(CloudFailure) {
    do {
      try await clock.sleep(pause)
    } catch {
      throw CloudFailure(words, .cancelled, mayBeDone: true)
    }
  }
}
