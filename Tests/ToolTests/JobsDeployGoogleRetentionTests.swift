import Glibc
import TestSupport
import Testing

/// What `jobs-deploy` makes of the retention of images in a project file, as users run it, with the double as Google.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)")) struct JobsDeployGoogleRetentionTests {
  private let folder = ToolFolder()
  private static let repository = "projects/acme-prod/locations/europe-west1/repositories/jobs"

  private func double() throws -> RunningDouble {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: report, tenant: acme}
      spec:
        target: gcp.run
        schedule: "30 4 * * *"
        image: "${REGION}-docker.pkg.dev/${PROJECT_ID}/jobs/report:v1"

      """, to: "jobs/report.yaml")
    write("keep: 10, untagged: 7d")
    let double = try #require(RunningDouble(apis: RunningDouble.deployed + ["artifactregistry"]))
    let theirs =
      #"{"theirs":{"id":"theirs","action":"DELETE","condition":{"tagState":"UNTAGGED","olderThan":"86400s"}}}"#
    try #require(
      double.putState("artifactregistry", Self.repository, #"{"format":"DOCKER","cleanupPolicies":\#(theirs)}"#))
    try #require(
      double.putState(
        "artifactregistry", "\(Self.repository)/dockerImages/report@sha256:\(String(repeating: "0", count: 64))",
        #"{"uri":"europe-west1-docker.pkg.dev/acme-prod/jobs/report","tags":["v1"]}"#))
    return double
  }

  private func write(_ retention: String?) {
    let line = retention.map {
      "\n    retention: [{images: \"${REGION}-docker.pkg.dev/${PROJECT_ID}/jobs\", \($0)}]"
    }
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      environments:
        prod:
          gcp: {project: acme-prod, regions: [europe-west1]}\(line ?? "")

      """, to: "jobs.yaml")
  }

  private func run(_ line: String, _ double: RunningDouble) -> ToolRun {
    Tool.shell(
      line, in: folder,
      environment: double.environment.merging(["GOOGLE_APPLICATION_CREDENTIALS": double.credentials]) { $1 })
  }

  private func ids(_ double: RunningDouble) -> Int {
    double.state("artifactregistry", Self.repository).body.ranges(of: "\"id\"").count
  }

  @Test func `a retention goes through the pipe, is made beside others, left alone and taken away`() throws {
    let double = try double()
    let pipe = "jobs-validate -e prod jobs | jobs-deploy"
    let plan = run("\(pipe) plan", double)
    #expect(
      plan.status == 0 && plan.stdout.contains("gcp.image.retention/acme-prod/global/acme-prod/"), "\(plan.stderr)")
    let apply = run("\(pipe) apply --yes", double)
    #expect(apply.status == 0, "\(apply.stderr)")
    // The newest, those without a tag, and theirs.
    #expect(ids(double) == 3)
    #expect(run("\(pipe) plan --exit-code", double).status == 0)
    // A schedule of a job without an identity is in the name of an account of its own.
    #expect(apply.stdout.contains("gcp.account/acme-prod/global/jobs-invoker"))
    write("keep: 3")
    #expect(run("\(pipe) plan --exit-code", double).status == 1)
    #expect(run("\(pipe) apply --yes", double).status == 0 && ids(double) == 3)
    write(nil)
    let prune = run("jobs-deploy prune --yes --max 1 --max-percent 100 -e prod jobs", double)
    #expect(prune.status == 0, "\(prune.stdout)\(prune.stderr)")
    #expect(ids(double) == 1)
  }

  @Test func `a retention that no registry keeps is refused by jobs-validate with its place`() throws {
    let double = try double()
    write("keep: 10, untagged: 12h")
    let check = run("jobs-validate -e prod . --output human", double)
    #expect(
      check.status == 1 && (check.stdout + check.stderr).contains("jobs.yaml:7:"), "\(check.stdout)\(check.stderr)")
    #expect((check.stdout + check.stderr).contains("PR117"))
    write("keep: 0")
    #expect(run("jobs-validate -e prod .", double).status != 0)
  }
}
