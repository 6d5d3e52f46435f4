import JobsCloud
import JobsCore

extension GoogleCredentials {
  /// Who acts, as an email address; nil where it cannot be told. Never a failure: nothing depends on it.
  package func identity() async -> String? { await identity(of: kind) }

  private func identity(of kind: CredentialKind) async -> String? {
    switch kind {
    case .serviceAccount(let key): return key.email
    case .impersonated(_, let target): return target.email
    case .authorizedUser(let user):
      if let account = user.account { return account }
      return user.isBasic ? nil : await tokenOwner(user.tokenAddress)
    case .metadata(let server):
      let metadata = MetadataClient(server, fetcher.oauth)
      let response = try? await metadata.read("\(MetadataServer.account)/email", "ask who acts")
      return response.flatMap { Self.email(String(decoding: $0.body, as: UTF8.self)) }
    case .token, .tokenFile:
      guard let host = try? GoogleTokenHost.address(fetcher.environment) else { return nil }
      return await tokenOwner(host)
    case .externalAccount: return nil
    }
  }

  /// Asks whose token it is, at the place where tokens are made.
  private func tokenOwner(_ host: WebAddress) async -> String? {
    guard let (token, _) = try? await tokens.current(), let address = try? WebAddress("\(host.description)/tokeninfo")
    else { return nil }
    var request = HTTPRequest.form(address, [("access_token", token.secret.text)])
    request.isIdempotent = true
    request.timeouts.whole = .seconds(10)
    let call = CloudCall("ask who acts", request, secrets: [token.secret], changesThings: false)
    // Nobody waits long for a name.
    var client = fetcher.oauth
    client.retry = .never
    guard let body = try? await client.send(call).body else { return nil }
    var tree = Tree(source: body)
    guard (try? JSONReader.parse(&tree, in: 0..<body.count)) != nil, !tree.isEmpty else { return nil }
    return tree.value(Tree.root, "email").flatMap { Self.email(tree.string($0)) }
  }

  private static func email(_ text: String) -> String? {
    let text = String(text.prefix { !$0.isWhitespace })
    return Impersonation.isEmail(text) ? text : nil
  }
}
