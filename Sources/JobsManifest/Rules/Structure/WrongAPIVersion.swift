import JobsCore

/// `kind: Job` under an `apiVersion` that no format has.
package enum WrongAPIVersion: Rule {
  package static let info = RuleInfo(
    "ST111", "wrong-api-version", .structure, .error, fix: .unsafe, summary: "'kind: Job' under an unknown apiVersion",
    page: """
      The apiVersion decides how a manifest is read: jobs/v1 is our own format, run.googleapis.com/v1 a Cloud Run job and
      v1 a Crontopus job. Cloud Run's v2 API has no manifests of this form; gcloud reads v1.
      """,
    bad: .init(
      .cloudrun, "apiVersion: ⟦run.googleapis.com/v2⟧\nkind: Job\nmetadata: {name: report}\nspec: {template: {}}\n"),
    good: .init(.cloudrun, ExampleText.cloudRun()))

  static func report(_ id: Tree.ID, _ version: String, _ guess: String?, _ findings: inout Findings) {
    let known = ["jobs/v1", "run.googleapis.com/v1", "v1"]
    let meant = guess ?? Spelling.nearest(version, of: known)
    findings.report(
      info, "no job has the apiVersion '\(Terminal.visible(version))'", at: id,
      hint: meant.map { "did you mean '\($0)'?" } ?? "known are \(known.joined(separator: ", "))",
      fix: meant.flatMap { findings.replacing(id, with: $0, safe: false) })
  }
}
