import JobsCloud
import JobsCore

/// One collection of resources of a service: what all services have in common, in words of one form.
struct GoogleFolder: Sendable {
  private let client: GoogleClient
  private let api: GoogleAPI
  /// With which paths begin: `v2`.
  private let version: String
  /// What has the collection: `projects/acme-prod/locations/europe-west1`.
  private let parent: String
  /// Its last part: `jobs`.
  private let collection: String
  /// The key of a page's list, where it is not the collection's own name.
  private let key: String
  /// One of them, and all: `log metric`, `log metrics`.
  private let nouns: (one: String, all: String)
  /// `'acme-prod' in 'europe-west1'`.
  private let place: String
  private let pageSize: Int
  /// Whether what changes something answers with an operation, which is waited for.
  private let isLongRunning: Bool

  /// - Parameters:
  ///   - region: nil for what a project has once.
  ///   - pageSize: what a page has at most; the service may give fewer.
  init(
    _ client: GoogleClient, _ api: GoogleAPI, _ version: String, project: String, region: String? = nil,
    _ collection: String, key: String? = nil, _ one: String, _ all: String, pageSize: Int, isLongRunning: Bool = false
  ) {
    self.client = client
    self.api = api
    self.version = version
    parent = "projects/\(project)" + (region.map { "/locations/\($0)" } ?? "")
    self.collection = collection
    self.key = key ?? collection
    nouns = (one, all)
    place = "'\(project)'" + (region.map { " in '\($0)'" } ?? "")
    self.pageSize = pageSize
    self.isLongRunning = isLongRunning
  }

  /// One as the service names it.
  func name(_ id: String) -> String { "\(parent)/\(collection)/\(id)" }

  /// Where the API has one.
  func path(_ id: String) -> String { "\(version)/\(name(id))" }

  /// What is done, as it stands behind 'cannot'.
  func words(_ verb: String, _ id: String) -> String { "\(verb) \(nouns.one) '\(Terminal.visible(id))' of \(place)" }

  // MARK: Reading

  /// All of them, page by page.
  ///
  /// - Parameter take: takes each, by its page and its place there.
  func list(_ take: (Tree, Tree.ID) -> Void) async throws(CloudFailure) {
    try await client.list(
      "list the \(nouns.all) of \(place)", api, "\(version)/\(parent)/\(collection)", key: key, pageSize: pageSize, take
    )
  }

  /// All of a collection that one of them has.
  func list(
    _ verb: String, of id: String, _ collection: String, _ take: (Tree, Tree.ID) -> Void
  ) async throws(CloudFailure) {
    try await client.list(
      words(verb, id), api, "\(path(id))/\(collection)", key: collection, pageSize: pageSize, take)
  }

  /// nil where there is none.
  func find(_ id: String) async throws(CloudFailure) -> Tree? {
    do throws(CloudFailure) {
      return try await client.call(words("read", id), .get, api, path(id))
    } catch  where error.cause == .notFound {
      return nil
    }
  }

  // MARK: Writing

  /// Nothing is made twice: where an attempt was done whose answer got lost, the next finds that it exists.
  ///
  /// - Parameters:
  ///   - parameter: of the query that has the id; nil where the body has it.
  ///   - secrets: what the body holds that no message may repeat.
  ///   - isIdempotent: false where the service makes up the id, so that each call makes one more.
  @discardableResult
  func create(
    _ id: String, by parameter: String? = nil, _ body: [UInt8], secrets: [Secret] = [], isIdempotent: Bool = true
  ) async throws(CloudFailure) -> Tree {
    try await change(
      words("create", id), .post, "\(version)/\(parent)/\(collection)", query: parameter.map { [($0, id)] } ?? [], body,
      secrets: secrets, isIdempotent: isIdempotent ? true : nil)
  }

  /// - Parameter mask: the keys of the root that are written, those that the body leaves out become what nobody chose; nil
  ///   to write it as a whole.
  @discardableResult
  func update(
    _ id: String, _ body: [UInt8], mask: [String]? = nil, secrets: [Secret] = []
  ) async throws(CloudFailure) -> Tree {
    try await change(
      words("update", id), .patch, path(id), query: mask.map { [("updateMask", $0.joined(separator: ","))] } ?? [],
      body,
      secrets: secrets, isIdempotent: true)
  }

  /// Writes one as a whole, by its own path.
  func put(_ verb: String, _ id: String, _ body: [UInt8]) async throws(CloudFailure) {
    try await change(words(verb, id), .put, path(id), body)
  }

  /// Has something done to one that may be asked twice: `pause`, `disable`.
  func act(_ verb: String, _ id: String) async throws(CloudFailure) {
    try await change(words(verb, id), .post, "\(path(id)):\(verb)", Array("{}".utf8), isIdempotent: true)
  }

  func delete(_ id: String, query: [(name: String, value: String)] = []) async throws(CloudFailure) {
    try await change(words("delete", id), .delete, path(id), query: query, nil)
  }

  /// - Returns: the answer, or the operation as it ended.
  @discardableResult
  private func change(
    _ words: String, _ method: HTTPRequest.Method, _ path: String, query: [(name: String, value: String)] = [],
    _ body: [UInt8]?, secrets: [Secret] = [], isIdempotent: Bool? = nil
  ) async throws(CloudFailure) -> Tree {
    let answer = try await client.call(
      words, method, api, path, query: query, body: body, secrets: secrets, isIdempotent: isIdempotent)
    return isLongRunning ? try await client.finish(words, api, version: version, answer) : answer
  }
}
