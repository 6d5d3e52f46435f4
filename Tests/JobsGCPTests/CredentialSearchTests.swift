import Glibc
import JobsCloud
import JobsCore
import TestSupport
import Testing

@testable import JobsGCP

@Suite struct CredentialSearchTests {
  private let folder = TemporaryFolder()

  private static let user =
    #"{"type": "authorized_user", "client_id": "c", "client_secret": "hunter2", "refresh_token": "hunter2"}"#

  private func found(_ environment: [String: String]) throws -> CredentialSearch.Found {
    try CredentialSearch(environment).found()
  }

  @Test func `what is named by hand comes before what lies about`() throws {
    folder.write("adc.json", Self.user)
    folder.write("application_default_credentials.json", Self.user)
    var environment = [
      "CLOUDSDK_AUTH_ACCESS_TOKEN": "hunter2\n", "CLOUDSDK_AUTH_ACCESS_TOKEN_FILE": "/no/token",
      "GOOGLE_APPLICATION_CREDENTIALS": folder.file("adc.json"), "CLOUDSDK_CONFIG": folder.path,
    ]
    guard case .token(let token) = try found(environment).kind, token.text == "hunter2" else {
      Issue.record("\(try found(environment))")
      return
    }
    environment["CLOUDSDK_AUTH_ACCESS_TOKEN"] = ""
    guard case .tokenFile("/no/token") = try found(environment).kind else {
      Issue.record("\(try found(environment))")
      return
    }
    environment["CLOUDSDK_AUTH_ACCESS_TOKEN_FILE"] = nil
    #expect(try found(environment).origin == "the file '\(folder.file("adc.json"))' (GOOGLE_APPLICATION_CREDENTIALS)")
    environment["GOOGLE_APPLICATION_CREDENTIALS"] = nil
    #expect(try found(environment).origin.hasSuffix("of 'gcloud auth application-default login'"))
    unlink(folder.file("application_default_credentials.json"))
    guard case .metadata = try found(environment).kind else {
      Issue.record("\(try found(environment))")
      return
    }
    environment["NO_GCE_CHECK"] = "True"
    let none = #expect(throws: Failure.self) { try found(environment) }
    #expect(none?.exitStatus == .world && none?.hint?.contains("gcloud auth application-default login") == true)
  }

  @Test func `the folder of gcloud is below the home where nobody names it`() throws {
    mkdir(folder.file(".config"), 0o700)
    mkdir(folder.file(".config/gcloud"), 0o700)
    folder.write(".config/gcloud/application_default_credentials.json", Self.user)
    guard case .authorizedUser = try found(["HOME": folder.path]).kind else {
      Issue.record("\(try found(["HOME": folder.path]))")
      return
    }
  }

  @Test func `a file that is named has to be there, and to be a file`() throws {
    for (path, why) in [(folder.file("none"), "there is no such file"), (folder.path, "it is a folder")] {
      let failure = #expect(throws: Failure.self) { try found(["GOOGLE_APPLICATION_CREDENTIALS": path]) }
      #expect(failure?.message == "cannot read credentials from '\(path)': \(why)" && failure?.exitStatus == .world)
    }
  }

  @Test(arguments: ["two tokens", "tok\u{7}en", " \n"]) func `a variable that holds no token is refused`(text: String) {
    let failure = #expect(throws: Failure.self) { try found(["CLOUDSDK_AUTH_ACCESS_TOKEN": text]) }
    #expect(failure?.exitStatus == .usage && failure?.description.contains("tok") == true)
    #expect(failure?.message.contains(text) == false)
  }

  @Test func `project and the project that pays come from the file, and before it from the environment`() throws {
    let key = try #require(TestKey.shared)
    folder.write(
      "key.json", key.file(tokenAddress: "https://oauth2.googleapis.com/token", more: #", "quota_project_id": "payer""#)
    )
    func credentials(_ more: [String: String]) throws -> GoogleCredentials {
      let environment = ["GOOGLE_APPLICATION_CREDENTIALS": folder.file("key.json")].merging(more) { $1 }
      return try GoogleCredentials(
        environment: environment, transport: ScriptedTransport(status: 500),
        endpoints: GoogleEndpoints(environment: environment), budget: RetryBudget())
    }
    let plain = try credentials([:])
    #expect(plain.project == "acme" && plain.quotaProject == "payer")
    let named = try credentials(["GCLOUD_PROJECT": "b", "GOOGLE_CLOUD_PROJECT": "a", "GOOGLE_CLOUD_QUOTA_PROJECT": "q"])
    #expect(named.project == "a" && named.quotaProject == "q")
    #expect(try credentials(["GCLOUD_PROJECT": "b", "GOOGLE_CLOUD_PROJECT": ""]).project == "b")
    let acting = try credentials(["CLOUDSDK_AUTH_IMPERSONATE_SERVICE_ACCOUNT": "a@p.example, b@p.example"])
    #expect(acting.origin.hasSuffix(", acting as 'b@p.example'"))
    guard case .impersonated(by: .serviceAccount, let target) = acting.kind else {
      Issue.record("\(acting.origin)")
      return
    }
    #expect(target.email == "b@p.example" && target.delegates == ["a@p.example"])
  }
}
