package import JobsCore

/// Keys to an account of AWS, for a time or for good. They print nothing of themselves but the id.
package struct AWSCredentials: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  /// Which key it is; no secret.
  package let keyID: String
  package let secret: String
  /// What temporary keys are sent with.
  package let sessionToken: String?
  /// When they end; nil for keys that last.
  package let expiresAt: Instant?

  package init(keyID: String, secret: String, sessionToken: String? = nil, expiresAt: Instant? = nil) {
    self.keyID = keyID
    self.secret = secret
    self.sessionToken = sessionToken
    self.expiresAt = expiresAt
  }

  package var description: String { "AWS key '\(keyID)'" }

  package var customMirror: Mirror { Mirror(self, children: []) }
}
