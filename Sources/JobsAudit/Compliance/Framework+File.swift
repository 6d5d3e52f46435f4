package import JobsCore
import JobsManifest

extension Framework {
  /// A framework of one's own: a document of kind `Framework` with its controls, each with the codes of rules.
  ///
  /// - Throws: a usage failure with the place of what is none, and of a rule that there is not.
  package init(_ bytes: [UInt8], path: String) throws(Failure) {
    let source = try PolicySource.document(of: "Framework", bytes, path: path, shape: FrameworkShape.document)
    if let fault = source.diagnostics.first(where: { $0.severity == .error }) {
      throw .usage("cannot use the framework \(fault.location.short): \(fault.message)", hint: fault.hint)
    }
    let tree = source.tree
    self.init(
      name: tree.value(Tree.root, path: "metadata", "name").flatMap { tree.text($0) } ?? "",
      version: tree.text(Tree.root, "version") ?? "", note: tree.text(Tree.root, "note") ?? "of '\(path)'",
      requirements: [])
    let controls = tree.value(Tree.root, "controls").map { Array(tree.children($0)) } ?? []
    guard !controls.isEmpty else {
      throw .usage("cannot use the framework '\(Terminal.visible(path))': it has no controls", hint: "list some")
    }
    let text = SourceText(path: path, bytes: tree.source)
    func fault(_ node: Tree.ID, _ words: String, _ hint: String) -> Failure {
      .usage("cannot use the framework \(text.location(tree.range(node)).short): \(words)", hint: hint)
    }
    for node in controls {
      let rules = tree.texts(tree.value(node, "rules")).map { $0.uppercased() }
      if let stranger = rules.first(where: { RuleCatalog.rule($0) == nil }) {
        throw fault(node, "there is no rule '\(Terminal.visible(stranger))'", "'jobs-audit rules' lists them")
      }
      let id = tree.text(node, "id") ?? ""
      guard !requirements.contains(where: { $0.id == id }) else {
        throw fault(node, "control '\(Terminal.visible(id))' stands twice", "leave one of them")
      }
      let needs = tree.texts(tree.value(node, "needs"))
      // Without, it would hold where nothing was read that it is judged by.
      guard rules.isEmpty || !needs.isEmpty else {
        throw fault(
          node, "control '\(Terminal.visible(id))' has rules and does not say what input they need",
          "give 'needs', such as [google-policy] or [aws-user, aws-role]")
      }
      requirements.append(
        Requirement(
          id: id, title: tree.text(node, "title") ?? "", rules: rules,
          needs: needs, scope: tree.text(node, "scope"),
          remark: tree.text(node, "remark")))
    }
  }
}
