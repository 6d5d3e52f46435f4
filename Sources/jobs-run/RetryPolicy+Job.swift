import JobsCore
import JobsExec
import JobsManifest

extension RetryPolicy {
  /// - Parameter attempts: in place of the job's own; nil to keep them.
  init(_ retry: Retry?, attempts: Int?) {
    self.init(attempts: attempts ?? retry?.attempts ?? 0)
    guard let retry else { return }
    set(retry)
    if let names = retry.classes { classes = Set(names.compactMap(FailureClass.init)) }
    guard attempts == nil else { return }
    for own in retry.perClass {
      let policy = retry.policy(after: own.failureClass)
      var general = RetryPolicy(attempts: policy.attempts ?? 0)
      general.set(policy)
      perClass[own.failureClass] = general
    }
  }

  private mutating func set(_ retry: Retry) {
    if let word = retry.backoff, let known = Backoff(rawValue: word) { backoff = known }
    if let seconds = retry.delaySeconds { base = .seconds(seconds) }
    if let seconds = retry.maxDelaySeconds { maximum = .seconds(seconds) }
  }
}

extension FailurePatterns {
  /// What everybody knows, and before that the rows of a project.
  init(_ rules: [FailureRule]) {
    self = .standard
    var own: [Row] = []
    for rule in rules {
      switch rule.sign {
      case .contains(let text): own.append(Row(text, rule.failureClass))
      case .exitCode(let code): exitCodes[Int32(clamping: code)] = rule.failureClass
      }
    }
    rows = own + rows
  }
}
