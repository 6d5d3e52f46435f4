package import JobsCloud
package import JobsCore

/// Calls the services of Google: JSON in, JSON out, faults in words.
package struct GoogleClient: Sendable {
  let client: CloudClient
  /// Who acts, for hints.
  let identity: String?
  private let endpoints: GoogleEndpoints
  private let quotaProject: String?
  /// Hears of an operation that goes on, after each look from ten seconds on: what is done, and how long it takes so far.
  package var onWait: (@Sendable (_ words: String, _ past: Duration) -> Void)?

  /// - Parameters:
  ///   - signer: who acts.
  ///   - identity: the same in words for hints, `ci@acme.iam.gserviceaccount.com`; nil where it is not known.
  ///   - quotaProject: the project that pays for calls, where it is not the resource's own.
  ///   - budget: one for all clients of a run.
  package init(
    _ transport: any Transport, signer: any RequestSigner, identity: String? = nil, endpoints: GoogleEndpoints,
    quotaProject: String? = nil, budget: RetryBudget, limiter: CallLimiter? = nil, clock: CallClock = .system,
    tally: CallTally = CallTally()
  ) {
    client = CloudClient(
      transport, signer: signer, retry: .google, budget: budget, limiter: limiter, clock: clock, tally: tally
    ) { response, call, clock in
      GoogleFault.verdict(on: response, of: call, identity: identity, now: clock.now())
    }
    self.identity = identity
    self.endpoints = endpoints
    self.quotaProject = quotaProject
  }

  /// What the calls amounted to.
  package var tally: CallTally { client.tally }

  /// Makes one call.
  ///
  /// - Parameters:
  ///   - words: what is done, as it stands behind 'cannot': `read job 'nightly-report' in 'europe-west1'`.
  ///   - path: below the endpoint, version first; see `GooglePath`.
  ///   - body: JSON, or nothing.
  ///   - secrets: what the body holds that no message may repeat.
  ///   - isIdempotent: whether it may reach the service twice without harm; nil to tell by the method.
  ///   - isQuestion: whether it changes nothing, though its method would: `testIamPermissions`, `entries:list`.
  /// - Returns: what the service answers; an empty mapping where it says nothing.
  package func call(
    _ words: String, _ method: HTTPRequest.Method, _ api: GoogleAPI, _ path: String,
    query: [(name: String, value: String)] = [], body: [UInt8]? = nil, secrets: [Secret] = [],
    isIdempotent: Bool? = nil, isQuestion: Bool = false
  ) async throws(CloudFailure) -> Tree {
    var request: HTTPRequest
    var client = client
    do throws(Failure) {
      let endpoint = try endpoints.endpoint(of: api)
      request = HTTPRequest(method, try GooglePath.address(endpoint.root, path, query))
      if endpoint.isAnonymous { client.signer = nil }
    } catch {
      throw CloudFailure(words, CloudFault(.invalid([]), why: error.message, hint: error.hint))
    }
    request.bodyLimit = Self.bodyLimit
    request.fields.append(HTTPField("Accept", "application/json"))
    if let body {
      request.fields.append(HTTPField("Content-Type", "application/json"))
      request.body = body
    }
    if let quotaProject { request.fields.append(HTTPField("x-goog-user-project", quotaProject)) }
    if let isIdempotent { request.isIdempotent = isIdempotent }
    if isQuestion { request.isIdempotent = true }
    let response = try await client.send(
      CloudCall(words, request, secrets: secrets, changesThings: isQuestion ? false : nil))
    return try Self.tree(response.body, words)
  }

  /// Bytes; a page of a thousand jobs with long manifests fits.
  private static let bodyLimit = 64 << 20

  private static func tree(_ body: [UInt8], _ words: String) throws(CloudFailure) -> Tree {
    let isEmpty = body.allSatisfy { $0 == 32 || (9...13).contains($0) }
    let bytes = isEmpty ? Array("{}".utf8) : body
    var tree = Tree(source: bytes)
    do throws(JSONReader.SyntaxError) {
      try JSONReader.parse(&tree, in: 0..<bytes.count)
    } catch {
      throw CloudFailure(words, CloudFault(.strangeAnswer, why: "the answer is no JSON: \(error.message)"))
    }
    guard tree.kind(Tree.root) == .mapping else {
      throw CloudFailure(words, CloudFault(.strangeAnswer, why: "the answer is no JSON object"))
    }
    return tree
  }
}

extension CallRetry {
  /// Attempts and waits for Google's services. Their quotas are counted by the minute, and so the last waits are long.
  static let google = CallRetry(
    attempts: 7, base: .seconds(1), cap: .seconds(60), obedience: .fully(upTo: .seconds(120)), patience: .seconds(240))
}
