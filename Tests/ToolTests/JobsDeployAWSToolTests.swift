import Glibc
import TestSupport
import Testing

/// `plan`, `apply` and `drift` on Lambda, as users run them, with moto and with ministack as AWS.
@Suite(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)))
struct JobsDeployAWSToolTests {
  private let deploy = Tool("jobs-deploy")
  private let folder = ToolFolder()

  /// moto has one account, ministack that of the key.
  private static func account(_ emulator: Emulator) -> String { emulator == .moto ? "123456789012" : "111122223333" }

  private static func project(_ emulator: Emulator, region: String = "us-east-2") -> String {
    """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    environments:
      prod: {aws: {account: "\(account(emulator))", region: \(region)}}
    notifications: {routes: {oncall: {email: oncall@acme.example}}}

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
      image: "${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/report:1"
      resources: {memory: \(memory)}

    """
  }

  /// Makes what others keep, in a region: the image of all jobs, a secret, a topic.
  private static func furnish(_ emulator: Emulator, region: String = "us-east-2") async throws {
    let ecr = "AmazonEC2ContainerRegistry_V20150921"
    try await ask(emulator, region, "ecr", "\(ecr).CreateRepository", #"{"repositoryName":"report"}"#)
    try await ask(
      emulator, region, "ecr", "\(ecr).PutImage",
      #"{"repositoryName":"report","imageTag":"1","imageManifest":"{\"schemaVersion\":2,\"mediaType\":\"application/vnd.docker.distribution.manifest.v2+json\"}"}"#
    )
    try await ask(
      emulator, region, "secretsmanager", "secretsmanager.CreateSecret",
      #"{"Name":"prod/db","SecretString":"hidden","ClientRequestToken":"8f0c2a4e-0d0e-4c57-9a7b-2f1d6f0b3c11"}"#)
    try await ask(emulator, region, "sns", nil, "Action=CreateTopic&Version=2010-03-31&Name=oncall")
  }

  /// Asks a service for something that may be there already; by the scope of a signature it is known which.
  private static func ask(
    _ emulator: Emulator, _ region: String, _ service: String, _ target: String?, _ body: String
  ) async throws {
    let port = try #require(try await emulator.address().split(separator: ":").last.flatMap { UInt16($0) })
    let scope = "111122223333/20261121/\(region)/\(service)/aws4_request"
    let type = target == nil ? "x-www-form-urlencoded" : "x-amz-json-1.1"
    // A server that is slow to answer is asked again: nothing is made twice.
    let head =
      [
        "Content-Type: application/\(type)",
        "Authorization: AWS4-HMAC-SHA256 Credential=\(scope), SignedHeaders=host, Signature=0",
      ] + (target.map { ["X-Amz-Target: \($0)"] } ?? [])
    var reply = LoopbackClient(port).send("POST", "/", head, body: body)
    for _ in 0..<5 where reply.status == 0 { reply = LoopbackClient(port).send("POST", "/", head, body: body) }
    #expect(reply.status == 200 || reply.body.contains("Exist"), "\(service): \(reply.status) \(reply.body)")
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
    try await Self.furnish(emulator)
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

  /// The roles that ministack lists have no boundary (ministack 1.5.33).
  @Test func `roles have the boundary of their environment, by way of a plan's file too, and lose it with that`()
    async throws
  {
    let emulator = Emulator.moto
    let bounded = Self.project(emulator).replacing("region: us-east-2", with: "region: us-east-2, boundary: bounds")
    folder.write(bounded, to: "jobs.yaml")
    folder.write(Self.job("job-\(UInt32.random(in: 0 ... .max))"), to: "jobs/x.yaml")
    try await Self.furnish(emulator)
    try await Self.ask(
      emulator, "us-east-1", "iam", nil,
      "Action=CreatePolicy&Version=2010-05-08&PolicyName=bounds&PolicyDocument=%7B%22Version%22%3A%222012-10-17%22%2C"
        + "%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22*%22%2C%22Resource%22%3A%22*%22%7D%5D%7D"
    )
    let plan = try await run(["plan", "jobs", "-e", "prod", "--out", "plan.ndjson"], emulator)
    #expect(plan.status == 0, "\(plan.stderr)")
    let arn = "arn:aws:iam::123456789012:policy/bounds"
    #expect(folder.text(of: "plan.ndjson")?.contains(#""path":"PermissionsBoundary","desired":"\#(arn)""#) == true)
    let apply = try await run(["apply", "plan.ndjson", "--yes"], emulator)
    #expect(apply.status == 0 && apply.records("change").count == 4, "\(apply.stdout)\(apply.stderr)")
    #expect(try await run(["plan", "jobs", "-e", "prod", "--exit-code"], emulator).status == 0)

    folder.write(Self.project(emulator), to: "jobs.yaml")
    let free = try await run(["apply", "jobs", "-e", "prod", "--yes"], emulator)
    #expect(free.status == 0 && free.records("change").count == 2, "\(free.stdout)\(free.stderr)")
    #expect(
      free.records("change").allSatisfy { $0.contains(#""path":"PermissionsBoundary""#) && $0.contains(arn) })
    #expect(try await run(["plan", "jobs", "-e", "prod", "--exit-code"], emulator).status == 0)

    folder.write(bounded.replacing("bounds", with: "a b"), to: "jobs.yaml")
    let wrong = try await run(["plan", "jobs", "-e", "prod"], emulator)
    #expect(wrong.status == 2 && wrong.stderr.contains("the boundary 'a b' is no policy of IAM"), "\(wrong.stderr)")
  }

  @Test(arguments: Emulator.all)
  func `all that is missing is named before the first act, and nothing is changed`(emulator: Emulator) async throws {
    let region = "ap-south-1"
    folder.write(Self.project(emulator, region: region), to: "jobs.yaml")
    folder.write(
      Self.job("job-\(UInt32.random(in: 0 ... .max))")
        + "  secrets: {DB_PASSWORD: prod/db}\n  alerts: [{when: failed, route: oncall}, {when: late, route: oncall}]\n",
      to: "jobs/x.yaml")
    let plan = try await run(["plan", "jobs", "-e", "prod"], emulator)
    #expect(plan.status == 0 && plan.records("change").count == 5, "\(plan.stderr)")
    for words in ["'secrets' come by name and not by value", "'alerts' for 'late' are not kept"] {
      #expect(plan.stderr.contains(words), "\(plan.stderr)")
    }
    let apply = try await run(["apply", "jobs", "-e", "prod", "--yes"], emulator)
    #expect(apply.status == 3 && apply.records("change").isEmpty, "\(apply.stdout)\(apply.stderr)")
    for words in [
      "there is no secret 'prod/db'",
      "there is no image '\(Self.account(emulator)).dkr.ecr.ap-south-1.amazonaws.com/report:1'",
      "there is no topic 'arn:aws:sns:ap-south-1:\(Self.account(emulator)):oncall'",
    ] {
      #expect(apply.stderr.contains("error: \(words)"), "\(apply.stderr)")
    }
    #expect(try await run(["plan", "jobs", "-e", "prod"], emulator).records("change").count == 5)
    try await Self.furnish(emulator, region: region)
    let done = try await run(["apply", "jobs", "-e", "prod", "--yes"], emulator)
    #expect(done.status == 0 && done.records("change").count == 5, "\(done.stdout)\(done.stderr)")
    #expect(try await run(["plan", "jobs", "-e", "prod", "--exit-code"], emulator).status == 0)
    for run in [plan, apply, done] { #expect(!(run.stdout + run.stderr).contains("hidden")) }
  }

  @Test(arguments: Emulator.all)
  func `what is pruned goes out of use first, and comes back with its job`(emulator: Emulator) async throws {
    let region = "eu-north-1"
    let names = ["a", "b"].map { "\($0)-\(UInt32.random(in: 0 ... .max))" }
    folder.write(Self.project(emulator, region: region), to: "jobs.yaml")
    for name in names { folder.write(Self.job(name), to: "jobs/\(name).yaml") }
    try await Self.furnish(emulator, region: region)
    #expect(try await run(["apply", "jobs", "-e", "prod", "--yes"], emulator).status == 0)
    unlink(folder.file("jobs/\(names[1]).yaml"))
    let prune = ["prune", "jobs", "-e", "prod", "--yes", "--max", "4"]
    let pruned = try await run(prune, emulator)
    #expect(pruned.status == 0 && pruned.records("change").count == 4, "\(pruned.stderr)")
    #expect(pruned.records("change").allSatisfy { $0.contains(#""action":"quarantine""#) })
    #expect(pruned.stdout.contains(#""path":"State","applied":"ENABLED","live":"ENABLED","desired":"DISABLED""#))
    let again = try await run(prune, emulator)
    #expect(
      again.status == 0 && again.records("change").isEmpty && again.stderr.contains("goes in 14 days"),
      "\(again.stderr)"
    )
    folder.write(Self.job(names[1]), to: "jobs/\(names[1]).yaml")
    let back = try await run(["apply", "jobs", "-e", "prod", "--yes"], emulator)
    #expect(back.status == 0 && back.records("change").count == 4, "\(back.stderr)")
    unlink(folder.file("jobs/\(names[1]).yaml"))
    let gone = try await run(prune + ["--after", "0"], emulator)
    #expect(
      gone.status == 0 && gone.records("change").allSatisfy { $0.contains(#""action":"delete""#) }, "\(gone.stderr)")
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

  // MARK: access

  private static func accessProject(_ emulator: Emulator, _ role: String, more: String = "", account: String? = nil)
    -> String
  {
    """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    environments:
      prod: {aws: {account: "\(account ?? Self.account(emulator))", region: us-east-2, role: \(role)}\(more)}
      dev: {gcp: {project: acme-dev}}

    """
  }

  @Test(arguments: Emulator.all)
  func `the role of a workflow is made, left alone, moved to another repository and taken back`(emulator: Emulator)
    async throws
  {
    let role = "deploy-\(UInt32.random(in: 0 ... .max))"
    folder.write(Self.accessProject(emulator, role), to: "jobs.yaml")
    let access = ["access", "-e", "prod", "--repository", "acme/jobs"]
    let asked = try await run(access, emulator)
    #expect(asked.status == 2 && asked.stderr.contains("there is no terminal"), "\(asked.stderr)")
    let made = try await run(access + ["--yes"], emulator)
    #expect(made.status == 0 && made.records("change").count == 1, "\(made.stdout)\(made.stderr)")
    #expect(made.stdout.contains("repo:acme/jobs:environment:prod"))
    let again = try await run(access + ["--yes"], emulator)
    #expect(again.status == 0 && again.records("change").isEmpty, "\(again.stdout)")
    let moved = try await run(
      ["access", "-e", "prod", "--repository", "acme@1/jobs@2", "--yes"], emulator)
    #expect(moved.status == 0 && moved.records("change").first?.contains(#""path":"Trust.Statement""#) == true)
    let back = try await run(["rollback", "--yes"], emulator)
    #expect(back.status == 0 && back.stdout.contains("repo:acme/jobs:environment:prod"), "\(back.stdout)\(back.stderr)")
    #expect(try await run(access + ["--yes"], emulator).records("change").isEmpty)
  }

  @Test(arguments: Emulator.all)
  func `what is not a whole account, or not approved, gets no role`(emulator: Emulator) async throws {
    let role = "deploy-\(UInt32.random(in: 0 ... .max))"
    let access = { (more: [String]) async throws in
      try await run(["access", "--repository", "acme/jobs", "--yes"] + more, emulator)
    }
    let none = try await access(["-e", "prod"])
    #expect(none.status == 2 && none.stderr.contains("there is no project file here"), "\(none.stderr)")
    folder.write(Self.accessProject(emulator, role, more: ", protected: true, approvers: [ops]"), to: "jobs.yaml")
    for (more, words) in [
      (["-e", "prod"], "the environment 'prod' is protected"),
      (["-e", "dev"], "has no account, region and role of AWS"),
      (["-e", "test"], "the project has no environment 'test'"),
      (["-e", "prod", "--repository", "acme"], "'acme' is no repository of GitHub"),
    ] {
      let run = try await access(more)
      #expect(run.status == 2 && run.stderr.contains(words), "\(run.stderr)")
    }
    folder.write(Self.accessProject(emulator, role, account: "999988887777"), to: "jobs.yaml")
    let other = try await access(["-e", "prod"])
    #expect(
      other.status == 2 && other.stderr.contains("the environment is in account '999988887777'"), "\(other.stderr)")
    folder.write(Self.accessProject(emulator, role, more: ", protected: true, approvers: [ops]"), to: "jobs.yaml")
    let approved = try await access(["-e", "prod", "--approve-by", "ops", "--ticket", "T-1"])
    #expect(approved.status == 0 && approved.records("change").count == 1, "\(approved.stdout)\(approved.stderr)")
  }

  @Test func `a job that names no region is refused`() {
    folder.write(
      Self.job("x").replacing("${ACCOUNT}", with: "111122223333").replacing("${REGION}", with: "us-east-2"),
      to: "jobs/x.yaml")
    let run = deploy.run(["plan", "jobs"], in: folder)
    #expect(run.status == 2 && run.stderr.contains("it has no region of AWS"), "\(run.stderr)")
  }
}
