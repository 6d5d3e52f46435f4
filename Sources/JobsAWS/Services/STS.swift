package import JobsCloud
package import JobsCore

/// The Security Token Service: who calls, and roles to take.
///
/// Source: the service's model of API version 2011-06-15 in botocore 1.44.5, 2026-11.
package struct STS: Sendable {
  private let client: AWSClient

  package init(_ client: AWSClient) { self.client = client }

  private static let version = "2011-06-15"

  /// Who calls.
  package struct Identity: Sendable, Hashable {
    package var account: String
    package var arn: String
  }

  /// Who calls in a session.
  ///
  /// - Throws: a usage failure where the settings say no region, a world failure where nobody is let in.
  package static func identity(_ session: AWSSession, region: String) async throws(Failure) -> Identity {
    let service = STS(try session.client(.sts, region: region))
    do throws(CloudFailure) {
      return try await service.callerIdentity()
    } catch {
      throw error.failure
    }
  }

  package func callerIdentity() async throws(CloudFailure) -> Identity {
    let words = "ask AWS who calls"
    let reply = try await client.send(
      words, action: "GetCallerIdentity", version: Self.version, [], isIdempotent: true)
    guard let account = reply.text("Account"), let arn = reply.text("Arn") else {
      throw client.strange(words, "its reply names no account")
    }
    return Identity(account: account, arn: arn)
  }

  /// A role that is asked for.
  package struct RoleRequest: Sendable, Hashable {
    package var role: String
    /// 2 up to 64 characters.
    package var sessionName: String
    package var externalID: String?
    package var durationSeconds: Int?

    package init(role: String, sessionName: String, externalID: String? = nil, durationSeconds: Int? = nil) {
      self.role = role
      self.sessionName = sessionName
      self.externalID = externalID
      self.durationSeconds = durationSeconds
    }

    fileprivate var parameters: [(name: String, value: String)] {
      [("RoleArn", role), ("RoleSessionName", sessionName)]
        + (durationSeconds.map { [("DurationSeconds", String($0))] } ?? [])
    }

    fileprivate var words: String { "take the role '\(Terminal.visible(role))'" }
  }

  package func assumeRole(_ request: RoleRequest) async throws(CloudFailure) -> AWSCredentials {
    let external = request.externalID.map { [("ExternalId", $0)] } ?? []
    let reply = try await client.send(
      request.words, action: "AssumeRole", version: Self.version, request.parameters + external, isIdempotent: true)
    return try keys(reply, request)
  }

  /// - Parameter token: what the identity provider says of the caller; the client has no keys, since this is the proof.
  package func assumeRole(
    _ request: RoleRequest, webIdentity token: Secret
  ) async throws(CloudFailure) -> AWSCredentials {
    let reply = try await client.send(
      request.words, action: "AssumeRoleWithWebIdentity", version: Self.version,
      request.parameters + [("WebIdentityToken", token.text)], isIdempotent: true, secrets: [token])
    return try keys(reply, request)
  }

  private func keys(_ reply: XMLElement, _ request: RoleRequest) throws(CloudFailure) -> AWSCredentials {
    guard let found = reply["Credentials"], let keyID = found.text("AccessKeyId"),
      let secret = found.text("SecretAccessKey"), let token = found.text("SessionToken"),
      let end = found.text("Expiration"), let expiry = Instant(rfc3339: end)
    else { throw client.strange(request.words, "its reply has no keys with an end") }
    return AWSCredentials(keyID: keyID, secret: secret, sessionToken: token, expiry: expiry)
  }
}
