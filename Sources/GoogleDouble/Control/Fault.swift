/// What is to go wrong, as a test ordered it.
struct Fault: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// An error instead of an answer.
    case code(Int)
    case unauthorised
    case serviceDisabled
    /// The connection is reset, before the call has its effect or after it.
    case reset(isAfter: Bool)
    /// The connection ends in the middle of the answer; the call has its effect.
    case cut
    /// The answer takes so many milliseconds.
    case slow(milliseconds: Int)
    /// The operation that the call starts cannot be found.
    case loseOperation
    /// The operation that the call starts fails with a code.
    case failOperation(Int)

    var name: String {
      switch self {
      case .code(let code): "code \(code)"
      case .unauthorised: "unauthorised"
      case .serviceDisabled: "serviceDisabled"
      case .reset(let isAfter): isAfter ? "reset after" : "reset"
      case .cut: "cut"
      case .slow: "slow"
      case .loseOperation: "loseOperation"
      case .failOperation: "failOperation"
      }
    }
  }

  var kind: Kind
  /// Of methods: `run.projects.locations.jobs.create`, `run.*`.
  var match = "*"
  /// Of the request's path and query.
  var target = "*"
  /// How often it happens; nil for always.
  var times: Int?
  /// Calls that fit and are let through first.
  var skip = 0
  /// The chance that it happens to a call that fits.
  var probability = 1.0
  var fields: [Field] = []
  /// What RetryInfo says, as `0.1s`.
  var retryDelay: String?
  var message: String?
  /// The name of google.rpc.Code, where the status of HTTP has several.
  var status: APIError.Code?
  /// Details beside those of the kind.
  var details: [JSONValue] = []

  struct Field: Sendable, Hashable {
    let name: String
    let value: String
  }

  /// The error that is answered, or that the operation ends with.
  ///
  /// - Parameter request: names the project, where one is named.
  func error(of service: Service?, _ request: WebRequest) -> APIError {
    let host = service?.host ?? "googleapis.com"
    var error: APIError
    switch kind {
    case .unauthorised: error = .unauthenticated("ACCESS_TOKEN_EXPIRED", service: host)
    case .serviceDisabled:
      error = .disabled(host, project: ResourceName.project(of: request.path.joined(separator: "/")) ?? "-")
    case .code(let code), .failOperation(let code):
      error = APIError(status ?? APIError.Code(status: code), "The double was told to fail so.")
      error.status = code
    default: error = APIError(.internal, "The double was told to fail.")
    }
    if let message { error.message = message }
    if let retryDelay {
      error.details.append(
        ["@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": .string(retryDelay)])
    }
    error.details += details
    return error
  }

  /// What is answered instead of making the call; nil for a fault that lets it have its effect.
  func replyInstead(of service: Service?, _ request: WebRequest) -> WebReply? {
    switch kind {
    case .code, .unauthorised, .serviceDisabled:
      var reply = error(of: service, request).reply
      reply.fields += fields.map { ($0.name, $0.value) }
      return reply
    case .reset(isAfter: false):
      var reply = WebReply(status: 200)
      reply.delivery = .reset
      return reply
    default: return nil
    }
  }

  /// Spoils the answer to a call that had its effect.
  func spoil(_ reply: inout WebReply) {
    switch kind {
    case .reset(isAfter: true): reply.delivery = .reset
    case .cut: reply.delivery = .cut
    case .slow(let milliseconds): reply.delivery = .slow(milliseconds: milliseconds)
    default: break
    }
    reply.fields += fields.map { ($0.name, $0.value) }
  }
}
