import JobsCloud
import JobsCore

/// Somebody who signed in, with what keeps them so: by Google's own sign-in or by that of a workforce pool.
struct AuthorizedUser: Sendable {
  let tokenAddress: WebAddress
  let clientID: String
  let clientSecret: Secret
  let refreshToken: Secret
  /// Whether the client proves itself in the head of the request instead of in its body.
  let isBasic: Bool
  /// Who it is, if the file says so.
  let account: String?

  /// `authorized_user`, which names no address.
  init(_ file: CredentialFile, environment: [String: String]) throws(Failure) {
    try self.init(file, GoogleTokenHost.address(environment), isBasic: false)
  }

  /// `external_account_authorized_user`.
  init(external file: CredentialFile) throws(Failure) {
    try self.init(file, file.address("token_url"), isBasic: true)
  }

  private init(_ file: CredentialFile, _ address: WebAddress, isBasic: Bool) throws(Failure) {
    tokenAddress = address
    clientID = try file.required("client_id")
    clientSecret = Secret(try file.required("client_secret"))
    refreshToken = Secret(try file.required("refresh_token"))
    account = try file.text("account")
    self.isBasic = isBasic
  }
}
