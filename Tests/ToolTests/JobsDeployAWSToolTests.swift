import TestSupport
import Testing

/// `plan`, `apply` and `drift` on Lambda, as users run them, with moto and with ministack as AWS.
@Suite(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)))
struct JobsDeployAWSToolTests {
  private let deploy = Tool("jobs-deploy")
  private let folder = ToolFolder()

  /// moto has one account, ministack that of the key.
  private static func project(_ emulator: Emulator) -> String {
    """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    environments:
      prod: {aws: {account: "\(emulator == .moto ? "123456789012" : "111122223333")", region: us-east-2}}

    """
  }

  private static func job(_ name: String, memory: String = "256Mi") -> String {
    """
    apiVersion: jobs/v1
    kind: Job
    metadata: {name: \(name)}
    spec:
      target: aws.lambda
      schedule: "30 2 * * *"
      image: 111122223333.dkr.ecr.us-east-2.amazonaws.com/report@sha256:\(String(repeating: "a", count: 64))
      resources: {memory: \(memory)}

    """
  }

  private func run(_ words: [String], _ emulator: Emulator, _ more: [String: String] = [:]) async throws -> ToolRun {
    deploy.run(
      words, in: folder,
      environment: [
        "AWS_ENDPOINT_URL": try await emulator.address(), "AWS_ACCESS_KEY_ID": "111122223333",
        "AWS_SECRET_ACCESS_KEY": "hidden-secret", "PATH": "/nonexistent",
      ].merging(more) { $1 })
  }

  @Test(arguments: Emulator.all)
  func `a function is planned, applied, changed, and taken away`(emulator: Emulator) async throws {
    let name = "job-\(UInt32.random(in: 0 ... .max))"
    folder.write(Self.project(emulator), to: "jobs.yaml")
    folder.write(Self.job(name), to: "jobs/x.yaml")
    let plan = try await run(["plan", "jobs", "-e", "prod", "--exit-code"], emulator)
    #expect(plan.status == 1 && plan.records("change").count == 4, "\(plan.stdout)\(plan.stderr)")
    let human = try await run(["plan", "jobs", "-e", "prod", "-o", "human"], emulator)
    #expect(human.stdout.contains("Lambda in 'us-east-2'"), "\(human.stdout)")
    let file = try await run(["plan", "jobs", "-e", "prod", "--out", "plan.ndjson"], emulator)
    #expect(file.status == 0, "\(file.stderr)")
    let apply = try await run(["apply", "plan.ndjson", "--yes"], emulator)
    #expect(apply.status == 0 && apply.records("change").count == 4, "\(apply.stdout)\(apply.stderr)")
    #expect(try await run(["plan", "jobs", "-e", "prod", "--exit-code"], emulator).status == 0)
    #expect(try await run(["drift", "jobs", "-e", "prod"], emulator).status == 0)

    folder.write(Self.job(name, memory: "512Mi"), to: "jobs/x.yaml")
    let changed = try await run(["apply", "jobs", "-e", "prod", "--yes"], emulator)
    #expect(changed.status == 0 && changed.records("change").count == 1, "\(changed.stderr)")
    #expect(
      changed.records("change").first?.contains(
        #""fields":[{"path":"MemorySize","applied":256,"live":256,"desired":512,"kind":"change"}]"#) == true)

    folder.write(Self.job(name, memory: "512Mi") + "  enabled: false\n", to: "jobs/x.yaml")
    let gone = try await run(["apply", "jobs", "-e", "prod", "--yes"], emulator)
    #expect(gone.status == 0 && gone.records("change").count == 2, "\(gone.stdout)\(gone.stderr)")
    for run in [plan, human, file, apply, changed, gone] {
      #expect(
        !(run.stdout + run.stderr).contains("hidden") && folder.text(of: "plan.ndjson")?.contains("hidden") != true)
    }
  }

  @Test(arguments: Emulator.all) func `without credentials nothing is begun, and it is said`(emulator: Emulator)
    async throws
  {
    folder.write(Self.project(emulator), to: "jobs.yaml")
    folder.write(Self.job("x"), to: "jobs/x.yaml")
    let run = try await run(
      ["plan", "jobs", "-e", "prod"], emulator, ["AWS_ACCESS_KEY_ID": "", "AWS_EC2_METADATA_DISABLED": "true"])
    #expect(run.status == 3 && run.stdout.isEmpty, "\(run.stdout)")
    #expect(
      run.stderr.contains("there is none") || run.stderr.contains("AWS_SECRET_ACCESS_KEY is set"), "\(run.stderr)")
  }

  @Test func `the metadata of an instance is asked past any proxy`() {
    folder.write(Self.project(.moto), to: "jobs.yaml")
    folder.write(Self.job("x"), to: "jobs/x.yaml")
    let proxy = LoopbackServer { _ in .reply(200, body: "hidden") }
    let instance = LoopbackServer { request in request.method == "PUT" ? .reply(200, body: "proof") : .reply(404) }
    defer {
      proxy.stop()
      instance.stop()
    }
    let environment = ["http_proxy": proxy.url(), "AWS_EC2_METADATA_SERVICE_ENDPOINT": instance.url()]
    let run = deploy.run(["plan", "jobs", "-e", "prod"], in: folder, environment: environment)
    #expect(run.status == 3 && run.stderr.contains("there are none in variables"), "\(run.stderr)")
    #expect(instance.requests.map(\.method) == ["PUT", "GET"] && proxy.requests.isEmpty)
  }

  @Test func `a job that names no region is refused`() {
    folder.write(Self.job("x"), to: "jobs/x.yaml")
    let run = deploy.run(["plan", "jobs"], in: folder)
    #expect(run.status == 2 && run.stderr.contains("it has no region of AWS"), "\(run.stderr)")
  }
}
