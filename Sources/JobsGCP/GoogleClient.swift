package import JobsCloud
package import JobsCore

/// Calls to the APIs of Google Cloud: JSON there and back (cloud.google.com/apis/docs/http).
package struct GoogleClient: Sendable {
  private let client: CloudClient
  private let endpoints: GoogleEndpoints
  /// The project that pays for the calls and whose quota counts; nil for that of the resource.
  private let quotaProject: String?

  package init(_ client: CloudClient, _ endpoints: GoogleEndpoints, quotaProject: String? = nil) {
    self.client = client
    self.endpoints = endpoints
    self.quotaProject = quotaProject
  }

  /// Makes a call and reads its answer, which is an object.
  ///
  /// - Parameters:
  ///   - words: what is done, as it stands behind 'cannot'.
  ///   - path: without a slash before it; names in it are written as they are.
  ///   - isRepeatable: whether it may reach the service twice without harm; nil for what HTTP says of the method.
  @discardableResult
  package func call(
    _ words: String, _ method: HTTPRequest.Method, _ api: GoogleAPI, _ path: String,
    query: [(name: String, value: String)] = [], body: [UInt8]? = nil, isRepeatable: Bool? = nil
  ) async throws(CloudFailure) -> Tree {
    var request: HTTPRequest
    do throws(Failure) {
      request = HTTPRequest(method, try endpoints.address(api, path, query: query))
    } catch {
      throw CloudFailure(words, CloudFault(.other, why: error.message, hint: error.hint))
    }
    request.fields = [HTTPField("Accept", "application/json")]
    if let quotaProject { request.fields.append(HTTPField("x-goog-user-project", quotaProject)) }
    if let body {
      request.fields.append(HTTPField("Content-Type", "application/json"))
      request.body = body
    }
    request.bodyLimit = Self.bodyLimit
    if let isRepeatable { request.isIdempotent = isRepeatable }
    let response = try await client.send(CloudCall(words, request))
    var tree = Tree(source: response.body)
    do throws(JSONReader.SyntaxError) {
      try JSONReader.parse(&tree, in: 0..<tree.source.count, depthLimit: Self.depthLimit)
    } catch {
      throw Self.strange(words, "its answer is no JSON: \(error.message)")
    }
    guard tree.kind(Tree.root) == .mapping else { throw Self.strange(words, "its answer is no object") }
    return tree
  }

  /// A page of a thousand jobs with a thousand variables each has less, in bytes.
  private static let bodyLimit = 64 << 20
  private static let depthLimit = 64

  private static func strange(_ words: String, _ why: String) -> CloudFailure {
    CloudFailure(
      words, CloudFault(.strangeAnswer, why: why, hint: "look whether something between here and Google answers"))
  }

  // MARK: Lists

  /// Reads a list page by page.
  ///
  /// - Parameters:
  ///   - key: under which a page has its elements; a page without it has none.
  ///   - take: takes each element, by its page and its place there.
  package func list(
    _ words: String, _ api: GoogleAPI, _ path: String, key: String, pageSize: Int, _ take: (Tree, Tree.ID) -> Void
  ) async throws(CloudFailure) {
    try await PageWalk(words).run { token throws(CloudFailure) in
      let query = [("pageSize", String(pageSize))] + (token.map { [("pageToken", $0)] } ?? [])
      let page = try await call(words, .get, api, path, query: query)
      if let list = page.value(Tree.root, key: key) {
        for element in page.children(list) { take(page, element) }
      }
      return page.value(Tree.root, "nextPageToken").map(page.string)
    }
  }

  // MARK: Operations

  /// Waits for an operation to end (google.longrunning.Operation).
  ///
  /// - Parameters:
  ///   - version: of the API, with which the paths of its operations begin.
  ///   - operation: as the call that began it answered.
  package func finish(
    _ words: String, _ api: GoogleAPI, version: String, _ operation: Tree
  ) async throws(CloudFailure) {
    guard let name = operation.value(Tree.root, "name").map(operation.string) else {
      throw Self.strange(words, "its answer is no operation")
    }
    var last: Tree? = operation
    try await OperationWait(deadline: .seconds(600)).value(words, clock: client.clock) {
      () async throws(CloudFailure) -> OperationWait.Status<Void> in
      let current: Tree
      if let begun = last { current = begun } else { current = try await call(words, .get, api, "\(version)/\(name)") }
      last = nil
      guard current.value(Tree.root, "done").flatMap(current.bool) == true else { return .running(nil) }
      guard let error = current.value(Tree.root, "error") else { return .done(()) }
      return .failed(GoogleFault.fault(of: current, error, status: nil))
    }
  }
}
