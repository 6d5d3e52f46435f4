package import JobsCloud
package import JobsCore

/// Keys to an account of AWS, for a time or for good. They print nothing of themselves but the id.
package struct AWSCredentials: Perishable, Hashable, CustomStringConvertible {
  /// Which key it is; no secret.
  package let keyID: String
  package let secret: Secret
  /// What temporary keys are sent with.
  package let sessionToken: Secret?
  /// When they end; nil for keys that last.
  package let expiry: Instant?

  package init(keyID: String, secret: String, sessionToken: String? = nil, expiry: Instant? = nil) {
    self.keyID = keyID
    self.secret = Secret(secret)
    self.sessionToken = sessionToken.map { Secret($0) }
    self.expiry = expiry
  }

  package var description: String { "AWS key '\(keyID)'" }
}
