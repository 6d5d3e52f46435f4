import JobsCore

extension Findings {
  /// The environments of a project file.
  var environments: [(key: Tree.ID, value: Tree.ID)] {
    tree.value(root, "environments").map { Array(tree.entries($0)) } ?? []
  }

  /// The text of a scalar that waits for no variable; nil for anything else.
  func closedText(_ id: Tree.ID?) -> String? {
    guard let id, let text = tree.text(id), !Variables.isOpen(text) else { return nil }
    return text
  }
}

/// Project files that examples of rules are cut from.
enum ProjectExample {
  /// A project with an environment `dev` that has these lines, indented by four.
  static func environment(_ lines: String) -> String {
    """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    environments:
      dev:
    \(lines)
    """
  }

  /// A project with these lines.
  static func project(_ lines: String) -> String {
    """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    \(lines)
    """
  }
}
