import JobsCloud
import JobsCore

extension Lambda {
  /// Who may call a function, as `aws lambda get-policy` writes it; nil where nobody was ever let.
  func policy(of name: String) async throws(CloudFailure) -> [UInt8]? {
    let words = "read the policy of function '\(name)'"
    do throws(CloudFailure) {
      let tree = try await client.send(
        words, AWSClient.REST(method: .get, path: Self.functions + [name, "policy"]))
      guard let policy = tree.words(Tree.root, "Policy") else { throw client.strange(words, "its reply has no policy") }
      var json = JSONWriter()
      json.object { json in
        json.member("Policy", policy)
        json.optional("RevisionId", tree.words(Tree.root, "RevisionId"))
      }
      return json.bytes
    } catch  where error.cause == .notFound {
      return nil
    }
  }
}
