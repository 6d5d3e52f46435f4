package import JobsCloud
import JobsCore

/// The secrets of Secret Manager (discovery document secretmanager.v1, revision 20261021).
package struct SecretService: Sendable {
  private let client: GoogleClient
  private let project: String

  package init(_ client: GoogleClient, project: String) {
    self.client = client
    self.project = project
  }

  /// The state of a version, `ENABLED`, `DISABLED` or `DESTROYED`; nil where there is none.
  ///
  /// - Parameters:
  ///   - secret: its name in this project, or `projects/PROJECT/secrets/NAME`.
  ///   - version: a number, `latest`, or another alias.
  package func state(_ secret: String, version: String) async throws(CloudFailure) -> String? {
    do throws(CloudFailure) {
      let found = try await client.call(
        "read version '\(version)' of secret '\(secret)'", .get, .secrets, "\(path(secret))/versions/\(version)")
      return found.value(Tree.root, "state").map(found.string)
    } catch  where error.cause == .notFound {
      return nil
    }
  }

  private func path(_ secret: String) -> String {
    "v1/" + (secret.hasPrefix("projects/") ? secret : "projects/\(project)/secrets/\(secret)")
  }

  // MARK: Secrets

  /// All secrets, page by page.
  ///
  /// - Parameter take: takes each secret, by its page and its place there.
  func list(_ take: (Tree, Tree.ID) -> Void) async throws(CloudFailure) {
    try await client.list(
      "list the secrets of '\(project)'", .secrets, "v1/projects/\(project)/secrets", key: "secrets",
      pageSize: Self.pageSize, take)
  }

  /// All versions of a secret, the newest first, page by page.
  func listVersions(_ secret: String, _ take: (Tree, Tree.ID) -> Void) async throws(CloudFailure) {
    try await client.list(
      "list the versions of secret '\(secret)'", .secrets, "\(path(secret))/versions", key: "versions",
      pageSize: Self.pageSize, take)
  }

  /// As many as a page has at most is 25,000 (secretmanager.v1.json); few have so many.
  private static let pageSize = 1000

  /// nil where there is none.
  func secret(_ name: String) async throws(CloudFailure) -> Tree? {
    do throws(CloudFailure) {
      return try await client.call("read secret '\(name)'", .get, .secrets, path(name))
    } catch  where error.cause == .notFound {
      return nil
    }
  }

  /// Makes a secret without a value, which the service keeps where it likes.
  ///
  /// - Parameter body: a `Secret` as JSON.
  func create(_ name: String, _ body: [UInt8]) async throws(CloudFailure) {
    _ = try await client.call(
      "create secret '\(name)'", .post, .secrets, "v1/projects/\(project)/secrets", query: [("secretId", name)],
      body: body, isIdempotent: true)
  }

  // MARK: Values

  /// The value of the version that is the latest; nil where there is none, or it is disabled or destroyed.
  func latestValue(of secret: String) async throws(CloudFailure) -> [UInt8]? {
    let words = "read the value of secret '\(secret)'"
    do throws(CloudFailure) {
      let found = try await client.call(words, .get, .secrets, "\(path(secret))/versions/latest:access")
      guard let data = found.value(Tree.root, path: "payload", "data"), let bytes = Base64.decode(found.string(data))
      else { throw CloudFailure(words, CloudFault(.strangeAnswer, why: "the answer has no value")) }
      return bytes
    } catch  where error.cause == .notFound || error.cause == .precondition {
      return nil
    }
  }

  /// - Returns: the number of the version.
  func add(_ value: [UInt8], to secret: String) async throws(CloudFailure) -> String {
    let data = Base64.encode(value)
    var json = JSONWriter()
    json.beginObject()
    json.key("payload")
    json.beginObject()
    json.member("data", data)
    json.endObject()
    json.endObject()
    let words = "add a version to secret '\(secret)'"
    // No message repeats the value, in whichever form a server might.
    let secrets = [Secret(data), Secret(String(decoding: value, as: UTF8.self))]
    let made = try await client.call(
      words, .post, .secrets, "\(path(secret)):addVersion", body: json.bytes, secrets: secrets)
    guard let name = made.value(Tree.root, "name").map(made.string), let id = name.split(separator: "/").last else {
      throw CloudFailure(words, CloudFault(.strangeAnswer, why: "the answer has no version"))
    }
    return String(id)
  }

  /// - Parameter isEnabled: whether the version can be read from now on.
  func set(_ version: String, of secret: String, isEnabled: Bool) async throws(CloudFailure) {
    let verb = isEnabled ? "enable" : "disable"
    _ = try await client.call(
      "\(verb) version '\(version)' of secret '\(secret)'", .post, .secrets,
      "\(path(secret))/versions/\(version):\(verb)", body: Array("{}".utf8), isIdempotent: true)
  }
}
