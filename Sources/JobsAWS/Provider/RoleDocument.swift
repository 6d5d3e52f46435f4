import JobsCore
import JobsDeploy

/// A role between IAM's documents and the fields of a resource. Pure.
enum RoleDocument {
  private static let trust = "Trust"
  private static let policies = "Policies"
  static let attached = "AttachedPolicies"
  private static let layout = FieldLayout()

  /// The fields of a trust policy, of the policies that stand in the role, and of what bounds it.
  static func fields(trust: [UInt8], policies: [String: [UInt8]], boundary: String? = nil) -> [Resource.Field] {
    var json = JSONWriter()
    json.beginObject()
    json.key(Self.trust)
    json.raw(trust)
    json.key(Self.policies)
    json.beginObject()
    for (name, document) in policies.sorted(by: { $0.key < $1.key }) {
      json.key(name)
      json.raw(document)
    }
    json.endObject()
    json.endObject()
    guard let tree = tree(json.bytes) else { return [] }
    return layout.fields(tree).filter { $0.name != Self.policies }
      + (boundary.map { [Resource.Field(PermissionsBoundary.field, $0)] } ?? [])
  }

  /// The fields of a role as it is.
  static func fields(_ role: IAM.Role) -> [Resource.Field] {
    // One that somebody else set is theirs.
    let boundary = role.tags[PermissionsBoundary.tag] == nil ? nil : role.boundary
    let own = fields(trust: role.trust, policies: role.policies, boundary: boundary)
    return role.attached.isEmpty ? own : own + [Resource.Field(attached, Resource.Value(role.attached.sorted()))]
  }

  private static func tree(_ bytes: [UInt8]) -> Tree? {
    var tree = Tree(source: bytes)
    return (try? JSONReader.parse(&tree, in: 0..<bytes.count, depthLimit: 32)) == nil ? nil : tree
  }

  /// A role as a resource; nil for one that is not ours.
  static func resource(_ role: IAM.Role, in place: LambdaPlace) -> LiveResource? {
    guard let mark = OwnerMark(tags: role.tags, region: place.region), role.path == LambdaPlace.rolePath else {
      return nil
    }
    let fields = fields(role)
    var hidden: [LiveResource.Hidden] = []
    if let boundary = role.boundary, fields[PermissionsBoundary.field] == nil {
      hidden.append(
        LiveResource.Hidden(
          path: PermissionsBoundary.field, value: Resource.Value(boundary), reason: "kept by who keeps the account"))
    }
    return LiveResource(
      id: place.id(.role, role.name), owner: mark.owner, fields: fields + mark.fields,
      appliedDigest: mark.appliedDigest, hidden: hidden, quarantined: mark.quarantined)
  }

  /// The fields of a role that may do nothing any more, if it is one that calls functions; else what it was.
  static func disabled(_ fields: [Resource.Field], in place: LambdaPlace) -> [Resource.Field] {
    let trust = self.fields(trust: place.invokerTrust.json, policies: [:])
    guard trust.allSatisfy(fields.contains) else { return fields }
    return fields.filter { !$0.name.hasPrefix("\(policies).") }
  }

  /// What the fields say a role is to be.
  struct Wanted: Sendable, Hashable {
    var trust: [UInt8]
    var policies: [String: [UInt8]]
    var attached: [String]
    /// The ARN of the policy that bounds it; nil for none of ours.
    var boundary: String?
  }

  /// - Throws: a usage failure for fields that are none of a role.
  static func wanted(_ fields: [Resource.Field]) throws(Failure) -> Wanted {
    let json = try layout.json(fields.withoutQuarantine)
    guard let tree = tree(json), let trust = tree.value(Tree.root, key: trust).flatMap({ Resource.Value(tree, $0) }),
      tree.entries(Tree.root).allSatisfy({
        [Self.trust, policies, attached, PermissionsBoundary.field].contains(tree.string($0.key))
      })
    else { throw .usage("the fields are none of a role", hint: "make the plan anew") }
    var wanted = Wanted(trust: Array(trust.text.utf8), policies: [:], attached: [])
    wanted.boundary = tree.words(Tree.root, PermissionsBoundary.field)
    if let list = tree.value(Tree.root, key: policies) {
      for entry in tree.entries(list) {
        wanted.policies[tree.string(entry.key)] = Resource.Value(tree, entry.value).map { Array($0.text.utf8) }
      }
    }
    if let list = tree.value(Tree.root, key: attached) { wanted.attached = tree.children(list).map(tree.string) }
    return wanted
  }
}
