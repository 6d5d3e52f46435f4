import JobsCore

/// What is wrong with a policy of IAM, which emulators take all the same.
///
/// Source: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html, 2026-11.
enum PolicyCheck {
  enum Kind { case trust, permissions }

  /// The most characters of a policy without white space: 2,048 of trust, 10,240 of a role's inline policies
  /// (docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html, 2026-11).
  static func limit(_ kind: Kind) -> Int { kind == .trust ? 2048 : 10_240 }

  /// The first fault, as it stands behind the name of the field; nil where there is none.
  static func fault(_ bytes: [UInt8], _ kind: Kind) -> String? {
    var tree = Tree(source: bytes)
    guard (try? JSONReader.parse(&tree, in: 0..<bytes.count, depthLimit: 16)) != nil,
      tree.kind(Tree.root) == .mapping
    else { return "is no object of JSON" }
    guard bytes.count(where: { $0 > 32 }) <= limit(kind) else { return "is longer than \(limit(kind)) characters" }
    for entry in tree.entries(Tree.root) where !["Version", "Id", "Statement"].contains(tree.string(entry.key)) {
      return "has the unknown key '\(Terminal.visible(tree.string(entry.key)))'"
    }
    guard tree.words(Tree.root, "Version") == "2012-10-17" else { return "has another 'Version' than 2012-10-17" }
    guard let list = tree.value(Tree.root, "Statement") else { return "has no 'Statement'" }
    let statements = tree.kind(list) == .sequence ? Array(tree.children(list)) : [list]
    guard !statements.isEmpty else { return "has no 'Statement'" }
    return statements.lazy.compactMap { fault(tree, $0, kind) }.first
  }

  private static func fault(_ tree: Tree, _ statement: Tree.ID, _ kind: Kind) -> String? {
    guard tree.kind(statement) == .mapping else { return "has a statement that is no object" }
    let keys = Set(tree.entries(statement).map { tree.string($0.key) })
    let known: Set<String> = [
      "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition",
    ]
    if let strange = keys.subtracting(known).min() { return "has the unknown key '\(Terminal.visible(strange))'" }
    guard ["Allow", "Deny"].contains(tree.words(statement, "Effect")) else {
      return "has a statement whose 'Effect' is neither Allow nor Deny"
    }
    guard keys.contains("Action") != keys.contains("NotAction") else {
      return "has a statement without just one of 'Action' and 'NotAction'"
    }
    let hasPrincipal = keys.contains("Principal") || keys.contains("NotPrincipal")
    let hasResource = keys.contains("Resource") || keys.contains("NotResource")
    switch kind {
    case .trust:
      guard hasPrincipal else { return "has a statement that trusts nobody" }
      guard !hasResource else { return "has a statement with a 'Resource', which a trust policy has not" }
    case .permissions:
      guard hasResource else { return "has a statement without a 'Resource'" }
      guard !hasPrincipal else { return "has a statement with a 'Principal', which a role's own policy has not" }
    }
    return nil
  }
}
