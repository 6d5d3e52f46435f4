import TestSupport
import Testing

/// `jobs-deploy secret`, as users run it, with the double as Google, and with moto and ministack as AWS.
@Suite struct JobsDeploySecretTests {
  private let folder = ToolFolder()
  private static let values = ["s3cr3t-value-one", "s3cr3t-value-two", "s3cr3t-value-three"]

  /// Where secrets are kept in a test.
  private struct Cloud {
    var project: String
    var target: String
    var variables: [String: String]
    /// What version is read where none is named.
    var current: String
    /// What a rotation does that keeps one version, and then one that keeps none: AWS keeps one before by itself.
    var rotations: [[String]] = []
  }

  private static func google(_ double: RunningDouble) -> Cloud {
    Cloud(
      project: "gcp: {project: acme-prod, regions: [europe-west1]}",
      target: "gcp.run\n  identity: report@acme-prod.iam.gserviceaccount.com",
      variables: double.environment, current: "latest",
      rotations: [["added", "disabled"], ["added", "disabled", "disabled"]])
  }

  private static func amazon(_ emulator: Emulator, region: String) async throws -> Cloud {
    let account = emulator == .moto ? "123456789012" : "111122223333"
    return Cloud(
      project: #"aws: {account: "\#(account)", region: \#(region)}"#, target: "aws.lambda",
      variables: [
        "AWS_ENDPOINT_URL": try await emulator.address(), "AWS_ACCESS_KEY_ID": "111122223333",
        "AWS_SECRET_ACCESS_KEY": "hidden-secret", "PATH": "/nonexistent",
      ], current: "AWSCURRENT", rotations: [["added"], ["added", "disabled"]])
  }

  private func write(_ cloud: Cloud, version: String = "", more: String = "") {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      tenant: acme
      environments:
        prod: {\(cloud.project)\(more)}

      """, to: "jobs.yaml")
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: report, tenant: acme}
      spec:
        target: \(cloud.target)
        schedule: "30 4 * * *"
        image: example.com/report:1
        secrets: {TOKEN: "api-token\(version)"}

      """, to: "jobs/report.yaml")
  }

  private func run(
    _ words: [String], _ cloud: Cloud, input: String = "", isInProject: Bool = true
  ) -> ToolRun {
    Tool("jobs-deploy").run(
      ["secret"] + words + (isInProject ? ["-e", "prod"] : [])
        + (words[0] == "list" ? [] : ["--state", folder.file("state")]),
      in: folder, input: input, environment: cloud.variables)
  }

  /// Outcome and version of each `secret-version` record.
  private static func outcomes(_ run: ToolRun) -> [String] {
    run.records("secret-version").map { line in
      line.split(separator: #""outcome":""#).last.map { String($0.prefix { $0 != "\"" }) } ?? ""
    }
  }

  /// Goes through the life of a secret; what is the same in every cloud.
  private func live(_ cloud: Cloud) throws {
    write(cloud)
    let missing = run(["list", "jobs"], cloud)
    #expect(missing.status == 1, "\(missing.stderr)")
    #expect(missing.records("secret").first?.contains(#""state":"missing""#) == true)
    #expect(run(["list", "jobs", "-o", "human"], cloud).stdout.contains("it is not there"))

    var all: [ToolRun] = [missing]
    func put(_ words: [String], _ input: String, _ outcomes: [String], _ line: Comment) {
      let done = run(words, cloud, input: input)
      #expect(done.status == 0 && Self.outcomes(done) == outcomes, line)
      all.append(done)
    }
    put(["put", "api-token"], Self.values[0] + "\n", ["created"], "the line break of 'echo' is dropped")
    put(["put", "api-token"], Self.values[0], ["unchanged"], "the same value")
    put(["put", "api-token"], Self.values[0] + "\n\n", ["added"], "one line break alone is dropped")
    put(
      ["put", "api-token", "--keep-newline"], Self.values[0] + "\n", ["unchanged"], "and kept where that is asked for")
    put(["rotate", "api-token", "jobs"], Self.values[1], cloud.rotations[0], "two back is out of use")
    put(["rotate", "api-token", "jobs", "--keep", "0"], Self.values[2], cloud.rotations[1], "one back as well")
    put(["rotate", "api-token", "jobs"], Self.values[2], ["unchanged"], "nothing to rotate")
    let ready = run(["list", "jobs"], cloud)
    #expect(ready.status == 0, "\(ready.stdout)\(ready.stderr)")
    let record = try #require(ready.records("secret").first)
    #expect(record.contains(#""owner":"acme/prod/*""#) && record.contains(#""version":"\#(cloud.current)""#))
    #expect(record.contains(#""jobs":["acme/prod/report"]"#) && record.contains(#""unused":[]"#), "\(record)")
    all += [ready, run(["list", "jobs", "-o", "human"], cloud)]

    // Every act is in the log, and no value anywhere.
    let log = try #require(folder.text(of: "state/audit.log"))
    #expect(log.split(separator: "\n").count { $0.contains(#""action":"secret-put""#) } == 4)
    #expect(
      log.split(separator: "\n").count { $0.contains(#""action":"secret-rotate""#) }
        == cloud.rotations.joined().count + 1)
    for text in all.flatMap({ [$0.stdout, $0.stderr] }) + [log] {
      #expect(!text.contains("s3cr3t-value"))
    }
  }

  @Test(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
  func `a secret of Google lives, and its value is told to nobody`() throws {
    let double = try #require(RunningDouble(apis: ["secretmanager"]))
    let cloud = Self.google(double)
    try live(cloud)
    let at = "/v1/projects/acme-prod/secrets/api-token/versions/"
    func ask(_ path: String) -> LoopbackReply {
      LoopbackClient(double.port("secretmanager")).send(
        "GET", at + path, ["Authorization: Bearer \(double.token())"])
    }
    // 's3cr3t-value-three'
    #expect(ask("latest:access").text("payload.data") == "czNjcjN0LXZhbHVlLXRocmVl")
    for version in ["1", "2", "3"] { #expect(ask(version).text("state") == "DISABLED") }
    #expect(Self.outcomes(run(["enable", "api-token", "3"], cloud)) == ["enabled"])
    #expect(ask("3").text("state") == "ENABLED")
  }

  @Test(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)), arguments: Emulator.all)
  func `a secret of AWS lives, and its value is told to nobody`(_ emulator: Emulator) async throws {
    let cloud = try await Self.amazon(emulator, region: "ap-south-1")
    try live(cloud)
    let enable = run(["enable", "api-token", "AWSCURRENT"], cloud)
    #expect(enable.status == 2 && enable.stderr.contains("update-secret-version-stage"))
    let current = run(["disable", "api-token", "AWSCURRENT", "--yes"], cloud)
    #expect(current.status == 2 && current.stderr.contains("secret rotate api-token"))
  }

  @Test(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
  func `a version that a job names stays in use, and one that is disabled is missing`() throws {
    let double = try #require(RunningDouble(apis: ["secretmanager"]))
    let cloud = Self.google(double)
    write(cloud, version: ":1")
    for value in Self.values { #expect(run(["put", "api-token"], cloud, input: value).status == 0) }
    // Version 1 is named, version 3 is the one before.
    let rotated = run(["rotate", "api-token", "jobs"], cloud, input: "s3cr3t-value-four")
    #expect(Self.outcomes(rotated) == ["added", "disabled"])
    #expect(rotated.stdout.contains(#""version":"2","outcome":"disabled""#))
    #expect(run(["list", "jobs"], cloud).records("secret").first?.contains(#""unused":["4","3"]"#) == true)
    #expect(Self.outcomes(run(["disable", "api-token", "1"], cloud)) == ["disabled"])
    let list = run(["list", "jobs", "-o", "human"], cloud)
    #expect(list.status == 1 && list.stdout.contains("'1' is disabled"), "\(list.stdout)")
    // The current one is asked about, and there is no terminal here.
    let current = run(["disable", "api-token", "latest"], cloud)
    #expect(current.status == 2 && current.stderr.contains("add --yes"))
    #expect(Self.outcomes(run(["disable", "api-token", "latest", "--yes"], cloud)) == ["disabled"])
    // What is disabled is no value to compare with.
    #expect(Self.outcomes(run(["put", "api-token"], cloud, input: "s3cr3t-value-four")) == ["added"])
  }

  @Test(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
  func `a secret that others made is used, and stays theirs`() throws {
    let double = try #require(RunningDouble(apis: ["secretmanager"]))
    let cloud = Self.google(double)
    write(cloud)
    let name = "projects/acme-prod/secrets/api-token"
    #expect(double.putState("secretmanager", name, #"{"replication":{"automatic":{}},"labels":{"by":"hand"}}"#))
    let put = run(["put", "api-token"], cloud, input: Self.values[0])
    #expect(Self.outcomes(put) == ["added"] && put.stderr.contains("was made by others, and stays theirs"))
    #expect(double.state("secretmanager", name).text("labels") == #"{"by":"hand"}"#)
    #expect(run(["list", "jobs"], cloud).records("secret").first?.contains("owner") == false)
  }

  @Test(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
  func `what is missing is said first, and how it is put`() throws {
    let double = try #require(
      RunningDouble(apis: RunningDouble.deployed + ["artifactregistry", "serviceusage"]))
    let cloud = Self.google(double)
    write(cloud)
    let apply = Tool("jobs-deploy").run(
      ["apply", "jobs", "-e", "prod", "--yes"], in: folder, environment: cloud.variables)
    #expect(apply.status == 3)
    #expect(apply.stderr.contains("hint: jobs-deploy secret put api-token --project acme-prod --file FILE"))
    folder.write(Self.values[0], to: "value")
    let put = run(
      ["put", "api-token", "--project", "acme-prod", "--file", "value"], cloud, isInProject: false)
    #expect(put.status == 0, "\(put.stderr)")
    let again = Tool("jobs-deploy").run(
      ["apply", "jobs", "-e", "prod", "--yes"], in: folder, environment: cloud.variables)
    #expect(!again.stderr.contains("api-token"))
  }

  @Test(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
  func `whoever may not read the value adds it unseen, and whoever may not write is told which role`() throws {
    let double = try #require(
      RunningDouble(apis: ["secretmanager"], ["--deny", "secretmanager.versions.access"]))
    let cloud = Self.google(double)
    write(cloud)
    #expect(Self.outcomes(run(["put", "api-token"], cloud, input: Self.values[0])) == ["created"])
    let again = run(["put", "api-token"], cloud, input: Self.values[0])
    #expect(Self.outcomes(again) == ["added"] && again.stderr.contains("'secretmanager.versions.access' is missing"))
    let strict = try #require(RunningDouble(apis: ["secretmanager"], ["--deny", "secretmanager.versions.add"]))
    let refused = run(["put", "api-token"], Self.google(strict), input: Self.values[0])
    #expect(
      refused.status == 4 && refused.stderr.contains("'secretmanager.versions.add' is missing"), "\(refused.stderr)")
    #expect(folder.text(of: "state/audit.log")?.contains(#""outcome":"failed""#) == true)
    for text in [again.stderr, refused.stderr, refused.stdout, folder.text(of: "state/audit.log") ?? ""] {
      #expect(!text.contains("s3cr3t-value"))
    }
  }

  @Test(
    .enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"),
    arguments: [
      #"{"reset":"after","times":1,"match":"secretmanager.projects.secrets.create"}"#,
      #"{"reset":"after","times":1,"match":"secretmanager.projects.secrets.addVersion"}"#,
      #"{"code":503,"times":2,"match":"secretmanager.projects.secrets.create"}"#,
      #"{"code":429,"times":1,"match":"secretmanager.projects.secrets.addVersion"}"#,
    ])
  func `nothing is made twice where answers get lost`(_ fault: String) throws {
    let double = try #require(RunningDouble(apis: ["secretmanager"]))
    let cloud = Self.google(double)
    write(cloud)
    #expect(double.fault(fault))
    let put = run(["put", "api-token"], cloud, input: Self.values[0])
    #expect(put.status == 0 && Self.outcomes(put) == ["created"], "\(put.stderr)")
    #expect(put.stdout.contains(#""version":"1""#) && double.stateCount("secretmanager") == 2)
  }

  @Test(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
  func `a service that repeats the value is not quoted, and what nobody names any more is listed`() throws {
    let double = try #require(RunningDouble(apis: ["secretmanager"]))
    let cloud = Self.google(double)
    write(cloud)
    #expect(run(["put", "old-token"], cloud, input: Self.values[0]).status == 0)
    #expect(
      double.fault(
        #"{"code":400,"status":"INVALID_ARGUMENT","message":"bad czNjcjN0LXZhbHVlLW9uZQ== or s3cr3t-value-one","#
          + #""match":"secretmanager.projects.secrets.addVersion"}"#))
    let refused = run(["put", "api-token"], cloud, input: Self.values[0])
    #expect(refused.status == 4 && refused.stderr.contains("has no value"), "\(refused.stderr)")
    for text in [refused.stdout, refused.stderr, folder.text(of: "state/audit.log") ?? ""] {
      #expect(!text.contains("s3cr3t-value") && !text.contains("czNjcjN0"), "\(text)")
    }
    let list = run(["list", "jobs"], cloud)
    #expect(list.records("secret").last?.contains(#""name":"old-token""#) == true)
    #expect(list.records("secret").last?.contains(#""state":"unused""#) == true, "\(list.stdout)")
  }

  @Test func `what is no value or no place is refused before anybody is asked`() throws {
    let cloud = Cloud(project: "branch: main", target: "host", variables: [:], current: "")
    write(cloud)
    folder.write(String(repeating: "x", count: 65_537), to: "large")
    for (words, input, message) in [
      (["put", "t"], "", "the value is empty"), (["put", "t"], "\n", "the value is empty"),
      (["put", "t", "--file", "large"], "", "larger than 64 KiB"),
      (["put", "t", "--file", "none"], "", "no such file"), (["put", "t", "--file", "jobs"], "", "is no file"),
      (["put", "t"], "x", "the environment 'prod' is in no cloud"),
      (["put", "t", "--project", "p", "--region", "r"], "x", "name one of them"),
      (["rotate", "t", "-"], "x", "standard input is for the value"),
      (["rotate", "t", "--keep=-1"], "x", "'--keep' is 0 or more"), (["put"], "x", "name"),
    ] {
      let refused = run(words, cloud, input: input)
      #expect(refused.status == 2 && refused.stderr.contains(message), "\(words) \(refused.stderr)")
    }
    #expect(!folder.exists("state/audit.log"))
  }

  @Test(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
  func `a protected environment wants an approval for its secrets as well`() throws {
    let double = try #require(RunningDouble(apis: ["secretmanager"]))
    let cloud = Self.google(double)
    write(cloud, more: ", protected: true, approvers: [ops]")
    let refused = run(["put", "api-token"], cloud, input: Self.values[0])
    #expect(refused.status == 2 && refused.stderr.contains("is protected"), "\(refused.stderr)")
    #expect(double.stateCount("secretmanager") == 0)
    let approved = run(
      ["put", "api-token", "--approve-by", "ops", "--ticket", "OPS-1"], cloud, input: Self.values[0])
    #expect(approved.status == 0, "\(approved.stderr)")
  }
}
