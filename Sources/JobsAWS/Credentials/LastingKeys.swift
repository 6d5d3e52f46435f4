import JobsCloud
import JobsCore

/// Keys that stand in variables or in a file.
enum LastingKeys {
  /// From `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN` (or its old name) and
  /// `AWS_CREDENTIAL_EXPIRATION`; nil where the first two are not set.
  static func inEnvironment(_ settings: AWSSettings) throws(CloudFailure) -> AWSCredentials? {
    let secret = settings.variable("AWS_SECRET_ACCESS_KEY")
    guard let keyID = settings.variable("AWS_ACCESS_KEY_ID") else {
      guard secret == nil else { throw half("AWS_SECRET_ACCESS_KEY is set, and AWS_ACCESS_KEY_ID is not") }
      return nil
    }
    guard let secret else { throw half("AWS_ACCESS_KEY_ID is set, and AWS_SECRET_ACCESS_KEY is not") }
    let end = settings.variable("AWS_CREDENTIAL_EXPIRATION")
    let expiry = end.flatMap { Instant(rfc3339: $0) }
    guard end == nil || expiry != nil else { throw half("AWS_CREDENTIAL_EXPIRATION is no date of RFC 3339") }
    return AWSCredentials(
      keyID: keyID, secret: secret,
      sessionToken: settings.variable("AWS_SESSION_TOKEN") ?? settings.variable("AWS_SECURITY_TOKEN"), expiry: expiry)
  }

  /// From a profile; nil where it has none.
  ///
  /// - Parameter name: of the profile.
  static func inProfile(_ section: AWSSection?, named name: String) throws(CloudFailure) -> AWSCredentials? {
    let secret = section?["aws_secret_access_key"]
    guard let keyID = section?["aws_access_key_id"] else {
      guard secret == nil else { throw half("profile '\(name)' has a secret key, and no 'aws_access_key_id'") }
      return nil
    }
    guard let secret else { throw half("profile '\(name)' has a key, and no 'aws_secret_access_key'") }
    return AWSCredentials(
      keyID: keyID, secret: secret, sessionToken: section?["aws_session_token"] ?? section?["aws_security_token"])
  }

  private static func half(_ why: String) -> CloudFailure { .credentials(why, hint: "set both, or neither") }
}
