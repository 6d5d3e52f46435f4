/// What makes requests prove who sends them.
package protocol RequestSigner: Sendable {
  /// The request with its proof, and which credentials it was made with.
  ///
  /// Called for each attempt, since signatures hold the time.
  func sign(_ request: HTTPRequest) async throws(CloudFailure) -> (request: HTTPRequest, generation: Int)

  /// Takes note that credentials were not taken: the next request is signed with newer ones.
  func discard(generation: Int)
}

/// Signs with the token of a cache, as `Authorization: Bearer`.
package struct BearerSigner: RequestSigner {
  private let tokens: CredentialCache<AccessToken>

  package init(_ tokens: CredentialCache<AccessToken>) { self.tokens = tokens }

  package func sign(_ request: HTTPRequest) async throws(CloudFailure) -> (request: HTTPRequest, generation: Int) {
    let (token, generation) = try await tokens.current()
    var request = request
    request.fields.append(HTTPField("Authorization", "Bearer \(token.secret.text)"))
    return (request, generation)
  }

  package func discard(generation: Int) { tokens.discard(generation: generation) }
}
