/// A field of a head. What proves who sends it is never shown.
package struct HTTPField: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  package var description: String { "\(name): \(isSecret ? Secret(value).description : value)" }
  package var customMirror: Mirror { Mirror(self, children: []) }

  /// Whether the value is for the server alone.
  package var isSecret: Bool { Self.secretNames.contains(name.lowercased()) }

  private static let secretNames: Set<String> = [
    "authorization", "proxy-authorization", "cookie", "set-cookie", "x-amz-security-token", "x-aws-ec2-metadata-token",
  ]
}

/// A request as a value: what is sent, how long it may take and how much may come back. Shown as its method and host,
/// since all else may hold secrets.
package struct HTTPRequest: Sendable, CustomStringConvertible, CustomReflectable {
  package enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  /// How long each phase may take.
  package struct Timeouts: Hashable, Sendable {
    /// Until there is a connection, TLS included.
    package var connect: Duration = .seconds(10)
    /// Without a byte in either direction; whole seconds.
    package var stall: Duration = .seconds(30)
    /// From the beginning to the last byte, redirects included.
    package var whole: Duration = .seconds(60)

    package init() {}
  }

  /// What to do with a body that is longer than the limit.
  package enum Excess: Sendable {
    /// The request fails.
    case fails
    /// The body ends there, for those who want the status.
    case isCut
  }

  package var method: Method
  package var address: WebAddress
  package var fields: [HTTPField] = []
  package var body: [UInt8] = []
  package var timeouts = Timeouts()
  /// The most bytes of a response's head.
  package var headLimit = 64 << 10
  /// The most bytes of a response's body.
  package var bodyLimit = 16 << 20
  package var excess = Excess.fails
  /// Whether it goes past any proxy, as to an address of the link itself: a proxy's host would answer for its own, and with
  /// what it keeps for itself.
  package var isDirect = false
  /// Whether a redirect is followed, as far as any is; otherwise it is the answer.
  package var followsRedirects = true
  /// Whether it may reach the server twice without harm. Only then a connection is used again, since one that broke
  /// meanwhile makes the library send the request once more.
  package var isIdempotent: Bool

  package init(_ method: Method, _ address: WebAddress) {
    self.method = method
    self.address = address
    isIdempotent = method != .post && method != .patch
  }

  package var description: String { "\(method.rawValue) \(address)" }
  package var customMirror: Mirror { Mirror(self, children: []) }

  /// Whether every field can be sent: a name is a token, and a value has no controls (RFC 9110 §5), so that none ends
  /// its line.
  package var hasSendableFields: Bool {
    fields.allSatisfy { field in
      !field.name.isEmpty && field.name.utf8.allSatisfy(Self.isTokenByte)
        && field.value.utf8.allSatisfy { $0 >= 32 && $0 != 127 || $0 == 9 }
    }
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 32) || "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }
}
