import CryptoExtras
import JobsCore
import Testing

/// A key made for one run of the tests; nothing anywhere is opened by it.
struct TestKey: Sendable {
  let privateKey: _RSA.Signing.PrivateKey

  /// Made once, since it takes a while.
  static let shared: TestKey? = (try? _RSA.Signing.PrivateKey(keySize: .bits2048)).map(TestKey.init)

  /// A file of a service account.
  ///
  /// - Parameter more: pairs that are added at the end, with a comma before them.
  func file(tokenAddress: String, more: String = "") -> String {
    let pem = privateKey.pkcs8PEMRepresentation.replacing("\n", with: "\\n")
    return #"""
      {"type": "service_account", "project_id": "acme", "private_key_id": "key-1", "private_key": "\#(pem)",
       "client_email": "ci@acme.iam.gserviceaccount.com", "token_uri": "\#(tokenAddress)"\#(more)}
      """#
  }

  /// The claims of a JWT whose signature is right.
  func claims(of token: String) throws -> (header: Tree, claims: Tree) {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    try #require(parts.count == 3)
    let signature = try #require(Base64.decode(parts[2]))
    let signed = Array("\(parts[0]).\(parts[1])".utf8)
    try #require(
      privateKey.publicKey.isValidSignature(
        _RSA.Signing.RSASignature(rawRepresentation: signature), for: signed, padding: .insecurePKCS1v1_5))
    return (try Self.tree(parts[0]), try Self.tree(parts[1]))
  }

  private static func tree(_ part: Substring) throws -> Tree {
    var tree = Tree(source: try #require(Base64.decode(part)))
    try JSONReader.parse(&tree, in: 0..<tree.source.count)
    return tree
  }
}
