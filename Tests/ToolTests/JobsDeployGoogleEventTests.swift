import Glibc
import TestSupport
import Testing

/// What `jobs-deploy` makes of the events of a Cloud Run job, as users run it, with the double as Google.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)")) struct JobsDeployGoogleEventTests {
  private let folder = ToolFolder()

  private func double(_ arguments: [String] = []) throws -> RunningDouble {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      environments:
        prod: {gcp: {project: acme-prod, regions: [europe-west1]}}

      """, to: "jobs.yaml")
    write("[{pubsub: orders}]")
    return try #require(RunningDouble(apis: RunningDouble.deployed + RunningDouble.eventful, arguments))
  }

  private func write(_ events: String, _ name: String = "report") {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: \(name), tenant: acme}
      spec:
        target: gcp.run
        image: example.com/report:1
        identity: report@acme-prod.iam.gserviceaccount.com
        events: \(events)

      """, to: "jobs/\(name).yaml")
  }

  private func run(_ words: [String], _ double: RunningDouble, tool: String = "jobs-deploy") -> ToolRun {
    Tool(tool).run(
      words, in: folder,
      environment: double.environment.merging(["GOOGLE_APPLICATION_CREDENTIALS": double.credentials]) { $1 })
  }

  private func publish(_ data: String, _ double: RunningDouble) -> Int {
    LoopbackClient(double.port("pubsub")).send(
      "POST", "/v1/projects/acme-prod/topics/orders:publish",
      ["Authorization: Bearer \(double.token())", "Content-Type: application/json"],
      body: #"{"messages":[{"data":"\#(data)"}]}"#
    ).status
  }

  private static let jobs = ["-e", "prod", "jobs"]

  @Test func `a job with events is planned, made and started, and its run is for an event`() throws {
    let double = try double()
    let plan = run(["plan"] + Self.jobs, double)
    #expect(plan.status == 0, "\(plan.stderr)")
    let kinds = Set(
      plan.records("change").compactMap { line in
        line.split(separator: "\"id\":\"").dropFirst().first?.split(separator: "/").first.map { String($0) }
      })
    #expect(
      kinds == [
        "gcp.account", "gcp.run", "gcp.run.executor", "gcp.topic", "gcp.trigger", "gcp.workflow",
        "gcp.workflow.invoker",
      ])
    let apply = run(["apply", "--yes", "--offline"] + Self.jobs, double)
    #expect(apply.status == 0, "\(apply.stderr)")
    #expect(run(["plan", "--exit-code"] + Self.jobs, double).status == 0)
    #expect(publish("aGVsbG8=", double) == 200)
    let runs = run(["runs", "-e", "prod"], double, tool: "jobs-run")
    #expect(runs.status == 0 && runs.records("execution").count == 1, "\(runs.stderr)")
    #expect(runs.stdout.contains(#""trigger":"event""#), "\(runs.stdout)")
    #expect(run(["drift"] + Self.jobs, double).status == 0)
  }

  @Test func `somebody's change of a trigger is drift, and a rollback brings back what was`() throws {
    let double = try double()
    #expect(run(["apply", "--yes", "--offline"] + Self.jobs, double).status == 0)
    write("[{pubsub: orders}, {pubsub: returns}]")
    let more = run(["apply", "--yes", "--offline"] + Self.jobs, double)
    #expect(more.status == 0 && double.stateCount("eventarc") == 2, "\(more.stderr)")
    let back = run(["rollback", "--yes", "--offline"], double)
    #expect(back.status == 0 && double.stateCount("eventarc") == 1, "\(back.stdout)\(back.stderr)")
    write("[{pubsub: orders}]")
    #expect(run(["plan", "--exit-code"] + Self.jobs, double).status == 0)
    let source = #"{"sourceContents":"main:\n  steps: []\n"}"#
    #expect(double.patchState("workflows", "projects/acme-prod/locations/europe-west1/workflows/report", source))
    #expect(run(["drift"] + Self.jobs, double).status == 1)
    #expect(run(["apply", "--only-drift", "--yes", "--offline"] + Self.jobs, double).status == 0)
    #expect(run(["drift"] + Self.jobs, double).status == 0)
    #expect(run(["history"], double).records("run").count == 4)
  }

  @Test func `prune takes the trigger of a job that is gone at once, and the rest later`() throws {
    let double = try double()
    write("[]", "other")
    #expect(run(["apply", "--yes", "--offline"] + Self.jobs, double).status == 0)
    #expect(unlink(folder.file("jobs/report.yaml")) == 0)
    let prune = run(["prune", "--yes", "--max", "20", "--max-percent", "100"] + Self.jobs, double)
    #expect(prune.status == 0, "\(prune.stdout)\(prune.stderr)")
    #expect(double.stateCount("eventarc") == 0 && double.stateCount("workflows") == 1)
    #expect(publish("aGVsbG8=", double) == 200)
    #expect(double.stateCount("workflowexecutions") == 0)
  }

  @Test func `an API that is not enabled stops an apply before its first change, and says how to enable it`() throws {
    let double = try double()
    #expect(double.set(#"{"disabled":["eventarc.googleapis.com"]}"#))
    let apply = run(["apply", "--yes"] + Self.jobs, double)
    #expect(apply.status == 3, "\(apply.stderr)")
    #expect(apply.stderr.contains("the API 'eventarc.googleapis.com' is not enabled in project 'acme-prod'"))
    #expect(apply.stderr.contains("gcloud services enable eventarc.googleapis.com --project=acme-prod"))
    #expect(double.stateCount("run") == 0 && double.stateCount("workflows") == 0)
  }
}
