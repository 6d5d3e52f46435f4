import JobsCloud
import JobsCore

/// Keys by a login of IAM Identity Center, whose token 'aws sso login' keeps.
enum SSOCredentials {
  /// The token of the cache; it is not made anew here.
  static func token(
    _ sso: SSOSettings, profile: String, home: String?, now: Instant
  ) throws(CloudFailure) -> Secret {
    let login = "run 'aws sso login --profile \(profile)'"
    guard let home else { throw .credentials("HOME is not set, and the login is kept below it", hint: "set HOME") }
    let bytes: [UInt8]?
    do throws(Failure) {
      bytes = try AWSFile.read("\(home)/\(sso.cachePath)", limit: CredentialFile.limit, hint: login)
    } catch {
      throw .credentials(error)
    }
    guard let bytes else { throw RolePlan.fault(profile, "is not logged in", hint: login) }
    guard let tree = CredentialReply.tree(bytes), let token = tree.value(Tree.root, "accessToken"),
      tree.kind(token) == .string, let end = tree.value(Tree.root, "expiresAt"),
      let expiry = Instant(rfc3339: tree.string(end))
    else { throw RolePlan.fault(profile, "has a login that cannot be read", hint: login) }
    guard now < expiry else { throw RolePlan.fault(profile, "has a login that has ended", hint: login) }
    return Secret(tree.string(token))
  }

  /// Keys for the role, from the portal.
  static func keys(
    _ sso: SSOSettings, _ token: Secret, portal: AWSClient
  ) async throws(CloudFailure) -> AWSCredentials {
    let tree = try await portal.send(
      "take the role '\(Terminal.visible(sso.role))' of account '\(Terminal.visible(sso.account))'",
      AWSClient.REST(
        method: .get, path: ["federation", "credentials"],
        query: [("role_name", sso.role), ("account_id", sso.account)],
        fields: [HTTPField("x-amz-sso_bearer_token", token.text)], secrets: [token]))
    guard let node = tree.value(Tree.root, "roleCredentials") else {
      throw CredentialReply.strange("the SSO portal", "it names no keys")
    }
    let names = CredentialReply.Names(
      keyID: "accessKeyId", secret: "secretAccessKey", token: "sessionToken", expiry: "expiration")
    return try CredentialReply.keys(tree, at: node, names: names, from: "the SSO portal")
  }
}
