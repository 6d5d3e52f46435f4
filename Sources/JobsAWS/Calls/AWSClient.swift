import JobsCloud
import JobsCore

/// Makes calls to one service of AWS, in the protocol that it speaks.
package struct AWSClient: Sendable {
  let endpoint: AWSEndpoint
  let calls: CloudClient

  /// One thing that is asked of a service of `rest-json`.
  struct REST: Sendable {
    var method: HTTPRequest.Method
    /// The parts of the path, not encoded.
    var path: [String]
    var query: [(name: String, value: String)] = []
    var fields: [HTTPField] = []
    var body: [UInt8]?
    /// Whether it may be done twice without harm; nil for what the method says.
    var isIdempotent: Bool?
    var secrets: [Secret] = []
    /// Until the first byte of the reply, where the service works for long before it has one.
    var patience: Duration?
  }

  /// Calls a service that speaks `rest-json`.
  ///
  /// - Parameter words: what is done, as it stands behind 'cannot'.
  /// - Returns: the reply as JSON; an empty object for one without a body.
  func send(_ words: String, _ rest: REST) async throws(CloudFailure) -> Tree {
    try json(words, try await response(words, rest))
  }

  /// Calls a service that speaks `rest-json`, where its reply is more than JSON.
  func response(_ words: String, _ rest: REST) async throws(CloudFailure) -> HTTPResponse {
    var address = endpoint.address
    for part in rest.path { address = address.appending(part) }
    for pair in rest.query { address = address.adding(pair.name, pair.value) }
    var request = HTTPRequest(rest.method, address)
    request.fields = rest.fields
    if let body = rest.body {
      request.body = body
      request.fields.append(HTTPField("Content-Type", "application/json"))
    }
    if let isIdempotent = rest.isIdempotent { request.isIdempotent = isIdempotent }
    if let patience = rest.patience {
      request.timeouts.stall = max(request.timeouts.stall, patience)
      request.timeouts.whole = max(request.timeouts.whole, patience + .seconds(30))
    }
    return try await calls.send(CloudCall(words, request, secrets: rest.secrets))
  }

  /// Calls a service that speaks `aws-json-1.1`, or `aws-json-1.0`.
  ///
  /// - Parameter target: what is asked of it, `ResourceGroupsTaggingAPI_20170126.GetResources`.
  func send(
    _ words: String, target: String, version: String = "1.1", body: [UInt8], isIdempotent: Bool,
    secrets: [Secret] = []
  ) async throws(CloudFailure) -> Tree {
    var request = HTTPRequest(.post, endpoint.address)
    request.fields = [
      HTTPField("Content-Type", "application/x-amz-json-\(version)"), HTTPField("X-Amz-Target", target),
    ]
    request.body = body
    request.isIdempotent = isIdempotent
    return try json(words, try await calls.send(CloudCall(words, request, secrets: secrets)))
  }

  /// Calls a service that speaks `aws-json-1.1` with an object, and as often as it takes.
  ///
  /// - Parameters:
  ///   - isIdempotent: false for what must not be sent twice.
  ///   - write: writes the object's members.
  func send(
    _ words: String, target: String, secrets: [Secret] = [], isIdempotent: Bool = true,
    _ write: (inout JSONWriter) -> Void
  ) async throws(CloudFailure) -> Tree {
    var json = JSONWriter()
    json.object(write)
    return try await send(words, target: target, body: json.bytes, isIdempotent: isIdempotent, secrets: secrets)
  }

  /// Calls a service that speaks `aws-query`, or `ec2`.
  ///
  /// - Returns: what stands in the element of the result; where there is none, as in replies of EC2, the whole.
  func send(
    _ words: String, action: String, version: String, _ parameters: [(name: String, value: String)],
    isIdempotent: Bool, secrets: [Secret] = []
  ) async throws(CloudFailure) -> XMLElement {
    var request = HTTPRequest(.post, endpoint.address)
    request.fields = [HTTPField("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")]
    let pairs = [("Action", action), ("Version", version)] + parameters.map { ($0.name, $0.value) }
    request.body = Array(
      pairs.map { "\(PercentEncoding.encoded($0.0))=\(PercentEncoding.encoded($0.1))" }.joined(separator: "&").utf8)
    request.isIdempotent = isIdempotent
    let response = try await calls.send(CloudCall(words, request, secrets: secrets))
    do throws(XMLElement.SyntaxError) {
      let root = try XMLElement(response.body)
      return root["\(action)Result"] ?? root
    } catch {
      throw strange(words, "its reply is no XML at byte \(error.offset): \(error.message)")
    }
  }

  private func json(_ words: String, _ response: HTTPResponse) throws(CloudFailure) -> Tree {
    let bytes = response.body.contains { $0 > 32 } ? response.body : Array("{}".utf8)
    var tree = Tree(source: bytes)
    do throws(JSONReader.SyntaxError) {
      try JSONReader.parse(&tree, in: 0..<bytes.count, depthLimit: 64)
    } catch {
      throw strange(words, "its reply is no JSON at byte \(error.offset): \(error.message)")
    }
    return tree
  }

  /// A reply that is not as the service's own description has it.
  func strange(_ words: String, _ why: String) -> CloudFailure {
    CloudFailure(
      words, CloudFault(.strangeAnswer, why: why, hint: "is \(endpoint.address) AWS, or something in between?"))
  }
}
