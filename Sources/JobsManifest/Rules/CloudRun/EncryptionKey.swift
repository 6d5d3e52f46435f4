import JobsCore

/// A customer-managed key whose name is malformed.
package enum EncryptionKey: JobRule {
  package static let info = RuleInfo(
    "CR270", "encryption-key", .cloudrun, .error, summary: "a customer-managed encryption key whose name is malformed",
    page: """
      'run.googleapis.com/encryption-key' names a key of Cloud KMS in full:
      'projects/P/locations/L/keyRings/R/cryptoKeys/K'. No version follows: the primary one is used.
      """,
    source: "\(FactSource.runV2), encryptionKey; cloud.google.com/run/docs/securing/using-cmek, 2026-11",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        template: ExampleText.annotations(
          "run.googleapis.com/encryption-key: ⟦projects/acme/keyRings/jobs/cryptoKeys/run⟧"))),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(
        template: ExampleText.annotations(
          "run.googleapis.com/encryption-key: projects/acme-prod/locations/europe-west1/keyRings/jobs/cryptoKeys/run")))
  )

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard
      let id = job.cloudRun?.executionAnnotations.flatMap({ job.tree.value($0, "run.googleapis.com/encryption-key") }),
      job.tree.kind(id) == .string, !job.tree.withText(id, isKey), !job.isOpen(id)
    else { return }
    findings.report(
      info, "'\(Terminal.visible(job.tree.string(id)))' is no key of Cloud KMS", at: id,
      hint: "write 'projects/PROJECT/locations/LOCATION/keyRings/RING/cryptoKeys/KEY'")
  }

  static func isKey(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 8, parts[0].elementsEqual("projects".utf8), parts[2].elementsEqual("locations".utf8),
      parts[4].elementsEqual("keyRings".utf8), parts[6].elementsEqual("cryptoKeys".utf8),
      ProjectNamespace.isProject(UnsafeBufferPointer(rebasing: parts[1]))
    else { return false }
    return [parts[3], parts[5], parts[7]].allSatisfy { part in
      (1...63).contains(part.count) && part.allSatisfy { $0.isWord || $0 == UInt8(ascii: "-") }
    }
  }
}
