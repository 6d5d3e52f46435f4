import JobsCloud
import JobsCore

extension Lambda {
  /// A page of functions.
  struct Page: Sendable {
    var names: [String]
    /// As `aws lambda list-functions` writes it, as far as an audit needs it.
    var audited: [UInt8]
  }

  /// All functions, page by page.
  func pages() async throws(CloudFailure) -> [Page] {
    let words = "list the functions"
    var pages: [Page] = []
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let tree = try await client.send(
        words,
        AWSClient.REST(
          method: .get, path: Self.functions,
          query: [("MaxItems", "50")] + (token.map { [("Marker", $0)] } ?? [])))
      let names = tree.elements(Tree.root, "Functions").compactMap { tree.words($0, "FunctionName") }
      if !names.isEmpty { pages.append(Page(names: names, audited: WorkloadShape.bytes(tree))) }
      return tree.words(Tree.root, "NextMarker")
    }
    return pages
  }
}
