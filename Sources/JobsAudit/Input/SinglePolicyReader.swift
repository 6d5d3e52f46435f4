import JobsCore

/// Reads policies of AWS that stand alone: documents as they are written, and answers of `aws iam get-policy-version`,
/// `get-user-policy`, `get-group-policy`, `get-role-policy` and `get-role` (IAM API Reference, read 2026-11-22).
struct SinglePolicyReader {
  /// What an answer holds beside the document.
  private struct Shape {
    var document: Tree.ID?
    var kind: PolicyReader.Kind
    /// What the document is of, as far as the answer says so.
    var name: String?
    /// What is not judged, since the answer does not tell it.
    var gap: String?
  }

  static func recognises(_ tree: Tree) -> Bool { shape(of: tree) != nil }

  private static func shape(of tree: Tree) -> Shape? {
    func text(_ node: Tree.ID, _ key: String) -> String? {
      tree.value(node, key: key).flatMap { tree.kind($0) == .string ? tree.string($0) : nil }
    }
    if tree.value(Tree.root, key: "Statement") != nil { return Shape(document: Tree.root, kind: .any) }
    if let version = tree.value(Tree.root, key: "PolicyVersion") {
      let isStanding = tree.value(version, "IsDefaultVersion").flatMap(tree.bool) == true
      return Shape(
        document: tree.value(version, key: "Document"), kind: .identity,
        gap: isStanding ? nil : "another version of the policy than the one that stands")
    }
    if let role = tree.value(Tree.root, key: "Role") {
      let arn = text(role, "Arn")
      return Shape(
        document: tree.value(role, key: "AssumeRolePolicyDocument"), kind: .trust, name: arn,
        gap: "what '\(Terminal.visible(arn ?? "the role"))' may do: 'get-role' tells only who may become it")
    }
    guard let document = tree.value(Tree.root, key: "PolicyDocument"), let name = text(Tree.root, "PolicyName") else {
      return nil
    }
    let holder = AWSIdentity.Kind.kept.lazy.compactMap { kind in
      text(Tree.root, "\(kind.title)Name").map { "\(kind.rawValue)/\($0)" }
    }.first
    return holder.map { Shape(document: document, kind: .identity, name: "\($0) \(name)") }
  }

  /// - Parameter subject: the ARN of what the document is of, where a user says so.
  /// - Returns: the policy, and what is not judged of what holds it.
  static func read(
    _ value: ValueReader.Value, file: String, subject: String?
  ) throws(ShapeError) -> (policy: SinglePolicy, gap: String?) {
    let tree = value.tree
    guard let shape = shape(of: tree) else { throw ShapeError(offset: 0, message: "this holds no policy") }
    guard let node = shape.document else { throw ShapeError(offset: 0, message: "the answer holds no policy document") }
    let answer = try ObjectFields(tree, "the answer")
    if tree.value(Tree.root, "Statement") == nil {
      _ = try answer.object("PolicyVersion", "a version of a policy")?.bool("IsDefaultVersion")
      _ = try answer.object("Role", "a role")?.text("Arn")
    }
    var places = PlaceCounter(tree.source, line: value.line, column: value.column)
    let place = places.location(of: tree.range(node).lowerBound, in: file)
    let document =
      tree.kind(node) == .string
      ? try EmbeddedPolicy.text(tree, node, shape.kind, location: place)
      : try EmbeddedPolicy.plain(tree, node, shape.kind, file: file, places: &places)
    let said = subject.flatMap { ARN($0)?.text }
    return (SinglePolicy(name: shape.name ?? said ?? file, document: document, location: place), shape.gap)
  }
}
