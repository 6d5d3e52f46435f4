package import JobsCore

/// A call that failed: what was to be done, and why it was not. It holds nothing of the request, and so no secret.
package struct CloudFailure: Error, Hashable, Sendable {
  /// What was tried, as it stands behind 'cannot': `read job 'nightly-report' in 'europe-west1'`.
  package var call: String
  package var fault: CloudFault
  /// Requests that were sent for it.
  package var attempts: Int
  /// Whether it may have been done all the same: an attempt arrived, or may have, and its outcome is not known. Who asks
  /// again has to look first.
  package var mayBeDone: Bool

  package init(_ call: String, _ fault: CloudFault, attempts: Int = 0, mayBeDone: Bool = false) {
    self.call = call
    self.fault = fault
    self.attempts = attempts
    self.mayBeDone = mayBeDone
  }

  package var cause: CloudFault.Cause { fault.cause }

  /// As a tool says it.
  package var failure: Failure {
    let tries = attempts > 1 ? " (after \(attempts) attempts)" : ""
    let doubt = mayBeDone ? "it may have been done all the same: look before you try again" : nil
    let hints = [fault.hint, doubt].compactMap { $0 }
    return .world("cannot \(call): \(fault.why)\(tries)", hint: hints.isEmpty ? nil : hints.joined(separator: "; "))
  }
}
