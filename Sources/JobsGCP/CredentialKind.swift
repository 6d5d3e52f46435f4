import JobsCloud
import JobsCore

/// Credentials of Google as they were found; nothing of the network is asked yet.
indirect enum CredentialKind: Sendable {
  /// A token that somebody else keeps fresh.
  case token(Secret)
  /// A file that holds such a token, read whenever one is needed.
  case tokenFile(String)
  case serviceAccount(ServiceAccountKey)
  case authorizedUser(AuthorizedUser)
  case externalAccount(ExternalAccount)
  case impersonated(by: CredentialKind, Impersonation)
  case metadata(MetadataServer)

  /// Reads what a file holds by its `type` (google-auth 2.x, `_default.py`, 2026-11).
  ///
  /// - Parameter environment: for `CLOUDSDK_AUTH_TOKEN_HOST`.
  init(_ file: CredentialFile, environment: [String: String]) throws(Failure) {
    // Other clouds of Google's make have other hosts for everything.
    if let domain = try file.text("universe_domain"), domain != "googleapis.com" {
      throw file.unusable("they are for another cloud than googleapis.com", hint: "use credentials of Google Cloud")
    }
    let type = try file.required("type")
    switch type {
    case "service_account": self = .serviceAccount(try ServiceAccountKey(file))
    case "authorized_user": self = .authorizedUser(try AuthorizedUser(file, environment: environment))
    case "external_account_authorized_user": self = .authorizedUser(try AuthorizedUser(external: file))
    case "external_account":
      let account = try ExternalAccount(file)
      let own = CredentialKind.externalAccount(account)
      self = try Impersonation(ofAccount: file).map { .impersonated(by: own, $0) } ?? own
    case "impersonated_service_account":
      guard let source = try file.mapping("source_credentials") else {
        throw file.unusable("'source_credentials' is missing")
      }
      self = .impersonated(
        by: try CredentialKind(source, environment: environment), try Impersonation(ofFile: file))
    default:
      throw file.unusable(
        "the type '\(Terminal.visible(String(type.prefix(60))))' is not known",
        hint: "known are service_account, authorized_user, external_account, external_account_authorized_user and "
          + "impersonated_service_account")
    }
  }
}
