/// By what a resource of this suite is known: whose it is, and how it was written last.
struct OwnerMark: Sendable, Hashable {
  /// The id of the job.
  var owner: String
  var digest: String

  init(owner: String, digest: String) {
    self.owner = owner
    self.digest = digest
  }

  // MARK: Tags

  static let key = "managed-by"
  static let value = "jobs-deploy"
  private static let ownerKey = "jobs-id"
  private static let digestKey = "jobs-digest"
  private static let regionKey = "jobs-region"

  /// The mark as tags; a role, which is in no region, says for which it is.
  func tags(region: String? = nil) -> [String: String] {
    var tags = [Self.key: Self.value, Self.ownerKey: owner, Self.digestKey: digest]
    if let region { tags[Self.regionKey] = region }
    return tags
  }

  /// - Parameter region: for which a role has to be; nil for what is in a region.
  init?(tags: [String: String], region: String? = nil) {
    guard tags[Self.key] == Self.value, let owner = tags[Self.ownerKey], !owner.isEmpty,
      region == nil || tags[Self.regionKey] == region
    else { return nil }
    self.init(owner: owner, digest: tags[Self.digestKey] ?? "")
  }

  // MARK: Text

  /// The mark as a description, for what bears no tags: `jobs-deploy acme/prod/report 0123456789abcdef`.
  var text: String { "\(Self.value) \(owner) \(digest)" }

  init?(text: String?) {
    let words = (text ?? "").split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[0] == Self.value, !words[1].isEmpty else { return nil }
    self.init(owner: String(words[1]), digest: String(words[2]))
  }

  // MARK: Note

  /// What stands in the description of a function: by it a function is found whose tags are not listed yet.
  static func note(_ owner: String) -> String { "\(value) \(owner)" }

  static func isNote(_ text: String) -> Bool { text.hasPrefix("\(value) ") }

  /// As a resource bears it; nil where it was lost.
  var appliedDigest: String? { digest.isEmpty ? nil : digest }
}
