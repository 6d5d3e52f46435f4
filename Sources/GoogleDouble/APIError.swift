/// An error as Google's APIs answer it: google.rpc.Status in an envelope.
struct APIError: Error, Sendable {
  /// The names of google.rpc.Code, with the statuses of HTTP that they become.
  enum Code: String, Sendable, CaseIterable {
    case cancelled = "CANCELLED"
    case unknown = "UNKNOWN"
    case invalidArgument = "INVALID_ARGUMENT"
    case deadlineExceeded = "DEADLINE_EXCEEDED"
    case notFound = "NOT_FOUND"
    case alreadyExists = "ALREADY_EXISTS"
    case permissionDenied = "PERMISSION_DENIED"
    case resourceExhausted = "RESOURCE_EXHAUSTED"
    case failedPrecondition = "FAILED_PRECONDITION"
    case aborted = "ABORTED"
    case outOfRange = "OUT_OF_RANGE"
    case unimplemented = "UNIMPLEMENTED"
    case `internal` = "INTERNAL"
    case unavailable = "UNAVAILABLE"
    case unauthenticated = "UNAUTHENTICATED"

    var status: Int {
      switch self {
      case .cancelled: 499
      case .invalidArgument, .failedPrecondition, .outOfRange: 400
      case .unauthenticated: 401
      case .permissionDenied: 403
      case .notFound: 404
      case .alreadyExists, .aborted: 409
      case .resourceExhausted: 429
      case .unknown, .internal: 500
      case .unimplemented: 501
      case .unavailable: 503
      case .deadlineExceeded: 504
      }
    }

    /// The number of google.rpc.Code, as operations carry it.
    var number: Int {
      switch self {
      case .cancelled: 1
      case .unknown: 2
      case .invalidArgument: 3
      case .deadlineExceeded: 4
      case .notFound: 5
      case .alreadyExists: 6
      case .permissionDenied: 7
      case .resourceExhausted: 8
      case .failedPrecondition: 9
      case .aborted: 10
      case .outOfRange: 11
      case .unimplemented: 12
      case .internal: 13
      case .unavailable: 14
      case .unauthenticated: 16
      }
    }

    /// The code that a status of HTTP stands for in most cases.
    init(status: Int) {
      let usual: [Code] = [.invalidArgument, .aborted, .internal]
      self =
        usual.first { $0.status == status } ?? Self.allCases.first { $0.status == status }
        ?? (status < 500 ? .failedPrecondition : .unknown)
    }
  }

  var code: Code
  var message: String
  /// Values of google.rpc's error details, with their `@type`.
  var details: [JSONValue] = []
  /// Another status of HTTP than that of the code.
  var status: Int?

  init(_ code: Code, _ message: String, details: [JSONValue] = []) {
    self.code = code
    self.message = message
    self.details = details
  }

  /// As it stands in an operation.
  var value: JSONValue {
    var value: JSONValue = ["code": JSONValue(code.number), "message": .string(message)]
    if !details.isEmpty { value["details"] = .list(details) }
    return value
  }

  /// As it is answered.
  var reply: WebReply {
    let status = status ?? code.status
    var error: JSONValue = [
      "code": JSONValue(status), "message": .string(message), "status": .string(code.rawValue),
    ]
    if !details.isEmpty { error["details"] = .list(details) }
    var reply = WebReply(status: status, json: ["error": error])
    if status == 401 {
      reply.fields.append(
        ("WWW-Authenticate", "Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\""))
    }
    return reply
  }
}

// MARK: - Those that several services have

extension APIError {
  static func invalid(_ message: String, field: String? = nil) -> APIError {
    invalid(field.map { [FieldViolation(field: $0, description: message)] } ?? [], message)
  }

  static func invalid(_ violations: [FieldViolation], _ message: String? = nil) -> APIError {
    let message = message ?? violations.map(\.description).joined(separator: "\n")
    guard !violations.isEmpty else { return APIError(.invalidArgument, message) }
    let list = violations.map { ["field": .string($0.field), "description": .string($0.description)] as JSONValue }
    return APIError(
      .invalidArgument, message,
      details: [["@type": "type.googleapis.com/google.rpc.BadRequest", "fieldViolations": .list(list)]])
  }

  static func notFound(_ name: String) -> APIError {
    APIError(
      .notFound, "Resource '\(name)' was not found",
      details: [["@type": "type.googleapis.com/google.rpc.ResourceInfo", "resourceName": .string(name)]])
  }

  static func exists(_ name: String) -> APIError {
    APIError(
      .alreadyExists, "Resource '\(name)' already exists.",
      details: [["@type": "type.googleapis.com/google.rpc.ResourceInfo", "resourceName": .string(name)]])
  }

  static func info(_ reason: String, domain: String, _ metadata: JSONValue) -> JSONValue {
    [
      "@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": .string(reason), "domain": .string(domain),
      "metadata": metadata,
    ]
  }

  static func denied(_ permission: String, on resource: String, service: String) -> APIError {
    APIError(
      .permissionDenied,
      "Permission '\(permission)' denied on resource '//\(service)/\(resource)' (or it may not exist).",
      details: [
        info(
          "IAM_PERMISSION_DENIED", domain: "iam.googleapis.com",
          ["permission": .string(permission), "resource": .string(resource)])
      ])
  }

  static func disabled(_ service: String, project: String) -> APIError {
    let address = "https://console.developers.google.com/apis/api/\(service)/overview?project=\(project)"
    return APIError(
      .permissionDenied,
      "\(service) has not been used in project \(project) before or it is disabled. Enable it by visiting \(address) "
        + "then retry.",
      details: [
        [
          "@type": "type.googleapis.com/google.rpc.Help",
          "links": [["description": "Google developers console API activation", "url": .string(address)]],
        ],
        info(
          "SERVICE_DISABLED", domain: "googleapis.com",
          ["service": .string(service), "consumer": .string("projects/\(project)")]),
      ])
  }

  static func unauthenticated(_ reason: String, service: String) -> APIError {
    APIError(
      .unauthenticated, "The request has no valid authentication credentials: an OAuth 2 access token is expected.",
      details: [info(reason, domain: "googleapis.com", ["service": .string(service)])])
  }

  /// The double has no such method, though the API has.
  static func unimplemented(_ method: String) -> APIError {
    APIError(.unimplemented, "The double of Google's APIs does not know what '\(method)' does.")
  }
}
