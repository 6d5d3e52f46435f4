import JobsCloud
import JobsCore

extension AWSError {
  /// What an attempt came to.
  static func verdict(_ response: HTTPResponse, _ call: CloudCall, _ clock: CallClock) -> CallVerdict {
    guard !response.isSuccess else { return .done }
    let error = AWSError(response)
    let fault = error.fault(status: response.status, hiding: call.secrets)
    // botocore 1.44.5, retries/standard.py and retryhandler.py, 2026-11: milliseconds.
    let ask =
      response.value("x-amz-retry-after").flatMap { Int64($0) }.flatMap { $0 >= 0 ? Duration.milliseconds($0) : nil }
      ?? response.retryAfter(now: clock.now())
    switch fault.cause {
    case .throttled: return .later(fault, CallDelay(ask: ask, isThrottled: true, isUndone: true))
    case .unavailable: return .later(fault, CallDelay(ask: ask))
    case .credentials where expired.contains(error.code): return .unauthenticated(fault)
    default: return .refused(fault)
    }
  }

  /// The fault in words.
  func fault(status: Int, hiding secrets: [Secret]) -> CloudFault {
    let cause = cause(status: status)
    var why = ServerWords.clean(message, hiding: secrets)
    if why.isEmpty { why = code.isEmpty ? "it answers with status \(status)" : "it says '\(Terminal.visible(code))'" }
    var hint = hint(for: cause)
    if case .missingPermission(let action?) = cause {
      // What stands behind it is who, on what and why, and no shorter than it has to be.
      why = "permission '\(action)' is missing: \(why)"
    }
    if case .invalid = cause, hint == nil { hint = "mend what it names" }
    return CloudFault(cause, status: status, code: code, why: why, hint: hint)
  }

  private func cause(status: Int) -> CloudFault.Cause {
    if Self.throttled.contains(code) { return .throttled }
    if Self.denied.contains(code) { return .missingPermission(action) }
    if Self.expired.contains(code) || Self.unsigned.contains(code) { return .credentials }
    if Self.transient.contains(code) { return .unavailable }
    switch code {
    case "ResourceNotFoundException", "NoSuchEntity", "NoSuchEntityException", "NotFoundException", "NotFound",
      "RepositoryNotFoundException", "ImageNotFoundException", "ResourceNotFound", "ClusterNotFoundException":
      return .notFound
    case "EntityAlreadyExists", "ResourceAlreadyExistsException": return .alreadyExists
    case "ResourceConflictException", "ConflictException":
      return message.lowercased().contains("already exist") ? .alreadyExists : .precondition
    case "PreconditionFailedException", "PreconditionFailed", "ConcurrentModification", "OperationAbortedException":
      return .changedMeanwhile
    case "DeleteConflict", "ResourceInUseException", "ResourceNotReadyException", "UnmodifiableEntity":
      return .precondition
    case "ServiceQuotaExceededException", "LimitExceeded", "CodeStorageExceededException":
      return .quota(nil)
    default: break
    }
    if Self.invalid.contains(code) { return .invalid([CloudFault.Violation(field: "", why: message)]) }
    switch status {
    case 404: return .notFound
    case 401: return .credentials
    case 403: return .missingPermission(action)
    case 429: return .throttled
    case 500, 502, 503, 504: return .unavailable
    default: return .other
    }
  }

  /// The action that a refusal names, `lambda:CreateFunction`: it stands behind 'not authorized to perform:'.
  private var action: String? {
    guard let mark = message.firstRange(of: "authorized to perform") else { return nil }
    let rest = message[mark.upperBound...].drop { $0 == ":" || $0 == " " }
    let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ":" || $0 == "-") }
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } ? String(word) : nil
  }

  private func hint(for cause: CloudFault.Cause) -> String? {
    switch cause {
    case .missingPermission(let action):
      if message.contains("explicit deny") {
        return "a policy denies it, so that no grant helps: ask who keeps that policy"
      }
      return action.map { "grant '\($0)' to this identity" } ?? "grant this identity what the call needs"
    case .credentials:
      if message.contains("ignature expired") || message.contains("not yet current") || code == "RequestTimeTooSkewed" {
        return "set this host's clock right: signatures hold for five minutes"
      }
      return "make new credentials, or look at AWS_PROFILE and the AWS_* variables"
    case .quota: return "ask for a higher quota, or remove what is not needed"
    default: return nil
    }
  }

  // MARK: Codes, of botocore 1.44.5 (retries/standard.py and the services' models), 2026-11

  private static let throttled: Set<String> = [
    "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException", "TooManyRequestsException",
    "ProvisionedThroughputExceededException", "TransactionInProgressException", "RequestLimitExceeded",
    "BandwidthLimitExceeded", "LimitExceededException", "RequestThrottled", "SlowDown", "PriorRequestNotComplete",
    "EC2ThrottledException",
  ]

  private static let transient: Set<String> = [
    "RequestTimeout", "RequestTimeoutException", "IDPCommunicationError", "InternalFailure", "InternalError",
    "InternalServerException", "ServiceFailure", "ServiceUnavailable", "ServiceException",
  ]

  private static let denied: Set<String> = [
    "AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "UnauthorizedException", "NotAuthorized",
    "AuthorizationError",
  ]

  /// Newer credentials may be taken.
  private static let expired: Set<String> = [
    "ExpiredToken", "ExpiredTokenException", "RequestExpired", "UnrecognizedClientException", "InvalidClientTokenId",
    "InvalidAccessKeyId",
  ]

  private static let unsigned: Set<String> = [
    "SignatureDoesNotMatch", "InvalidSignatureException", "IncompleteSignature", "IncompleteSignatureException",
    "MissingAuthenticationToken", "MissingAuthenticationTokenException", "RequestTimeTooSkewed",
  ]

  private static let invalid: Set<String> = [
    "ValidationException", "ValidationError", "InvalidParameterValueException", "InvalidParameterValue",
    "InvalidParameterException", "InvalidParameterCombination", "MissingParameter", "MalformedPolicyDocument",
    "MalformedPolicyDocumentException", "InvalidInput", "InvalidRequestContentException", "SerializationException",
    "InvalidRuntimeException", "PolicyLengthExceededException", "PackedPolicyTooLarge", "InvalidIdentityToken",
    "RegionDisabledException", "UnknownOperationException", "InvalidAction",
  ]
}
