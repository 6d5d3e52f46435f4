import JobsCloud
import JobsCore

extension CloudFailure {
  /// Credentials cannot be had, for a reason that no further attempt changes.
  static func credentials(_ why: String, hint: String) -> CloudFailure {
    CloudFailure("get credentials for AWS", CloudFault(.credentials, why: why, hint: hint))
  }

  /// The same for a world that failed underneath.
  static func credentials(_ failure: Failure) -> CloudFailure {
    CloudFailure("get credentials for AWS", CloudFault(.credentials, why: failure.message, hint: failure.hint))
  }
}
