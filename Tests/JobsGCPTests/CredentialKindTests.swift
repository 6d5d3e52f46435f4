import JobsCloud
import JobsCore
import Testing

@testable import JobsGCP

@Suite struct CredentialKindTests {
  private func kind(_ text: String) throws -> CredentialKind {
    try CredentialKind(CredentialFile(path: "/c.json", Array(text.utf8)), environment: [:])
  }

  private static let url = "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/t@p.example"

  /// An `external_account` with a source and more pairs.
  private static func account(_ source: String, _ more: String = "") -> String {
    #"""
    {"type": "external_account", "audience": "//iam.googleapis.com/projects/1/x", "subject_token_type": "jwt",
     "token_url": "https://sts.googleapis.com/v1/token", "credential_source": \#(source)\#(more)}
    """#
  }

  private static let user =
    #"{"type": "authorized_user", "client_id": "c", "client_secret": "hunter2", "refresh_token": "hunter2"}"#

  @Test(
    arguments: [
      user,
      user.replacing(
        "authorized_user\"",
        with: "external_account_authorized_user\", \"token_url\": \"https://sts.googleapis.com/v1/oauthtoken\""),
      account(#"{"file": "/t"}"#),
      account(#"{"file": "/t", "format": {"type": "json", "subject_token_field_name": "k"}}"#),
      account(#"{"url": "http://169.254.169.254/x", "headers": {"a": "b"}}"#),
      account(#"{"executable": {"command": "/bin/token --now", "timeout_millis": 5000, "output_file": "/o"}}"#),
      account(
        #"{"file": "/t"}"#,
        #", "service_account_impersonation_url": "\#(url):generateAccessToken", "service_account_impersonation": {"token_lifetime_seconds": 7200}"#
      ),
      #"{"type": "impersonated_service_account", "service_account_impersonation_url": "\#(url):generateAccessToken", "delegates": ["projects/-/serviceAccounts/d@p.example"], "source_credentials": \#(user)}"#,
      account(#"{"file": "/t"}"#, #", "universe_domain": "googleapis.com", "an": ["unknown", "key"]"#),
    ]) func `credentials of every type are read, and shown to nobody`(text: String) throws
  {
    var shown = "\(try kind(text))"
    dump(try kind(text), to: &shown)
    #expect(!shown.contains("hunter2"), "\(shown)")
  }

  @Test(
    arguments: [
      ("", "are no JSON"), ("[]", "are no JSON object"), ("{", "are no JSON"), (#"{"type": 1}"#, "'type' is no text"),
      ("{}", "'type' is missing"), (#"{"type": ""}"#, "'type' is missing"),
      (#"{"type": "gdch_service_account"}"#, "the type 'gdch_service_account' is not known"),
      (#"{"type": "hunter3\u0007"}"#, "the type 'hunter3\\u{7}' is not known"),
      (#"{"type": "authorized_user", "client_id": "c", "client_secret": "hunter2"}"#, "'refresh_token' is missing"),
      (#"{"type": "authorized_user", "client_id": ["hunter2"]}"#, "'client_id' is no text"),
      (user.replacing("}", with: #", "universe_domain": "other.example"}"#), "for another cloud"),
      (
        #"{"type": "service_account", "client_email": "a@b.example", "private_key": "hunter2"}"#,
        "'private_key' is no RSA key"
      ),
      (#"{"type": "service_account", "client_email": "a@b.example"}"#, "'private_key' is missing"),
      (
        #"{"type": "service_account", "client_email": "a@b.example", "token_uri": "http://hunter2.example/"}"#,
        "'token_uri' is no address with 'https://'"
      ),
      (account("{}"), "names no source"), (account(#"{"file": "/t", "url": "https://x"}"#), "more than one source"),
      (account(#"{"file": ""}"#), "'file' is missing"), (account(#"{"url": "x"}"#), "'url' is no address"),
      (account(#"{"url": "https://x", "headers": {"a": 1}}"#), "a value is no text"),
      (account(#"{"file": "/t", "format": {"type": "xml"}}"#), "neither text nor json"),
      (account(#"{"file": "/t", "format": {"type": "json"}}"#), "'subject_token_field_name' is missing"),
      (account(#"{"executable": {"command": " "}}"#), "'command' is empty"),
      (account(#"{"executable": {"command": "x", "timeout_millis": 4999}}"#), "between 5000 and 120000"),
      (account(#"{"executable": {"command": "x", "timeout_millis": "5000"}}"#), "'timeout_millis' is no integer"),
      (account(#"{"environment_id": "aws1", "url": "http://x", "region_url": "http://x"}"#), "a host in AWS"),
      (account(#"{"certificate": {"use_default_certificate_config": true}}"#), "a client certificate"),
      (account(#"{"file": "/t"}"#, #", "workforce_pool_user_project": "p""#), "for workforce pools alone"),
      (
        account(#"{"file": "/t"}"#, #", "service_account_impersonation_url": "https://x.example/a""#),
        "names no service account"
      ),
      (
        account(
          #"{"file": "/t"}"#,
          #", "service_account_impersonation_url": "\#(url.replacing("https", with: "http")):generateAccessToken""#),
        "no address with 'https://'"
      ),
      (
        account(
          #"{"file": "/t"}"#,
          #", "service_account_impersonation_url": "\#(url):generateAccessToken", "service_account_impersonation": {"token_lifetime_seconds": 60}"#
        ), "between 600 and 43200"
      ),
      (
        account(#"{"file": "/t"}"#).replacing("https://sts", with: "http://sts"),
        "'token_url' is no address with 'https://'"
      ),
      (
        #"{"type": "impersonated_service_account", "service_account_impersonation_url": "\#(url):generateAccessToken"}"#,
        "'source_credentials' is missing"
      ),
      (
        #"{"type": "impersonated_service_account", "service_account_impersonation_url": "\#(url):generateAccessToken", "delegates": ["x"], "source_credentials": \#(user)}"#,
        "'delegates' names what is no service account"
      ),
    ]) func `what cannot be used is refused by file and key, never by value`(text: String, why: String) throws
  {
    let failure = #expect(throws: Failure.self) { try kind(text) }
    let words = failure?.description ?? ""
    #expect(words.contains(why) && words.contains("'/c.json'") && failure?.exitStatus == .usage, "\(words)")
    #expect(failure?.hint != nil && !words.contains("hunter2"), "\(words)")
  }

  @Test func `nesting has an end`() {
    let source =
      #"{"type": "impersonated_service_account", "service_account_impersonation_url": "\#(Self.url):generateAccessToken", "source_credentials": "#
    let text = String(repeating: source, count: 40) + Self.user + String(repeating: "}", count: 40)
    #expect(throws: Failure.self) { try kind(text) }
  }
}
