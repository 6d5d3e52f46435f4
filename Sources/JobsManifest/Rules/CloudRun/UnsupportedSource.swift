import JobsCore

/// Values from a ConfigMap, which Cloud Run has not.
package enum UnsupportedSource: JobRule {
  package static let info = RuleInfo(
    "CR226", "unsupported-source", .cloudrun, .error,
    summary: "values from a ConfigMap or 'envFrom', which Cloud Run has not",
    page: """
      Cloud Run has no ConfigMaps, so 'envFrom', 'configMapKeyRef' and volumes of kind 'configMap' are refused. Write
      plain settings as variables, and put a file into a secret that is mounted, or into the image.
      """,
    source: FactSource.runV1,
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(container: "            ⟦envFrom⟧:\n            - configMapRef: {name: settings}\n")),
    good: .init(
      .cloudrun, ExampleText.cloudRun(container: "            env:\n            - {name: MODE, value: fast}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let nodes = job.cloudRun else { return }
    let tree = job.tree
    for container in nodes.containers {
      for entry in tree.entries(container) {
        if tree.equals(entry.key, "envFrom") {
          report("envFrom", entry.key, "write the variables under 'env'", &findings)
        }
        guard tree.equals(entry.key, "env") else { continue }
        for element in tree.children(entry.value) {
          guard let from = tree.value(element, "valueFrom") else { continue }
          for source in tree.entries(from) where tree.equals(source.key, "configMapKeyRef") {
            report("configMapKeyRef", source.key, "write the value, or use 'secretKeyRef'", &findings)
          }
        }
      }
    }
    for volume in nodes.volumes {
      for entry in tree.entries(volume) where tree.equals(entry.key, "configMap") {
        report("configMap", entry.key, "put the file into a secret and mount that", &findings)
      }
    }
  }

  private static func report(_ what: String, _ id: Tree.ID, _ hint: String, _ findings: inout Findings) {
    findings.report(info, "Cloud Run has no '\(what)'", at: id, hint: hint)
  }
}
