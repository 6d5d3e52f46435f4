package import JobsCore

/// A file that says what an organisation asks, as it was read: a project file, or a policy file of its own.
package struct PolicySource: Sendable {
  package var path: String
  package var tree: Tree
  /// The mapping under `policy`; nil where a project file has none.
  package var policy: Tree.ID?
  /// Faults of structure in source order; with an error among them the policy holds for nothing.
  package var diagnostics: [Diagnostic]
  /// What a project file says beside its policy.
  package var project: ProjectFile?

  /// What such a file may cost: it is read by every audit.
  package static let limits = {
    var limits = ReadingLimits()
    limits.bytes = 4 << 20
    limits.nodes = 200_000
    return limits
  }()

  /// Reads the document that is a project file or a policy file.
  ///
  /// - Throws: a usage failure for bytes that are no such file, with the place where there is one.
  package init(_ bytes: [UInt8], path: String) throws(Failure) {
    self = try Self.document(of: "Policy", bytes, path: path, shape: PolicyShape.document)
  }

  /// Reads the document of a kind, and holds it against its shape; of a policy a project file does as well.
  ///
  /// - Throws: a usage failure for bytes that hold none or several, with the place where there is one.
  package static func document(
    of kind: String, _ bytes: [UInt8], path: String, shape: Shape
  ) throws(Failure) -> PolicySource {
    let shown = "'\(Terminal.visible(path))'"
    let text = SourceText(path: path, bytes: bytes)
    if let problem = SourceCheck.problem(of: bytes, path: path, limits: limits) {
      throw unreadable(text, problem)
    }
    var found: PolicySource?
    var second: Location?
    var broken: ReadingProblem?
    YAMLReader(bytes, limits: limits).read { document in
      guard document.isComplete, broken == nil else {
        broken = broken ?? document.problems.last
        return false
      }
      guard let source = source(document, text, kind, shape) else { return true }
      if found != nil { second = text.location(document.tree.range(Tree.root)) }
      found = found ?? source
      return second == nil
    }
    if let broken { throw unreadable(text, broken) }
    if let second {
      throw .usage("cannot use \(second.short): it is the second such document of the file", hint: "leave one of them")
    }
    guard let found else {
      let others = kind == "Policy" ? " or 'Project'" : ""
      throw .usage(
        "\(shown) has no document of kind '\(kind)'\(others)",
        hint: "begin it with 'apiVersion: jobs/v1' and 'kind: \(kind)'")
    }
    return found
  }

  private init(path: String, tree: Tree, policy: Tree.ID?, diagnostics: [Diagnostic], project: ProjectFile?) {
    self.path = path
    self.tree = tree
    self.policy = policy
    self.diagnostics = diagnostics
    self.project = project
  }

  /// nil for a document of another kind.
  private static func source(
    _ document: borrowing YAMLReader.Document, _ text: SourceText, _ wanted: String, _ shape: Shape
  ) -> PolicySource? {
    let tree = document.tree
    guard tree.kind(Tree.root) == .mapping, let kind = tree.text(Tree.root, "kind"),
      kind == wanted || wanted == "Policy" && kind == "Project", tree.text(Tree.root, "apiVersion") == "jobs/v1"
    else { return nil }
    var findings = Findings(source: text, tree: tree)
    for problem in document.problems {
      findings.report(problem.rule, problem.message, range: problem.range, hint: problem.hint)
    }
    let policy = tree.value(Tree.root, "policy")
    if kind == wanted {
      StructureCheck.run(.project, &findings, shape: shape)
    } else if let policy {
      // The rest of a project file is judged by jobs-validate.
      StructureCheck.run(.project, &findings, shape: PolicyShape.policy, at: policy)
    }
    return PolicySource(
      path: text.path, tree: tree, policy: policy, diagnostics: findings.diagnostics,
      project: kind == "Project" ? ProjectFile(tree, Tree.root, path: text.path) : nil)
  }

  private static func unreadable(_ text: SourceText, _ problem: ReadingProblem) -> Failure {
    .usage("cannot read \(text.location(problem.range).short): \(problem.message)", hint: problem.hint)
  }
}
