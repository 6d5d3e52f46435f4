import JobsCore

/// A CPU on which Google's own sources disagree.
package enum UncertainCPU: JobRule {
  package static let info = RuleInfo(
    "CR211", "uncertain-cpu", .cloudrun, .warning, summary: "a CPU on which Google's own sources disagree",
    page: """
      One page allows less than one CPU to containers beside others only, in steps of 0.001 from 0.08 on, another
      gives jobs one CPU at least; and 6 CPU stands in the table of sizes but not in the API's list (1, 2, 4 and 8). A
      job with such a CPU may be refused. 1, 2, 4 and 8 are certain.
      """,
    source: "\(FactSource.runSizes); \(FactSource.runV2)",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(container: "            resources:\n              limits: {cpu: ⟦500m⟧, memory: 512Mi}\n")),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(container: "            resources:\n              limits: {cpu: \"1\", memory: 512Mi}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun else { return }
    let sizes = job.sizes
    for size in sizes {
      guard let cpu = size.cpu else { continue }
      if cpu == 6000 {
        findings.report(
          info, "6 CPU stands in the documentation but not in the API's list", at: size.cpuSite ?? size.site,
          hint: "4 and 8 CPU are certain")
      } else if cpu >= 80, cpu < 1000, sizes.count == 1 {
        findings.report(
          info,
          "\(Quantity.words(millicores: cpu)) CPU is for containers beside others; a job's only one gets 1 CPU at least",
          at: size.cpuSite ?? size.site, hint: "set cpu to 1")
      }
    }
  }
}
