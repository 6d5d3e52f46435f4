/// How far a call has come.
struct CallProgress {
  let call: CloudCall
  /// On the clock that only goes on.
  let started: Duration
  /// Requests that were sent.
  var attempts = 0
  /// Whether credentials were made anew for it, which is done once.
  var isRenewed = false
  /// What the latest attempt after the first cost.
  var paid: Int?
  var mayBeDone = false

  init(call: CloudCall, started: Duration) {
    self.call = call
    self.started = started
  }

  /// - Parameters:
  ///   - asked: for how long the server wants no further attempt.
  ///   - isBudgetSpent: whether another attempt was due, and not paid for.
  func failure(_ fault: CloudFault, asked: Duration? = nil, isBudgetSpent: Bool = false) -> CloudFailure {
    var fault = fault
    let more =
      isBudgetSpent
      ? "too many calls of this run failed to try this one again"
      : asked.map { "the service asks to come back in \($0.words)" }
    fault.hint = [fault.hint, more].compactMap { $0 }.joined(separator: "; ")
    if fault.hint?.isEmpty == true { fault.hint = nil }
    return CloudFailure(call.words, fault, attempts: attempts, mayBeDone: mayBeDone)
  }
}
