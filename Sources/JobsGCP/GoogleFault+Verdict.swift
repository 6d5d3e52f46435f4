import JobsCloud
import JobsCore

extension GoogleFault {
  /// What a response comes to.
  ///
  /// - Parameter identity: who acts, for hints.
  static func verdict(
    on response: HTTPResponse, of call: CloudCall, identity: String?, now: Instant
  ) -> CallVerdict {
    if response.isSuccess { return .done }
    let error = GoogleFault(response, hiding: call.secrets)
    let fault = error.fault(identity: identity)
    let ask = [error.retryDelay, response.retryAfter(now: now)].compactMap { $0 }.max()
    switch fault.cause {
    case .throttled: return .later(fault, CallDelay(ask: ask, isThrottled: true, isUndone: true))
    case .unavailable, .deadline:
      return .later(fault, CallDelay(ask: ask, isUndone: ask != nil && response.status == 503))
    case .credentials where response.status == 401: return .unauthenticated(fault)
    default: return .refused(fault)
    }
  }

  /// Reads the body of a response that says no: an `error`, or a list that begins with one.
  private init(_ response: HTTPResponse, hiding secrets: [Secret]) {
    var tree = Tree(source: response.body)
    guard (try? JSONReader.parse(&tree, in: 0..<response.body.count)) != nil, !tree.isEmpty else {
      self.init(httpStatus: response.status)
      return
    }
    let top = tree.kind(Tree.root) == .sequence ? tree.firstChild(Tree.root) ?? Tree.root : Tree.root
    guard let error = tree.value(top, "error"), tree.kind(error) == .mapping else {
      self.init(httpStatus: response.status)
      return
    }
    self.init(tree, error, httpStatus: response.status, hiding: secrets)
    if status.isEmpty { status = Self.status(of: response.status) }
    if message.isEmpty { message = "the service answers with status \(response.status)" }
  }

  /// The fault in our terms.
  func fault(identity: String?) -> CloudFault {
    let (cause, why, hint) = reading(identity.map { "'\($0)'" } ?? "who acts")
    return CloudFault(cause, status: httpStatus, code: status, why: why, hint: hint)
  }

  private func reading(_ identity: String) -> (CloudFault.Cause, String, String?) {
    if httpStatus == 412 { return (.changedMeanwhile, message, Self.readAgain) }
    switch status {
    case "UNAUTHENTICATED":
      return (.credentials, "the credentials are not taken: \(message)", GoogleSignIn.hint)
    case "PERMISSION_DENIED": return denied(identity)
    case "RESOURCE_EXHAUSTED": return exhausted
    case "NOT_FOUND": return (.notFound, message, nil)
    case "ALREADY_EXISTS": return (.alreadyExists, message, nil)
    case "ABORTED": return (.changedMeanwhile, message, Self.readAgain)
    case "FAILED_PRECONDITION": return (.precondition, message, nil)
    case "INVALID_ARGUMENT", "OUT_OF_RANGE": return (.invalid(violations), invalidWords, nil)
    case "UNAVAILABLE", "INTERNAL", "UNKNOWN": return (.unavailable, message, nil)
    case "DEADLINE_EXCEEDED": return (.deadline, message, nil)
    case "CANCELLED": return (.cancelled, message, nil)
    default: return (.other, message, nil)
    }
  }

  private static let readAgain = "somebody changed it meanwhile; read it again and decide anew"

  /// The first of them, each with its field.
  private var invalidWords: String {
    let words = violations.prefix(3).map { $0.field.isEmpty ? $0.why : "'\($0.field)': \($0.why)" }
    guard !words.isEmpty else { return message }
    return words.joined(separator: "; ") + (violations.count > 3 ? "; and \(violations.count - 3) more" : "")
  }

  private func denied(_ identity: String) -> (CloudFault.Cause, String, String?) {
    switch reason {
    case "SERVICE_DISABLED":
      let service = metadata["service"] ?? ""
      guard !service.isEmpty else { return (.other, message, nil) }
      let project = metadata["consumer"].map { $0.split(separator: "/").last.map(String.init) ?? $0 }
      return (
        .disabledService(service),
        "the service '\(service)' is not enabled" + (project.map { " in project '\($0)'" } ?? ""),
        "run 'gcloud services enable \(service)\(project.map { " --project \($0)" } ?? "")', and wait a minute"
      )
    case "rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED": return exhausted
    case "quotaExceeded", "dailyLimitExceeded": return (.quota(quota), message, Self.askForMore)
    case "ACCESS_TOKEN_SCOPE_INSUFFICIENT":
      return (
        .credentials, "the credentials are not for these services: \(message)",
        "give the machine the scope 'https://www.googleapis.com/auth/cloud-platform', or sign in anew with it"
      )
    case "BILLING_DISABLED": return (.precondition, message, "link the project to a billing account")
    case "USER_PROJECT_DENIED":
      return (
        .missingPermission("serviceusage.services.use"),
        "permission 'serviceusage.services.use' is missing on the project that pays for the calls",
        "grant roles/serviceusage.serviceUsageConsumer to \(identity), or name another project in "
          + "GOOGLE_CLOUD_QUOTA_PROJECT"
      )
    default: break
    }
    guard let permission = metadata["permission"] ?? PermissionRole.permission(in: message) else {
      return (.missingPermission(nil), message, nil)
    }
    let role = PermissionRole.role(for: permission)
    return (
      .missingPermission(permission), "permission '\(permission)' is missing",
      role.map { "grant \($0) to \(identity)" } ?? "grant a role with '\(permission)' to \(identity)"
    )
  }

  /// Too many calls pass with time; too many things, and quotas by the day, do not.
  private var exhausted: (CloudFault.Cause, String, String?) {
    let limit = metadata["quota_limit"] ?? ""
    let isRate = ["RATE_LIMIT_EXCEEDED", "rateLimitExceeded", "userRateLimitExceeded"].contains(reason)
    let isLasting = limit.contains("PerDay") || quota != nil && !isRate && retryDelay == nil
    let name = metadata["quota_metric"] ?? quota.flatMap { $0.isEmpty ? nil : $0 }
    let which = name.map { "quota '\($0)' is used up" }
    if isLasting { return (.quota(name), which ?? message, Self.askForMore) }
    return (.throttled, which.map { "\($0) for the moment" } ?? message, nil)
  }

  private static let askForMore = "delete what is not needed, or ask for a higher quota in the console"
}
