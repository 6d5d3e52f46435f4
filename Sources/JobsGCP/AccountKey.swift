package import JobsCore

/// A key of a service account as it is seen from outside (`ServiceAccountKey`, iam.v1, revision 20261023). Its private part
/// is told once, to whoever had it made, and is never here.
package struct AccountKey: Hashable, Sendable {
  /// Whose business it is to rotate and to keep it.
  package enum Manager: String, Sendable {
    /// Made or brought by users, who have its private part.
    case user = "USER_MANAGED"
    /// Google's own, which nobody has, and which it rotates itself.
    case system = "SYSTEM_MANAGED"
  }

  /// 40 hexadecimal digits.
  package var id: String
  /// `report@acme-prod.iam.gserviceaccount.com`.
  package var account: String
  /// nil for a kind that is not known here.
  package var manager: Manager?
  /// Whether somebody brought its public part, so that Google never saw the private one.
  package var isUploaded: Bool
  /// Since when it serves: when it was made, for one that Google made.
  package var created: Instant?
  /// Until when it serves; nil for a key without an end, which the service writes as the last second of the year 9999.
  package var expiry: Instant?
  package var isDisabled: Bool
  /// Why it is disabled, without what all the names have in common: `USER_INITIATED`, `EXPOSED`, `COMPROMISE_DETECTED`.
  package var disableReason: String?

  /// nil for what has no name of a key.
  init?(_ tree: Tree, _ node: Tree.ID) {
    func text(_ key: StaticString) -> String? { tree.value(node, key).map(tree.string) }
    // projects/P/serviceAccounts/EMAIL/keys/ID
    let parts = text("name")?.split(separator: "/").map(String.init) ?? []
    guard parts.count == 6, parts[4] == "keys" else { return nil }
    (account, id) = (parts[3], parts[5])
    manager = text("keyType").flatMap(Manager.init(rawValue:))
    isUploaded = text("keyOrigin") == "USER_PROVIDED"
    created = text("validAfterTime").flatMap { Instant(rfc3339: $0) }
    expiry = text("validBeforeTime").flatMap { $0.hasPrefix("9999-") ? nil : Instant(rfc3339: $0) }
    isDisabled = tree.value(node, "disabled").flatMap(tree.bool) ?? false
    disableReason = text("disableReason").map {
      $0.hasPrefix(Self.reason) ? String($0.dropFirst(Self.reason.utf8.count)) : $0
    }
  }

  private static let reason = "SERVICE_ACCOUNT_KEY_DISABLE_REASON_"
}
