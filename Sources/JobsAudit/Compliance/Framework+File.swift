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
    guard let list = tree.value(Tree.root, "controls") else { return }
    for node in tree.children(list) {
      let rules = tree.texts(tree.value(node, "rules")).map { $0.uppercased() }
      if let stranger = rules.first(where: { RuleCatalog.rule($0) == nil }) {
        throw .usage(
          "cannot use the framework '\(Terminal.visible(path))': there is no rule '\(Terminal.visible(stranger))'",
          hint: "'jobs-audit rules' lists them")
      }
      requirements.append(
        Requirement(
          id: tree.text(node, "id") ?? "", title: tree.text(node, "title") ?? "", rules: rules,
          needs: tree.texts(tree.value(node, "needs")), scope: tree.text(node, "scope"),
          remark: tree.text(node, "remark")))
    }
  }
}
