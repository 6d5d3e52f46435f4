package import JobsCore

/// What proves for a while who calls.
package struct AccessToken: Hashable, Perishable {
  package var secret: Secret
  /// When it ends; nil where that is not known.
  package var expiry: Instant?

  package init(_ text: String, expiry: Instant?) {
    secret = Secret(text)
    self.expiry = expiry
  }
}

/// Credentials that end.
package protocol Perishable: Sendable {
  /// nil where they do not end, or nobody says when.
  var expiry: Instant? { get }
}
