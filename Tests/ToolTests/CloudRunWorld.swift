import Glibc
import TestSupport

/// A project with one job in Cloud Run, which is deployed in the double, and `jobs-run` to run it.
final class CloudRunWorld {
  let folder = ToolFolder()
  let double: RunningDouble

  static let job = "projects/acme-prod/locations/europe-west1/jobs/report"

  static let manifest = """
    apiVersion: jobs/v1
    kind: Job
    metadata: {name: report, labels: {team: data}}
    spec:
      target: gcp.run
      image: europe-docker.pkg.dev/acme-prod/jobs/report:1
      args: [run]

    """

  /// nil where the double does not start.
  init?(beside apis: [String] = []) {
    guard let double = RunningDouble(apis: ["run", "logging"] + apis) else { return nil }
    self.double = double
    write()
    deploy(Self.job)
  }

  /// Writes project and manifest.
  func write(regions: String = "[europe-west1]", retry: String = "") {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      environments:
        prod: {gcp: {project: acme-prod, regions: \(regions)}}

      """, to: "jobs.yaml")
    folder.write(Self.manifest + (retry.isEmpty ? "" : "  \(retry)\n"), to: "jobs/report.yaml")
  }

  /// Puts a job there as if it had been deployed.
  func deploy(_ name: String) {
    _ = double.putState(
      "run", name,
      #"{"name":"\#(name)","etag":"\"1\"","template":{"taskCount":1,"template":{"maxRetries":0,"timeout":"600s","#
        + #""containers":[{"image":"europe-docker.pkg.dev/acme-prod/jobs/report:1","args":["run"]}]}}}"#)
  }

  /// What a run has in its environment.
  var environment: [String: String] {
    double.environment
  }

  /// Waits for late lines only a moment, since the double knows of none that are later.
  private func words(_ arguments: [String]) -> [String] {
    arguments.first == "now" ? arguments + ["--log-wait", "1s"] : arguments
  }

  func run(_ arguments: [String], input: String? = nil) -> ToolRun {
    Tool("jobs-run").run(words(arguments), in: folder, input: input, environment: environment)
  }

  func start(_ arguments: [String]) -> RunningTool {
    Tool("jobs-run").start(words(arguments), in: folder, environment: environment)
  }

  /// How many executions there are of the job.
  var executions: Int { double.state("run", Self.job).int("executionCount") ?? 0 }

  /// Waits until something holds, for at most 20 seconds.
  func waits(_ isSo: () -> Bool) -> Bool {
    for _ in 0..<2000 {
      if isSo() { return true }
      usleep(10_000)
    }
    return false
  }
}
