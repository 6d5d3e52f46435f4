import JobsCore
import JobsDeploy

/// By what a resource of this suite is known: whose it is, how it was written last, and since when it is out of use.
struct OwnerMark: Sendable, Hashable {
  /// The id of the job.
  var owner: String
  var digest: String
  /// `2026-11-21`; nil where it is in use.
  var quarantined: String?

  init(owner: String, digest: String, quarantined: String? = nil) {
    self.owner = owner
    self.digest = digest
    self.quarantined = quarantined
  }

  /// - Parameter fields: as they are to be written.
  init(owner: String, _ fields: [Resource.Field]) {
    self.init(owner: owner, digest: fields.digest, quarantined: fields[Self.field]?.text)
  }

  // MARK: Out of use

  /// The name under which the day is a field: one that is never wanted, so that a job that comes back takes it away.
  static let field = "quarantined"

  /// The day as a field; none where it is in use.
  var fields: [Resource.Field] { quarantined.map { [Resource.Field(Self.field, $0)] } ?? [] }

  // MARK: Tags

  static let key = "managed-by"
  static let value = "jobs-deploy"
  private static let ownerKey = "jobs-id"
  private static let digestKey = "jobs-digest"
  private static let regionKey = "jobs-region"
  private static let quarantineKey = "jobs-quarantined"

  /// The mark as tags; a role, which is in no region, says for which it is.
  func tags(region: String? = nil) -> [String: String] {
    var tags = [Self.key: Self.value, Self.ownerKey: owner, Self.digestKey: digest]
    if let region { tags[Self.regionKey] = region }
    if let quarantined { tags[Self.quarantineKey] = quarantined }
    return tags
  }

  /// The keys of all tags that are ours.
  static let tagKeys = [key, ownerKey, digestKey, quarantineKey] + CodeNote.tagKeys

  /// The tags that this mark has not, and an older one may have left.
  var staleTags: [String] { quarantined == nil ? [Self.quarantineKey] : [] }

  /// - Parameter region: for which a role has to be; nil for what is in a region.
  init?(tags: [String: String], region: String? = nil) {
    guard tags[Self.key] == Self.value, let owner = tags[Self.ownerKey], !owner.isEmpty,
      region == nil || tags[Self.regionKey] == region
    else { return nil }
    self.init(owner: owner, digest: tags[Self.digestKey] ?? "", quarantined: tags[Self.quarantineKey])
  }

  // MARK: Text

  /// The mark as a description, for what bears no tags: `jobs-deploy acme/prod/report 0123456789abcdef`, and behind it the
  /// day from which it is out of use.
  var text: String { "\(Self.value) \(owner) \(digest)\(quarantined.map { " \($0)" } ?? "")" }

  init?(text: String?) {
    let words = (text ?? "").split(separator: " ", omittingEmptySubsequences: false)
    guard 3...4 ~= words.count, words[0] == Self.value, !words[1].isEmpty else { return nil }
    var day: String?
    if words.count == 4 {
      day = String(words[3])
      guard day.flatMap(CivilDate.init(text:)) != nil else { return nil }
    }
    self.init(owner: String(words[1]), digest: String(words[2]), quarantined: day)
  }

  // MARK: Note

  /// What stands in the description of a function: by it a function is found whose tags are not listed yet.
  static func note(_ owner: String) -> String { "\(value) \(owner)" }

  static func isNote(_ text: String) -> Bool { text.hasPrefix("\(value) ") }

  /// As a resource bears it; nil where it was lost.
  var appliedDigest: String? { digest.isEmpty ? nil : digest }
}

extension [Resource.Field] {
  var withoutQuarantine: [Resource.Field] { filter { $0.name != OwnerMark.field } }
}
