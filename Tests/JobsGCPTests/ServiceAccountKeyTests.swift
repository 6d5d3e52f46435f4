import CryptoExtras
import Glibc
import JobsCloud
import JobsCore
import TestSupport
import Testing

@testable import JobsGCP

@Suite struct ServiceAccountKeyTests {
  private func key(_ text: String) throws -> ServiceAccountKey {
    try ServiceAccountKey(CredentialFile(path: "/key.json", Array(text.utf8)))
  }

  @Test func `the assertion says who asks for what, for an hour, whatever the token's address is`() throws {
    let test = try #require(TestKey.shared)
    let key = try key(test.file(tokenAddress: "http://127.0.0.1:1/token"))
    let now = Instant(seconds: 1_800_000_000)
    let assertion = try #require(key.assertion(scope: "a b", now: now))
    let (header, claims) = try test.claims(of: assertion.text)
    #expect(String(decoding: header.source, as: UTF8.self) == #"{"alg":"RS256","typ":"JWT","kid":"key-1"}"#)
    #expect(
      String(decoding: claims.source, as: UTF8.self)
        == #"{"iss":"ci@acme.iam.gserviceaccount.com","scope":"a b","aud":"https://oauth2.googleapis.com/token","#
        + #""iat":1800000000,"exp":1800003600}"#)
  }

  @Test(.enabled(if: access("/usr/bin/openssl", X_OK) == 0, "'openssl' is not installed"))
  func `another program takes the signature for right`() async throws {
    let test = try #require(TestKey.shared)
    let assertion = try #require(
      try key(test.file(tokenAddress: "https://x.example")).assertion(scope: "s", now: Instant(seconds: 1)))
    let parts = assertion.text.split(separator: ".")
    let folder = TemporaryFolder()
    folder.write("public.pem", test.privateKey.publicKey.pemRepresentation)
    folder.write("signed", "\(parts[0]).\(parts[1])")
    let signature = try #require(Base64.decode(parts[2]))
    let fd = open(folder.file("signature"), O_WRONLY | O_CREAT, 0o600)
    #expect(FileBytes.writeAll(fd, signature) == 0)
    close(fd)
    let path = folder.path
    let status = try await aside {
      system(
        "/usr/bin/openssl dgst -sha256 -verify \(path)/public.pem -signature \(path)/signature \(path)/signed >/dev/null"
      )
    }
    #expect(status == 0)
  }

  @Test func `a key in the older form serves, and one that is too short does not`() throws {
    let test = try #require(TestKey.shared)
    let pem = test.privateKey.pemRepresentation.replacing("\n", with: "\\n")
    let own = test.privateKey.pkcs8PEMRepresentation.replacing("\n", with: "\\n")
    #expect(pem.contains("BEGIN RSA PRIVATE KEY") && own.contains("BEGIN PRIVATE KEY"))
    let text = test.file(tokenAddress: "https://x.example")
    let other = try key(text.replacing(own, with: pem))
    #expect(try #require(other.assertion(scope: "s", now: Instant(seconds: 1))).text.contains("."))
    let short = try _RSA.Signing.PrivateKey(unsafeKeySize: .init(bitCount: 1024)).pemRepresentation.replacing(
      "\n", with: "\\n")
    let failure = #expect(throws: Failure.self) { try key(text.replacing(own, with: short)) }
    #expect(failure?.message.contains("'private_key' is no RSA key of 2048 bits or more in PEM") == true)
  }
}
