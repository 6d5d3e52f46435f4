import Glibc
import JobsCore
import JobsCron
import TestSupport
import Testing

@testable import JobsManifest

/// Jobs on AWS, in job files and for Crontopus.
@Suite struct TargetRuleTests {
  private static let image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/report:1.4.2"

  private static func found(_ target: String, _ line: String) -> [String] {
    ManifestText.found(ManifestText.job("target: \(target)", "image: \(image)", line))
  }

  @Test("every Fargate pair is taken, and its neighbours are not", arguments: FargateSizes.rows.indices)
  func fargate(row: Int) {
    let row = FargateSizes.rows[row]
    let cpu = "\(FargateSizes.millicores(units: row.units))m"
    for memory in row.memory {
      #expect(Self.found("aws.ecs", "resources: {cpu: \(cpu), memory: \(memory)Mi}") == [], "\(cpu) \(memory)")
    }
    for memory in [row.memory[0] - 256, row.memory[0] + 1, row.memory[row.memory.count - 1] + 1024] {
      #expect(Self.found("aws.ecs", "resources: {cpu: \(cpu), memory: \(memory)Mi}") == ["AW101"], "\(cpu) \(memory)")
    }
  }

  @Test("the table of Fargate is the published one")
  func fargateTable() {
    #expect(FargateSizes.rows.map(\.units) == [256, 512, 1024, 2048, 4096, 8192, 16_384, 32_768])
    #expect(
      FargateSizes.rows.map { [$0.memory[0], $0.memory[$0.memory.count - 1], $0.memory.count] } == [
        [512, 2048, 3], [1024, 4096, 4], [2048, 8192, 7], [4096, 16_384, 13], [8192, 30_720, 23], [16_384, 61_440, 12],
        [32_768, 122_880, 12], [61_440, 249_856, 3],
      ])
  }

  @Test(
    "limits of AWS",
    arguments: [
      ("aws.ecs", "resources: {cpu: 300m, memory: 1Gi}", ["AW101"]),
      ("aws.ecs", "resources: {cpu: 3, memory: 8Gi}", ["AW101"]), ("aws.ecs", "resources: {cpu: 1}", []),
      ("aws.batch", "resources: {cpu: 3, memory: 5Gi}", []), ("aws.lambda", "timeout: 15m", []),
      ("aws.lambda", "timeout: 901", ["AW102"]), ("aws.lambda", "timeout: 0", ["AW102"]),
      ("aws.ecs", "timeout: 2h", []), ("aws.lambda", "resources: {memory: 128Mi}", []),
      ("aws.lambda", "resources: {memory: 127Mi}", ["AW103"]), ("aws.lambda", "resources: {memory: 10Gi}", []),
      ("aws.lambda", "resources: {memory: 10241Mi}", ["AW103?"]),
      ("aws.lambda", "resources: {memory: 32Gi}", ["AW103?"]),
      ("aws.lambda", "resources: {memory: 32769Mi}", ["AW103"]),
      ("aws.lambda", "resources: {memory: 500M}", ["AW103"]),
      ("aws.lambda", "resources: {cpu: 1, memory: 1Gi}", ["AW103?"]),
      ("aws.lambda", "identity: arn:aws:iam::111122223333:role/a/b", []),
      ("aws.ecs", "identity: arn:aws-cn:iam::111122223333:role/a", []),
      ("aws.ecs", "identity: arn:aws:iam::111122223333:user/a", ["AW104"]),
      ("aws.ecs", "identity: arn:aws:iam::1111:role/a", ["AW104"]),
      ("aws.ecs", "identity: arn:aws:iam::111122223333:role/", ["AW104"]),
      ("aws.batch", "identity: x@acme-prod.iam.gserviceaccount.com", ["AW104"]),
      ("aws.lambda", "env: {_HANDLER: x}", ["AW106"]),
      ("aws.lambda", "secrets: {AWS_SESSION_TOKEN: \"a:1\"}", ["AW106"]), ("aws.ecs", "env: {AWS_REGION: x}", []),
    ] as [(String, String, [String])])
  func aws(target: String, line: String, codes: [String]) {
    #expect(Self.found(target, line) == codes)
  }

  @Test(
    "code in place of an image",
    arguments: [
      ("aws.lambda", "path: src, runtime: python3.13, handler: main.handler", "", []),
      ("aws.lambda", "path: ../src, runtime: provided.al2023", "", []),
      ("aws.lambda", "path: src.zip, runtime: nodejs24.x, handler: index.handler", "", []),
      ("gcp.run", "path: src, runtime: python3.13, handler: a.b", "image: a/b:1", ["IM215"]),
      ("local", "path: src, runtime: python3.13, handler: a.b", "command: [x]", ["IM215"]),
      ("aws.lambda", "path: src, runtime: python3.13, handler: a.b", "image: \(image)", ["IM215"]),
      ("aws.lambda", "path: src, runtime: python3.13, handler: a.b", "command: [/bin/x]", ["IM215"]),
      ("aws.lambda", "path: src, runtime: python3.13, handler: a.b", "args: [x]", ["IM215"]),
      ("aws.lambda", "path: src, runtime: python3.13, handler: a.b", "workingDir: /x", ["IM215"]),
      ("aws.lambda", "runtime: python3.13, handler: a.b", "", ["IM215"]),
      ("aws.lambda", "path: \"\", runtime: python3.13, handler: a.b", "", ["AW107"]),
      ("aws.lambda", "path: /src, runtime: python3.13, handler: a.b", "", ["AW107"]),
      ("aws.lambda", "path: src, handler: a.b", "", ["AW108"]),
      ("aws.lambda", "path: src, runtime: python4.0, handler: a.b", "", ["AW108"]),
      ("aws.lambda", "path: src, runtime: nodejs12.x, handler: a.b", "", ["AW108"]),
      ("aws.lambda", "path: src, runtime: python3.10, handler: a.b", "", ["AW108?"]),
      ("aws.lambda", "path: src, runtime: nodejs18.x, handler: a.b", "", ["AW108?"]),
      ("aws.lambda", "path: src, runtime: python3.13", "", ["AW109"]),
      ("aws.lambda", "path: src, runtime: python3.13, handler: \"\"", "", ["AW109"]),
      ("aws.lambda", "path: src, runtime: python3.13, handler: größe", "", ["AW109"]),
      ("aws.lambda", "path: src, runtime: python3.13, handler: a.b, layers: [x]", "", ["ST101"]),
    ] as [(String, String, String, [String])])
  func code(target: String, code: String, other: String, codes: [String]) {
    let text = ManifestText.job("target: \(target)", "code: {\(code)}", other.isEmpty ? "enabled: true" : other)
    #expect(ManifestText.found(text) == codes)
  }

  @Test("code is looked for beside a manifest on disk, and nowhere else")
  func codeIsThere() throws {
    let folder = TemporaryFolder()
    let text = ManifestText.job(
      "target: aws.lambda", "code: {path: ../src, runtime: python3.13, handler: main.handler}")
    mkdir(folder.file("jobs"), 0o755)
    folder.write("jobs/job.yaml", text)
    var options = CheckOptions(zones: .system, now: ExampleRun.now)
    options.isCodeThere = CodePath.isThere
    func codes(_ file: InputFile) -> [String] { CheckRun.check(file, options) { _ in }.diagnostics.map(\.code) }
    let onDisk = InputFile(path: folder.file("jobs/job.yaml"), isNamed: true)
    var fromGit = onDisk
    fromGit.content = .bytes(Array(text.utf8))
    #expect(codes(onDisk) == ["AW107"] && codes(fromGit) == [])
    folder.write("src", "a file that is no archive")
    #expect(codes(onDisk) == ["AW107"])
    unlink(folder.file("src"))
    mkdir(folder.file("src"), 0o755)
    #expect(codes(onDisk) == [])
  }

  @Test("Lambda's environment has 4,096 bytes, and 18 names are its own")
  func lambdaEnvironment() {
    #expect(Self.found("aws.lambda", "env: {AB: \"\(String(repeating: "a ", count: 2047))\"}") == [])
    #expect(Self.found("aws.lambda", "env: {ABC: \"\(String(repeating: "a ", count: 2047))\"}") == ["AW105"])
    #expect(LambdaReservedVariable.names.count == 18)
  }

  @Test(
    "job files",
    arguments: [
      ("\"name\": \"a_b\", \"schedule\": \"0 3 * * *\", \"command\": \"x\"", []),
      ("\"name\": \"Nightly report\", \"schedule\": \"0 3 * * *\", \"command\": \"x\"", []),
      ("\"name\": \"a/b\", \"schedule\": \"0 3 * * *\", \"command\": \"x\"", ["JF101"]),
      ("\"name\": \"\", \"schedule\": \"0 3 * * *\", \"command\": \"x\"", ["JF101"]),
      ("\"name\": \".a\", \"schedule\": \"0 3 * * *\", \"command\": \"x\"", ["JF101"]),
      ("\"name\": \" a\", \"schedule\": \"0 3 * * *\", \"command\": \"x\"", ["JF101"]),
      ("\"name\": \"a\\tb\", \"schedule\": \"0 3 * * *\", \"command\": \"x\"", ["JF101"]),
      ("\"name\": \"a\", \"command\": \"x\"", ["JF102?"]),
      ("\"name\": \"a\", \"command\": \"x\", \"enabled\": false", []),
      ("\"name\": \"a\", \"schedule\": \"0 3 * * *\", \"command\": \"\"", ["IM210"]),
      ("\"name\": \"a\", \"schedule\": \"0 3 * * *\", \"command\": []", ["IM210"]),
    ] as [(String, [String])])
  func jobFiles(keys: String, codes: [String]) {
    #expect(ManifestText.found("{\(keys)}\n", file: "job.json") == codes)
  }

  @Test(
    "Crontopus jobs, and the same keys in our own format",
    arguments: [
      ("checkin: {enabled: true}", ["JB103"], ["JB103"]),
      ("checkin: {enabled: true, url: \"https://example.com/x\"}", ["JB103"], []),
      ("checkin: {enabled: true, secret: \"secret:checkin\"}", [], []), ("checkin: {enabled: false}", [], []),
      ("retry: {enabled: false, attempts: 2}", ["JB105?"], ["JB105?"]),
      ("retry: {enabled: false, attempts: 0}", [], []), ("retry: {enabled: true, attempts: 2}", [], []),
      ("retry: {enabled: false}", [], []),
      ("agent: {selector: {}}", ["JB106?"], ["JB106?"]), ("agent: {selector: {role: x}}", [], []),
      ("paused: true", [], []),
    ] as [(String, [String], [String])])
  func shared(line: String, crontopus: [String], ours: [String]) {
    #expect(ManifestText.found(ManifestText.crontopus(line), file: "prod/job.yaml") == crontopus)
    #expect(ManifestText.found(ManifestText.job("target: host", "command: [/bin/x]", line)) == ours)
  }

  @Test("a check-in's timeout is shorter than the distance between two runs")
  func checkInTimeout() {
    func found(_ schedule: String, _ timeout: String) -> [String] {
      ManifestText.found(
        ManifestText.job(
          "target: host", "command: [/bin/x]", "schedule: \"\(schedule)\"",
          "checkin: {enabled: false, timeout: \(timeout)}"))
    }
    #expect(found("0 * * * *", "1h") == [])
    #expect(found("0 * * * *", "3601") == ["JB104?"])
    #expect(found("0 3 * * *", "2h") == [])
  }

  @Test("a job that is off twice, a namespace beside its folder, a variable twice in a list")
  func crontopus() {
    #expect(
      ManifestText.found(ManifestText.crontopus("enabled: false", "paused: true"), file: "prod/job.yaml") == ["JB107."])
    let named =
      "apiVersion: v1\nkind: Job\nmetadata: {name: backup, namespace: staging}\nspec: {schedule: \"0 3 * * *\", command: /usr/local/bin/backup}\n"
    #expect(ManifestText.found(named, file: "prod/job.yaml") == ["CT102?"])
    #expect(ManifestText.found(named, file: "staging/job.yaml") == [])
    #expect(ManifestText.found(named, file: "job.yaml") == [])
    #expect(
      ManifestText.found(named.replacing("name: backup", with: "name: a/b"), file: "staging/job.yaml") == ["CT101"])
    #expect(
      ManifestText.found(
        ManifestText.crontopus("env: [{name: A, value: x}, {name: A, value: z}]"), file: "prod/job.yaml") == ["CR221?"])
  }
}
