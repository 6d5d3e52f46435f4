import JobsCore

/// CPU and memory that Fargate has not together.
package enum FargateSize: JobRule {
  package static let info = RuleInfo(
    "AW101", "fargate-size", .aws, .error, summary: "CPU and memory that Fargate has not together",
    page: """
      A Fargate task has one of eight CPUs, and each goes with certain sizes of memory:

        CPU    memory                        CPU   memory
        250m   512Mi, 1Gi, 2Gi               4     8Gi up to 30Gi by 1Gi
        500m   1Gi up to 4Gi by 1Gi          8     16Gi up to 60Gi by 4Gi
        1      2Gi up to 8Gi by 1Gi          16    32Gi up to 120Gi by 8Gi
        2      4Gi up to 16Gi by 1Gi         32    60Gi, 120Gi, 244Gi

      Any other pair is refused when the task definition is registered.
      """,
    source: FactSource.fargate,
    bad: .init(
      .jobs,
      ExampleText.job(
        "  target: aws.ecs\n  image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/report:1.4.2\n  resources: {cpu: 500m, memory: ⟦8Gi⟧}\n"
      )),
    good: .init(
      .jobs,
      ExampleText.job(
        "  target: aws.ecs\n  image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/report:1.4.2\n  resources: {cpu: 500m, memory: 4Gi}\n"
      )))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.job.target.kind == .ecs, let millicores = job.job.resources.cpuMillis,
      let bytes = job.job.resources.memoryBytes
    else { return }
    let cpu = Quantity.words(millicores: millicores)
    guard let units = FargateSizes.units(millicores: millicores),
      let row = FargateSizes.rows.first(where: { $0.units == units })
    else {
      let all = FargateSizes.rows.map { Quantity.words(millicores: FargateSizes.millicores(units: $0.units)) }.joined(
        separator: ", ")
      return findings.report(
        info, "Fargate has no task with \(cpu) CPU", at: job.sites.cpu ?? job.jobSite, hint: "there are \(all)")
    }
    guard bytes % (1 << 20) != 0 || !row.memory.contains(bytes >> 20) else { return }
    let sizes = row.memory.map { Quantity.words(bytes: $0 << 20) }
    findings.report(
      info, "Fargate has no \(Quantity.words(bytes: bytes)) of memory with \(cpu) CPU",
      at: job.sites.memory ?? job.sites.cpu ?? job.jobSite,
      hint: hint(millicores, bytes, sizes))
  }

  private static func hint(_ millicores: Int, _ bytes: Int, _ sizes: [String]) -> String {
    let list =
      sizes.count <= 4
      ? sizes.joined(separator: ", ") : "\(sizes[0]), \(sizes[1]) and so on up to \(sizes[sizes.count - 1])"
    let other = FargateSizes.rows.first { $0.memory.contains(bytes >> 20) && bytes % (1 << 20) == 0 }
    return "with this CPU there are \(list)"
      + (other.map {
        "; this memory goes with \(Quantity.words(millicores: FargateSizes.millicores(units: $0.units))) CPU"
      } ?? "")
  }
}
