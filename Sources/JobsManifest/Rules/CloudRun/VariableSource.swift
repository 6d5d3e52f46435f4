import JobsCore

/// A variable with two sources, or none.
package enum VariableSource: JobRule {
  package static let info = RuleInfo(
    "CR224", "variable-source", .cloudrun, .error, summary: "a variable with a value and a source, or with neither",
    page: """
      A variable has a 'value', or a 'valueFrom' that names a secret; with both the job is refused. A 'valueFrom'
      without 'secretKeyRef' gives nothing. A variable with neither is empty, which gcloud also writes when it exports
      an empty value: that is an info.
      """,
    source: "\(FactSource.runV1), EnvVar",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        container:
          "            env:\n            - name: MODE\n              value: fast\n              ⟦valueFrom⟧: {secretKeyRef: {name: mode, key: \"1\"}}\n"
      )),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(
        container:
          "            env:\n            - name: MODE\n              valueFrom: {secretKeyRef: {name: mode, key: \"1\"}}\n"
      )))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let nodes = job.cloudRun else { return }
    let tree = job.tree
    for container in nodes.containers {
      guard let list = tree.value(container, "env") else { continue }
      for element in tree.children(list) where tree.kind(element) == .mapping {
        var value: Tree.ID?
        var name: Tree.ID?
        var from: (key: Tree.ID, value: Tree.ID)?
        for entry in tree.entries(element) {
          if tree.equals(entry.key, "value") { value = entry.value }
          if tree.equals(entry.key, "name") { name = entry.value }
          if tree.equals(entry.key, "valueFrom") { from = entry }
        }
        if let from {
          // An empty value beside a source is what the API writes itself.
          if let value, tree.count(value) > 0 {
            findings.report(
              info, "the variable has a value and a source", at: from.key,
              hint: "keep 'valueFrom' for a secret, 'value' for anything else",
              related: [("the value", value)])
          } else if tree.kind(from.value) == .mapping, tree.count(from.value) == 0 {
            findings.report(
              info, "'valueFrom' names no source", at: from.key, hint: "add 'secretKeyRef: {name: …, key: …}'")
          }
        } else if value == nil, let name {
          findings.report(
            info, "variable '\(Terminal.visible(tree.string(name)))' has no value and is empty", at: name,
            severity: .info,
            hint: "write 'value: \"\"' if that is meant")
        }
      }
    }
  }
}
