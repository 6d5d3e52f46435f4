import JobsCore
@testable import JobsManifest
import Testing

@Suite("job records") struct JobRecordTests {
  /// The full example of the format: every key there is.
  static let full = """
    apiVersion: jobs/v1
    kind: Job
    metadata:
      name: nightly-report
      tenant: acme
      labels: {team: data}
      annotations: {owner: data@acme.example}
    spec:
      target: gcp.run
      schedule: "30 4 * * *"
      timezone: Europe/Berlin
      image: europe-west1-docker.pkg.dev/acme-prod/jobs/report:4f2a9c1
      command: [/app/report]
      args: ["--day", yesterday]
      env: {LOG_LEVEL: info}
      secrets: {DB_PASSWORD: "db-password:3"}
      mounts: [{secret: "tls-key:3", path: /etc/tls/key}]
      resources: {cpu: 1, memory: 2Gi, tasks: 1, parallelism: 1}
      timeout: 1h
      retry: {enabled: true, attempts: 3, backoff: exponential, classes: [timeout, network]}
      concurrency: {queue: 3}
      missed: {policy: last, within: 6h}
      identity: report@acme-prod.iam.gserviceaccount.com
      network: {connector: projects/acme-prod/locations/europe-west1/connectors/vpc, egress: private-ranges-only}
      events: [{pubsub: orders}]
      expect: {duration: 4m, p90: 9m}
      alerts: [{when: failed, route: oncall}]
      verify: {run: {args: [--check]}, http: [{url: "https://report.example/", delay: 1m}]}
      agent: {selector: {role: backup}}

    """

  @Test("the full example becomes the record of the contract, keys in its order")
  func record() throws {
    let checked = Checked(Self.full)
    #expect(
      !checked.report.diagnostics.contains { $0.severity == .error }, "\(checked.report.diagnostics.map(\.message))")
    let line = try #require(checked.lines.first)
    let keys = [
      "type", "v", "id", "tenant", "name", "labels", "annotations", "enabled", "paused", "target", "schedules",
      "events", "run",
      "resources", "limits", "identity", "network", "expect", "alerts", "verify", "agent", "digest", "origin",
    ]
    let record = try #require(checked.jobs.first)
    #expect(record.tree.entries(Tree.root).map { record.tree.string($0.key) } == keys)
    #expect(
      line.hasPrefix(#"{"type":"job","v":1,"id":"acme/-/nightly-report","tenant":"acme","name":"nightly-report","#))
    #expect(
      line.contains(
        #""schedules":[{"cron":"30 4 * * *","dialect":"unix","timezone":"Europe/Berlin","dst":{"gap":"run-after","repeat":"first"}}]"#
      ))
    #expect(line.contains(#""resources":{"cpuMillis":1000,"memoryBytes":2147483648,"tasks":1,"parallelism":1}"#))
    #expect(
      line.contains(
        #""limits":{"timeoutSeconds":3600,"retry":{"attempts":3,"backoff":"exponential","classes":["timeout","network"]},"concurrency":{"queue":3},"missed":{"policy":"last","withinSeconds":21600}}"#
      ))
    #expect(line.contains(#""origin":{"file":"job.yaml","line":1,"column":1,"format":"jobs"}"#))
  }

  @Test("a record that is read back is written again to the same bytes")
  func roundTrip() throws {
    for text in [Self.full, Format.cloudrun.example, Format.crontopus.example, Format.jobs.example] {
      let checked = Checked(text)
      for (record, line) in zip(checked.jobs, checked.lines) {
        var json = JSONWriter()
        try Job(record).write(to: &json)
        #expect(String(decoding: json.bytes, as: UTF8.self) == line)
      }
    }
  }

  @Test("the digest knows the content, not the layout, the place or a default that is written out")
  func digest() throws {
    func digest(_ text: String, file: String = "job.yaml") throws -> String {
      try #require(try Checked(text, file: file).jobs.first.flatMap { try Job($0).digest })
    }
    let plain = ExampleText.job("  command: [/bin/true]\n  env: {A: \"1\", B: \"2\"}\n")
    let same = "# a comment\n" + ExampleText.job("  env:\n    B: \"2\"\n    A: '1'\n  command:\n  - /bin/true\n")
    let other = ExampleText.job("  command: [/bin/false]\n  env: {A: \"1\", B: \"2\"}\n")
    #expect(try digest(plain) == digest(same))
    #expect(try digest(plain) == digest(plain, file: "elsewhere/job.yaml"))
    #expect(try digest(plain) != digest(other))
    let digestOfPlain = try digest(plain)
    #expect(digestOfPlain.hasPrefix("sha256:") && digestOfPlain.utf8.count == 71)
  }

  @Test("a job with an error in it is not handed on; a warning does not hold it back")
  func errors() {
    #expect(Checked(ExampleText.job("  command: [/bin/true]\n  foo: 1\n")).lines.isEmpty)
    let warned = Checked(ExampleText.job("  command: [/bin/true]\n  env: {A: yes}\n"))
    #expect(warned.codes == ["RD210"] && warned.lines.count == 1)
  }

  @Test("the first error of a document does not touch its neighbours")
  func neighbours() {
    let text =
      ExampleText.job("  command: [/bin/true]\n  foo: 1\n") + "---\n"
      + ExampleText.job("  command: [/bin/true]\n").replacing("report", "other")
    #expect(Checked(text).lines.count == 1)
  }
}

extension String {
  func replacing(_ word: String, _ other: String) -> String {
    split(separator: word, omittingEmptySubsequences: false).joined(separator: other)
  }
}
