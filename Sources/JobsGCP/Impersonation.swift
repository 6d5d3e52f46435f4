import JobsCloud
import JobsCore

/// Acting as a service account by the leave of another identity.
struct Impersonation: Sendable, Hashable {
  /// Who is acted as.
  let email: String
  /// Who stands between, from the first who is acted as by those who ask.
  let delegates: [String]
  let lifetimeSeconds: Int
  /// Where the token is asked for; nil for the usual endpoint.
  let address: WebAddress?

  /// - Parameter chain: service accounts in the order in which each acts as the next, the last of them the one that calls
  ///   are made as; so writes gcloud, too.
  init(chain: [String]) throws(Failure) {
    guard let last = chain.last, chain.allSatisfy(Self.isEmail) else {
      throw .usage(
        "a service account to act as is no address", hint: "write it as 'NAME@PROJECT.iam.gserviceaccount.com'")
    }
    (email, delegates) = (last, Array(chain.dropLast()))
    (lifetimeSeconds, address) = (Self.usualLifetime, nil)
  }

  /// Of an `external_account`; nil where it acts as itself.
  init?(ofAccount file: CredentialFile) throws(Failure) {
    guard file.has("service_account_impersonation_url") else { return nil }
    let lifetime = try file.mapping("service_account_impersonation")?.integer("token_lifetime_seconds")
    try self.init(file, lifetime: lifetime, delegates: [])
  }

  /// Of an `impersonated_service_account`.
  init(ofFile file: CredentialFile) throws(Failure) {
    try self.init(file, lifetime: nil, delegates: try file.texts("delegates"))
  }

  private init(_ file: CredentialFile, lifetime: Int?, delegates: [String]) throws(Failure) {
    address = try file.address("service_account_impersonation_url")
    let text = try file.required("service_account_impersonation_url")
    let name = text.split(separator: "/").last ?? ""
    let suffix = ":generateAccessToken"
    guard name.hasSuffix(suffix), Self.isEmail(String(name.dropLast(suffix.count))) else {
      throw file.unusable("'service_account_impersonation_url' names no service account")
    }
    email = String(name.dropLast(suffix.count))
    self.delegates = delegates.map { String($0.split(separator: "/").last ?? "") }
    guard self.delegates.allSatisfy(Self.isEmail) else {
      throw file.unusable("'delegates' names what is no service account")
    }
    lifetimeSeconds = lifetime ?? Self.usualLifetime
    guard Self.lifetimes.contains(lifetimeSeconds) else {
      throw file.unusable("'token_lifetime_seconds' is not between 600 and 43200")
    }
  }

  private static let usualLifetime = 3600
  /// Beyond an hour an organisation has to allow it.
  private static let lifetimes = 600...43200

  static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0 | 32) || "-._".utf8.contains($0) }
      }
  }

  /// The body of `generateAccessToken` (discovery document iamcredentials.v1, revision 20260630).
  func body(scope: String) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("scope")
    json.beginArray()
    json.value(scope)
    json.endArray()
    json.member("lifetime", "\(lifetimeSeconds)s")
    if !delegates.isEmpty {
      json.key("delegates")
      json.beginArray()
      for delegate in delegates { json.value("projects/-/serviceAccounts/\(delegate)") }
      json.endArray()
    }
    json.endObject()
    return json.bytes
  }

  /// The path below the usual endpoint.
  var path: String { "v1/projects/-/serviceAccounts/\(email):generateAccessToken" }
}
