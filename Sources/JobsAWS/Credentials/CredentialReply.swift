import JobsCloud
import JobsCore

/// Keys as containers, instances, programs and the SSO portal hand them out, in JSON.
enum CredentialReply {
  /// Longer replies are refused, in bytes.
  static let limit = 64 << 10

  /// The names of the fields, which differ.
  struct Names: Sendable {
    var keyID: StaticString = "AccessKeyId"
    var secret: StaticString = "SecretAccessKey"
    var token: StaticString = "Token"
    var expiry: StaticString = "Expiration"
  }

  /// Reads an object of JSON; nil for anything else.
  static func tree(_ bytes: [UInt8]) -> Tree? {
    var tree = Tree(source: bytes)
    guard bytes.count <= limit, (try? JSONReader.parse(&tree, in: 0..<bytes.count, depthLimit: 16)) != nil,
      tree.kind(Tree.root) == .mapping
    else { return nil }
    return tree
  }

  /// Keys from an object.
  ///
  /// - Parameter origin: what messages call it: they never repeat what stands in it.
  static func keys(
    _ tree: Tree, at node: Tree.ID = Tree.root, names: Names = Names(), from origin: String
  ) throws(CloudFailure) -> AWSCredentials {
    func word(_ key: StaticString) -> String? {
      guard let found = tree.value(node, key), tree.kind(found) == .string, tree.count(found) > 0 else { return nil }
      return tree.string(found)
    }
    guard let keyID = word(names.keyID), let secret = word(names.secret) else {
      throw strange(origin, "it names no key with its secret")
    }
    var expiry: Instant?
    if let end = tree.value(node, names.expiry), tree.kind(end) != .null {
      // The portal counts milliseconds, all others write RFC 3339.
      expiry = tree.int(end).map { Instant(seconds: Int64($0 / 1000)) } ?? Instant(rfc3339: tree.string(end))
      guard expiry != nil else { throw strange(origin, "when its keys end is no date") }
    }
    return AWSCredentials(keyID: keyID, secret: secret, sessionToken: word(names.token), expiry: expiry)
  }

  static func strange(_ origin: String, _ why: String) -> CloudFailure {
    .credentials("\(origin) does not answer as it should: \(why)", hint: "mend it, or use other credentials")
  }
}
