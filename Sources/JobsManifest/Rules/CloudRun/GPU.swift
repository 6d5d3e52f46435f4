import JobsCore

/// A GPU without what it needs.
package enum GPU: JobRule {
  package static let info = RuleInfo(
    "CR213", "gpu", .cloudrun, .error, summary: "a GPU without the CPU, memory or node selector it needs",
    page: """
      A container gets one GPU ('nvidia.com/gpu': "1"), with 4 CPUs and 8Gi at least, and the task says the type by
      'nodeSelector': {'run.googleapis.com/accelerator': nvidia-l4}. The selector stands in the task's spec, beside
      'containers'; without a container that asks for the GPU it means nothing.
      """,
    source: "\(FactSource.gcloud), --gpu; \(FactSource.runV1)",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        task: "          nodeSelector: {run.googleapis.com/accelerator: nvidia-l4}\n",
        container: "            resources:\n              limits: {cpu: ⟦\"2\"⟧, memory: 8Gi, nvidia.com/gpu: \"1\"}\n")
    ),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(
        task: "          nodeSelector: {run.googleapis.com/accelerator: nvidia-l4}\n          timeoutSeconds: 3600\n",
        container: "            resources:\n              limits: {cpu: \"4\", memory: 8Gi, nvidia.com/gpu: \"1\"}\n")))

  package static let leastCPU = 4000
  package static let leastMemory = 8 * CloudRunSizes.gibibyte

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun else { return }
    let selector = job.cloudRun?.task.flatMap { job.tree.value($0, "nodeSelector") }
    guard selector != nil || job.job.resources.gpu != nil || job.cloudRun != nil else { return }
    var asks = false
    for size in job.sizes {
      guard size.gpuSite != nil || size.gpu != nil else { continue }
      asks = true
      judge(size, job, &findings)
      if let task = job.cloudRun?.task, selector == nil, !job.selectorStandsElsewhere, let site = size.gpuSite {
        findings.report(
          info, "no 'nodeSelector' says which GPU is meant", at: site,
          hint: "add 'nodeSelector: {run.googleapis.com/accelerator: nvidia-l4}' beside 'containers'",
          related: [("in here", task)])
      }
    }
    if let selector, !asks {
      findings.report(
        info, "a GPU is selected, and no container asks for it", at: selector, severity: .warning,
        hint: "add 'nvidia.com/gpu: \"1\"' to a container's limits, or leave the selector out")
    }
  }

  /// Whether a GPU is chosen that has sizes of its own, such as 20 CPU and 80Gi for an RTX PRO 6000 (preview).
  static func hasOwnSizes(_ job: JobContext) -> Bool {
    guard let selector = job.cloudRun?.task.flatMap({ job.tree.value($0, "nodeSelector") }),
      let type = job.text(job.tree.value(selector, "run.googleapis.com/accelerator"))
    else { return false }
    return type != "nvidia-l4"
  }

  private static func judge(_ size: TaskSize, _ job: JobContext, _ findings: inout Findings) {
    let site = size.gpuSite ?? size.site
    if let gpu = size.gpu, gpu != "1" {
      findings.report(
        info, "a container can have 1 GPU, not '\(Terminal.visible(gpu))'", at: site,
        hint: "write 1; more tasks make more GPUs")
    }
    if size.isOpen || job.mayBeCompleted && (size.cpu == nil || size.memory == nil) { return }
    let filled = job.cloudRun == nil ? job.job.resources.filled(for: job.job) : Resources()
    let cpu = size.cpu ?? filled.cpuMillis ?? 1000
    if cpu < leastCPU {
      findings.report(
        info, "a GPU needs 4 CPU at least, and \(Quantity.words(millicores: cpu)) is given", at: size.cpuSite ?? site,
        hint: "set cpu to 4 or 8")
    }
    let memory = size.memory ?? filled.memoryBytes ?? 512 * CloudRunSizes.mebibyte
    if memory < leastMemory {
      findings.report(
        info, "a GPU needs 8Gi of memory at least, and \(Quantity.words(bytes: memory)) is given",
        at: size.memorySite ?? site,
        hint: "set memory to 8Gi")
    }
  }
}

extension JobContext {
  /// Whether a 'nodeSelector' stands at a wrong level, which the structure check has said.
  fileprivate var selectorStandsElsewhere: Bool {
    (0..<tree.nodeCount).contains { tree.equals(Tree.ID($0), "nodeSelector") }
  }
}
