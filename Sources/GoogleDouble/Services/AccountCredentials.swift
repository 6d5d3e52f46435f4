import JobsCore

/// Tokens for other identities: IAM Credentials and the Security Token Service.
enum AccountCredentials {
  static let handlers: [String: Methods.Handler] = [
    "iamcredentials.projects.serviceAccounts.generateAccessToken": generate,
    "sts.token": exchange,
  ]

  private static func generate(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    guard !(call.body["scope"]?.list ?? []).isEmpty else { throw .invalid("A scope is missing.", field: "scope") }
    let lifetime = call.body["lifetime"]?.string.flatMap(WireFormat.milliseconds) ?? 3_600_000
    guard (1000...3_600_000).contains(lifetime) else {
      throw .invalid("The lifetime is more than 0s and at most 3600s.", field: "lifetime")
    }
    let email = ResourceName.id(of: call.target)
    for delegate in call.body["delegates"]?.list ?? [] {
      guard delegate.string?.hasPrefix("projects/-/serviceAccounts/") ?? false else {
        throw .invalid("A delegate is written as projects/-/serviceAccounts/EMAIL.", field: "delegates")
      }
    }
    let seconds = lifetime / 1000
    let expiry = call.now.adding(seconds: Int64(seconds))
    return [
      "accessToken": .string(world.tokens.issue(for: email, seconds: seconds, now: call.now)),
      "expireTime": .string(Instant(seconds: expiry.seconds).rfc3339),
    ]
  }

  private static func exchange(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    func text(_ field: String) -> String { call.body[field]?.string ?? "" }
    guard text("grantType") == "urn:ietf:params:oauth:grant-type:token-exchange" else {
      throw .invalid("The grant type '\(text("grantType"))' is not supported.", field: "grant_type")
    }
    guard text("requestedTokenType") == "urn:ietf:params:oauth:token-type:access_token" else {
      throw .invalid("The requested token type '\(text("requestedTokenType"))' is not supported.")
    }
    let audience = text("audience")
    guard audience.hasPrefix("//iam.googleapis.com/"), audience.contains("/providers/") else {
      throw .invalid("The audience '\(audience)' is no provider of an identity pool.", field: "audience")
    }
    guard !text("subjectToken").isEmpty, text("subjectTokenType").hasPrefix("urn:ietf:params:") else {
      throw .invalid("The subject token or its type is missing.", field: "subject_token")
    }
    let pool = audience.dropFirst("//iam.googleapis.com/".count)
    let seconds = world.settings.tokenSeconds
    return [
      "access_token": .string(
        world.tokens.issue(
          for: "principal://iam.googleapis.com/\(pool)/subject/double", seconds: seconds, now: call.now)),
      "issued_token_type": "urn:ietf:params:oauth:token-type:access_token", "token_type": "Bearer",
      "expires_in": JSONValue(seconds),
    ]
  }
}
