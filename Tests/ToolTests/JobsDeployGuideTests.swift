import Glibc
import TestSupport
import Testing

/// Every command of jobs-deploying(7) is run, in the order of the page; one that stands there and not here fails.
@Suite struct JobsDeployGuideTests {
  private let folder = ToolFolder()

  private static func root(from source: String = #filePath) -> String {
    source.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
  }

  /// The commands that sections show, as a reader would copy them: those of the suite, and lines of blocks.
  private static func commands(of section: String) -> [String] {
    let root = root()
    var commands: [String] = []
    var isSection = false
    var isBlock = false
    for line in (ToolFolder.text("\(root)/man/src/jobs-deploying.7.in") ?? "").split(separator: "\n") {
      if line.hasPrefix(".Sh ") { isSection = line == ".Sh \(section)" }
      if line.hasPrefix(".Bd -literal") || line == ".Ed" { isBlock = line != ".Ed" }
      let text = line.hasPrefix(".Ql ") ? line.dropFirst(4) : isBlock ? line : ""
      let command = text.replacing("\\-", with: "-").split(separator: " ").joined(separator: " ")
      guard isSection, command.hasPrefix("jobs-") || command.hasPrefix("git ") else { continue }
      commands.append(String(command.hasSuffix(" .") ? command.dropLast(2)[...] : command[...]))
    }
    return commands
  }

  /// What is there before a command, what is put in its place, and the status that it ends with.
  private struct Step {
    var command: String
    var before: () -> Void = {}
    /// Behind the command: what a reader would be asked, and what a test has of its own.
    var more = ""
    var status: Int32 = 0
  }

  private func run(_ steps: [Step], of section: String, _ environment: [String: String] = [:]) {
    #expect(Self.commands(of: section) == steps.map(\.command))
    for step in steps {
      step.before()
      let ran = Tool.shell(
        "\(step.command.replacing("NAME", with: "report")) \(step.more)", in: folder, environment: environment)
      #expect(ran.status == step.status, "\(step.command): \(ran.stdout)\n\(ran.stderr)")
    }
  }

  private func write(_ command: String, verify: String = "{}") {
    folder.write("apiVersion: jobs/v1\nkind: Project\nmetadata: {name: p}\nenvironments: {prod: {}}\n", to: "jobs.yaml")
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: report}
      spec: {target: host, schedule: "30 2 * * *", command: \(command), verify: \(verify)}

      """, to: "jobs/report.yaml")
  }

  private static let here = "--crontab table -e prod jobs"
  private static let yes = "--yes --crontab table -e prod jobs"

  @Test func `from cron`() {
    folder.write("# job: report\n30 2 * * * /srv/report\n", to: "table")
    run(
      [
        Step(command: "jobs-deploy import", more: "--crontab table --out found"),
        Step(command: "jobs-deploy import --adopt --out jobs/ NAME", more: "--yes --crontab table"),
        Step(command: "jobs-deploy plan", more: "--exit-code --crontab table jobs"),
      ], of: "FROM CRON")
    #expect(!folder.names(in: "found").isEmpty)
  }

  @Test func `from timers of systemd`() {
    folder.write("[Service]\nExecStart=/srv/report\n", to: "units/report.service")
    let timer = "[Timer]\nOnCalendar=02:30\n[Install]\nWantedBy=timers.target\n"
    folder.write(timer, to: "units/report.timer")
    let units = "--units units"
    run(
      [
        Step(command: "jobs-deploy import --systemd", more: "\(units) --out found"),
        Step(command: "jobs-deploy import --systemd --adopt --out jobs/ NAME", more: "--yes \(units)"),
        Step(command: "jobs-deploy plan --systemd", more: "--exit-code \(units) jobs"),
        Step(command: "jobs-deploy apply --systemd", more: "--yes \(units) jobs"),
        Step(command: "jobs-deploy drift --systemd", more: "\(units) jobs"),
        Step(command: "jobs-deploy rollback --systemd", more: "--yes \(units)"),
      ], of: "FROM TIMERS OF SYSTEMD")
    #expect(!folder.names(in: "found").isEmpty && folder.text(of: "units/report.timer") == timer)
  }

  @Test func `from dev to prod`() {
    write("/srv/report")
    let made = Tool.shell(
      "git init -q . && git add jobs jobs.yaml && git -c user.name=a -c user.email=a@b.example commit -qm one "
        + "&& git tag COMMIT", in: folder)
    #expect(made.status == 0, "\(made.stderr)")
    run(
      [
        Step(command: "git checkout COMMIT", more: "-q"),
        Step(command: "jobs-deploy plan -e prod --out prod.plan", more: "--crontab table jobs"),
        Step(command: "jobs-deploy apply prod.plan", more: "--yes --crontab table"),
        Step(command: "jobs-deploy plan --exit-code", before: { write("/srv/other") }, more: Self.here, status: 1),
        Step(command: "jobs-deploy drift", more: Self.here),
      ], of: "FROM DEV TO PROD")
    #expect(folder.text(of: "table")?.contains("30 2 * * * /srv/report") == true)
  }

  @Test func `after a failure`() throws {
    let broken = { write("/bin/false", verify: "{run: {}}") }
    write("/bin/true", verify: "{run: {}}")
    #expect(Tool.shell("jobs-deploy apply \(Self.yes)", in: folder).status == 0)
    let before = folder.text(of: "table")
    run(
      [
        Step(
          command: "jobs-deploy rollback",
          before: {
            broken()
            #expect(Tool.shell("jobs-deploy apply \(Self.yes)", in: folder).status == 4)
          }, more: "--yes --crontab table"),
        Step(
          command: "jobs-deploy apply --rollback-on-failure",
          before: {
            #expect(folder.text(of: "table") == before)
          }, more: Self.yes, status: 4),
        Step(
          command: "jobs-deploy apply --verify all",
          before: {
            #expect(folder.text(of: "table") == before)
            write("/bin/true", verify: "{run: {}}")
          }, more: Self.yes),
        Step(command: "jobs-deploy plan", more: Self.here),
        // Nothing was interrupted, which is said.
        Step(command: "jobs-deploy apply --resume", more: "--yes --crontab table", status: 2),
        Step(command: "jobs-deploy force-unlock", more: "--yes"),
        Step(
          command: "jobs-deploy rollback",
          before: {
            write("/srv/other")
            #expect(Tool.shell("jobs-deploy apply \(Self.yes)", in: folder).status == 0)
          }, more: "--yes --crontab table"),
        Step(
          command: "jobs-deploy drift",
          before: {
            write("/bin/true", verify: "{run: {}}")
            #expect(folder.text(of: "table") == before)
            folder.write((before ?? "").replacing("30 2", with: "30 3"), to: "table")
          }, more: Self.here, status: 1),
        Step(command: "jobs-deploy apply --only-drift", more: Self.yes),
      ], of: "AFTER A FAILURE")
    #expect(folder.text(of: "table") == before)
  }

  private func writeProject() {
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme}
      environments:
        prod: {gcp: {project: acme-prod, regions: [europe-west1]}}

      """, to: "jobs.yaml")
  }

  @Test(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
  func `started by messages`() throws {
    let double = try #require(RunningDouble(apis: RunningDouble.deployed + RunningDouble.eventful))
    writeProject()
    // The manifest that the page shows.
    let page = ToolFolder.text("\(Self.root())/man/src/jobs-deploying.7.in") ?? ""
    let section = page.split(separator: ".Sh STARTED BY MESSAGES").last ?? ""
    let block = section.split(separator: ".Bd -literal -offset 2n\n").dropFirst().first?.split(separator: ".Ed").first
    folder.write(block.map { String($0).replacing("\\-", with: "-") } ?? "", to: "jobs/report.yaml")
    run(
      [
        Step(command: "jobs-deploy plan -e prod", more: "jobs"),
        Step(command: "jobs-deploy apply", more: "--yes --offline -e prod jobs"),
        Step(
          command: "jobs-run runs -e prod",
          before: {
            let sent = LoopbackClient(double.port("pubsub")).send(
              "POST", "/v1/projects/acme-prod/topics/orders:publish",
              ["Authorization: Bearer \(double.token())", "Content-Type: application/json"],
              body: #"{"messages":[{"data":"aGVsbG8="}]}"#)
            #expect(sent.status == 200)
          }, more: "| grep -q '\"trigger\":\"event\"'"),
      ], of: "STARTED BY MESSAGES", double.environment)
  }

  @Test(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
  func `from gcloud`() throws {
    let double = try #require(
      RunningDouble(apis: RunningDouble.deployed))
    let made = LoopbackClient(double.port("run")).send(
      "POST", "/v2/projects/acme-prod/locations/europe-west1/jobs?jobId=report",
      ["Authorization: Bearer \(double.token())", "Content-Type: application/json"],
      body: #"{"template":{"template":{"containers":[{"image":"europe-docker.pkg.dev/acme-prod/jobs/report:1"}]}}}"#)
    #expect(made.status == 200, "\(made.body)")
    run(
      [
        Step(command: "jobs-deploy import --project acme-prod --region europe-west1", more: ">found.yaml"),
        Step(
          command: "jobs-validate convert --to jobs",
          before: {
            #expect(Tool.shell("jobs-validate example cloudrun >gcloud.yaml", in: folder).status == 0)
          }, more: "gcloud.yaml"),
        Step(command: "jobs-validate -e prod", before: { writeProject() }, more: "found.yaml"),
        // It stands in the way, which is said.
        Step(command: "jobs-deploy plan -e prod", more: "found.yaml", status: 2),
        Step(
          command: "jobs-deploy import -e prod --project acme-prod --adopt --out jobs/ NAME",
          before: { unlink(folder.file("found.yaml")) }, more: "--yes --offline"),
        Step(command: "jobs-deploy apply", more: "--yes --offline -e prod jobs"),
        Step(command: "jobs-deploy secret list -e prod", more: "jobs"),
        Step(command: "jobs-deploy secret put NAME -e prod", more: "<jobs.yaml"),
      ], of: "FROM GCLOUD", double.environment)
  }

  /// `i.py`, packed.
  private static let archive =
    "UEsDBBQAAAAIAAAAIVz+ElsTewAAAJsAAAAEAAAAaS5weVXLMQ4CIRBA0Z5TTDeQkO0s3MTSGxgbswUrQ8DMAhkgxtu7mlhY//fTVot06Gkj5S"
    + "lA1GTvZlZQJeWuMRJzQUs3fJQVFxt4tHi6yCCjvtfUmKjqI6QA2Lg8EVKGnwfiRjAddvzpq/N/eQZxaQdXx4POIkU05gLevdCoN1BLAQIUAxQA"
    + "AAAIAAAAIVz+ElsTewAAAJsAAAAEAAAAAAAAAAAAAACAAQAAAABpLnB5UEsFBgAAAAABAAEAMgAAAJ0AAAAAAA=="

  @Test(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)))
  func `from Lambda`() async throws {
    // Nothing else is in this region.
    let region = "ap-northeast-3"
    let address = try await Emulator.ministack.address()
    let port = try #require(address.split(separator: ":").last.flatMap { UInt16($0) })
    func ask(_ path: String, _ body: String) {
      let head = [
        "Content-Type: application/json",
        "Authorization: AWS4-HMAC-SHA256 Credential=111122223333/20261122/\(region)/lambda/aws4_request, "
          + "SignedHeaders=host, Signature=0",
      ]
      let reply = LoopbackClient(port).send("POST", "/2015-03-31/functions\(path)", head, body: body)
      #expect((200..<300).contains(reply.status), "\(reply.status) \(reply.body)")
    }
    ask(
      "",
      #"{"FunctionName":"report","Runtime":"python3.11","Handler":"i.h","#
        + #""Role":"arn:aws:iam::111122223333:role/r","Code":{"ZipFile":"\#(Self.archive)"}}"#)
    folder.write(
      """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme-jobs}
      environments:
        prod:
          aws: {account: "111122223333", region: \(region)}

      """, to: "jobs.yaml")
    let code = "--out jobs/ --code NAME"
    run(
      [
        Step(command: "jobs-deploy import -e prod --account 111122223333 \(code)"),
        Step(
          command: "jobs-deploy import -e prod --account 111122223333 --adopt \(code)",
          before: {
            ask("/report/versions", "{}")
            ask("/report/aliases", #"{"Name":"live","FunctionVersion":"1"}"#)
          }, more: "--yes --offline"),
        Step(command: "jobs-deploy plan -e prod", more: "--exit-code jobs"),
        Step(
          command: "jobs-deploy plan -e prod",
          before: {
            folder.write("def h(event, context): pass\n", to: "jobs/report/i.py")
            let manifest = folder.text(of: "jobs/report.yaml")?.replacing("report.zip", with: "report")
            folder.write(manifest ?? "", to: "jobs/report.yaml")
          }, more: "--exit-code jobs", status: 1),
      ], of: "FROM LAMBDA",
      [
        "AWS_ENDPOINT_URL": address, "AWS_ACCESS_KEY_ID": "111122223333", "AWS_SECRET_ACCESS_KEY": "hidden",
        "AWS_EC2_METADATA_DISABLED": "true",
      ])
  }
}
