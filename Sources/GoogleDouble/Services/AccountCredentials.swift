import JobsCore

/// Tokens for other identities: IAM Credentials and the Security Token Service.
enum AccountCredentials {
  static let handlers: [String: Methods.Handler] = [
    "iamcredentials.projects.serviceAccounts.generateAccessToken": generate,
    "iamcredentials.projects.serviceAccounts.signBlob": signBlob,
    "iamcredentials.projects.serviceAccounts.signJwt": signJWT,
    "iamcredentials.projects.serviceAccounts.generateIdToken": generateIDToken,
    "sts.token": exchange,
  ]

  // MARK: Signatures

  private static func signBlob(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    guard let payload = call.body["payload"]?.string.flatMap({ Base64.decode($0) }), !payload.isEmpty else {
      throw .invalid("The payload is missing.", field: "payload")
    }
    let key = try world.systemKey(of: ResourceName.id(of: call.target))
    return ["keyId": .string(key.id), "signedBlob": .string(Base64.encode(try signature(of: payload, key)))]
  }

  private static func signJWT(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    guard let payload = call.body["payload"]?.string, let claims = try? JSONValue(Array(payload.utf8)),
      claims.object != nil
    else { throw .invalid("The payload is no JSON object of claims.", field: "payload") }
    // (cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/signJwt, 2026-11)
    if let expiry = claims["exp"] {
      guard let seconds = expiry.int, Int64(seconds) > call.now.seconds, Int64(seconds) <= call.now.seconds + 43_200
      else {
        throw .invalid("The claim 'exp' is not within the next 12 hours.", field: "payload")
      }
    }
    let key = try world.systemKey(of: ResourceName.id(of: call.target))
    return ["keyId": .string(key.id), "signedJwt": .string(try token(payload, key))]
  }

  /// Signed by the account's own key, and not by one of Google's, whose public part nothing here would tell.
  private static func generateIDToken(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    guard let audience = call.body["audience"]?.string, !audience.isEmpty else {
      throw .invalid("The audience is missing.", field: "audience")
    }
    let email = ResourceName.id(of: call.target)
    let account = world.stores[.iam]?[call.target]?.value
    let number = account?["uniqueId"]?.string ?? World.number(ofProject: email)
    var claims: JSONValue = [
      "aud": .string(audience), "azp": .string(number), "exp": .number(String(call.now.seconds + 3600)),
      "iat": .number(String(call.now.seconds)), "iss": "https://accounts.google.com", "sub": .string(number),
    ]
    if call.body["includeEmail"]?.bool ?? false {
      claims["email"] = .string(email)
      claims["email_verified"] = true
    }
    return ["token": .string(try token(claims.text, try world.systemKey(of: email)))]
  }

  private static func token(_ claims: String, _ key: ServiceAccountKey) throws(APIError) -> String {
    let header: JSONValue = ["alg": "RS256", "kid": .string(key.id), "typ": "JWT"]
    let text = [header.text, claims].map { Base64.encode($0.utf8, forURL: true) }.joined(separator: ".")
    return "\(text).\(Base64.encode(try signature(of: Array(text.utf8), key), forURL: true))"
  }

  private static func signature(of message: [UInt8], _ key: ServiceAccountKey) throws(APIError) -> [UInt8] {
    do {
      return try key.signature(of: message)
    } catch {
      throw APIError(.internal, "The key does not sign: \(error)")
    }
  }

  // MARK: Tokens

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
