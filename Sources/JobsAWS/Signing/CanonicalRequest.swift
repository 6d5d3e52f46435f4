import Crypto
package import JobsCloud
import JobsCore

/// A request in the one form in which both sides hash it.
///
/// Source: docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html, 2026-11; proven with the
/// public vectors that botocore 1.44.5 is tested with.
package struct CanonicalRequest: Sendable, Hashable {
  package var method: String
  /// As it is sent, from the first slash on.
  package var path: String
  /// As it is sent, behind the question mark.
  package var query: String
  /// All that are sent, `Host` among them; those that others change on the way are left out by `text`.
  package var fields: [HTTPField]
  package var body: [UInt8]

  package init(method: String, path: String, query: String, fields: [HTTPField], body: [UInt8]) {
    self.method = method
    self.path = path
    self.query = query
    self.fields = fields
    self.body = body
  }

  /// Fields that proxies and tracers add or change, and so nobody signs (botocore 1.44.5, 2026-11).
  package static let neverSigned: Set<String> = [
    "authorization", "baggage", "connection", "expect", "keep-alive", "proxy-authenticate", "proxy-authorization", "te",
    "traceparent", "tracestate", "trailer", "transfer-encoding", "upgrade", "user-agent", "x-amzn-trace-id",
  ]

  /// The text that is hashed.
  package var text: String {
    let signed = signedFields
    let lines = signed.map { "\($0.name):\($0.value)" }
    return [
      method, canonicalPath, canonicalQuery, lines.joined(separator: "\n") + "\n", Self.names(signed),
      SHA256.hash(data: body).withUnsafeBytes { String(hexadecimal: $0) },
    ].joined(separator: "\n")
  }

  /// The names of the fields that are signed, `host;x-amz-date`.
  package var signedNames: String { Self.names(signedFields) }

  private static func names(_ fields: [HTTPField]) -> String { fields.map(\.name).joined(separator: ";") }

  /// By name, each once: values of the same name are joined in the order in which they are sent.
  private var signedFields: [HTTPField] {
    var values: [String: [String]] = [:]
    for field in fields {
      let name = field.name.lowercased()
      guard !Self.neverSigned.contains(name) else { continue }
      values[name, default: []].append(Self.trimmed(field.value))
    }
    return values.map { HTTPField($0.key, $0.value.joined(separator: ",")) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Without white space at the ends, and with one space for many.
  private static func trimmed(_ value: String) -> String {
    value.utf8.split { $0 == 32 || (9...13).contains($0) }.map { String($0) ?? "" }.joined(separator: " ")
  }

  /// Without dots and doubled slashes, and each part encoded once more.
  private var canonicalPath: String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    let end = path.hasSuffix("/") && !parts.isEmpty ? "/" : ""
    return "/" + parts.map { PercentEncoding.encoded(String($0)) }.joined(separator: "/") + end
  }

  /// By name and then value, each encoded.
  private var canonicalQuery: String {
    let pairs: [(name: String, value: String)] = query.split(separator: "&").map { pair in
      let cut = pair.firstIndex(of: "=") ?? pair.endIndex
      return (Self.encodedOnce(pair[..<cut]), Self.encodedOnce(pair[cut...].dropFirst()))
    }
    return pairs.sorted { $0 < $1 }.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
  }

  /// A text that is encoded once, whether it was before or not; one that is badly encoded is taken as plain.
  private static func encodedOnce(_ text: Substring) -> String {
    PercentEncoding.encoded(PercentEncoding.decoded(text).map { String(decoding: $0, as: UTF8.self) } ?? String(text))
  }
}
