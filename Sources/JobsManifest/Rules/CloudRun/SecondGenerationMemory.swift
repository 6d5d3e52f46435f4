import JobsCore

/// Less memory than the second generation execution environment takes.
package enum SecondGenerationMemory: JobRule {
  package static let info = RuleInfo(
    "CR212", "gen2-memory", .cloudrun, .error, fix: .unsafe,
    summary: "less than 512Mi in the second generation execution environment",
    page: """
      The second generation execution environment needs 512Mi. It is what jobs get unless the annotation
      'run.googleapis.com/execution-environment' says gen1; without the annotation this is a warning.
      """,
    source: FactSource.runSizes,
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        template: ExampleText.annotations("run.googleapis.com/execution-environment: gen2"),
        container: "            resources:\n              limits: {cpu: \"1\", memory: ⟦256Mi⟧}\n")),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(
        template: ExampleText.annotations("run.googleapis.com/execution-environment: gen2"),
        container: "            resources:\n              limits: {cpu: \"1\", memory: 512Mi}\n")))

  static let least = 512 * CloudRunSizes.mebibyte

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun else { return }
    let sizes = job.sizes
    // Memory that is left out is enough.
    guard let first = sizes.first, let id = first.memorySite, sizes.allSatisfy({ $0.memory != nil }) else { return }
    let memory = sizes.reduce(0) { $0 + ($1.memory ?? 0) }
    // Below 128Mi the pair itself is refused.
    guard memory < least, memory >= 128 * CloudRunSizes.mebibyte else { return }
    let chosen = job.cloudRun?.executionAnnotations.flatMap {
      job.tree.value($0, "run.googleapis.com/execution-environment")
    }
    if let chosen, !job.tree.equals(chosen, "gen2") { return }
    findings.report(
      info, "the second generation execution environment needs 512Mi, and \(Quantity.words(bytes: memory)) is given",
      at: id,
      severity: chosen == nil ? .warning : .error, hint: "set memory to 512Mi",
      fix: sizes.count == 1 ? findings.replacing(id, with: job.styled("512Mi", like: id), safe: false) : nil,
      related: chosen.map { [("chosen here", $0)] } ?? [])
  }
}
