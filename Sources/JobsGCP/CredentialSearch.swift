import JobsCloud
import JobsCore

/// Looks for credentials where Google's libraries look.
struct CredentialSearch {
  struct Found {
    var kind: CredentialKind
    var origin: String
    var project: String?
    var quotaProject: String?
  }

  private let environment: [String: String]

  init(_ environment: [String: String]) { self.environment = environment.filter { !$0.value.isEmpty } }

  func found() throws(Failure) -> Found {
    if let text = environment["CLOUDSDK_AUTH_ACCESS_TOKEN"] {
      let words = text.split(whereSeparator: \.isWhitespace)
      guard words.count == 1, TokenAnswer.isToken(String(words[0])) else {
        throw .usage(
          "'CLOUDSDK_AUTH_ACCESS_TOKEN' holds something else than one token", hint: "set it anew, or unset it")
      }
      return Found(kind: .token(Secret(String(words[0]))), origin: "the token in CLOUDSDK_AUTH_ACCESS_TOKEN")
    }
    if let path = environment["CLOUDSDK_AUTH_ACCESS_TOKEN_FILE"] {
      return Found(
        kind: .tokenFile(path), origin: "the token in the file '\(path)' (CLOUDSDK_AUTH_ACCESS_TOKEN_FILE)")
    }
    if let path = environment["GOOGLE_APPLICATION_CREDENTIALS"] {
      guard let file = try CredentialFile(path: path) else {
        throw .world(
          "cannot read credentials from '\(path)': there is no such file",
          hint: "correct or unset GOOGLE_APPLICATION_CREDENTIALS")
      }
      return try found(file, "the file '\(path)' (GOOGLE_APPLICATION_CREDENTIALS)")
    }
    if let path = gcloudPath, let file = try CredentialFile(path: path) {
      return try found(file, "the file '\(path)' of 'gcloud auth application-default login'")
    }
    guard environment["NO_GCE_CHECK"]?.lowercased() != "true" else {
      throw .world(
        "there are no credentials for Google Cloud, and NO_GCE_CHECK forbids to ask the metadata server",
        hint: GoogleSignIn.hint)
    }
    return Found(kind: .metadata(try MetadataServer(environment: environment)), origin: "the metadata server")
  }

  private var gcloudPath: String? {
    let folder = environment["CLOUDSDK_CONFIG"] ?? environment["HOME"].map { "\($0)/.config/gcloud" }
    return folder.map { "\($0)/application_default_credentials.json" }
  }

  private func found(_ file: CredentialFile, _ origin: String) throws(Failure) -> Found {
    Found(
      kind: try CredentialKind(file, environment: environment), origin: origin, project: try file.text("project_id"),
      quotaProject: try file.text("quota_project_id"))
  }
}
