/// Walks through the pages of a list.
package struct PageWalk: Sendable {
  /// What is read, as it stands behind 'cannot': `list the jobs of 'acme-prod' in 'europe-west1'`.
  package var words: String
  /// Pages after which a list is no list any more.
  package var limit: Int

  package init(_ words: String, limit: Int = 10_000) {
    self.words = words
    self.limit = limit
  }

  /// Reads page after page, until one names no further.
  ///
  /// A page may be empty and name a further one all the same.
  /// - Parameter page: reads the page of a token, nil for the first, and returns the token of the next; none, or an empty
  ///   one, after the last.
  /// - Throws: what `page` throws; and a failure for a token that comes twice, which would go on for ever.
  package func run(_ page: (String?) async throws(CloudFailure) -> String?) async throws(CloudFailure) {
    var token: String?
    var seen: Set<String> = []
    for _ in 0..<limit {
      guard let next = try await page(token), !next.isEmpty else { return }
      guard seen.insert(next).inserted else { throw strange("a page names one as the next that was read before") }
      token = next
    }
    throw strange("it has more than \(limit) pages")
  }

  private func strange(_ why: String) -> CloudFailure {
    CloudFailure(words, CloudFault(.strangeAnswer, why: why, hint: "try again; tell the cloud if it stays so"))
  }
}
