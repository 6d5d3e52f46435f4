import JobsCloud
import JobsCore

/// An identity of somebody else, which Google exchanges for one of its own: workload and workforce identity federation
/// (https://google.aip.dev/auth/4117, 2026-11).
struct ExternalAccount: Sendable {
  let audience: String
  let subjectTokenType: String
  let tokenAddress: WebAddress
  let source: SubjectTokenSource
  let client: (id: String, secret: Secret)?
  /// Of a workforce pool: the project that pays.
  let userProject: String?
  /// The service account that the file acts as in the end, for programs that make tokens.
  let impersonated: String?

  init(_ file: CredentialFile) throws(Failure) {
    audience = try file.required("audience")
    subjectTokenType = try file.required("subject_token_type")
    tokenAddress = try file.address("token_url")
    let clientSecret = Secret(try file.text("client_secret") ?? "")
    client = try file.text("client_id").map { ($0, clientSecret) }
    userProject = try file.text("workforce_pool_user_project")
    impersonated = try Impersonation(ofAccount: file)?.email
    guard let source = try file.mapping("credential_source") else {
      throw file.unusable("'credential_source' is missing")
    }
    self.source = try SubjectTokenSource(source)
    guard userProject == nil || audience.hasPrefix("//iam.googleapis.com/locations/") else {
      throw file.unusable("'workforce_pool_user_project' is for workforce pools alone")
    }
  }

  /// The form of the exchange (RFC 8693).
  func form(_ token: Secret, scope: String) -> [(name: String, value: String)] {
    var form = [
      (name: "grant_type", value: "urn:ietf:params:oauth:grant-type:token-exchange"), ("audience", audience),
      ("scope", scope), ("requested_token_type", "urn:ietf:params:oauth:token-type:access_token"),
      ("subject_token", token.text), ("subject_token_type", subjectTokenType),
    ]
    if let userProject, client == nil {
      var json = JSONWriter()
      json.beginObject()
      json.member("userProject", userProject)
      json.endObject()
      form.append(("options", WebAddress.encoded(String(decoding: json.bytes, as: UTF8.self))))
    }
    return form
  }
}
