import JobsCloud
import JobsCore

@testable import JobsAWS

/// Makes what has to be there before a job is deployed, as others would.
struct AWSThings {
  let session: AWSSession

  /// - Returns: the digest of an image.
  func pushImage(_ repository: String, tag: String) async throws -> String {
    let client = try session.client(.ecr)
    let send = { (action: String, pairs: [(String, String)]) async throws in
      try await client.send(
        "make an image", target: "AmazonEC2ContainerRegistry_V20150921.\(action)", body: Self.json(pairs),
        isIdempotent: true)
    }
    _ = try await send("CreateRepository", [("repositoryName", repository)])
    let manifest =
      #"{"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json","config":{"digest":"sha256:\#(String(repeating: "0", count: 64))"},"layers":[]}"#
    let pushed = try await send(
      "PutImage", [("repositoryName", repository), ("imageManifest", manifest), ("imageTag", tag)])
    return pushed.words(Tree.root, "image", "imageId", "imageDigest") ?? ""
  }

  /// - Returns: the id of its version.
  func createSecret(_ name: String) async throws -> String {
    let reply = try await secrets("CreateSecret", [("Name", name), ("SecretString", "hidden")])
    return reply.words(Tree.root, "VersionId") ?? ""
  }

  func putSecret(_ name: String) async throws {
    _ = try await secrets("PutSecretValue", [("SecretId", name), ("SecretString", "hidden too")])
  }

  func deleteSecret(_ name: String) async throws { _ = try await secrets("DeleteSecret", [("SecretId", name)]) }

  private func secrets(_ action: String, _ pairs: [(String, String)]) async throws -> Tree {
    try await session.client(.secrets).send(
      "make a secret", target: "secretsmanager.\(action)",
      body: Self.json(pairs + [("ClientRequestToken", Self.token)]), isIdempotent: true)
  }

  /// As long as a UUID.
  private static var token: String {
    let digits = (0..<32).map { _ in String(Int.random(in: 0..<16), radix: 16) }
    return [8, 4, 4, 4, 12].reduce(into: (text: "", at: 0)) { made, count in
      made.text += (made.at == 0 ? "" : "-") + digits[made.at..<made.at + count].joined()
      made.at += count
    }.text
  }

  func createTopic(_ name: String) async throws {
    _ = try await session.client(.sns).send(
      "make a topic", action: "CreateTopic", version: "2010-03-31", [("Name", name)], isIdempotent: true)
  }

  private static func json(_ pairs: [(String, String)]) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    for (key, value) in pairs {
      json.key(key)
      json.value(value)
    }
    json.endObject()
    return json.bytes
  }
}
