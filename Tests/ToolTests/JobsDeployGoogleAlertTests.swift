import Glibc
import TestSupport
import Testing

/// What `jobs-deploy` makes of the alerts of a Cloud Run job, as users run it, with the double as Google.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)")) struct JobsDeployGoogleAlertTests {
  private let folder = ToolFolder()

  private func double(_ route: String = "email: ops@acme.example") throws -> RunningDouble {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      environments:
        prod: {gcp: {project: acme-prod, regions: [europe-west1]}}
      notifications: {routes: {oncall: {\(route)}}}

      """, to: "jobs.yaml")
    write("[{when: failed, route: oncall}, {when: missed, route: oncall}, {when: late, route: oncall}]")
    return try #require(RunningDouble(apis: RunningDouble.deployed))
  }

  private func write(_ alerts: String) {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: report, tenant: acme}
      spec:
        target: gcp.run
        schedule: "30 4 * * *"
        image: example.com/report:1
        identity: report@acme-prod.iam.gserviceaccount.com
        alerts: \(alerts)

      """, to: "jobs/report.yaml")
  }

  private func run(_ words: [String], _ double: RunningDouble) -> ToolRun {
    Tool("jobs-deploy").run(
      words + ["-e", "prod", "jobs"], in: folder,
      environment: environment(double))
  }

  private func environment(_ double: RunningDouble) -> [String: String] {
    double.environment.merging(["GOOGLE_APPLICATION_CREDENTIALS": double.credentials]) { $1 }
  }

  @Test func `a route without a channel stops an apply before its first change, and says how to make one`() throws {
    let double = try double(#"slack: "secret:slack-url""#)
    let apply = run(["apply", "--yes"], double)
    #expect(apply.stderr.contains("no channel is made for 'slack' of the route 'oncall'"))
    #expect(apply.status == 3 && apply.stderr.contains("is called 'oncall'"), "\(apply.stderr)")
    #expect(apply.stderr.contains("gcloud beta monitoring channels create --project=acme-prod --display-name=oncall"))
    #expect(double.stateCount("run") == 0)
  }

  @Test func `the channels of a route are made, and their keys are nowhere to be read`() throws {
    let key = "0123456789abcdefpagerkey"
    let double = try double(#"email: [ops@acme.example, ann@acme.example], pagerduty: "secret:pager""#)
    write("[{when: failed, route: oncall}]")
    let without = run(["apply", "--yes"], double)
    #expect(
      without.status == 3 && without.stderr.contains("there is no version 'latest' of secret 'pager'"),
      "\(without.stderr)")
    folder.write(key, to: "key")
    let put = Tool("jobs-deploy").run(
      ["secret", "put", "pager", "--project", "acme-prod", "--file", "key"], in: folder,
      environment: environment(double))
    #expect(put.status == 0, "\(put.stderr)")
    let apply = run(["apply", "--yes"], double)
    #expect(apply.status == 0, "\(apply.stderr)")
    #expect(apply.records("change").count { $0.contains(#""id":"gcp.alert.channel/acme-prod/global/oncall/"#) } == 3)
    #expect(run(["plan", "--exit-code"], double).status == 0)
    #expect(double.stateCount("monitoring") == 4)
    for run in [apply, run(["history", "--output", "ndjson"], double), run(["plan", "--why", "labels"], double)] {
      #expect(!run.stdout.contains(key) && !run.stderr.contains(key))
    }
  }

  @Test func `alerts are planned, made, mended and removed`() throws {
    let double = try double()
    #expect(
      double.putState(
        "monitoring", "projects/acme-prod/notificationChannels/1",
        #"{"type":"email","displayName":"oncall","labels":{"email_address":"ops@acme.example"}}"#))
    let plan = run(["plan"], double)
    #expect(plan.status == 0 && plan.stderr.contains("'alerts' for 'late' are not kept"), "\(plan.stderr)")
    let apply = run(["apply", "--yes"], double)
    #expect(apply.status == 0, "\(apply.stderr)")
    #expect(apply.records("change").count { $0.contains("gcp.alert/") || $0.contains("gcp.log.metric/") } == 3)
    #expect(run(["plan", "--exit-code"], double).status == 0)
    // A policy each, and the channel.
    #expect(double.stateCount("monitoring") == 3 && double.stateCount("logging") == 1)
    write("[{when: failed, route: oncall}]")
    let less = run(["apply", "--yes"], double).records("change")
    #expect(less.count { $0.contains(#""action":"delete""#) } == 2, "\(less)")
    #expect(double.stateCount("monitoring") == 2 && double.stateCount("logging") == 0)
    #expect(run(["drift"], double).status == 0)
  }
}
