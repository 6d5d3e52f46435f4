import Glibc
import JobsCore
import TestSupport
import Testing

/// `jobs-deploy apply` to Google Cloud is killed, and goes on.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)")) struct CloudKillTests {
  private static let count = 10
  private static let jobs = "projects/acme-prod/locations/europe-west1/jobs"

  private func begin(_ folder: ToolFolder) {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      environments:
        prod: {gcp: {project: acme-prod, regions: [europe-west1]}}

      """, to: "jobs.yaml")
    for number in 1...Self.count {
      folder.write(
        "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: job-\(number)}\nspec: {target: gcp.run, image: alpine:3, "
          + "schedule: \"\(number) 4 * * *\", identity: runner@acme-prod.iam.gserviceaccount.com}\n",
        to: "jobs/job-\(number).yaml")
    }
  }

  private func run(_ words: [String], _ folder: ToolFolder, _ double: RunningDouble) -> RunningTool {
    Tool("jobs-deploy").start(
      words, in: folder,
      environment: double.environment)
  }

  @Test func `an apply to a cloud that is killed at any moment ends as if nothing had happened`() async throws {
    let seed = SeededGenerator.seedOfRun()
    var generator = SeededGenerator(seed: seed)
    let double = try #require(
      RunningDouble(apis: RunningDouble.deployed))
    let anew = ["apply", "jobs", "--yes", "--offline", "-e", "prod", "-q"]
    let calm = ToolFolder()
    begin(calm)
    let start = ContinuousClock.now
    #expect(await run(anew, calm, double).end().status == 0)
    let length = min(ContinuousClock.now - start, .seconds(5))

    for round in 0..<FaultScale.cloudRounds {
      double.reset()
      let folder = ToolFolder()
      begin(folder)
      var words = anew
      var last: ToolRun
      var kills = 0
      repeat {
        let running = run(words, folder, double)
        if kills < 4 {
          try await Task.sleep(for: length * Double.random(in: 0...1, using: &generator))
          running.signal(SIGKILL)
        }
        last = await running.end()
        if last.signal == SIGKILL { kills += 1 }
        let isOpen = folder.names(in: "state/deploys").contains { $0.hasSuffix(".open") }
        words = isOpen ? ["apply", "--resume", "--yes", "--offline", "-q"] : anew
      } while last.signal == SIGKILL
      let note = "seed \(seed), round \(round), \(kills) kills: \(last.stderr)"
      #expect(last.status == 0, "\(note)")
      #expect(double.stateCount("run") == Self.count && double.stateCount("cloudscheduler") == Self.count, "\(note)")
      #expect(double.stateCount("iam") == 1, "\(note)")
      let plan = await run(["plan", "jobs", "--exit-code", "-e", "prod", "-q"], folder, double).end()
      #expect(plan.status == 0, "\(note)")
    }
  }
}
