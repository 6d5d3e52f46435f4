import JobsCore

/// A version of a secret that cannot exist.
package enum SecretVersion: JobRule {
  package static let info = RuleInfo(
    "CR231", "secret-version", .cloudrun, .error,
    summary: "a secret's version that is no number, no alias and not 'latest'",
    page: """
      Where Kubernetes has a key of a secret's data, Cloud Run has the version: 'latest', a number from 1 on, or an
      alias (a letter and at most 62 letters, digits, '_' and '-'). In our own format it follows the name and a colon.
      A key such as 'tls.key' is left over from Kubernetes: a Cloud secret holds one value, so make a secret of each
      key.
      """,
    source: "\(FactSource.runV1), SecretKeySelector and KeyToPath",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        container:
          "            env:\n            - name: TOKEN\n              valueFrom: {secretKeyRef: {name: api-token, key: ⟦token.txt⟧}}\n"
      )),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(
        container:
          "            env:\n            - name: TOKEN\n              valueFrom: {secretKeyRef: {name: api-token, key: \"3\"}}\n"
      )))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun else { return }
    for reference in SecretReference.all(of: job) {
      let id = reference.version ?? reference.site
      guard reference.version != nil || job.format == .jobs, job.tree.kind(id).isScalar, job.tree.kind(id) != .null,
        !job.isOpen(id)
      else { continue }
      let part = job.tree.withText(id) { text -> Range<Int>? in
        let version = job.format == .jobs ? SecretReference.parts(text).version : 0..<text.count
        guard let version, !SecretManagerName.isVersion(UnsafeBufferPointer(rebasing: text[version])) else {
          return nil
        }
        return version
      }
      guard let part else { continue }
      let text = job.tree.withText(id) { String(decoding: $0[part], as: UTF8.self) }
      findings.report(
        info, "'\(Terminal.visible(text))' is no version of a secret", at: id, part: part,
        hint: "write 'latest', a number from 1 on, or an alias")
    }
  }
}
