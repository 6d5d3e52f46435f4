import JobsCore

/// A task with a GPU that may take longer than GPUs are given for.
package enum GPUTimeout: JobRule {
  package static let info = RuleInfo(
    "CR214", "gpu-timeout", .cloudrun, .error, summary: "a timeout that tasks with a GPU cannot have",
    page: """
      A task with a GPU may take an hour; one version of the page gives twelve hours, as a preview. More than an hour
      is a warning, more than twelve an error. Split the work into more tasks, each of which has a GPU of its own.
      """,
    source: FactSource.runTimeout,
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        task:
          "          nodeSelector: {run.googleapis.com/accelerator: nvidia-l4}\n          timeoutSeconds: ⟦86400⟧\n",
        container: "            resources:\n              limits: {cpu: \"4\", memory: 8Gi, nvidia.com/gpu: \"1\"}\n")),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(
        task: "          nodeSelector: {run.googleapis.com/accelerator: nvidia-l4}\n          timeoutSeconds: 3600\n",
        container: "            resources:\n              limits: {cpu: \"4\", memory: 8Gi, nvidia.com/gpu: \"1\"}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun, (job.job.resources.gpu ?? 0) > 0, let seconds = job.job.limits.timeoutSeconds, seconds > 3600
    else { return }
    let isTooLong = seconds > 43_200
    findings.report(
      info,
      "a task with a GPU may take \(isTooLong ? "12h at most" : "1h for certain"), and \(Quantity.words(seconds: seconds)) is given",
      at: job.sites.timeout ?? job.jobSite, severity: isTooLong ? .error : .warning,
      hint: isTooLong
        ? "split the work into tasks of 1h; up to 12h is a preview" : "up to 12h is a preview; 1h is certain")
  }
}
