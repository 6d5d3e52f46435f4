import TestSupport
import Testing

/// Checks after an `apply` in Cloud Run, and what is taken back where they fail, with the double as Google.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)")) struct JobsDeployVerifyCloudTests {
  private let folder = ToolFolder()
  private let double: RunningDouble

  private static let job = "projects/acme-prod/locations/europe-west1/jobs/report"

  init() throws {
    double = try #require(RunningDouble(apis: RunningDouble.deployed))
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      environments:
        prod: {gcp: {project: acme-prod, regions: [europe-west1]}}

      """, to: "jobs.yaml")
    write("1", verify: "{run: {args: [--check], env: {LEVEL: full}, tasks: 2, timeout: 2m}}")
  }

  private func write(_ tag: String, verify: String) {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: report}
      spec:
        target: gcp.run
        image: europe-docker.pkg.dev/acme-prod/jobs/report:\(tag)
        args: [run]
        verify: \(verify)

      """, to: "jobs/report.yaml")
  }

  private func apply(_ more: [String] = []) -> ToolRun {
    Tool("jobs-deploy").run(
      ["apply", "jobs", "-e", "prod", "--yes", "--offline"] + more, in: folder,
      environment: double.environment)
  }

  @Test func `the job that was deployed is run with what the manifest says, and stays as it is`() {
    let made = apply()
    #expect(made.status == 0 && made.records("check").count == 1, "\(made.stderr)")
    let sent = double.requests("run.projects.locations.jobs.run").body
    for part in [#""taskCount":2"#, #""args":["run","--check"]"#, #""LEVEL""#] {
      #expect(sent.contains(part), "\(part) \(sent)")
    }
    #expect(!double.state("run", Self.job).body.contains("LEVEL"))
    #expect(apply().records("check").isEmpty && double.count("run.projects.locations.jobs.run") == 1)
  }

  @Test func `a run that fails fails the job, with its last lines, and what was changed is taken back`() {
    #expect(apply().status == 0)
    write("2", verify: "{run: {}}")
    #expect(double.outcome(#"{"result":"failed","exitCode":3,"lines":["about to"],"errors":["no such table"]}"#))
    let made = apply(["--rollback-on-failure"])
    #expect(made.status == 4, "\(made.stderr)")
    for part in [
      "job '-/prod/report' is deployed, and a run of 'gcp.run/acme-prod/europe-west1/report' does not hold: the run failed",
      "  | about to\n", "  | no such table\n", "  https://console.cloud.google.com/",
      "the run failed, and 1 change takes it back",
      "taken back: 1 of 1 changes done",
    ] { #expect(made.stderr.contains(part), "\(part): \(made.stderr)") }
    #expect(double.state("run", Self.job).body.contains("report:1"))
    #expect(!made.stderr.contains("Bearer "))
  }

  @Test func `a job that Cloud Run took and that is not ready fails with the service's words and the log's last lines`()
  {
    #expect(double.set(#"{"missingImages":["europe-docker.pkg.dev/acme-prod/jobs/report:2"]}"#))
    #expect(apply().status == 0)
    write("2", verify: "{run: {}}")
    let line = #"""
      {"entries":[{"logName":"projects/acme-prod/logs/run.googleapis.com%2Fvarlog%2Fsystem","textPayload":"no such image",
      "resource":{"type":"cloud_run_job","labels":{"job_name":"report","location":"europe-west1"}}}]}
      """#
    let written = LoopbackClient(double.port("logging")).send(
      "POST", "/v2/entries:write", ["Authorization: Bearer \(double.token())", "Content-Type: application/json"],
      body: line)
    #expect(written.status == 200, "\(written.body)")
    let made = apply(["--rollback-on-failure"])
    #expect(made.status == 4, "\(made.stderr)")
    for part in [
      "the job is not ready: Image 'europe-docker.pkg.dev/acme-prod/jobs/report:2' not found.", "  | no such image\n",
    ] { #expect(made.stderr.contains(part), "\(part): \(made.stderr)") }
    // It is taken back all the same, and what does not come out is not tried.
    #expect(double.state("run", Self.job).body.contains("report:1"))
    #expect(double.count("run.projects.locations.jobs.run") == 1)
  }

  @Test func `a job that is not ready is named by each plan and by drift, until it is`() {
    let words = "'gcp.run/acme-prod/europe-west1/report' is there and not ready: "
    #expect(double.set(#"{"missingImages":["europe-docker.pkg.dev/acme-prod/jobs/report:2"]}"#))
    write("2", verify: "{}")
    #expect(apply().status == 4)
    for verb in ["plan", "drift"] {
      let found = Tool("jobs-deploy").run([verb, "jobs", "-e", "prod"], in: folder, environment: double.environment)
      #expect(found.status == 0)
      #expect(found.stderr.contains("\(words)Image 'europe-docker.pkg.dev/acme-prod/jobs/report:2' not found."))
      let record = found.records("diagnostic").first ?? ""
      #expect(record.contains(#""code":"DP101","severity":"warning","message":"\#(words)Image"#), "\(record)")
      #expect(record.contains(#""file":"jobs/report.yaml""#) && record.contains(#""job":""#), "\(record)")
    }
    write("1", verify: "{}")
    #expect(apply().status == 0)
    let mended = Tool("jobs-deploy").run(["plan", "jobs", "-e", "prod"], in: folder, environment: double.environment)
    #expect(mended.status == 0 && !mended.stderr.contains("not ready"), "\(mended.stderr)")
  }

  @Test func `a run that goes on too long is asked to end`() {
    #expect(double.outcome(#"{"result":"running","lines":["begun"]}"#))
    write("1", verify: "{run: {timeout: 1s}}")
    let made = apply()
    #expect(
      made.status == 4 && made.stderr.contains("the run did not end within 1s, and was cancelled"), "\(made.stderr)")
    #expect(double.count("run.projects.locations.jobs.executions.cancel") == 1)
  }
}
