import JobsCloud
import JobsCore

/// The `error` of a response or an operation: `google.rpc.Status` with its details, as JSON
/// (https://google.aip.dev/193, 2026-11).
struct GoogleFault {
  /// The name of a `google.rpc.Code`, `PERMISSION_DENIED`; empty where it is not one.
  var status = ""
  /// Of HTTP; nil for that of an operation.
  var httpStatus: Int?
  var message = ""
  /// Of `ErrorInfo`, or of the older `errors`: `SERVICE_DISABLED`, `rateLimitExceeded`.
  var reason = ""
  /// Of `ErrorInfo`.
  var metadata: [String: String] = [:]
  var violations: [CloudFault.Violation] = []
  /// Of `QuotaFailure`; nil where there is none.
  var quota: String?
  /// Of `RetryInfo`.
  var retryDelay: Duration?

  /// - Parameter secrets: what no message may repeat.
  init(_ tree: Tree, _ error: Tree.ID, httpStatus: Int? = nil, hiding secrets: [Secret] = []) {
    self.httpStatus = httpStatus
    let text = { (id: Tree.ID?) in id.map { ServerWords.clean(tree.string($0), hiding: secrets) } ?? "" }
    message = text(tree.value(error, "message"))
    status = text(tree.value(error, "status"))
    if status.isEmpty, let code = tree.value(error, "code").flatMap(tree.int), Self.codes.indices.contains(code) {
      status = Self.codes[code]
    }
    if let first = tree.value(error, "errors").flatMap(tree.firstChild) { reason = text(tree.value(first, "reason")) }
    for detail in tree.value(error, "details").map({ Array(tree.children($0)) }) ?? [] {
      read(tree, detail, text)
    }
  }

  /// By their numbers (google/rpc/code.proto).
  private static let codes = [
    "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS",
    "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED",
    "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED",
  ]

  /// A response without an `error` that can be read, such as that of a proxy.
  init(httpStatus: Int) {
    self.httpStatus = httpStatus
    status = Self.status(of: httpStatus)
    message = "the service answers with status \(httpStatus)"
  }

  static func status(of httpStatus: Int) -> String {
    switch httpStatus {
    case 400: "INVALID_ARGUMENT"
    case 401: "UNAUTHENTICATED"
    case 403: "PERMISSION_DENIED"
    case 404: "NOT_FOUND"
    case 408, 502, 503: "UNAVAILABLE"
    case 409: "ABORTED"
    case 429: "RESOURCE_EXHAUSTED"
    case 500: "INTERNAL"
    case 504: "DEADLINE_EXCEEDED"
    default: ""
    }
  }

  private mutating func read(_ tree: Tree, _ detail: Tree.ID, _ text: (Tree.ID?) -> String) {
    let type = tree.value(detail, "@type").map(tree.string)?.split(separator: ".").last
    switch type {
    case "ErrorInfo":
      reason = text(tree.value(detail, "reason"))
      for entry in tree.value(detail, "metadata").map({ Array(tree.entries($0)) }) ?? [] {
        metadata[tree.string(entry.key)] = text(entry.value)
      }
    case "BadRequest":
      for violation in tree.value(detail, "fieldViolations").map({ Array(tree.children($0)) }) ?? [] {
        violations.append(
          CloudFault.Violation(
            field: text(tree.value(violation, "field")), why: text(tree.value(violation, "description"))))
      }
    case "QuotaFailure":
      let first = tree.value(detail, "violations").flatMap(tree.firstChild)
      quota = text(first.flatMap { tree.value($0, "quotaMetric") ?? tree.value($0, "subject") })
    case "RetryInfo":
      retryDelay = tree.value(detail, "retryDelay").flatMap { Duration(google: tree.string($0)) }
    default: break
    }
  }
}

extension Duration {
  /// Reads Google's JSON form of a span of time: seconds with at most nine decimals and `s` behind them, `3.5s`.
  init?(google text: String) {
    guard text.hasSuffix("s") else { return nil }
    let parts = text.dropLast().split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let seconds = Int64(first), seconds >= 0, first.utf8.first != UInt8(ascii: "+"),
      seconds <= Int64(Int32.max)
    else { return nil }
    var nanoseconds: Int64 = 0
    if parts.count == 2 {
      guard (1...9).contains(parts[1].count), parts[1].allSatisfy(\.isNumber), let part = Int64(parts[1]) else {
        return nil
      }
      nanoseconds = (parts[1].count..<9).reduce(part) { value, _ in value * 10 }
    }
    self = .seconds(seconds) + .nanoseconds(nanoseconds)
  }
}
