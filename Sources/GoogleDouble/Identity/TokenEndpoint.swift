import JobsCore
import Synchronization

/// `oauth2.googleapis.com/token`: gives tokens for the assertions of service accounts (RFC 7523) and for refresh tokens.
struct TokenEndpoint: Sendable {
  /// The audience that Google's own libraries put into every assertion.
  private static let audience = "https://oauth2.googleapis.com/token"
  private static let assertionGrant = "urn:ietf:params:oauth:grant-type:jwt-bearer"

  /// Keys whose signatures are checked; another key of such an account is refused.
  let keys: [ServiceAccountKey]

  /// Why no token is given, as RFC 6749 §5.2 has it.
  private struct Refusal: Error {
    let error: String
    let description: String
    var status = 400

    static func grant(_ description: String) -> Refusal { Refusal(error: "invalid_grant", description: description) }
  }

  func answer(_ request: WebRequest, _ server: APIServer) -> WebReply {
    var entry = Journal.Entry("oauth2", request, isSecret: true)
    entry.method = "oauth2.token"
    let fault = server.faults.take(entry.method, api: "oauth2", target: request.target)
    entry.fault = fault?.kind.name
    if let fault, let reply = fault.replyInstead(of: nil, request) { return server.journal.add(&entry, reply) }
    var reply: WebReply
    do throws(Refusal) {
      reply = WebReply(json: try token(request, server))
    } catch {
      reply = WebReply(
        status: error.status,
        json: ["error": .string(error.error), "error_description": .string(error.description)])
    }
    fault?.spoil(&reply)
    return server.journal.add(&entry, reply)
  }

  private func token(_ request: WebRequest, _ server: APIServer) throws(Refusal) -> JSONValue {
    guard request.method == "POST", request.path.last == "token" else {
      throw Refusal(error: "not_found", description: "there is only 'POST /token'", status: 404)
    }
    let form = request.form
    let now = Instant.now()
    let identity: String
    switch form["grant_type"] {
    case Self.assertionGrant: identity = try account(form["assertion"] ?? "", now)
    case "refresh_token": identity = try user(form)
    default:
      throw Refusal(error: "unsupported_grant_type", description: "Invalid grant_type: \(form["grant_type"] ?? "")")
    }
    let seconds = server.world.withLock { $0.settings.tokenSeconds }
    return [
      "access_token": .string(server.tokens.issue(for: identity, seconds: seconds, now: now)),
      "expires_in": JSONValue(seconds), "token_type": "Bearer",
    ]
  }

  private func user(_ form: [String: String]) throws(Refusal) -> String {
    for name in ["client_id", "client_secret", "refresh_token"] where (form[name] ?? "").isEmpty {
      throw Refusal(error: "invalid_request", description: "Missing required parameter: \(name)")
    }
    guard !(form["refresh_token"] ?? "").hasPrefix("revoked") else {
      throw .grant("Token has been expired or revoked.")
    }
    return "user@double.invalid"
  }

  /// The account that an assertion is for; its claims and, where its key is known, its signature hold.
  private func account(_ assertion: String, _ now: Instant) throws(Refusal) -> String {
    let parts = assertion.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Self.json(parts[0]), let claims = Self.json(parts[1]),
      let signature = Base64.decode(parts[2]), !signature.isEmpty
    else { throw .grant("The assertion is no JWT.") }
    guard header["alg"]?.string == "RS256" else { throw .grant("The assertion is not signed by RS256.") }
    guard let issuer = claims["iss"]?.string, issuer.contains("@") else { throw .grant("Invalid issuer.") }
    guard claims["aud"]?.string == Self.audience else {
      throw .grant("Invalid JWT: the audience is to be \(Self.audience).")
    }
    guard !(claims["scope"]?.string ?? "").isEmpty else { throw .grant("Invalid JWT: the scope is missing.") }
    guard let start = claims["iat"]?.int, let end = claims["exp"]?.int else {
      throw .grant("Invalid JWT: 'iat' and 'exp' are numbers of seconds.")
    }
    // Ten minutes of skew; a client whose clock is wrong is told so.
    guard abs(Int(now.seconds) - start) < 600, end > Int(now.seconds), end - start <= 3600 else {
      throw .grant(
        "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp "
          + "values in the JWT claim.")
    }
    let own = keys.filter { $0.email == issuer }
    if !own.isEmpty {
      guard let key = own.first(where: { $0.id == header["kid"]?.string }) else { throw .grant("Invalid key id.") }
      guard key.isSignature(signature, of: Array("\(parts[0]).\(parts[1])".utf8)) else {
        throw .grant("Invalid JWT Signature.")
      }
    }
    return issuer
  }

  private static func json(_ part: Substring) -> JSONValue? { Base64.decode(part).flatMap { try? JSONValue($0) } }
}
