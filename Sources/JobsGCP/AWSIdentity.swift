package import JobsCloud
import JobsCore

/// Signs a request to AWS's service `sts` as whoever this host is there (SigV4). Nothing is sent.
package typealias AWSRequestSigner =
  @Sendable (_ request: HTTPRequest, _ region: String) async -> Result<HTTPRequest, CloudFailure>

/// A host in AWS that shows Google who it is: by a signed question to AWS who asks, which Google then sends
/// (google-auth 2.x, `aws.py`, 2026-11).
struct AWSIdentity: Sendable {
  /// Of the question, with `{region}` for the region.
  private let address: String
  /// Of the host's own metadata: in which zone it is, and where a session begins, which some want first.
  private let zoneAddress: WebAddress?
  private let sessionAddress: WebAddress?

  init(_ file: CredentialFile) throws(Failure) {
    guard try file.required("environment_id") == "aws1" else {
      throw file.unusable("the version of 'environment_id' is not known", hint: "'aws1' is")
    }
    address = try file.required("regional_cred_verification_url")
    zoneAddress = try Self.metadataAddress(file, "region_url")
    sessionAddress = try Self.metadataAddress(file, "imdsv2_session_token_url")
    guard address.contains(Self.mark), question(in: "eu-west-1", audience: "x") != nil else {
      throw file.unusable("'regional_cred_verification_url' is no address of AWS with '\(Self.mark)'")
    }
  }

  private static let mark = "{region}"

  /// Only the metadata servers of instances and this host itself: what they answer is taken for true.
  private static func metadataAddress(_ file: CredentialFile, _ key: StaticString) throws(Failure) -> WebAddress? {
    guard let text = try file.text(key) else { return nil }
    guard let address = try? WebAddress(text),
      address.isLoopback || ["169.254.169.254", "[fd00:ec2::254]"].contains(address.host)
    else { throw file.unusable("'\(key)' is no address of a host's own metadata") }
    return address
  }

  /// The question, unsigned.
  ///
  /// - Parameter audience: for whom it is signed, so that it serves nobody else.
  /// - Returns: nil where it would go anywhere but to AWS.
  func question(in region: String, audience: String) -> HTTPRequest? {
    guard region.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }), !region.isEmpty,
      let whole = try? WebAddress(address.replacing(Self.mark, with: region)), whole.isSecure,
      whole.host.hasPrefix("sts."), [".amazonaws.com", ".amazonaws.com.cn"].contains(where: whole.host.hasSuffix)
    else { return nil }
    var request = HTTPRequest(.post, whole)
    request.fields = [HTTPField("host", whole.host), HTTPField("x-goog-cloud-target-resource", audience)]
    return request
  }

  /// The signed question as Google takes it: JSON, encoded as in an address.
  func token(_ signed: HTTPRequest) -> Secret {
    var json = JSONWriter()
    json.beginObject()
    json.key("headers")
    json.beginArray()
    for field in signed.fields {
      json.beginObject()
      json.member("key", field.name)
      json.member("value", field.value)
      json.endObject()
    }
    json.endArray()
    json.member("method", signed.method.rawValue)
    json.member("url", signed.address.text)
    json.endObject()
    return Secret(WebAddress.encoded(String(decoding: json.bytes, as: UTF8.self)))
  }

  /// In which region the host is: as its environment says, or its metadata.
  func region(_ environment: [String: String], _ client: CloudClient) async throws(CloudFailure) -> String {
    let named = ["AWS_REGION", "AWS_DEFAULT_REGION"].compactMap { environment[$0] }.first { !$0.isEmpty }
    if let named { return named }
    let words = "learn the region of this host in AWS"
    guard let zoneAddress else {
      throw CloudFailure(words, CloudFault(.credentials, why: "nothing says it", hint: "set AWS_REGION"))
    }
    var request = HTTPRequest(.get, zoneAddress)
    request.timeouts.connect = .seconds(2)
    request.isDirect = true
    request.bodyLimit = 1024
    if let sessionAddress {
      var begin = request
      (begin.method, begin.address) = (.put, sessionAddress)
      begin.fields = [HTTPField("x-aws-ec2-metadata-token-ttl-seconds", "300")]
      let session = try await client.send(CloudCall(words, begin)).body
      guard let token = SubjectTokenSource.token(in: session, .text) else { throw Self.strange(words) }
      request.fields = [HTTPField("x-aws-ec2-metadata-token", token.text)]
    }
    // A zone is a region with a letter behind it.
    let zone = try await client.send(CloudCall(words, request)).body
    guard let zone = SubjectTokenSource.token(in: zone, .text), zone.text.utf8.count < 40 else {
      throw Self.strange(words)
    }
    return String(zone.text.dropLast())
  }

  private static func strange(_ words: String) -> CloudFailure {
    CloudFailure(words, CloudFault(.strangeAnswer, why: "its metadata does not say it", hint: "set AWS_REGION"))
  }
}
