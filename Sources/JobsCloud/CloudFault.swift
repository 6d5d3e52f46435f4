import JobsCore

/// Why a cloud does not do what it is asked for.
package struct CloudFault: Hashable, Sendable {
  /// The cases that callers tell apart.
  package enum Cause: Hashable, Sendable {
    /// No response came.
    case transport(TransportFailure.Kind)
    /// There are no credentials, or the cloud does not take them.
    case credentials
    /// The permission that is missing, `run.jobs.get`; nil where the cloud does not name it.
    case missingPermission(String?)
    /// The service that is not enabled, `run.googleapis.com`.
    case disabledService(String)
    /// The quota that is used up for longer than a moment; nil where it has no name.
    case quota(String?)
    /// Too many calls in too short a time.
    case throttled
    case notFound
    case alreadyExists
    /// Somebody else changed it since it was read: a stale etag.
    case changedMeanwhile
    /// The request is wrong: what stands in which field.
    case invalid([Violation])
    /// The state of the resource does not allow it now.
    case precondition
    /// The service has trouble of its own.
    case unavailable
    /// What came is not what the service answers by its own description.
    case strangeAnswer
    /// It took longer than was allowed.
    case deadline
    case cancelled
    case other
  }

  /// A field that a service does not take.
  package struct Violation: Hashable, Sendable {
    /// Its path, `template.template.maxRetries`; empty where it is not named.
    package var field: String
    package var why: String

    package init(field: String, why: String) {
      self.field = field
      self.why = why
    }
  }

  package var cause: Cause
  /// Of HTTP; nil where no response came.
  package var status: Int?
  /// The cloud's own word: `PERMISSION_DENIED`, `AccessDeniedException`; empty for none.
  package var code: String
  /// In words for people: small, without a full stop, and free of secrets.
  package var why: String
  package var hint: String?

  /// - Parameter why: what the server says is to go through `ServerWords` first.
  package init(_ cause: Cause, status: Int? = nil, code: String = "", why: String, hint: String? = nil) {
    self.cause = cause
    self.status = status
    self.code = code
    self.why = why
    self.hint = hint
  }

  package init(_ failure: TransportFailure) {
    self.init(
      failure.kind == .cancelled ? .cancelled : .transport(failure.kind), why: failure.message, hint: failure.hint)
  }

  /// The task was cancelled.
  package static let cancelled = CloudFault(.cancelled, why: "it was given up")
}
