import JobsCore
import JobsDeploy

/// The rules by which one environment keeps images of a repository, between ECR's policies and the fields of a resource. Pure.
///
/// A repository has one policy, in which rules of others may stand. Ours are known by their descriptions, which have the mark
/// and behind it what the rule is for; the others stay as they are, at their priorities.
///
/// Each image goes by one rule at most, and one whose tags a rule selects is safe from all rules of lower priority
/// (docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html, 2026-11).
enum LifecycleDocument {
  private static let layout = FieldLayout(lists: ["rules": .key(slot)])
  /// Not of the API: what a rule is for.
  private static let slot = "for"

  // MARK: Wanted

  /// The rules by which images without a tag go after some days, and all others stay.
  static func fields(untaggedDays: Int) -> [Resource.Field] {
    Rule("untagged", status: "untagged", count: .days(untaggedDays)).fields
  }

  /// The rules by which only the newest images stay, and those with a tag that begins in one of some ways.
  static func fields(newest: Int, keepTags: [String]) -> [Resource.Field] {
    let held = keepTags.map { Rule("tag \($0)", status: "tagged", prefix: $0, count: .images(Self.all)) }
    return (held + [Rule("others", status: "any", count: .images(newest))]).flatMap(\.fields)
  }

  /// More images than a repository can have (docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html, 2026-11).
  private static let all = 1_000_000

  private struct Rule {
    enum Count {
      case images(Int)
      case days(Int)
    }

    var fields: [Resource.Field] = []

    init(_ slot: String, status: String, prefix: String? = nil, count: Count) {
      let rule = FieldLayout.path("rules", element: slot)
      func add(_ key: String, _ value: Resource.Value) {
        fields.append(Resource.Field("\(rule).selection.\(key)", value))
      }
      add("tagStatus", Resource.Value(status))
      if let prefix { add("tagPrefixList", Resource.Value([prefix])) }
      switch count {
      case .images(let number):
        add("countType", "imageCountMoreThan")
        add("countNumber", Resource.Value(number))
      case .days(let number):
        add("countType", "sinceImagePushed")
        add("countUnit", "days")
        add("countNumber", Resource.Value(number))
      }
      fields.append(Resource.Field("\(rule).action.type", "expire"))
    }
  }

  // MARK: Live

  /// The rules of an owner as a resource; nil where a policy has none.
  static func resource(_ policy: [UInt8], id: String, owner: String) -> LiveResource? {
    guard let tree = tree(policy) else { return nil }
    var json = JSONWriter()
    json.beginObject()
    json.key("rules")
    json.beginArray()
    var digests: Set<String> = []
    for rule in tree.elements(Tree.root, "rules") {
      guard let (mark, purpose) = mark(tree, rule), mark.owner == owner else { continue }
      digests.insert(mark.digest)
      json.beginObject()
      json.key(slot)
      json.value(purpose)
      for entry in tree.entries(rule) where !isOfPlace(tree.string(entry.key)) {
        json.key(tree.string(entry.key))
        json.value(tree, entry.value)
      }
      json.endObject()
    }
    json.endArray()
    json.endObject()
    guard !digests.isEmpty, let own = Self.tree(json.bytes) else { return nil }
    return LiveResource(
      id: id, owner: owner, fields: layout.fields(own), appliedDigest: digests.count == 1 ? digests.first : nil)
  }

  /// Whether a key says which rule it is and where it stands, and not what it does.
  private static func isOfPlace(_ key: String) -> Bool { key == "rulePriority" || key == "description" }

  private static func mark(_ tree: Tree, _ rule: Tree.ID) -> (OwnerMark, purpose: String)? {
    let words = (tree.words(rule, "description") ?? "").split(
      separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
    guard words.count == 4, let mark = OwnerMark(text: words[..<3].joined(separator: " ")) else { return nil }
    return (mark, String(words[3]))
  }

  private static func tree(_ bytes: [UInt8]) -> Tree? {
    var tree = Tree(source: bytes)
    guard (try? JSONReader.parse(&tree, in: 0..<bytes.count, depthLimit: 16)) != nil,
      tree.kind(Tree.root) == .mapping
    else { return nil }
    return tree
  }

  // MARK: Written

  /// A policy with the rules of one owner in the place of those that it had.
  ///
  /// - Parameters:
  ///   - policy: as it is; nil for none.
  ///   - fields: none for no rule of this owner any more.
  /// - Returns: nil where no rule is left.
  /// - Throws: a world failure where the rules of others leave no place for these.
  static func policy(
    _ policy: [UInt8]?, of owner: String, with fields: [Resource.Field], _ mark: OwnerMark
  ) throws(Failure) -> [UInt8]? {
    let old = policy.flatMap(tree)
    guard policy == nil || old != nil else {
      throw .world("the lifecycle policy that is there is no JSON", hint: "take it away by hand")
    }
    let others =
      old.map { old in
        old.elements(Tree.root, "rules").filter { self.mark(old, $0)?.0.owner != owner }
      } ?? []
    let bytes = fields.isEmpty ? Array("{}".utf8) : try layout.json(fields)
    guard let new = tree(bytes) else { return nil }
    // What is for all images comes behind everything else.
    let own = new.elements(Tree.root, "rules").sorted { !isGeneral(new, $0) && isGeneral(new, $1) }
    guard !own.isEmpty || !others.isEmpty else { return nil }
    let priorities = try priorities(
      of: own.map { isGeneral(new, $0) },
      beside: others.map { rule in
        (old?.number(rule, "rulePriority") ?? 0, old.map { isGeneral($0, rule) } ?? false)
      })
    var json = JSONWriter()
    json.beginObject()
    json.key("rules")
    json.beginArray()
    if let old { for rule in others { json.value(old, rule) } }
    for (rule, priority) in zip(own, priorities) {
      json.beginObject()
      json.member("rulePriority", priority)
      json.member("description", "\(mark.text) \(new.words(rule, slot) ?? "")")
      for entry in new.entries(rule) where new.string(entry.key) != slot {
        json.key(new.string(entry.key))
        json.value(new, entry.value)
      }
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.bytes
  }

  private static func isGeneral(_ tree: Tree, _ rule: Tree.ID) -> Bool {
    tree.words(rule, "selection", "tagStatus") == "any"
  }

  /// Places for our rules behind those of others, which keep theirs; only one for all images stays behind ours.
  private static func priorities(
    of own: [Bool], beside others: [(priority: Int, isGeneral: Bool)]
  ) throws(Failure) -> [Int] {
    let general = others.first(where: \.isGeneral)?.priority
    guard general == nil || !own.contains(true) else {
      throw .world(
        "a rule of others is for all images, and ECR has one such rule alone",
        hint: "take that rule away, or the retention of this environment")
    }
    let first = (others.filter { !$0.isGeneral }.map(\.priority).max() ?? 0) + 1
    guard general.map({ first + own.count <= $0 }) ?? true else {
      throw .world(
        "the rules of others leave no place before the last of them, which is for all images",
        hint: "give that one a higher 'rulePriority', such as 1000")
    }
    return own.indices.map { first + $0 }
  }
}
