import JobsCloud
import JobsCore

extension Batch {
  /// All job definitions that can be run, as `aws batch describe-job-definitions` writes them, as far as an audit needs them; a value
  /// a page.
  func auditedDefinitions() async throws(CloudFailure) -> [[UInt8]] {
    let words = "list the job definitions"
    var pages: [[UInt8]] = []
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      var json = JSONWriter()
      json.object { json in
        json.member("status", "ACTIVE")
        json.member("maxResults", 100)
        json.optional("nextToken", token)
      }
      let tree = try await client.send(
        words,
        AWSClient.REST(method: .post, path: ["v1", "describejobdefinitions"], body: json.bytes, isIdempotent: true))
      if !tree.elements(Tree.root, "jobDefinitions").isEmpty { pages.append(WorkloadShape.bytes(tree)) }
      return tree.words(Tree.root, "nextToken")
    }
    return pages
  }
}
