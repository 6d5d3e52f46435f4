package import JobsCloud
package import JobsCore

/// Reads why Google does not do what it is asked for (google.rpc.Status with its details; cloud.google.com/apis/design/errors).
package enum GoogleFault {
  /// What a response came to.
  package static func verdict(_ response: HTTPResponse, _ call: CloudCall, _ clock: CallClock) -> CallVerdict {
    if response.isSuccess { return .done }
    var tree = Tree(source: response.body)
    let isRead = (try? JSONReader.parse(&tree, in: 0..<tree.source.count, depthLimit: 64)) != nil
    let error = isRead ? tree.value(Tree.root, "error") : nil
    let fault = error.map { fault(of: tree, $0, status: response.status, hiding: call.secrets) } ?? bare(response.status)
    let ask = response.retryAfter(now: clock.now()) ?? error.flatMap { delay(tree, $0) }
    switch response.status {
    case 401: return .unauthenticated(fault)
    case 429: return .later(fault, CallDelay(ask: ask, isThrottled: true, isUndone: true))
    case 403 where fault.cause == .throttled:
      return .later(fault, CallDelay(ask: ask, isThrottled: true, isUndone: true))
    // A service that says when to come back has turned the request away.
    case 503: return .later(fault, CallDelay(ask: ask, isUndone: ask != nil))
    case 408, 500, 502, 504: return .later(fault, CallDelay(ask: ask))
    default: return .refused(fault)
    }
  }

  /// An answer without the words of Google, as a proxy gives it.
  private static func bare(_ status: Int) -> CloudFault {
    CloudFault(cause(status: status, code: ""), status: status, why: "the answer is \(status), without a reason")
  }

  /// - Parameters:
  ///   - error: the node of the `google.rpc.Status`.
  ///   - status: of HTTP; nil where it is the outcome of an operation, whose code is one of google.rpc.Code.
  static func fault(of tree: Tree, _ error: Tree.ID, status: Int?, hiding secrets: [Secret] = []) -> CloudFault {
    let details = Details(tree, error)
    let code = tree.value(error, "status").map(tree.string) ?? tree.value(error, "code").flatMap(tree.int).map(name) ?? ""
    let said = tree.value(error, "message").map(tree.string) ?? ""
    let words = ServerWords.clean(said, hiding: secrets)
    var fault = CloudFault(
      cause(status: status, code: code), status: status, code: code,
      why: words.isEmpty ? "the answer is \(status.map { String($0) } ?? code), without a reason" : words)
    if let service = details.disabledService {
      fault.cause = .disabledService(service)
      fault.why = "the API '\(service)' is not enabled in this project"
      fault.hint = "enable it by 'gcloud services enable \(service)', and wait a minute"
    } else if case .missingPermission = fault.cause {
      if details.isRateLimit {
        fault.cause = .throttled
      } else if let permission = details.permission ?? quotedPermission(said) {
        fault.cause = .missingPermission(permission)
        fault.why = "permission '\(permission)' is missing"
        fault.hint = GoogleRole.least(for: permission).map { "grant \($0) to who calls" }
      }
    } else if fault.cause == .throttled, let quota = details.quota {
      fault.cause = .quota(quota)
    } else if case .invalid = fault.cause {
      fault.cause = .invalid(details.violations)
      if !details.violations.isEmpty {
        fault.why = details.violations.map { $0.field.isEmpty ? $0.why : "'\($0.field)': \($0.why)" }.joined(separator: "; ")
      }
    }
    return fault
  }

  /// Two things that both are 409 differ by their code.
  private static func cause(status: Int?, code: String) -> CloudFault.Cause {
    switch (code, status) {
    case ("ALREADY_EXISTS", _): .alreadyExists
    case ("ABORTED", _), (_, 412): .changedMeanwhile
    case ("FAILED_PRECONDITION", _): .precondition
    case ("INVALID_ARGUMENT", _), ("OUT_OF_RANGE", _): .invalid([])
    case ("NOT_FOUND", _), (_, 404): .notFound
    case ("PERMISSION_DENIED", _), (_, 403): .missingPermission(nil)
    case ("UNAUTHENTICATED", _), (_, 401): .credentials
    case ("RESOURCE_EXHAUSTED", _), (_, 429): .throttled
    case ("UNAVAILABLE", _), (_, 503), (_, 500), (_, 502), (_, 504): .unavailable
    case ("DEADLINE_EXCEEDED", _): .deadline
    case (_, 400): .invalid([])
    default: .other
    }
  }

  /// The name of a google.rpc.Code.
  private static func name(_ code: Int) -> String {
    let names = [
      "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS",
      "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED",
      "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED",
    ]
    return names.indices.contains(code) ? names[code] : ""
  }

  /// The permission in `Permission 'run.jobs.get' denied on …`, which has no place of its own in older answers.
  private static func quotedPermission(_ words: String) -> String? {
    guard let start = words.range(of: "ermission '")?.upperBound else { return nil }
    let name = words[start...].prefix { $0 != "'" }
    let isName = name.contains(".") && name.utf8.allSatisfy { $0 == 46 || (97...122).contains($0 | 32) }
    return isName ? String(name) : nil
  }

  private static func delay(_ tree: Tree, _ error: Tree.ID) -> Duration? { Details(tree, error).retryDelay }
}

extension GoogleFault {
  /// The details of an error, as far as they are understood (google/rpc/error_details.proto).
  private struct Details {
    var disabledService: String?
    var permission: String?
    var isRateLimit = false
    var quota: String?
    var violations: [CloudFault.Violation] = []
    var retryDelay: Duration?

    init(_ tree: Tree, _ error: Tree.ID) {
      for old in tree.value(error, "errors").map({ Array(tree.children($0)) }) ?? [] {
        let reason = tree.value(old, "reason").map(tree.string)
        if reason == "rateLimitExceeded" || reason == "userRateLimitExceeded" { isRateLimit = true }
      }
      for detail in tree.value(error, "details").map({ Array(tree.children($0)) }) ?? [] {
        let type = tree.value(detail, "@type").map(tree.string)?.split(separator: ".").last
        switch type {
        case "ErrorInfo": read(info: detail, tree)
        case "RetryInfo":
          retryDelay = tree.value(detail, "retryDelay").flatMap { Duration(google: tree.string($0)) }
        case "QuotaFailure":
          quota = tree.value(detail, "violations").flatMap(tree.firstChild).flatMap { tree.value($0, "subject") }
            .map(tree.string)
        case "BadRequest":
          for item in tree.value(detail, "fieldViolations").map({ Array(tree.children($0)) }) ?? [] {
            let why = tree.value(item, "description").map(tree.string) ?? ""
            violations.append(
              CloudFault.Violation(
                field: ServerWords.clean(tree.value(item, "field").map(tree.string) ?? ""), why: ServerWords.clean(why)))
          }
        default: break
        }
      }
    }

    private mutating func read(info detail: Tree.ID, _ tree: Tree) {
      let metadata = tree.value(detail, "metadata")
      func value(_ key: StaticString) -> String? { metadata.flatMap { tree.value($0, key) }.map(tree.string) }
      switch tree.value(detail, "reason").map(tree.string) {
      case "SERVICE_DISABLED": disabledService = value("service") ?? ""
      case "IAM_PERMISSION_DENIED": permission = value("permission")
      case "RATE_LIMIT_EXCEEDED":
        isRateLimit = true
        quota = value("quota_limit")
      default: break
      }
    }
  }
}

extension Duration {
  /// Reads Google's form, `3.5s`: seconds with up to nine decimals; nil for anything else, and for less than nothing.
  package init?(google text: String) {
    guard text.hasSuffix("s"), let seconds = Double(text.dropLast()), seconds >= 0, seconds < 1e9,
      text.utf8.dropLast().allSatisfy({ 48...57 ~= $0 || $0 == 46 })
    else { return nil }
    self = .seconds(seconds)
  }
}
