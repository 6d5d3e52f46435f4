/// Where a provider acts, and as whom.
package struct Place: Sendable, Hashable {
  /// What a provider is: `host.crontab`, `gcp.run`.
  package var kind: String
  /// Who acts.
  package var identity: String
  /// Whose the place is: the name of a host, a Google Cloud project, an AWS account.
  package var account: String
  /// What tells it from other places of its kind, as its ids have it: a path without the slash before it, a region.
  package var key: String
  /// What is written there, in words: `the crontab of 'alice'`, `Cloud Run in 'europe-west1'`.
  package var name: String

  /// The place, whoever acts there.
  package var address: [String] { [kind, account, key] }

  package init(kind: String, identity: String, account: String, key: String, name: String) {
    self.kind = kind
    self.identity = identity
    self.account = account
    self.key = key
    self.name = name
  }
}
