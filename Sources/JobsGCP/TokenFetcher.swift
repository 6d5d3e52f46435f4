import JobsCloud
package import JobsCore

/// Runs a program of a credential file.
///
/// - Parameters: the program and its arguments, its variables, and how long it may take.
/// - Returns: what it printed on standard output. A status other than 0 and an overrun are failures, in words without what
///   it printed.
package typealias CredentialProgramRunner =
  @Sendable (_ words: [String], _ environment: [String: String], _ timeout: Duration) async -> Result<[UInt8], Failure>

/// Makes tokens of credentials.
struct TokenFetcher: Sendable {
  /// Calls services that know who asks by what is asked.
  let oauth: CloudClient
  let endpoints: GoogleEndpoints
  let environment: [String: String]
  let runProgram: CredentialProgramRunner?
  let signAWS: AWSRequestSigner?

  /// All services that are called here are among it; what one may do is for its roles to say.
  static let scope = "https://www.googleapis.com/auth/cloud-platform"

  var clock: CallClock { oauth.clock }

  /// A cache of the tokens of credentials, and of those that they rest on.
  func cache(_ kind: CredentialKind) -> CredentialCache<AccessToken> {
    switch kind {
    case .impersonated(let source, let impersonation):
      let sources = cache(source)
      return CredentialCache(clock: clock) { () async throws(CloudFailure) -> AccessToken in
        try await impersonated(impersonation, by: sources)
      }
    case .authorizedUser(let user):
      let latest = RefreshToken(user.refreshToken)
      return CredentialCache(clock: clock) { () async throws(CloudFailure) -> AccessToken in
        try await token(of: user, latest)
      }
    default:
      return CredentialCache(clock: clock) { () async throws(CloudFailure) -> AccessToken in try await token(of: kind) }
    }
  }

  private func token(of kind: CredentialKind) async throws(CloudFailure) -> AccessToken {
    switch kind {
    case .token(let secret): return AccessToken(secret.text, expiry: nil)
    case .tokenFile(let path): return try tokenFile(path)
    case .serviceAccount(let key): return try await token(of: key)
    case .externalAccount(let account): return try await token(of: account)
    case .metadata(let server): return try await token(of: server)
    case .impersonated, .authorizedUser: return try await cache(kind).current().credentials
    }
  }

  // MARK: Each kind

  /// The file is written anew by whoever keeps it, and so is read again before long.
  private func tokenFile(_ path: String) throws(CloudFailure) -> AccessToken {
    let words = "read a token from '\(path)'"
    guard let bytes = try? FileBytes.read(path, limit: 64 << 10) else {
      throw CloudFailure(words, CloudFault(.credentials, why: "it is no file that can be read"))
    }
    guard let token = SubjectTokenSource.token(in: bytes, .text), TokenAnswer.isToken(token.text) else {
      throw CloudFailure(words, CloudFault(.credentials, why: "it holds something else than one token"))
    }
    return AccessToken(token.text, expiry: clock.now().adding(seconds: Self.rereadSeconds))
  }

  private static let rereadSeconds: Int64 = 600

  private func token(of key: ServiceAccountKey) async throws(CloudFailure) -> AccessToken {
    let words = "get a token for '\(key.email)'"
    guard let assertion = key.assertion(scope: Self.scope, now: clock.now()) else {
      throw CloudFailure(words, CloudFault(.credentials, why: "its key cannot sign"))
    }
    let form = [
      (name: "grant_type", value: "urn:ietf:params:oauth:grant-type:jwt-bearer"), ("assertion", assertion.text),
    ]
    return try await post(words, .form(key.tokenAddress, form), [assertion]).token
  }

  private func token(of user: AuthorizedUser, _ latest: RefreshToken) async throws(CloudFailure) -> AccessToken {
    let refresh = latest.value
    var form = [(name: "grant_type", value: "refresh_token"), ("refresh_token", refresh.text)]
    if !user.isBasic { form += [("client_id", user.clientID), ("client_secret", user.clientSecret.text)] }
    var request = HTTPRequest.form(user.tokenAddress, form)
    if user.isBasic { request.fields.append(.basic(user.clientID, user.clientSecret)) }
    let words = "get a token for \(user.account.map { "'\($0)'" } ?? "whoever signed in")"
    let (token, next) = try await post(words, request, [refresh, user.clientSecret])
    if let next { latest.value = next }
    return token
  }

  private func token(of account: ExternalAccount) async throws(CloudFailure) -> AccessToken {
    let subject = try await SubjectTokenReader(self).token(of: account)
    var request = HTTPRequest.form(account.tokenAddress, account.form(subject, scope: Self.scope))
    if let (id, secret) = account.client { request.fields.append(.basic(id, secret)) }
    return try await post("exchange a token for one of Google's", request, [subject]).token
  }

  private func token(of server: MetadataServer) async throws(CloudFailure) -> AccessToken {
    let metadata = MetadataClient(server, oauth)
    let words = "get a token from the metadata server"
    let asked = clock.now()
    let path = "\(MetadataServer.account)/token?scopes=\(PercentEncoding.encoded(Self.scope))"
    return try TokenAnswer.read(try await metadata.read(path, words).body, asked: asked, words).token
  }

  private func impersonated(
    _ target: Impersonation, by sources: CredentialCache<AccessToken>
  ) async throws(CloudFailure) -> AccessToken {
    let words = "act as '\(target.email)'"
    var request: HTTPRequest
    do throws(Failure) {
      let endpoint = try endpoints.endpoint(of: .iamCredentials)
      let usual = try GooglePath.address(endpoint.root, target.path, [])
      request = HTTPRequest(.post, endpoints.isOverridden(.iamCredentials) ? usual : target.address ?? usual)
    } catch {
      throw CloudFailure(words, CloudFault(.credentials, why: error.message, hint: error.hint))
    }
    request.fields = [HTTPField("Content-Type", "application/json")]
    request.body = target.body(scope: Self.scope)
    // Another token does no harm.
    request.isIdempotent = true
    var client = oauth
    client.signer = BearerSigner(sources)
    client.classify = { response, call, clock in
      GoogleFault.verdict(on: response, of: call, identity: nil, now: clock.now())
    }
    do throws(CloudFailure) {
      return try TokenAnswer.readImpersonated(
        try await client.send(CloudCall(words, request, changesThings: false)).body, words)
    } catch {
      throw error.hinting(ofImpersonation: target.email)
    }
  }

  private func post(
    _ words: String, _ request: HTTPRequest, _ secrets: [Secret]
  ) async throws(CloudFailure) -> (token: AccessToken, refresh: Secret?) {
    var request = request
    request.isIdempotent = true
    request.bodyLimit = 256 << 10
    let asked = clock.now()
    let response = try await oauth.send(CloudCall(words, request, secrets: secrets, changesThings: false))
    return try TokenAnswer.read(response.body, asked: asked, words)
  }
}

extension CloudFailure {
  /// Who asks is not the one to grant the role to: the one who is asked for is.
  fileprivate func hinting(ofImpersonation email: String) -> CloudFailure {
    guard case .missingPermission = cause else { return self }
    var failure = self
    failure.fault.hint = "grant roles/iam.serviceAccountTokenCreator on '\(email)' to who signs in"
    return failure
  }
}

extension HTTPField {
  /// RFC 7617.
  static func basic(_ name: String, _ password: Secret) -> HTTPField {
    HTTPField("Authorization", "Basic \(Base64.encode(Array("\(name):\(password.text)".utf8)))")
  }
}
