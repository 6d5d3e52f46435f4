/// What is answered, and how it gets on the wire.
struct WebReply: Sendable {
  enum Delivery: Sendable, Hashable {
    case whole
    /// The connection is reset, and nothing is answered.
    case reset
    /// The head and half of the body, and then the end.
    case cut
    /// The body in pieces, so that it takes so many milliseconds.
    case slow(milliseconds: Int)
  }

  var status: Int
  var fields: [(name: String, value: String)]
  var body: [UInt8]
  var delivery = Delivery.whole

  init(status: Int, fields: [(name: String, value: String)] = [], body: [UInt8] = []) {
    self.status = status
    self.fields = fields
    self.body = body
  }

  init(status: Int = 200, json: JSONValue) {
    self.init(status: status, fields: [("Content-Type", "application/json; charset=UTF-8")], body: json.bytes)
  }

  init(status: Int, text: String, type: String = "text/plain; charset=UTF-8") {
    self.init(status: status, fields: [("Content-Type", type)], body: Array(text.utf8))
  }

  /// The words of a status, as a head has them.
  static func reason(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 204: "No Content"
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 409: "Conflict"
    case 412: "Precondition Failed"
    case 413: "Content Too Large"
    case 429: "Too Many Requests"
    case 431: "Request Header Fields Too Large"
    case 499: "Client Closed Request"
    case 500: "Internal Server Error"
    case 501: "Not Implemented"
    case 503: "Service Unavailable"
    case 504: "Gateway Timeout"
    default: "Status"
    }
  }
}
