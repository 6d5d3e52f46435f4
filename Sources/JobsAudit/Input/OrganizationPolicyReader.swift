package import JobsCore

/// Reads policies of an AWS organisation, as `aws organizations describe-policy` writes them and as snapshots hold them.
package enum OrganizationPolicyReader {
  /// What limits: identities of an account, or requests to its resources.
  enum Kind: String {
    case service = "SERVICE_CONTROL_POLICY"
    case resource = "RESOURCE_CONTROL_POLICY"

    var shape: PolicyReader.Kind { self == .service ? .identity : .resource }
  }

  static func recognises(_ tree: Tree) -> Bool { tree.value(Tree.root, path: "Policy", "PolicySummary") != nil }

  static func read(
    _ value: ValueReader.Value, file: String
  ) throws(ShapeError) -> (kind: Kind, policy: AttachedPolicy) {
    let tree = value.tree
    let answer = try ObjectFields(tree, "the answer")
    guard let policy = try answer.object("Policy", "a policy"),
      let summary = try policy.object("PolicySummary", "the summary of a policy")
    else { throw answer.fail("the answer has no 'Policy'") }
    let type = try summary.required("Type")
    guard let kind = Kind(rawValue: type) else {
      throw summary.fail("policies of type '\(Terminal.visible(type))' are not read")
    }
    let id = try summary.required("Id")
    let name = try summary.text("Name") ?? id
    return (kind, AttachedPolicy(name, try document(value, policy, kind, file)))
  }

  private static func document(
    _ value: ValueReader.Value, _ policy: ObjectFields, _ kind: Kind, _ file: String
  ) throws(ShapeError) -> PolicyDocument {
    let tree = value.tree
    guard let content = tree.value(policy.id, "Content") else { throw policy.fail("a policy has no 'Content'") }
    var places = PlaceCounter(tree.source, line: value.line, column: value.column)
    let place = places.location(of: tree.range(content).lowerBound, in: file)
    return tree.kind(content) == .string
      ? try EmbeddedPolicy.text(tree, content, kind.shape, location: place)
      : try EmbeddedPolicy.plain(tree, content, kind.shape, file: file, places: &places)
  }

  /// Reads a level of an organisation: all policies that are attached to its root, to a unit or to an account.
  ///
  /// - Throws: a usage failure with the place of what is none, and for a file without any.
  package static func level(_ reader: inout ValueReader, file: String) throws(Failure) -> OrganizationLevel {
    var level = OrganizationLevel()
    while let value = try reader.next() {
      do throws(ShapeError) {
        if recognises(value.tree) {
          let (kind, policy) = try read(value, file: file)
          level.add(policy, kind)
        } else {
          var places = PlaceCounter(value.tree.source, line: value.line, column: value.column)
          let document = try EmbeddedPolicy.plain(value.tree, Tree.root, .any, file: file, places: &places)
          // A policy for resources names whom it is about, one for identities cannot.
          let kind: Kind = document.statements.contains { $0.principals != nil } ? .resource : .service
          level.add(AttachedPolicy(file, document), kind)
        }
      } catch {
        throw value.failure(
          error, in: file, as: "policies of an organisation",
          hint: "give what 'aws organizations describe-policy' writes")
      }
    }
    guard !level.services.isEmpty || !level.resources.isEmpty else {
      throw .usage(
        "'\(Terminal.visible(file))' holds no policy: a level without any would deny all",
        hint: "give what 'aws organizations describe-policy' writes")
    }
    return level
  }
}

extension OrganizationLevel {
  fileprivate mutating func add(_ policy: AttachedPolicy, _ kind: OrganizationPolicyReader.Kind) {
    switch kind {
    case .service: services.append(policy)
    case .resource: resources.append(policy)
    }
  }
}

// MARK: Snapshots

extension OrganizationPolicyReader {
  /// Whether a value holds all that the organisation of an account says of it, as a snapshot has it.
  static func recognisesLevels(_ tree: Tree) -> Bool { tree.value(Tree.root, "OrganizationPolicies") != nil }

  /// - Returns: the number of the account, and its levels from the root down; none for an account that no policy holds for, as the
  ///   one that manages the organisation. A policy that cannot be read is kept as one, and told.
  static func levels(
    _ value: ValueReader.Value, file: String
  ) throws(ShapeError) -> (account: String, levels: [OrganizationLevel], unread: UnreadParts) {
    let root = try ObjectFields(value.tree, "the policies of an organisation")
    guard let all = try root.object("OrganizationPolicies", "the policies of an organisation") else {
      throw root.fail("'OrganizationPolicies' is empty")
    }
    var levels: [OrganizationLevel] = []
    var unread = UnreadParts()
    for item in try all.objects("Levels", "a level") {
      var level = OrganizationLevel()
      for kind in [Kind.service, .resource] {
        for policy in try item.objects(kind.rawValue, "a policy") {
          let name = try policy.required("Name")
          var found = PolicyDocument.unread
          do throws(ShapeError) {
            found = try document(value, policy, kind, file)
          } catch {
            guard error.part != nil else { throw error }
            let title = "the policy '\(Terminal.visible(name))' of the AWS organisation"
            unread.add(title, in: file, at: { value.position(of: error) }, error)
          }
          level.add(AttachedPolicy(name, found), kind)
        }
      }
      levels.append(level)
    }
    return (try all.required("Account"), levels, unread)
  }
}
