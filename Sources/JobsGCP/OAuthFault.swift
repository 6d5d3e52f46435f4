import JobsCloud
import JobsCore

/// What a server of tokens says no with: `error` and `error_description` (RFC 6749 §5.2).
enum OAuthFault {
  static func verdict(on response: HTTPResponse, of call: CloudCall, now: Instant) -> CallVerdict {
    if response.isSuccess { return .done }
    let ask = response.retryAfter(now: now)
    let (code, text) = words(response, hiding: call.secrets)
    let why = text ?? (code.isEmpty ? "the service answers with status \(response.status)" : code)
    let passes = ["internal_failure", "server_error", "temporarily_unavailable"].contains(code)
    switch response.status {
    case 429:
      let fault = CloudFault(.throttled, status: 429, code: code, why: why)
      return .later(fault, CallDelay(ask: ask, isThrottled: true, isUndone: true))
    case 408, 500...599:
      return .later(CloudFault(.unavailable, status: response.status, code: code, why: why), CallDelay(ask: ask))
    case _ where passes:
      return .later(CloudFault(.unavailable, status: response.status, code: code, why: why), CallDelay(ask: ask))
    default:
      return .refused(
        CloudFault(
          .credentials, status: response.status, code: code, why: "the credentials are not taken: \(why)",
          hint: skew(response, now) ?? hint(code)))
    }
  }

  private static func words(_ response: HTTPResponse, hiding secrets: [Secret]) -> (code: String, text: String?) {
    var tree = Tree(source: response.body)
    guard (try? JSONReader.parse(&tree, in: 0..<response.body.count)) != nil, !tree.isEmpty,
      let error = tree.value(Tree.root, "error")
    else { return ("", nil) }
    let clean = { (id: Tree.ID?) in id.map { ServerWords.clean(tree.string($0), hiding: secrets) } }
    // Google's own form, which some of its token services use.
    if tree.kind(error) == .mapping {
      return (clean(tree.value(error, "status")) ?? "", clean(tree.value(error, "message")))
    }
    let code = clean(error) ?? ""
    return (code, clean(tree.value(Tree.root, "error_description")).map { "\($0) (\(code))" })
  }

  /// Signed requests hold the time, and are refused where clocks differ.
  private static func skew(_ response: HTTPResponse, _ now: Instant) -> String? {
    guard let theirs = response.value("Date").flatMap({ Instant(httpDate: $0) }) else { return nil }
    let seconds = now.seconds - theirs.seconds
    guard abs(seconds) >= tolerableSkew else { return nil }
    return "the clock of this host is \(abs(seconds) / 60) min \(seconds > 0 ? "ahead" : "behind"): set it right"
  }

  /// Seconds.
  private static let tolerableSkew: Int64 = 300

  private static func hint(_ code: String) -> String {
    switch code {
    case "invalid_grant":
      "they may have been revoked, or have ended: \(GoogleSignIn.hint)"
    case "invalid_scope": "ask for credentials with the scope 'https://www.googleapis.com/auth/cloud-platform'"
    default: GoogleSignIn.hint
    }
  }
}
