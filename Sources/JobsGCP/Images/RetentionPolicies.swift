import JobsCore
import JobsDeploy
import JobsManifest

/// The clean-up policies of a repository as one retention: those of an environment, which bear its name and the digest of
/// what was written in their ids, `jobs-prod-keep-0123456789abcdef`, and all others, which stay as they are.
///
/// Source: discovery document artifactregistry.v1, revision 20261031: an id has fewer than 128 characters, and a version that
/// one policy keeps stays, whatever another deletes.
struct RetentionPolicies {
  /// Those of the environment as fields, by what they are for: `cleanupPolicies.keep.action`.
  private(set) var fields: [Resource.Field] = []
  /// The digest in their ids; empty where they do not agree.
  private(set) var applied: String?
  /// The ids of the others, in byte order.
  private(set) var others: [String] = []
  private let tree: Tree

  private static let key = "cleanupPolicies"
  static let dryRun = "cleanupPolicyDryRun"
  private static let prefix = "jobs-"

  /// - Parameter tree: a `Repository`.
  init(_ tree: Tree, of env: String) {
    self.tree = tree
    let layout = FieldLayout()
    for entry in tree.value(Tree.root, key: Self.key).map({ Array(tree.entries($0)) }) ?? [] {
      let id = tree.string(entry.key)
      guard let (part, digest) = Self.part(id, of: env) else {
        others.append(id)
        continue
      }
      applied = applied == nil || applied == digest ? digest : ""
      fields += layout.fields(tree, entry.value).filter { $0.name != "id" }.map {
        Resource.Field("\(Self.key).\(part).\($0.name)", $0.value)
      }
    }
    others.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if !fields.isEmpty { fields.append(Resource.Field(Self.dryRun, Resource.Value(isDryRun))) }
  }

  /// Whether the registry only says what it would delete, for all policies of the repository.
  var isDryRun: Bool { tree.value(Tree.root, key: Self.dryRun).flatMap(tree.bool) ?? false }

  /// What a policy of an environment is for, and the digest in its id; nil for one that is another's.
  private static func part(_ id: String, of env: String) -> (part: String, digest: String)? {
    let start = "\(prefix)\(env)-"
    guard id.hasPrefix(start) else { return nil }
    let words = id.dropFirst(start.count).split(separator: "-", omittingEmptySubsequences: false).map { String($0) }
    guard words.count == 2, Self.parts.contains(words[0]), words[1].utf8.count == [Resource.Field].digestLength else {
      return nil
    }
    return (words[0], words[1])
  }

  private static let parts: Set<String> = ["keep", "tags", "untagged", "old"]

  /// What a retention becomes.
  static func wanted(_ retention: ImageRetention) -> [Resource.Field] {
    var fields: [Resource.Field] = []
    func add(_ path: String, _ value: Resource.Value) { fields.append(Resource.Field("\(key).\(path)", value)) }
    add("keep.action", "KEEP")
    add("keep.mostRecentVersions.keepCount", Resource.Value(retention.keep))
    if !retention.keptTags.isEmpty {
      add("tags.action", "KEEP")
      add("tags.condition.tagState", "TAGGED")
      add("tags.condition.tagPrefixes", Resource.Value(retention.keptTags))
    }
    if let seconds = retention.untaggedSeconds {
      add("untagged.action", "DELETE")
      add("untagged.condition.tagState", "UNTAGGED")
      add("untagged.condition.olderThan", Resource.Value("\(seconds)s"))
    }
    if retention.olderThanSeconds != nil || retention.untaggedSeconds == nil {
      add("old.action", "DELETE")
      add("old.condition.tagState", "ANY")
      if let seconds = retention.olderThanSeconds { add("old.condition.olderThan", Resource.Value("\(seconds)s")) }
    }
    fields.append(Resource.Field(dryRun, Resource.Value(retention.isDryRun)))
    return fields
  }

  /// The keys of a repository that are written.
  static let mask = [key, dryRun]

  /// The repository with other policies of an environment, and everybody else's as they stand.
  ///
  /// - Parameter fields: none to take the environment's away.
  func body(_ fields: [Resource.Field], of env: String) throws(Failure) -> [UInt8] {
    let digest = fields.digest
    var policies: [String: [Resource.Field]] = [:]
    for field in fields where field.name.hasPrefix("\(Self.key).") {
      let path = field.name.dropFirst(Self.key.count + 1)
      guard let dot = path.firstIndex(of: "."), Self.parts.contains(String(path[..<dot])) else {
        throw .usage("'\(Terminal.visible(field.name))' is no field of a retention", hint: "make the plan anew")
      }
      policies[String(path[..<dot]), default: []].append(
        Resource.Field(String(path[path.index(after: dot)...]), field.value))
    }
    let layout = FieldLayout()
    var json = JSONWriter()
    json.beginObject()
    json.key("cleanupPolicies")
    json.beginObject()
    for entry in tree.value(Tree.root, key: Self.key).map({ Array(tree.entries($0)) }) ?? []
    where Self.part(tree.string(entry.key), of: env) == nil {
      json.key(tree.string(entry.key))
      json.value(tree, entry.value)
    }
    for (part, fields) in policies.sorted(by: { $0.key < $1.key }) {
      let id = "\(Self.prefix)\(env)-\(part)-\(digest)"
      json.key(id)
      json.raw(try layout.json([Resource.Field("id", id)] + fields))
    }
    json.endObject()
    json.member(
      "cleanupPolicyDryRun", fields[Self.dryRun].map { $0 == Resource.Value(true) } ?? (isDryRun && !others.isEmpty))
    json.endObject()
    return json.bytes
  }

  /// Why the wanted dry run, or the end of it, cannot be had; nil where it can.
  func obstacle(to fields: [Resource.Field]) -> String? {
    guard let wanted = fields[Self.dryRun], wanted != Resource.Value(isDryRun), let first = others.first else {
      return nil
    }
    return
      "its dry run is \(isDryRun ? "on" : "off") for all its clean-up policies, and others have some there, such as "
      + "'\(Terminal.visible(first))'"
  }
}
