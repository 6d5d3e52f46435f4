package import JobsCore

/// Why no response came. A status that says no is a response, and none of these.
package struct TransportFailure: Error, Sendable, Hashable {
  package enum Kind: Sendable {
    /// The library that sends is missing, or the system is short of something.
    case unavailable
    /// The request cannot be sent as it is.
    case request
    /// The name of the host or proxy is not known.
    case resolve
    /// No connection.
    case connect
    /// The other end is not who it should be, or speaks no TLS that we do.
    case tls
    case timeout
    /// The connection ended early, or what came is no HTTP.
    case broken
    /// Head or body are longer than the request allows.
    case tooLarge
    /// A redirect that is not followed.
    case redirect
    case cancelled
  }

  package let kind: Kind
  /// `cannot reach 'https://host': connection refused`; never with more of the address.
  package let message: String
  package let hint: String?

  /// - Parameter why: small, without a full stop.
  package init(_ kind: Kind, _ address: WebAddress, _ why: String, hint: String? = nil) {
    self.kind = kind
    let verb = kind == .tooLarge || kind == .redirect || kind == .broken ? "use the answer of" : "reach"
    message = "cannot \(verb) '\(address)': \(why)"
    self.hint = hint
  }

  /// Whether the same request would fail the same way: nothing to try again.
  package var isLasting: Bool { [.request, .redirect, .tooLarge].contains(kind) }

  /// As a tool says it.
  package var failure: Failure { .world(message, hint: hint) }
}
