import Crypto
package import JobsCloud
package import JobsCore

/// Signs requests by Signature Version 4 of AWS. Pure: the time is handed in.
///
/// Source: docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html, 2026-11. The canonical path is that of every
/// service but S3, which encodes its paths once.
package struct SigV4: Sendable, Hashable {
  /// `eu-west-1`.
  package var region: String
  /// By which the service knows itself in signatures, such as `lambda`.
  package var service: String

  package init(region: String, service: String) {
    self.region = region
    self.service = service
  }

  static let algorithm = "AWS4-HMAC-SHA256"

  /// The request with what proves who sends it: `X-Amz-Date`, `X-Amz-Security-Token` and `Authorization`, in place of any
  /// that it has.
  ///
  /// All fields are signed but those that others change on the way.
  package func sign(_ request: HTTPRequest, by credentials: AWSCredentials, at now: Instant) -> HTTPRequest {
    var signed = request
    signed.fields.removeAll { ["authorization", "x-amz-date", "x-amz-security-token"].contains($0.name.lowercased()) }
    signed.fields.append(HTTPField("X-Amz-Date", now.awsDate))
    if let token = credentials.sessionToken { signed.fields.append(HTTPField("X-Amz-Security-Token", token.text)) }
    let hasHost = signed.fields.contains { $0.name.lowercased() == "host" }
    let canonical = CanonicalRequest(
      method: request.method.rawValue, path: request.address.path, query: request.address.query ?? "",
      fields: signed.fields + (hasHost ? [] : [HTTPField("Host", request.address.authority)]), body: request.body)
    signed.fields.append(HTTPField("Authorization", authorization(for: canonical, by: credentials, at: now)))
    return signed
  }

  /// The value of `Authorization`.
  package func authorization(
    for request: CanonicalRequest, by credentials: AWSCredentials, at now: Instant
  ) -> String {
    let scope = scope(at: now)
    let signature = signature(of: stringToSign(request.text, at: now), secret: credentials.secret.text, at: now)
    return "\(Self.algorithm) Credential=\(credentials.keyID)/\(scope), SignedHeaders=\(request.signedNames), "
      + "Signature=\(signature)"
  }

  /// Algorithm, time, scope and the hash of a canonical request, a line each.
  package func stringToSign(_ canonical: String, at now: Instant) -> String {
    let hash = SHA256.hash(data: Array(canonical.utf8)).withUnsafeBytes { String(hexadecimal: $0) }
    return [Self.algorithm, now.awsDate, scope(at: now), hash].joined(separator: "\n")
  }

  private func scope(at now: Instant) -> String { "\(now.awsDate.prefix(8))/\(region)/\(service)/aws4_request" }

  /// In hexadecimal, by the key that is made of the secret, the day, the region and the service.
  private func signature(of text: String, secret: String, at now: Instant) -> String {
    var key = Array("AWS4\(secret)".utf8)
    for part in [String(now.awsDate.prefix(8)), region, service, "aws4_request"] { key = Self.hmac(part, key) }
    return String(hexadecimal: Self.hmac(text, key))
  }

  private static func hmac(_ text: String, _ key: [UInt8]) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: SymmetricKey(data: key)))
  }
}
