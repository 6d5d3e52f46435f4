import JobsCore
import Testing

@testable import JobsManifest

/// A recognised secret is in nothing that leaves the check.
@Suite struct SecretOutputTests {
  static let secret = "gh" + "p_Q4ZX7K2M5N3P6R2T8V1B9C0D4E5F6G7H8J9K"

  private static func report(_ text: String, _ format: Format, project: String? = nil, ignoring: [String] = [])
    -> FileReport
  {
    var options = ExampleRun.options(project: project)
    options.selection.ignored = ignoring
    return FileCheck.run(FileInput(path: format.exampleFile, bytes: Array(text.utf8), isNamed: true), options)
  }

  static let manifests: [(format: Format, text: String)] = [
    (
      .jobs,
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: a, labels: {x: SECRET}, annotations: {y: SECRET}}\nspec:\n  command: /bin/a SECRET\n  env: {UPLOAD: SECRET}\n  args: [SECRET]\n"
    ),
    (
      .jobs,
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: a}\nspec:\n  command: [/bin/a]\n  concurrency: SECRET\n  timeout: SECRET\n  SECRET: 1\n"
    ),
    (
      .jobs,
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: a}\nspec:\n  command: [/bin/a]\n  checkin: {secret: SECRET, url: \"https://x:SECRET@y.example\"}\n  events: [{pubsub: orders, token: SECRET}]\n"
    ),
    (
      .jobs,
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: a}\nspec:\n  command: [/bin/a]\n  environments: {dev: {env: {A: SECRET}}}\n"
    ),
    (
      .jobs,
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: a}\nspec:\n  command: [/bin/a, --token, SECRET]\n  secrets: {A: SECRET}\n  schedule: SECRET\n  timezone: SECRET\n"
    ),
    (
      .cloudrun,
      "apiVersion: run.googleapis.com/v1\nkind: Job\nmetadata: {name: a, annotations: {z: SECRET}}\nspec:\n  template:\n    metadata: {annotations: {z: SECRET}}\n    spec:\n      template:\n        spec:\n          containers:\n          - image: acme.example/a:1.0.0\n            args: [--x=SECRET]\n            env: [{name: A, value: SECRET}]\n"
    ),
    (
      .crontopus,
      "apiVersion: v1\nkind: Job\nmetadata: {name: a, namespace: dev}\nspec: {schedule: \"0 3 * * *\", command: /bin/a SECRET, env: [{name: B, value: SECRET}]}\n"
    ),
    (
      .jobfile,
      "{\"name\": \"a\", \"schedule\": \"0 3 * * *\", \"command\": \"/bin/a SECRET\", \"env\": {\"A\": \"SECRET\"}}"
    ),
    (.crontab, "TOKEN=SECRET\n0 3 * * * /bin/a --key=SECRET\n0 4 * * * /bin/b\n"),
    (
      .project,
      "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: a}\nenvironments: {dev: {variables: {A: SECRET}}}\nnotifications: {routes: {r: {slack: SECRET, pagerduty: SECRET}}}\n"
    ),
  ]

  @Test("no field of a diagnostic holds the secret, and its bytes are masked", arguments: manifests)
  func diagnostics(format: Format, text: String) {
    let text = text.split(separator: "SECRET", omittingEmptySubsequences: false).joined(separator: Self.secret)
    let report = Self.report(text, format)
    #expect(report.diagnostics.contains { $0.code.hasPrefix("SE") })
    for diagnostic in report.diagnostics {
      #expect(!"\(diagnostic)".contains(Self.secret), "\(diagnostic.code)")
      if diagnostic.code.hasPrefix("SE") { #expect(diagnostic.valueHash != Self.secret.utf8.fnv1a64) }
    }
    // Whatever is shown of the file, every place of the secret is under a mask.
    let bytes = Array(text.utf8)
    let needle = Array(Self.secret.utf8)
    var from = 0
    while let at = (from...(bytes.count - needle.count)).first(where: { bytes[$0...].starts(with: needle) }) {
      #expect(report.masks.contains { $0.lowerBound <= at && at + needle.count <= $0.upperBound }, "at \(at)")
      from = at + needle.count
      if from > bytes.count - needle.count { break }
    }
  }

  @Test("no record holds the secret, even where its finding is ignored", arguments: manifests)
  func records(format: Format, text: String) {
    let text = text.split(separator: "SECRET", omittingEmptySubsequences: false).joined(separator: Self.secret)
    let report = Self.report(text, format, ignoring: ["SE", "ST", "SC", "CR", "JB", "IM", "JF", "CT", "CP"])
    #expect(!String(decoding: report.records, as: UTF8.self).contains(Self.secret))
  }

  @Test("a record says where a secret stood")
  func masked() {
    let text =
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: a}\nspec:\n  command: [/bin/a, --password, n7Gq2Lw9]\n  env: {A: \(Self.secret), B: plain}\n  events: [{pubsub: orders, token: \(Self.secret), at: {secret: n7Gq2Lw9xT4vK1pZ}}]\n  checkin: {secret: ping}\n"
    let record = String(decoding: Self.report(text, .jobs, ignoring: ["SE"]).records, as: UTF8.self)
    #expect(record.contains(#""command":["/bin/a","--password","***"]"#), "\(record)")
    #expect(record.contains(#""env":{"A":"***","B":"plain"}"#))
    #expect(record.contains(#""events":[{"pubsub":"orders","token":"***","at":{"secret":"***"}}]"#))
    #expect(record.contains(#""checkin":{"enabled":true,"secret":"***"}"#))
  }

  @Test("a variable of a crontab with many lines is reported once")
  func crontab() {
    let text = "TOKEN=\(Self.secret)\n0 3 * * * /bin/a\n0 4 * * * /bin/b\n0 5 * * * /bin/c\n"
    #expect(Self.report(text, .crontab).diagnostics.count { $0.code == "SE101" } == 1)
  }

  @Test("a secret that a variable brings is found where it is put in, and references in the project are none")
  func variables() {
    let project =
      "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: a}\nenvironments: {dev: {variables: {TOKEN: \"secret:token\"}}}\n"
    let text =
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: a}\nspec: {command: [/bin/a], env: {API_TOKEN: \"${TOKEN}\"}}\n"
    #expect(Self.report(text, .jobs, project: project).diagnostics.filter { $0.code.hasPrefix("SE") }.isEmpty)
  }
}

extension SecretOutputTests {
  /// What a rule would make of a secret: another spelling of it, or a part.
  @Test(
    "a fix, a hint and an id hold no part of a secret",
    arguments: [
      ExampleText.job("  target: gcp.run\n  image: \"https://u:Sup3rS3cret@h.example/x\"\n"),
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: \(secret)}\nspec: {command: [/bin/a]}\n",
    ])
  func rewritten(_ text: String) {
    let report = FileCheck.run(
      FileInput(path: "job.yaml", bytes: Array(text.utf8), isNamed: true), ExampleRun.options(project: nil))
    #expect(!report.diagnostics.isEmpty && !report.masks.isEmpty)
    for diagnostic in report.diagnostics {
      var json = JSONWriter()
      diagnostic.write(to: &json)
      let words = String(decoding: json.bytes, as: UTF8.self).lowercased()
      #expect(!words.contains("sup3rs3cret") && !words.contains("q4zx7k2m5n3p"), "\(words)")
    }
  }

  @Test("a secret that a variable brings is masked and said, and does not stop the job")
  func byVariable() throws {
    var options = ExampleRun.options(project: nil)
    options.views = try EnvironmentView.views(for: nil, of: nil, given: ["PW": "Xk29fjq0" + "ZZpw81"])
    let text = ExampleText.job("  command: [/bin/a]\n  env: {DB_PASSWORD: \"${PW}\"}\n")
    let report = FileCheck.run(FileInput(path: "job.yaml", bytes: Array(text.utf8), isNamed: true), options)
    #expect(report.diagnostics.map(\.code) == ["SE104"] && report.diagnostics.first?.severity == .warning)
    #expect(report.jobCount == 1 && String(decoding: report.records, as: UTF8.self).contains(#""DB_PASSWORD":"***""#))
  }

  @Test(
    "a secret that stands in the file is an error, whatever reference stands beside it",
    arguments: [
      "command: [/bin/a, \"--token=\(secret) --day ${PW}\"]", "command: [/bin/a]\n  env: {UPLOAD: \"\(secret)${PW}\"}",
      "command: [/bin/a]\n  env: {DB_PASSWORD: \"Xk29fjq0ZZpw81${PW}\"}",
      "command: [/bin/a]\n  env: {URL: \"postgres://u:Xk29fjq0ZZ@${PW}.example/x\"}",
    ])
  func besideReference(_ spec: String) throws {
    var options = ExampleRun.options(project: nil)
    options.views = try EnvironmentView.views(for: nil, of: nil, given: ["PW": "db"])
    let report = FileCheck.run(
      FileInput(path: "job.yaml", bytes: Array(ExampleText.job("  \(spec)\n").utf8), isNamed: true), options)
    #expect(report.diagnostics.contains { $0.code.hasPrefix("SE") && $0.severity == .error }, "\(report.diagnostics)")
    #expect(report.jobCount == 0)
  }
}
