import Glibc
import TestSupport
import Testing

/// Functions of code as users have them: packed, sent, called afterwards, taken back, and written as manifests, with moto and
/// with ministack as AWS.
@Suite(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)))
struct JobsDeployAWSCodeTests {
  private let deploy = Tool("jobs-deploy")
  private let folder = ToolFolder()
  private let name = "code-\(UInt32.random(in: 0 ... .max))"

  private func account(_ emulator: Emulator) -> String { emulator == .moto ? "123456789012" : "111122223333" }

  /// A region that no other test works in.
  private static let region = "ca-central-1"

  private func write(_ emulator: Emulator, verify: String = "") {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      environments:
        prod: {aws: {account: "\(account(emulator))", region: \(Self.region)}}

      """, to: "jobs.yaml")
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: \(name)}
      spec:
        target: aws.lambda
        code: {path: src, runtime: python3.12, handler: main.handler}
        timeout: 30s
        \(verify)

      """, to: "jobs/code.yaml")
  }

  private func code(_ body: String) {
    folder.write("import sys\n\n\ndef handler(event, context):\n    \(body)\n", to: "jobs/src/main.py")
  }

  private func run(_ words: [String], _ emulator: Emulator) async throws -> ToolRun {
    deploy.run(
      words, in: folder,
      environment: [
        "AWS_ENDPOINT_URL": try await emulator.address(), "AWS_ACCESS_KEY_ID": "111122223333",
        "AWS_SECRET_ACCESS_KEY": "hidden-secret", "PATH": "/nonexistent",
      ])
  }

  private func apply(_ emulator: Emulator, _ more: [String] = []) async throws -> ToolRun {
    try await run(["apply", "jobs", "-e", "prod", "--yes", "--offline"] + more, emulator)
  }

  @Test(arguments: Emulator.all)
  func `code is planned by what is in it, sent once, and known again`(emulator: Emulator) async throws {
    write(emulator)
    let none = try await run(["plan", "jobs", "-e", "prod"], emulator)
    #expect(none.status != 0 && none.stderr.contains("AW107"), "\(none.stderr)")
    code("return 1")
    let made = try await apply(emulator)
    #expect(made.status == 0, "\(made.stderr)")
    let same = try await run(["plan", "jobs", "-e", "prod", "--exit-code"], emulator)
    #expect(same.status == 0, "\(same.stdout)")
    code("return 2")
    let plan = try await run(["plan", "jobs", "-e", "prod", "--exit-code", "--out", "plan.ndjson"], emulator)
    #expect(plan.status == 1 && plan.stdout.contains(#""path":"Code.Content""#), "\(plan.stdout)")
    #expect(plan.stdout.contains(#""source":"jobs/src""#), "\(plan.stdout)")
    // What a plan's file says is what is sent, and nothing else.
    code("return 3")
    let moved = try await run(["apply", "plan.ndjson", "--yes", "--offline"], emulator)
    #expect(moved.status != 0 && moved.stderr.contains("was changed since the plan was made"), "\(moved.stderr)")
    code("return 2")
    let applied = try await run(["apply", "plan.ndjson", "--yes", "--offline"], emulator)
    #expect(applied.status == 0, "\(applied.stderr)")
    let drift = try await run(["drift", "jobs", "-e", "prod"], emulator)
    #expect(drift.status == 0, "\(drift.stdout)\(drift.stderr)")
    #expect(!(made.stdout + made.stderr + applied.stderr).contains("hidden-secret"))
  }

  /// moto runs functions in Docker alone.
  @Test func `a function is called when it was deployed, and one that fails shows its log and is taken back`()
    async throws
  {
    write(.ministack, verify: "verify: {run: {timeout: 60s}}")
    code("return 'fine'")
    let made = try await apply(.ministack)
    #expect(made.status == 0 && made.records("check").count == 1, "\(made.stdout)\(made.stderr)")
    #expect(made.stdout.contains(#""state":"done""#))
    code("print('about to'); raise ValueError('no such table')")
    let failed = try await apply(.ministack)
    #expect(failed.status == 4, "\(failed.stderr)")
    for part in [
      "job '-/prod/\(name)' is deployed, and a run of 'aws.lambda/\(account(.ministack))/\(Self.region)/prod-\(name)'",
      "does not hold: the run failed: ", "no such table", "  | about to\n",
    ] { #expect(failed.stderr.contains(part), "\(part): \(failed.stderr)") }

    write(.ministack, verify: "verify: {run: {args: [--check]}}")
    let refused = try await apply(.ministack)
    #expect(refused.stderr.contains("Lambda takes no 'args' for one run"), "\(refused.stderr)")
  }

  @Test(arguments: Emulator.all)
  func `a function becomes a manifest, and is not taken over where an apply would change it`(
    emulator: Emulator
  ) async throws {
    write(emulator)
    code("return 1")
    #expect(try await apply(emulator).status == 0)
    let words = ["import", "-e", "prod", "--account", account(emulator)]
    let text = try await run(words + [name], emulator)
    #expect(text.status == 0, "\(text.stderr)")
    for part in ["name: \(name)\n", "target: aws.lambda\n", "runtime: python3.12", "handler: main.handler"] {
      #expect(text.stdout.contains(part), "\(part): \(text.stdout)")
    }
    #expect(text.stderr.contains("its code is not brought along: put it into '\(name)' beside the manifest"))
    let other = try await run(["import", "-e", "prod", "--account", "999988887777", "--region", Self.region], emulator)
    #expect(other.status == 2 && other.stderr.contains("'999988887777' is asked for"), "\(other.stderr)")
    let ours = try await run(words + ["--adopt", "--out", "taken", name], emulator)
    #expect(ours.stderr.contains("is ours already"), "\(ours.stderr)")
    let both = try await run(["import", "--account", "1", "--project", "p"], emulator)
    #expect(both.status == 2 && both.stderr.contains("exclude each other"))
    let nowhere = try await run(["import", "-e", "prod", "--account", "1"], emulator)
    #expect(nowhere.status == 2 && nowhere.stderr.contains("add --region"), "\(nowhere.stderr)")
  }

  /// `i.py` with a handler that returns.
  private static let archive =
    "UEsDBBQAAAAIAAAAIVz+ElsTewAAAJsAAAAEAAAAaS5weVXLMQ4CIRBA0Z5TTDeQkO0s3MTSGxgbswUrQ8DMAhkgxtu7mlhY//fTVot06Gkj5S"
    + "lA1GTvZlZQJeWuMRJzQUs3fJQVFxt4tHi6yCCjvtfUmKjqI6QA2Lg8EVKGnwfiRjAddvzpq/N/eQZxaQdXx4POIkU05gLevdCoN1BLAQIUAxQA"
    + "AAAIAAAAIVz+ElsTewAAAJsAAAAEAAAAAAAAAAAAAACAAQAAAABpLnB5UEsFBgAAAAABAAEAMgAAAJ0AAAAAAA=="

  /// Asks Lambda, as somebody without this suite does.
  private func ask(_ emulator: Emulator, _ path: String, _ body: String) async throws {
    let port = try #require(try await emulator.address().split(separator: ":").last.flatMap { UInt16($0) })
    let head = [
      "Content-Type: application/json",
      "Authorization: AWS4-HMAC-SHA256 Credential=111122223333/20261122/\(Self.region)/lambda/aws4_request, "
        + "SignedHeaders=host, Signature=0",
    ]
    let reply = LoopbackClient(port).send("POST", "/2015-03-31/functions\(path)", head, body: body)
    try #require((200..<300).contains(reply.status), "\(reply.status) \(reply.body)")
  }

  /// ministack alone has code where it says that it lies (moto 5.2.5, ministack 1.5.33).
  @Test func `the code of a function of others comes with its manifest, and nothing differs from then on`() async throws
  {
    write(.ministack)
    #expect(unlink(folder.file("jobs/code.yaml")) == 0)
    let role = "arn:aws:iam::\(account(.ministack)):role/r"
    try await ask(
      .ministack, "",
      #"{"FunctionName":"\#(name)","Runtime":"python3.11","Handler":"i.h","Role":"\#(role)","#
        + #""Code":{"ZipFile":"\#(Self.archive)"}}"#)
    try await ask(.ministack, "/\(name)/versions", "{}")
    try await ask(.ministack, "/\(name)/aliases", #"{"Name":"live","FunctionVersion":"1"}"#)
    let words = ["import", "-e", "prod", "--account", account(.ministack)]
    let plain = try await run(words + [name], .ministack)
    #expect(plain.stderr.contains("put it into '\(name)' beside the manifest, or add --code"), "\(plain.stderr)")
    let bare = try await run(words + ["--code", name], .ministack)
    #expect(bare.status == 2 && bare.stderr.contains("'--code' wants '--out'"), "\(bare.stderr)")

    let taken = try await run(words + ["--adopt", "--code", "--out", "jobs", "--yes", "--offline", name], .ministack)
    #expect(taken.status == 0, "\(taken.stdout)\(taken.stderr)")
    #expect(folder.names(in: "jobs") == ["\(name).yaml", "\(name).zip"])
    #expect(folder.text(of: "jobs/\(name).yaml")?.contains("path: \(name).zip") == true)
    let plan = try await run(["plan", "jobs", "-e", "prod", "--exit-code"], .ministack)
    #expect(plan.status == 0, "\(plan.stdout)\(plan.stderr)")
  }

  @Test func `where code is not to be had there is no manifest for it, and no file`() async throws {
    write(.moto)
    code("return 1")
    #expect(try await apply(.moto).status == 0)
    let none = try await run(
      ["import", "-e", "prod", "--account", account(.moto), "--code", "--out", "found", name], .moto)
    #expect(
      none.status == 2 && none.stderr.contains("cannot read the code of function 'prod-\(name)'"), "\(none.stderr)")
    #expect(folder.names(in: "found").isEmpty)
  }
}
