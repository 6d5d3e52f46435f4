package import JobsCloud
import JobsCore

/// Secrets Manager: what secrets there are, and in which versions.
///
/// Source: the service's model of API version 2017-10-17 in botocore 1.44.5, 2026-11.
package struct SecretsManager: Sendable {
  let client: AWSClient

  package init(_ client: AWSClient) { self.client = client }

  /// A secret, without its value.
  package struct Description: Sendable, Hashable {
    package var arn: String
    /// The key that it is kept under; nil for the one that Secrets Manager has in each account.
    package var key: String?
    /// Whether it is to go, and cannot be read any more.
    package var isDeleted: Bool
    /// The labels of each version that has one, by its id.
    package var stages: [String: [String]]
    package var tags: [String: String] = [:]
  }

  /// - Parameter id: a name of this account and region, or an ARN.
  /// - Returns: nil where there is no such secret.
  package func secret(_ id: String) async throws(CloudFailure) -> Description? {
    let words = "read what secret '\(id)' is"
    let tree: Tree
    do throws(CloudFailure) {
      tree = try await send(words, "DescribeSecret", isIdempotent: true) { json in
        json.member("SecretId", id)
      }
    } catch  where error.cause == .notFound {
      return nil
    }
    guard let arn = tree.words(Tree.root, "ARN") else {
      throw client.strange(words, "its reply has a secret without a name")
    }
    var stages: [String: [String]] = [:]
    if let list = tree.value(Tree.root, "VersionIdsToStages") {
      for entry in tree.entries(list) { stages[tree.string(entry.key)] = tree.children(entry.value).map(tree.string) }
    }
    let deleted = tree.value(Tree.root, "DeletedDate").map { tree.kind($0) != .null } ?? false
    var description = Description(
      arn: arn, key: tree.words(Tree.root, "KmsKeyId"), isDeleted: deleted, stages: stages)
    for tag in tree.elements(Tree.root, "Tags") {
      if let key = tree.words(tag, "Key") { description.tags[key] = tree.words(tag, "Value") ?? "" }
    }
    return description
  }

  /// Calls the service with the members that `body` writes.
  ///
  /// - Parameter secrets: what no message may repeat.
  func send(
    _ words: String, _ action: String, secrets: [Secret] = [], isIdempotent: Bool,
    _ body: (inout JSONWriter) -> Void
  ) async throws(CloudFailure) -> Tree {
    try await client.send(
      words, target: "secretsmanager.\(action)", secrets: secrets, isIdempotent: isIdempotent, body)
  }
}
