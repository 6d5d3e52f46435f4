import JobsCloud
import JobsCore

/// Values of secrets, which only `jobs-deploy secret` reads and writes.
extension SecretsManager {
  /// The value that is labelled `AWSCURRENT`; nil where there is none.
  func currentValue(of id: String) async throws(CloudFailure) -> [UInt8]? {
    let words = "read the value of secret '\(id)'"
    do throws(CloudFailure) {
      let tree = try await send(words, "GetSecretValue", isIdempotent: true) { json in
        json.member("SecretId", id)
      }
      if let text = tree.words(Tree.root, "SecretString") { return Array(text.utf8) }
      if let data = tree.words(Tree.root, "SecretBinary"), let bytes = Base64.decode(data) { return bytes }
      throw client.strange(words, "its reply has no value")
    } catch  where error.cause == .notFound {
      return nil
    }
  }

  /// Makes a secret with its first value.
  ///
  /// - Returns: the version's id.
  func create(_ name: String, _ value: [UInt8], tags: [String: String]) async throws(CloudFailure) -> String {
    try await write(value, "create secret '\(name)'", "CreateSecret") { json in
      json.member("Name", name)
      json.key("Tags")
      json.beginArray()
      for tag in tags.sorted(by: { $0.key < $1.key }) {
        json.beginObject()
        json.member("Key", tag.key)
        json.member("Value", tag.value)
        json.endObject()
      }
      json.endArray()
    }
  }

  /// Adds a value, which gets the label `AWSCURRENT`; the one before it gets `AWSPREVIOUS`.
  ///
  /// - Returns: the version's id.
  func put(_ value: [UInt8], in id: String) async throws(CloudFailure) -> String {
    try await write(value, "add a version to secret '\(id)'", "PutSecretValue") { json in
      json.member("SecretId", id)
    }
  }

  private func write(
    _ value: [UInt8], _ words: String, _ action: String, _ head: (inout JSONWriter) -> Void
  ) async throws(CloudFailure) -> String {
    let token = Self.token()
    let text = String(validating: value, as: UTF8.self)
    let data = Base64.encode(value)
    // The token makes a second attempt the same version.
    let tree = try await send(words, action, secrets: [Secret(text ?? data), Secret(data)], isIdempotent: true) {
      json in
      head(&json)
      json.member("ClientRequestToken", token)
      json.key(text == nil ? "SecretBinary" : "SecretString")
      json.value(text ?? data)
    }
    return tree.words(Tree.root, "VersionId") ?? token
  }

  /// A UUID of version 4, which becomes the version's id.
  private static func token() -> String {
    var random = SystemRandomNumberGenerator()
    var bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let text = String(hexadecimal: bytes)
    let cuts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    return cuts.map { String(text.dropFirst($0.lowerBound).prefix($0.count)) }.joined(separator: "-")
  }

  /// Takes a label away from a version.
  func remove(_ label: String, from version: String, of id: String) async throws(CloudFailure) {
    _ = try await send(
      "take the label '\(label)' from version '\(version)' of secret '\(id)'", "UpdateSecretVersionStage",
      isIdempotent: true
    ) { json in
      json.member("SecretId", id)
      json.member("VersionStage", label)
      json.member("RemoveFromVersionId", version)
    }
  }

  // MARK: Lists

  /// A version of a secret.
  struct Version: Sendable, Hashable {
    var id: String
    var labels: [String]
    var createdAt: Instant?
  }

  /// All versions that there are still, in no order.
  func versions(of id: String) async throws(CloudFailure) -> [Version] {
    var found: [Version] = []
    try await pages("list the versions of secret '\(id)'", "ListSecretVersionIds") { json in
      json.member("SecretId", id)
      json.member("IncludeDeprecated", true)
    } take: { tree in
      for node in tree.elements(Tree.root, "Versions") {
        guard let version = tree.words(node, "VersionId") else { continue }
        found.append(
          Version(
            id: version, labels: tree.elements(node, "VersionStages").map(tree.string),
            createdAt: tree.instant(node, "CreatedDate")))
      }
    }
    return found
  }

  /// The tags of all secrets, by their names.
  func tags() async throws(CloudFailure) -> [String: [String: String]] {
    var found: [String: [String: String]] = [:]
    try await pages("list the secrets", "ListSecrets") { _ in
    } take: { tree in
      for node in tree.elements(Tree.root, "SecretList") {
        guard let name = tree.words(node, "Name") else { continue }
        found[name] = tree.elements(node, "Tags").reduce(into: [:]) { tags, tag in
          if let key = tree.words(tag, "Key") { tags[key] = tree.words(tag, "Value") ?? "" }
        }
      }
    }
    return found
  }

  private func pages(
    _ words: String, _ action: String, _ head: (inout JSONWriter) -> Void, take: (Tree) -> Void
  ) async throws(CloudFailure) {
    try await PageWalk(words).run { token throws(CloudFailure) in
      let page = try await send(words, action, isIdempotent: true) { json in
        head(&json)
        json.member("MaxResults", 100)
        json.optional("NextToken", token)
      }
      take(page)
      return page.words(Tree.root, "NextToken")
    }
  }
}
