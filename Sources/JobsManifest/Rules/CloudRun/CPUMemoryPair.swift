import JobsCore

/// CPU and memory that do not go together.
package enum CPUMemoryPair: JobRule {
  package static let info = RuleInfo(
    "CR210", "cpu-memory", .cloudrun, .error, fix: .unsafe, summary: "CPU and memory that do not go together",
    page: """
      Cloud Run takes 1, 2, 4, 6 or 8 CPUs, and each goes with a range of memory:

        CPU   memory                CPU   memory
        1     128Mi up to 4Gi       6     4Gi up to 24Gi
        2     128Mi up to 8Gi       8     4Gi up to 32Gi
        4     2Gi up to 16Gi

      Less than one CPU takes 512Mi at most, from half a CPU on 1Gi. What is left out counts as 1 CPU and 512Mi, in
      our own format as 1 CPU and 2Gi. Other pairs are refused when the job is deployed. The fix raises what is too
      small.
      """,
    source: FactSource.runSizes,
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(container: "            resources:\n              limits: {cpu: \"1\", memory: ⟦8Gi⟧}\n")),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(container: "            resources:\n              limits: {cpu: \"2\", memory: 8Gi}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun, !GPU.hasOwnSizes(job) else { return }
    let sizes = job.sizes
    for size in sizes where size.cpuSite != nil || size.memorySite != nil || size.cpu != nil || size.memory != nil {
      judge(size, isAlone: sizes.count == 1, job, &findings)
    }
  }

  private static func judge(_ size: TaskSize, isAlone: Bool, _ job: JobContext, _ findings: inout Findings) {
    if size.isOpen || job.mayBeCompleted && (size.cpu == nil || size.memory == nil) { return }
    // Beside other containers, what is left out follows rules that are not published.
    if !isAlone, size.cpu == nil || size.memory == nil { return }
    let filled = job.job.resources.filled(for: job.job)
    guard let cpu = size.cpu ?? (job.cloudRun == nil ? filled.cpuMillis : 1000),
      let memory = size.memory ?? (job.cloudRun == nil ? filled.memoryBytes : 512 * CloudRunSizes.mebibyte),
      let fault = CloudRunSizes.fault(cpu: cpu, memory: memory)
    else { return }
    let cpuWords = Quantity.words(millicores: cpu)
    let has = "\(Quantity.words(bytes: memory))\(size.memory == nil ? " (memory is left out)" : "")"
    let with = "\(cpuWords) CPU\(size.cpu == nil ? " (cpu is left out)" : "")"
    switch fault {
    case .cpu:
      findings.report(
        info, "Cloud Run has no container with \(cpuWords) CPU", at: size.cpuSite ?? size.site,
        hint: cpu < 80
          ? "write 80m at least"
          : "write \(CloudRunSizes.rows.first { $0.cpu > cpu }.map { Quantity.words(millicores: $0.cpu) } ?? "8"); there are 1, 2, 4, 6 and 8",
        fix: replacement(
          size.cpuSite,
          Quantity.words(millicores: cpu < 80 ? 80 : CloudRunSizes.rows.first { $0.cpu > cpu }?.cpu ?? 8000), job,
          findings))
    case .tooLittle(let least):
      // A container beside the one that does the work may be smaller.
      guard isAlone else { return }
      let least = Quantity.words(bytes: least)
      findings.report(
        info, "\(with) needs \(least) of memory at least, and has \(has)",
        at: size.memorySite ?? size.cpuSite ?? size.site,
        hint: "set memory to \(least)", fix: replacement(size.memorySite, least, job, findings))
    case .tooMuch(let most, let enough):
      findings.report(
        info, "\(has) of memory is more than \(with) can have: \(Quantity.words(bytes: most)) at most",
        at: size.memorySite ?? size.cpuSite ?? size.site,
        hint: enough.map { "set cpu to \(Quantity.words(millicores: $0)), or memory to \(Quantity.words(bytes: most))" }
          ?? "32Gi with 8 CPU is the most there is",
        fix: enough.flatMap { replacement(size.cpuSite, Quantity.words(millicores: $0), job, findings) })
    }
  }

  private static func replacement(_ id: Tree.ID?, _ text: String, _ job: JobContext, _ findings: Findings) -> Diagnostic
    .Fix?
  {
    id.flatMap { findings.replacing($0, with: job.styled(text, like: $0), safe: false) }
  }
}
