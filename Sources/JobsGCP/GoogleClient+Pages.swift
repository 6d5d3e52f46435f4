package import JobsCloud
package import JobsCore

extension GoogleClient {
  /// Reads a list, page by page.
  ///
  /// - Parameters:
  ///   - words: `list the jobs of 'acme-prod' in 'europe-west1'`.
  ///   - key: of the list in a page; a page may be without.
  ///   - pageSize: asked for; the service may give fewer.
  ///   - take: takes each element, by its page and its place there.
  package func list(
    _ words: String, _ api: GoogleAPI, _ path: String, key: String, query: [(name: String, value: String)] = [],
    pageSize: Int, _ take: (Tree, Tree.ID) -> Void
  ) async throws(CloudFailure) {
    try await PageWalk(words).run { token throws(CloudFailure) in
      // Without the spaces that are for people, which would be a third of the bytes.
      var query = query + [("pageSize", "\(pageSize)"), ("prettyPrint", "false")]
      if let token { query.append(("pageToken", token)) }
      let page = try await call(words, .get, api, path, query: query)
      if let list = page.value(Tree.root, key: key) {
        for element in page.children(list) { take(page, element) }
      }
      return page.value(Tree.root, "nextPageToken").map(page.string)
    }
  }
}
