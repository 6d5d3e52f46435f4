import JobsCloud
import JobsCore

extension SecretsManager {
  /// The ARNs of all secrets of the region.
  func list() async throws(CloudFailure) -> [String] {
    let words = "list the secrets"
    var arns: [String] = []
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let tree = try await send(words, "ListSecrets", isIdempotent: true) { json in
        json.member("MaxResults", 100)
        json.optional("NextToken", token)
      }
      arns += tree.elements(Tree.root, "SecretList").compactMap { tree.words($0, "ARN") }
      return tree.words(Tree.root, "NextToken")
    }
    return arns
  }

  /// Who else may read a secret, as `aws secretsmanager get-resource-policy` writes it; nil where it has no policy.
  func policy(of arn: String) async throws(CloudFailure) -> [UInt8]? {
    let tree = try await send("read the policy of secret '\(arn)'", "GetResourcePolicy", isIdempotent: true) { json in
      json.member("SecretId", arn)
    }
    guard let policy = tree.words(Tree.root, "ResourcePolicy") else { return nil }
    var json = JSONWriter()
    json.object { json in
      json.member("ARN", tree.words(Tree.root, "ARN") ?? arn)
      json.optional("Name", tree.words(Tree.root, "Name"))
      json.member("ResourcePolicy", policy)
    }
    return json.bytes
  }
}
