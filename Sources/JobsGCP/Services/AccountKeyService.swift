package import JobsCloud
import JobsCore

/// The keys of service accounts (discovery document iam.v1, revision 20261023). Nothing here makes one: what runs on Google
/// Cloud or is known to it by a federation needs none.
package struct AccountKeyService: Sendable {
  private let client: GoogleClient
  private let project: String

  package init(_ client: GoogleClient, project: String) {
    self.client = client
    self.project = project
  }

  // MARK: Reading

  /// The keys of an account, in the service's order; it tells all at once.
  ///
  /// - Parameters:
  ///   - email: of an account of this project.
  ///   - manager: nil for the keys of both.
  package func keys(of email: String, _ manager: AccountKey.Manager? = .user) async throws(CloudFailure) -> [AccountKey]
  {
    let words = "list the keys of service account '\(Terminal.visible(email))'"
    let answer = try await client.call(
      words, .get, .iam, "\(path(email))/keys", query: manager.map { [("keyTypes", $0.rawValue)] } ?? [])
    guard let list = answer.value(Tree.root, "keys") else { return [] }
    return answer.children(list).compactMap { AccountKey(answer, $0) }
  }

  /// nil where there is none, or no such account.
  package func key(_ id: String, of email: String) async throws(CloudFailure) -> AccountKey? {
    do throws(CloudFailure) {
      let answer = try await client.call(words("read", id, email), .get, .iam, path(email, id))
      return AccountKey(answer, Tree.root)
    } catch  where error.cause == .notFound {
      return nil
    }
  }

  // MARK: Writing

  /// Whether nobody can sign in by it from now on. Tokens that were given out serve until they end.
  package func set(_ id: String, of email: String, isDisabled: Bool) async throws(CloudFailure) {
    let verb = isDisabled ? "disable" : "enable"
    _ = try await client.call(
      words(verb, id, email), .post, .iam, "\(path(email, id)):\(verb)", body: Array("{}".utf8), isIdempotent: true)
  }

  /// Takes a key away for good.
  package func delete(_ id: String, of email: String) async throws(CloudFailure) {
    _ = try await client.call(words("delete", id, email), .delete, .iam, path(email, id))
  }

  private func path(_ email: String) -> String { "v1/projects/\(project)/serviceAccounts/\(email)" }

  private func path(_ email: String, _ id: String) -> String { "\(path(email))/keys/\(id)" }

  private func words(_ verb: String, _ id: String, _ email: String) -> String {
    "\(verb) key '\(Terminal.visible(id))' of service account '\(Terminal.visible(email))'"
  }
}
