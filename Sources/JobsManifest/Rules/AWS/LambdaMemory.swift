import JobsCore

/// Memory, or a CPU, that no Lambda function has.
package enum LambdaMemory: JobRule {
  package static let info = RuleInfo(
    "AW103", "lambda-memory", .aws, .error, summary: "memory outside 128Mi up to 10Gi, or a CPU, on Lambda",
    page: """
      A function has 128Mi up to 10Gi (10,240 MiB) of memory in whole MiB, and CPU in proportion to it: 1,769 MiB make
      one. A 'cpu' therefore says nothing: that is a warning. Up to 32Gi there are functions on managed instances,
      which this suite does not set up: more than 10Gi is a warning, more than 32Gi an error.
      """,
    source: FactSource.lambda,
    bad: .init(
      .jobs,
      ExampleText.job(
        "  target: aws.lambda\n  image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/report:1.4.2\n  resources: {memory: ⟦64Mi⟧}\n"
      )),
    good: .init(
      .jobs,
      ExampleText.job(
        "  target: aws.lambda\n  image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/report:1.4.2\n  resources: {memory: 512Mi}\n"
      )))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.job.target.kind == .lambda else { return }
    if let cpu = job.sites.cpu {
      findings.report(
        info, "Lambda gives CPU in proportion to memory and takes no number", at: cpu, severity: .warning,
        hint: "leave 'cpu' out; 1769Mi of memory make one CPU")
    }
    guard let bytes = job.job.resources.memoryBytes else { return }
    let site = job.sites.memory ?? job.jobSite
    let mebibytes = bytes >> 20
    if bytes % (1 << 20) != 0 {
      findings.report(
        info, "Lambda takes memory in whole MiB, and \(Quantity.words(bytes: bytes)) is none", at: site,
        hint: "write \(max(128, mebibytes + 1))Mi")
    } else if mebibytes < 128 || mebibytes > 32_768 {
      findings.report(
        info, "a Lambda function has 128Mi up to 10Gi of memory, and \(Quantity.words(bytes: bytes)) is given",
        at: site,
        hint: mebibytes < 128 ? "write 128Mi" : "write 10Gi or less, or use 'target: aws.ecs'")
    } else if mebibytes > 10_240 {
      findings.report(
        info, "\(Quantity.words(bytes: bytes)) of memory needs a Lambda function on managed instances", at: site,
        severity: .warning,
        hint: "write 10Gi or less, or use 'target: aws.ecs'")
    }
  }
}
