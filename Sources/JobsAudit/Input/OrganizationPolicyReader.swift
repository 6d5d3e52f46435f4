package import JobsCore

/// Reads a policy of an AWS organisation, as `aws organizations describe-policy` writes it.
package enum OrganizationPolicyReader {
  static func recognises(_ tree: Tree) -> Bool { tree.value(Tree.root, path: "Policy", "PolicySummary") != nil }

  static func read(_ value: ValueReader.Value, file: String) throws(ShapeError) -> AttachedPolicy {
    let tree = value.tree
    let answer = try ObjectFields(tree, "the answer")
    guard let policy = try answer.object("Policy", "a policy"),
      let summary = try policy.object("PolicySummary", "the summary of a policy")
    else { throw answer.fail("the answer has no 'Policy'") }
    let type = try summary.required("Type")
    guard type == "SERVICE_CONTROL_POLICY" else {
      throw summary.fail("policies of type '\(Terminal.visible(type))' are not read")
    }
    guard let content = tree.value(policy.id, "Content") else { throw policy.fail("a policy has no 'Content'") }
    var places = PlaceCounter(tree.source, line: value.line, column: value.column)
    let place = places.location(of: tree.range(content).lowerBound, in: file)
    let document =
      tree.kind(content) == .string
      ? try EmbeddedPolicy.text(tree, content, .identity, location: place)
      : try EmbeddedPolicy.plain(tree, content, .identity, file: file, places: &places)
    let id = try summary.required("Id")
    return AttachedPolicy(try summary.text("Name") ?? id, document)
  }

  /// Reads a level of an organisation: all policies that are attached to its root, to a unit or to an account.
  ///
  /// - Throws: a usage failure with the place of what is none, and for a file without any.
  package static func level(_ reader: inout ValueReader, file: String) throws(Failure) -> [AttachedPolicy] {
    var policies: [AttachedPolicy] = []
    while let value = try reader.next() {
      do throws(ShapeError) {
        if recognises(value.tree) {
          policies.append(try read(value, file: file))
        } else {
          var places = PlaceCounter(value.tree.source, line: value.line, column: value.column)
          policies.append(
            AttachedPolicy(
              file, try EmbeddedPolicy.plain(value.tree, Tree.root, .identity, file: file, places: &places)))
        }
      } catch {
        throw value.failure(
          error, in: file, as: "policies of an organisation",
          hint: "give what 'aws organizations describe-policy' writes")
      }
    }
    guard !policies.isEmpty else {
      throw .usage(
        "'\(Terminal.visible(file))' holds no policy: a level without any would deny all",
        hint: "give what 'aws organizations describe-policy' writes")
    }
    return policies
  }
}
