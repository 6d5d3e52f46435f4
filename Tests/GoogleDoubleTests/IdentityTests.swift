import JobsCore
import TestSupport
import Testing

@testable import GoogleDouble

/// Who gets a token, and what is refused without one.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
struct IdentityTests {
  private let double: Fixture
  private static let shared = Fixture([.run, .iamcredentials]) { _ in }

  init() throws { double = try #require(Self.shared) }

  private let target = "/v2/\(Fixture.place("identity"))/jobs"

  @Test(
    arguments: [
      ([], "CREDENTIALS_MISSING"), (["Authorization: Basic x"], "CREDENTIALS_MISSING"),
      (["Authorization: Bearer ya29.stolen"], "ACCESS_TOKEN_TYPE_UNSUPPORTED"),
    ] as [([String], String)])
  func `a request without a good token is refused`(fields: [String], reason: String) {
    let reply = double.send("run", "GET", target, "", fields)
    #expect(reply.status == 401)
    #expect(reply.text("error.status") == "UNAUTHENTICATED")
    #expect(reply.text("error.details.0.reason") == reason)
    #expect(reply.fields["www-authenticate"]?.contains("invalid_token") ?? false)
  }

  @Test func `a token is good until it expires, and says who calls`() throws {
    let own = try #require(Fixture([.run]) { _ in })
    let body = #"{"identity":"ci@acme.iam.gserviceaccount.com"}"#
    let token = try #require(own.control("POST", "/_token", body).text("token"))
    let field = ["Authorization: Bearer \(token)"]
    #expect(own.send("run", "POST", "\(target)?jobId=a", Fixture.job(), field).status == 200)
    #expect(own.send("run", "GET", "\(target)/a", "", field).text("creator") == "ci@acme.iam.gserviceaccount.com")
    _ = own.control("POST", "/_expire")
    let reply = own.send("run", "GET", target, "", field)
    #expect(reply.text("error.details.0.reason") == "ACCESS_TOKEN_EXPIRED")
  }

  // MARK: Assertions

  /// A claim that is wrong, and what is said of it.
  struct Wrong: Sendable, CustomTestStringConvertible {
    var claims: [String: String] = [:]
    var header: [String: String] = [:]
    var spoilsSignature = false
    let words: String
    var testDescription: String { words }
  }

  private static func assertion(_ double: GoogleDouble, _ wrong: Wrong?) throws -> String {
    let now = Int(Instant.now().seconds)
    let key = try JSONValue(double.credentials.bytes)
    var header = ["alg": "\"RS256\"", "typ": "\"JWT\"", "kid": "\"\(key["private_key_id"]?.string ?? "")\""]
    var claims = [
      "iss": "\"\(key["client_email"]?.string ?? "")\"", "aud": "\"https://oauth2.googleapis.com/token\"",
      "scope": "\"https://www.googleapis.com/auth/cloud-platform\"", "iat": "\(now)", "exp": "\(now + 3600)",
    ]
    header.merge(wrong?.header ?? [:]) { $1 }
    claims.merge(wrong?.claims ?? [:]) { $1 }
    func part(_ values: [String: String]) -> String {
      let body = values.map { "\"\($0)\":\($1)" }.joined(separator: ",")
      return Base64.encode(Array("{\(body)}".utf8), forURL: true)
    }
    let message = "\(part(header)).\(part(claims))"
    var signature = try double.signature(of: Array(message.utf8))
    if wrong?.spoilsSignature ?? false { signature[0] ^= 1 }
    return "\(message).\(Base64.encode(signature, forURL: true))"
  }

  private func exchange(_ form: String) -> LoopbackReply {
    double.send("oauth2", "POST", "/token", form, ["Content-Type: application/x-www-form-urlencoded"])
  }

  private static let grant = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer"

  @Test func `a signed assertion is exchanged for a token`() throws {
    let reply = exchange("\(Self.grant)&assertion=\(try Self.assertion(double.double, nil))")
    #expect(reply.status == 200)
    #expect(reply.text("token_type") == "Bearer")
    #expect(reply.int("expires_in") == 3600)
    let token = try #require(reply.text("access_token"))
    #expect(double.send("run", "GET", target, "", ["Authorization: Bearer \(token)"]).status == 200)
  }

  @Test(arguments: [
    Wrong(spoilsSignature: true, words: "Invalid JWT Signature."),
    Wrong(header: ["kid": "\"other\""], words: "Invalid key id."),
    Wrong(header: ["alg": "\"none\""], words: "RS256"), Wrong(claims: ["iss": "\"nobody\""], words: "issuer"),
    Wrong(claims: ["aud": "\"http://127.0.0.1/token\""], words: "audience"),
    Wrong(claims: ["scope": "\"\""], words: "scope"),
    Wrong(claims: ["iat": "1000", "exp": "4600"], words: "iat and exp"),
    Wrong(claims: ["exp": "99999999999"], words: "iat and exp"), Wrong(claims: ["exp": "\"soon\""], words: "exp"),
  ])
  func `an assertion that does not hold is refused`(wrong: Wrong) throws {
    let reply = exchange("\(Self.grant)&assertion=\(try Self.assertion(double.double, wrong))")
    #expect(reply.status == 400)
    #expect(reply.text("error") == "invalid_grant")
    #expect(reply.text("error_description")?.contains(wrong.words) ?? false, "\(reply.body)")
  }

  @Test(
    arguments: [
      ("grant_type=refresh_token&client_id=a&client_secret=b&refresh_token=c", 200, nil),
      ("grant_type=refresh_token&client_id=a&client_secret=b", 400, "invalid_request"),
      ("grant_type=refresh_token&client_id=a&client_secret=b&refresh_token=revoked", 400, "invalid_grant"),
      ("grant_type=password", 400, "unsupported_grant_type"), ("\(Self.grant)&assertion=a.b", 400, "invalid_grant"),
      ("", 400, "unsupported_grant_type"),
    ] as [(String, Int, String?)])
  func `other grants`(form: String, status: Int, error: String?) {
    let reply = exchange(form)
    #expect(reply.status == status)
    #expect(reply.text("error") == error)
  }

  @Test func `credentials are kept out of the journal`() throws {
    _ = exchange("grant_type=refresh_token&client_id=a&client_secret=verysecret&refresh_token=c")
    let journal = double.control("GET", "/_requests?match=oauth2.token").body
    #expect(journal.contains("oauth2.token"))
    #expect(!journal.contains("verysecret"))
  }

  // MARK: The metadata server

  @Test(arguments: [
    ("project/project-id", "rehearsal"),
    ("instance/service-accounts/default/email", "rehearsal@rehearsal.iam.gserviceaccount.com"),
    ("universe/universe-domain", "googleapis.com"),
  ])
  func `a machine says who it is`(path: String, value: String) {
    let reply = double.send("metadata", "GET", "/computeMetadata/v1/\(path)", "", ["Metadata-Flavor: Google"])
    #expect(reply.body == value)
    #expect(reply.fields["metadata-flavor"] == "Google")
  }

  @Test func `a machine gives tokens to those alone that ask as Google's libraries do`() throws {
    let path = "/computeMetadata/v1/instance/service-accounts/default/token"
    #expect(double.send("metadata", "GET", path).status == 403)
    let reply = double.send("metadata", "GET", path, "", ["Metadata-Flavor: Google"])
    let token = try #require(reply.text("access_token"))
    #expect(double.send("run", "GET", target, "", ["Authorization: Bearer \(token)"]).status == 200)
    #expect(double.send("metadata", "GET", "/computeMetadata/v1/other", "", ["Metadata-Flavor: Google"]).status == 404)
  }

  @Test func `the proxy tells APIs and regions by their hosts`() throws {
    let own = try #require(Fixture([.run]))
    let body =
      #"{"metadata":{"name":"a"},"spec":{"template":{"spec":{"template":{"spec":{"containers":[{"image":"x"}]}}}}}}"#
    let address = "http://europe-west1-run.googleapis.com/apis/run.googleapis.com/v1/namespaces/acme/jobs"
    #expect(own.send("proxy", "POST", address, body).status == 200)
    #expect(own.run("GET", "projects/acme/locations/europe-west1/jobs/a").text("template.taskCount") == "1")
    #expect(
      own.send("proxy", "GET", "http://run.googleapis.com/v2/projects/acme/locations/europe-west1/jobs/a").status == 200
    )
    #expect(own.send("proxy", "GET", "http://example.com/").status == 502)
    #expect(own.send("proxy", "CONNECT", "run.googleapis.com:443").status == 502)
  }
}
