import JobsCore

/// A reference to a secret that cannot exist.
package enum SecretNameRule: JobRule {
  package static let info = RuleInfo(
    "CR230", "secret-name", .cloudrun, .error, summary: "a secret's name that Secret Manager cannot hold",
    page: """
      A secret's name is 1 to 255 letters, digits, '_' and '-'; a secret of another project is 'projects/P/secrets/S'.
      In our own format the version follows a colon: 'db-password:3'. Nothing but the name belongs here: a value would
      be published with the manifest.
      """,
    source:
      "cloud.google.com/secret-manager/docs/reference/rest, projects.secrets.create, 2026-11; \(FactSource.runV1)",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        container:
          "            env:\n            - name: TOKEN\n              valueFrom: {secretKeyRef: {name: ⟦api.token⟧, key: \"1\"}}\n"
      )),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(
        container:
          "            env:\n            - name: TOKEN\n              valueFrom: {secretKeyRef: {name: api-token, key: \"1\"}}\n"
      )))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun else { return }
    var last: Tree.ID?
    for reference in SecretReference.all(of: job) where reference.site != last {
      last = reference.site
      let id = reference.site
      guard job.tree.kind(id) == .string, !job.isOpen(id) else { continue }
      let isGood = job.tree.withText(id) { text in
        let name = job.format == .jobs ? SecretReference.parts(text).name : 0..<text.count
        return SecretManagerName.isName(UnsafeBufferPointer(rebasing: text[name]))
      }
      guard !isGood else { continue }
      findings.report(
        info, "the secret's name is not one that Secret Manager can hold", at: id,
        hint: "write 1 to 255 letters, digits, '_' and '-', or 'projects/P/secrets/S'")
    }
  }
}
