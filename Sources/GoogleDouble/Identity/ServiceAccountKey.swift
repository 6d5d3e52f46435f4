import Crypto
import CryptoExtras
import FoundationEssentials
package import JobsCore

/// A key of a service account, made for one run of the double: the file for a client, and what checks its signatures.
package struct ServiceAccountKey: Sendable {
  let id: String
  let email: String
  private let privateKey: _RSA.Signing.PrivateKey

  /// - Throws: a failure if there is no randomness to make a key of.
  package init(email: String) throws(Failure) {
    do {
      privateKey = try _RSA.Signing.PrivateKey(keySize: .bits2048)
    } catch {
      throw .world("cannot make a key: \(error)")
    }
    self.email = email
    id = String(hexadecimal: SHA256.hash(data: privateKey.publicKey.derRepresentation).prefix(20).map { $0 })
  }

  /// Whether a signature of RS256 is by this key.
  func isSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    privateKey.publicKey.isValidSignature(
      _RSA.Signing.RSASignature(rawRepresentation: signature), for: SHA256.hash(data: message),
      padding: .insecurePKCS1v1_5)
  }

  /// A signature of RS256, as a client makes it.
  func signature(of message: [UInt8]) throws -> [UInt8] {
    Array(
      try privateKey.signature(for: SHA256.hash(data: message), padding: .insecurePKCS1v1_5).rawRepresentation)
  }

  /// What checks its signatures, as PEM.
  var publicKey: String { privateKey.publicKey.pemRepresentation }

  /// The file that `GOOGLE_APPLICATION_CREDENTIALS` names.
  ///
  /// - Parameter tokenAddress: of the double's token endpoint.
  func file(project: String, tokenAddress: String) -> JSONValue {
    [
      "type": "service_account", "project_id": .string(project), "private_key_id": .string(id),
      "private_key": .string(privateKey.pkcs8PEMRepresentation + "\n"), "client_email": .string(email),
      "client_id": .string(World.number(ofProject: email)), "token_uri": .string(tokenAddress),
      "universe_domain": "googleapis.com",
    ]
  }
}
