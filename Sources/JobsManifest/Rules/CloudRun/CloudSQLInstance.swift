import JobsCore

/// A Cloud SQL connection name that is malformed.
package enum CloudSQLInstance: JobRule {
  package static let info = RuleInfo(
    "CR266", "cloudsql-instances", .cloudrun, .error,
    summary: "a Cloud SQL connection name that is not PROJECT:REGION:INSTANCE",
    page: """
      'run.googleapis.com/cloudsql-instances' lists connection names, with commas between them: the project's id, the
      region and the instance, as 'gcloud sql instances describe' prints in 'connectionName'. The sockets appear below
      /cloudsql.
      """,
    source: "\(FactSource.runV1); cloud.google.com/sql/docs/postgres/connect-run, 2026-11",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        template: ExampleText.annotations("run.googleapis.com/cloudsql-instances: ⟦acme-prod:orders⟧"))),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(
        template: ExampleText.annotations("run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders"))))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard
      let id = job.cloudRun?.executionAnnotations.flatMap({
        job.tree.value($0, "run.googleapis.com/cloudsql-instances")
      }),
      job.tree.kind(id) == .string, !job.isOpen(id)
    else { return }
    guard let part = job.tree.withText(id, firstFault) else { return }
    let name = job.tree.withText(id) { String(decoding: $0[part], as: UTF8.self) }
    findings.report(
      info, name.isEmpty ? "a connection name is empty" : "'\(Terminal.visible(name))' is no connection name", at: id,
      part: part.isEmpty ? nil : part, hint: "write 'project:region:instance', with commas between several")
  }

  /// The first element that is no connection name. A legacy project has its domain in front: `example.com:project:…`.
  static func firstFault(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var from = 0
    for at in 0...text.count where at == text.count || text[at] == UInt8(ascii: ",") {
      let element = text[from..<at]
      let parts = element.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      let isName =
        (3...4).contains(parts.count)
        && parts.allSatisfy { part in
          !part.isEmpty
            && part.allSatisfy { $0.isSmallLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
        }
      if !isName { return from..<at }
      from = at + 1
    }
    return nil
  }
}
