import TestSupport
import Testing

/// What goes wrong in a cloud while `jobs-deploy` acts there, as users meet it.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
struct JobsDeployFaultTests {
  private let folder = ToolFolder()

  private static let project = """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    environments:
      prod: {gcp: {project: acme-prod, regions: [europe-west1]}}

    """

  private func write(_ schedule: String = #""30 4 * * *""#) {
    folder.write(Self.project, to: "jobs.yaml")
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: report}
      spec:
        target: gcp.run
        schedule: \(schedule)
        image: europe-docker.pkg.dev/acme-prod/jobs/report:1
        identity: report@acme-prod.iam.gserviceaccount.com

      """, to: "jobs/report.yaml")
  }

  private static let words = ["jobs", "-e", "prod"]

  private func run(_ verb: String, _ double: RunningDouble, _ more: [String] = []) -> ToolRun {
    Tool("jobs-deploy").run([verb] + Self.words + more, in: folder, environment: double.environment)
  }

  private func apply(_ double: RunningDouble, _ more: [String] = []) -> ToolRun {
    run("apply", double, ["--yes", "--offline"] + more)
  }

  private func double() throws -> RunningDouble {
    write()
    return try #require(RunningDouble(apis: RunningDouble.deployed))
  }

  private static let job = "projects/acme-prod/locations/europe-west1/jobs/report"

  @Test
  func `a quota that is used up fails what needs it, is not tried again, and says what to do`()
    throws
  {
    let double = try double()
    #expect(
      double.fault(
        #"{"code":429,"status":"RESOURCE_EXHAUSTED","times":5,"match":"run.projects.locations.jobs.create","#
          + #""details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"RATE_LIMIT_EXCEEDED","#
          + #""domain":"googleapis.com","metadata":{"quota_metric":"run.googleapis.com/jobs","quota_limit":"JobsPerDay"}}]}"#
      ))
    let used = apply(double)
    #expect(
      used.status == 4 && used.stderr.contains("quota 'run.googleapis.com/jobs' is used up"),
      "\(used.stderr)")
    #expect(used.stderr.contains("ask for a higher quota"))
    #expect(
      double.count("run.projects.locations.jobs.create") == 1 && double.stateCount("run") == 0)
    double.control("DELETE", "/_fault")
    #expect(apply(double).status == 0 && double.stateCount("run") == 1)
  }

  @Test func `a clock that is wrong is named, and nothing is begun`() throws {
    let double = try double()
    #expect(
      double.fault(
        #"{"code":400,"status":"INVALID_ARGUMENT","message":"Invalid JWT: iat","times":9,"match":"oauth2.token","#
          + #""headers":{"Date":"Sat, 21 Nov 2020 00:00:00 GMT"}}"#))
    let skewed = apply(double)
    #expect(
      skewed.status == 3 && skewed.stderr.contains("the clock of this host is"), "\(skewed.stderr)")
    #expect(skewed.stderr.contains("min ahead: set it right"))
    #expect(double.stateCount("run") == 0 && !folder.exists("state/applied.ndjson"))
  }

  @Test func `what is protected from deletion stays, is named, and the rest is done`() throws {
    let double = try double()
    write(#"["30 4 * * *", "0 12 * * *"]"#)
    #expect(apply(double).status == 0 && double.stateCount("cloudscheduler") == 2)
    write(#""0 5 * * *""#)
    #expect(
      double.fault(
        #"{"code":400,"status":"FAILED_PRECONDITION","message":"deletion protection is enabled","times":9,"#
          + #""match":"cloudscheduler.projects.locations.jobs.delete"}"#))
    let partly = apply(double)
    #expect(
      partly.status == 4 && partly.stderr.contains("deletion protection is enabled"),
      "\(partly.stderr)")
    #expect(double.stateCount("cloudscheduler") == 2)
    #expect(double.state("cloudscheduler", Self.job).text("schedule") == "0 5 * * *")
    #expect(run("plan", double).records("change").count == 1, "what stayed is still to go")
  }

  @Test func `what others made under a job's name is never taken over, changed or removed`() throws {
    let double = try double()
    #expect(
      double.putState(
        "run", Self.job,
        #"{"template":{"template":{"containers":[{"image":"example.com/theirs:1"}]}}}"#))
    #expect(
      double.putState(
        "cloudscheduler", Self.job,
        #"{"schedule":"0 0 * * *","httpTarget":{"uri":"https://example.com/","httpMethod":"GET"}}"#)
    )
    let before = ["run", "cloudscheduler"].map { double.state($0, Self.job).body }
    for words in [[], ["--only-drift"]] as [[String]] {
      let refused = apply(double, words)
      #expect(refused.status == 2 && refused.stderr.contains("stands already"), "\(refused.stderr)")
    }
    let pruned = run("prune", double, ["--yes", "--max", "9"])
    #expect(pruned.records("change").isEmpty, "\(pruned.stdout)")
    #expect(["run", "cloudscheduler"].map { double.state($0, Self.job).body } == before)
    #expect(double.stateCount("run") == 1 && double.stateCount("cloudscheduler") == 1)
  }

  @Test func `two runs at once from two hosts make everything once`() throws {
    let double = try double()
    let running = ["one", "two"].map { state in
      Tool("jobs-deploy").start(
        ["apply"] + Self.words + ["--yes", "--offline", "--state", folder.file(state)], in: folder,
        environment: double.environment)
    }
    let ended = running.map { $0.wait() }
    // Whoever came second either found all of it, or is told what was there before.
    #expect(ended.contains { $0.status == 0 }, "\(ended.map(\.stderr))")
    for end in ended where end.status != 0 {
      #expect([2, 3, 4].contains(end.status) && !end.stderr.isEmpty, "\(end.status) \(end.stderr)")
    }
    for api in ["run", "cloudscheduler", "iam"] { #expect(double.stateCount(api) == 1, "\(api)") }
    let again = Tool("jobs-deploy").run(
      ["plan"] + Self.words + ["--exit-code", "--state", folder.file("one")], in: folder,
      environment: double.environment)
    #expect(again.status == 0, "\(again.stdout)")
  }
}
