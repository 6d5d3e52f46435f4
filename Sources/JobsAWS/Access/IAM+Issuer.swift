import JobsCloud
import JobsCore

extension IAM {
  /// The audiences that an issuer of identities is trusted for; nil where it is not trusted at all.
  func audiences(ofIssuer arn: String) async throws(CloudFailure) -> [String]? {
    do throws(CloudFailure) {
      let reply = try await read(
        "read the identity provider '\(arn)'", "GetOpenIDConnectProvider", [("OpenIDConnectProviderArn", arn)])
      return reply.members("ClientIDList").map(\.text)
    } catch  where error.cause == .notFound {
      return nil
    }
  }

  /// Trusts an issuer for an audience, beside what it is trusted for already.
  ///
  /// - Parameter host: of the issuer, which IAM makes its ARN of.
  func trust(issuer host: String, arn: String, audience: String) async throws(CloudFailure) {
    guard let audiences = try await audiences(ofIssuer: arn) else {
      _ = try await write(
        "create the identity provider '\(host)'", "CreateOpenIDConnectProvider",
        [("Url", "https://\(host)"), ("ClientIDList.member.1", audience)])
      return
    }
    guard !audiences.contains(audience) else { return }
    _ = try await write(
      "add '\(audience)' to the identity provider '\(host)'", "AddClientIDToOpenIDConnectProvider",
      [("OpenIDConnectProviderArn", arn), ("ClientID", audience)], isIdempotent: true)
  }
}
