import JobsCore
import JobsCron
import JobsManifest
import Testing

/// Edges of the rules on the project file.
@Suite struct ProjectRuleTests {
  private static func found(_ lines: String) -> [String] {
    let text = "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: acme}\n\(lines)\n"
    return ExampleRun.diagnostics(of: .init(.project, text), text: text).map {
      "\($0.code) \($0.severity) \($0.message)"
    }
  }

  private static func environment(_ keys: String) -> String { "environments: {dev: {\(keys)}}" }

  static let faults: [(lines: String, start: String)] = [
    (environment("quietHours: {from: \"24:30\", to: \"07:00\"}"), "PR101 error '24:30' is no time of day"),
    (environment("quietHours: {from: \"7:00\", to: \"20:00\"}"), "PR101 error '7:00'"),
    (environment("quietHours: {from: \"07:00\", to: \"07:00\"}"), "PR101 error the quiet hours begin and end at 07:00"),
    ("defaults: {quietHours: {from: \"7am\", to: \"07:00\"}}", "HO107 error '7am' is no time of day"),
    (
      "defaults: {quietHours: {from: \"06:00\", to: \"07:00\", timezone: CEST}}", "PR102 error unknown zone 'CEST'"
    ),
    ("pools: {a: 1}\ndefaults: {pools: [b]}", "HO101 error the project defines no pool 'b'"),
    ("pools: {a: 1}\ndefaults: {pools: {a: 2}}", "HO102 error a run takes 2 slots"),
    ("defaults: {locks: [a, a]}", "HO103 error the lock 'a' is named twice"),
    ("defaults: {umask: \"9\"}", "HO105 error '9' is no umask"), ("defaults: {cgroup: batch}", "HO106 error"),
    ("failures: [{class: network, contains: a, exitCode: 3}]", "PR115 error the row has both"),
    ("failures: [{class: network, contains: \"\"}]", "PR115 error an empty text"),
    ("freeze: [{from: 2026-12-20, to: 2026-12-19}]", "PR116 error the window ends before it begins"),
    (
      "freeze: [{from: \"2026-12-20T18:00\", to: \"2026-12-20T18:00\"}]", "PR116 error the window ends before it begins"
    ),
    ("freeze: [{from: 2026-12-32, to: 2027-01-01}]", "PR116 error '2026-12-32' is no day and no minute"),
    (
      "freeze: [{from: 2026-12-20, to: 2026-12-21, environments: [prod]}]", "PR116 error the project has no environment"
    ),
    ("freeze: [{from: 2026-12-20, to: 2026-12-21, timezone: CEST}]", "PR102 error unknown zone 'CEST'"),
    ("failures: [{class: network, exitCode: 0}]", "ST107 error"),
    ("failures: [{class: disk, exitCode: 3}]", "ST106 error"), ("pools: {database: 0}", "ST107 error"),
    ("limits: {running: 0}", "ST107 error"),
    ("defaults: {timezone: CEST}", "PR102 error unknown zone 'CEST'"),
    ("defaults: {schedule: [{cron: \"0 3 * * *\", timezone: Mars/Base}]}", "PR102 error"),
    ("defaults: {schedule: \"0 3 30 2 *\"}", "PR103 error '0 3 30 2 *' never fires"),
    (environment("budget: {monthly: \"200\"}"), "PR104 error"),
    (environment("budget: {monthly: \"200 usd\"}"), "PR104 error"),
    (environment("budget: {monthly: \"1,000 USD\"}"), "PR104 error"),
    (environment("budget: {monthly: \"0.00 USD\"}"), "PR104 error a budget of nothing"),
    (environment("budget: {monthly: \"200 USD\", warn: 120%}"), "PR104 error '120%' is no share"),
    (environment("budget: {monthly: \"200 USD\", warn: 0.8}"), "PR104 error '0.8' is no share"),
    ("hosts: {a: {hourly: \"4ct\"}}", "PR104 error '4ct' is no amount"),
    (environment("aws: {account: \"11112222333\"}"), "PR105 error"),
    (environment("gcp: {project: Acme}"), "PR106 error 'Acme' is no project id"),
    (environment("gcp: {project: acme-dev-}"), "PR106 error"),
    (environment("gcp: {project: \"123456789\"}"), "PR106 error"),
    (
      environment("gcp: {project: acme-dev, regions: [eu-west-1]}"),
      "PR106 error 'eu-west-1' is no region of Google Cloud"
    ),
    (
      environment("aws: {account: \"111122223333\", region: europe-west1}"),
      "PR106 error 'europe-west1' is no region of AWS"
    ),
    ("environments: {all: {}}", "PR107 error"), ("environments: {-dev: {}}", "PR107 error"),
    ("environments: {dev: {tag: \"v*\"}, prod: {tag: \"v*\"}}", "PR109 warning the tag 'v*'"),
    ("environments: {prod: {protected: true, approvers: []}}", "PR110 info"),
    ("notifications: {routes: {a: {slack: plain-key}}}", "PR111 error the key of 'slack'"),
    (
      "notifications: {routes: {a: {pagerduty: 0123456789abcdef0123456789abcdef}}}",
      "PR111 error the key of 'pagerduty'"
    ),
    (
      "policy: {suppressions: [{rule: GI120, reason: x, expires: \"2027-02-30\"}]}",
      "PR112 error '2027-02-30' is no day"
    ),
    ("policy: {suppressions: [{rule: GI120, reason: x, expires: soon}]}", "PR112 error"),
    ("policy: {registries: [\"*\"]}", "PR113 warning"),
    ("policy: {registries: [\"docker.io/acme/report:1.4.2\"]}", "PR113 error"),
    ("policy: {registries: [\"docker.io/acme@sha256\"]}", "PR113 error"),
    (
      environment("retention: [{images: europe-docker.pkg.dev/acme/jobs/report, keep: 1}]"),
      "PR117 error 'europe-docker.pkg.dev/acme/jobs/report' is no repository"
    ),
    (environment("retention: [{images: gcr.io/acme/jobs, keep: 1}]"), "PR117 error 'gcr.io/acme/jobs' is no"),
    (
      environment("retention: [{images: \"${REGION}-docker.pkg.dev/${PROJECT_ID}/jobs:latest\", keep: 1}]"),
      "PR117 error"
    ),
    (
      environment("retention: [{images: \"europe-docker.pkg.dev/${NOWHERE}/jobs\", keep: 1}]"),
      "PR117 error '${NOWHERE}' has no value here"
    ),
    (
      environment("retention: [{images: europe-docker.pkg.dev/acme/jobs, keep: 1, untagged: 36h}]"),
      "PR117 error 1d12h is no number of whole days"
    ),
    (
      environment("retention: [{images: europe-docker.pkg.dev/acme/jobs, keep: 1, untagged: 9d, olderThan: 9d}]"),
      "PR117 warning"
    ),
    (
      environment(
        "retention: [{images: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/report, keep: 1, olderThan: 9d}]"),
      "PR117 error ECR would delete"
    ),
    (
      environment(
        "retention: [{images: europe-docker.pkg.dev/acme/jobs, keep: 1}, {images: europe-docker.pkg.dev/acme/jobs, keep: 2}]"
      ),
      "PR117 error 'europe-docker.pkg.dev/acme/jobs' has two retentions"
    ),
  ]

  @Test("a fault of the project file has one finding, of this kind", arguments: faults)
  func kinds(lines: String, start: String) {
    let found = Self.found(lines)
    #expect(found.count == 1 && found[0].hasPrefix(start), "\(found)")
  }

  static let declarations: [(declaration: String, start: String?)] = [
    ("{type: string, pattern: \"[0-9a-f]{7,40}|latest\", default: latest}", nil),
    ("{type: string, pattern: \"[a-\"}", "PR108 error the pattern cannot be read"),
    ("{type: string, pattern: \"[0-9]+\", default: latest}", "PR108 error the default of 'A' does not match '[0-9]+'"),
    ("{type: bool, default: true}", nil),
    ("{type: bool, default: \"on\"}", "PR108 error the default of 'A' is neither true nor false"),
    ("{type: number, default: 0.5}", nil),
    ("{type: number, default: half}", "PR108 error the default of 'A' is no number"), ("{type: int}", nil),
  ]

  @Test("a variable's default obeys its own declaration", arguments: declarations)
  func defaults(declaration: String, start: String?) {
    let found = Self.found(Self.environment("variables: {A: \(declaration)}") + "\ntenant: \"a-${A}\"").filter {
      !$0.hasPrefix("VA")
    }
    #expect(found.count == (start == nil ? 0 : 1), "\(found)")
    if let start { #expect(found.first?.hasPrefix(start) == true, "\(found)") }
  }

  @Test(
    "what is right has no finding",
    arguments: [
      environment("quietHours: {from: \"00:00\", to: \"24:00\", timezone: Asia/Kolkata}"),
      environment("gcp: {project: \"acme.example:tools-1\", regions: [northamerica-northeast2]}"),
      environment("aws: {account: \"011122223333\", region: us-gov-east-1}"),
      environment("budget: {monthly: \"0.5 EUR\", warn: 1%}"), "hosts: {a: {hourly: \"0 USD\"}}",
      "environments: {dev: {branch: develop}, prod: {tag: \"v*\", protected: true, approvers: [ops]}}",
      "policy: {registries: [\"localhost:5000/acme\", \"*.azurecr.io\"]}",
      "environments: {dev: {}}\nterraform: {variables: {tags: {owner: data}}}",
      "notifications: {routes: {a: {webhook: \"https://acme.example/hook\"}}}",
      environment("retention: [{images: \"${REGION}-docker.pkg.dev/${PROJECT_ID}/jobs\", keep: 5, untagged: 1w}]"),
      environment("retention: [{images: \"${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/team/report\", keep: 5}]"),
      environment(
        "variables: {REPOSITORY: jobs}, retention: [{images: \"europe-docker.pkg.dev/acme/${REPOSITORY}\", keep: 5}]"
      ),
    ])
  func right(lines: String) {
    #expect(Self.found(lines) == [])
  }

  @Test("a missing zone database is a failure here too")
  func noDatabase() {
    var options = ExampleRun.options(project: nil)
    options.zones = ZoneDatabase(files: ZoneFiles(read: { _ in .absent }))
    let text = "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: acme}\ndefaults: {timezone: Europe/Berlin}\n"
    let report = FileCheck.run(FileInput(path: "jobs.yaml", bytes: Array(text.utf8), isNamed: true), options)
    #expect(report.diagnostics.isEmpty && report.failure?.exitStatus == .world)
  }

  @Test("a secret in the project file is found wherever it stands")
  func secrets() {
    let webhook = "https://hooks.slack" + ".com/services/T0AB1CD2E/B0FG3HI4J/a1B2c3D4e5F6g7H8i9J0k1L2"
    #expect(
      Self.found("notifications: {routes: {a: {slack: \"\(webhook)\"}}}") == [
        "SE101 error a Slack webhook stands here in clear"
      ])
    #expect(
      Self.found(Self.environment("variables: {DB_PASSWORD: n7Gq2Lw9xT}") + "\ntenant: \"a-${DB_PASSWORD}\"") == [
        "SE104 error 'DB_PASSWORD' holds a secret in clear"
      ])
    #expect(
      Self.found(
        Self.environment("variables: {DB_PASSWORD: \"secret:db-password\"}") + "\ntenant: \"a-${DB_PASSWORD}\"") == [])
  }

  @Test("a whole project and its job have no finding but the change of the clock")
  func whole() {
    let project = """
      apiVersion: jobs/v1
      kind: Project
      metadata: {name: acme-jobs}
      defaults: {timeout: 1h, retry: {attempts: 3}}
      environments:
        dev:
          branch: develop
          gcp: {project: acme-dev, regions: [europe-west1]}
          aws: {account: "111122223333", region: eu-west-1, role: jobs-deploy, boundary: jobs-boundary}
          variables:
            CHECKIN_SECRET: "secret:checkin"
            TAG: {type: string, pattern: "[0-9a-f]{7,40}|latest", default: 4f2a9c1}
          sizes: {memory: 512Mi}
          quietHours: {from: "20:00", to: "02:00", timezone: Europe/Berlin, weekends: false}
          budget: {monthly: "200 USD", warn: 80%}
        prod:
          tag: "v*"
          protected: true
          approvers: [ops]
          gcp: {project: acme-prod, regions: [europe-west1]}
          variables: {TAG: {type: string, default: 4f2a9c1}, CHECKIN_SECRET: "secret:checkin"}
      hosts: {backup-01: {hourly: "0.04 USD"}}
      notifications: {routes: {oncall: {slack: "secret:slack-url", severity: [error]}}}
      policy: {registries: ["*-docker.pkg.dev/acme-*"], suppressions: []}
      terraform: {variables: {lambda_memory: {dev: 256, prod: 1024}}}
      """
    let job = """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: nightly-report, tenant: acme}
      spec:
        target: gcp.run
        schedule: "30 2 * * *"
        timezone: Europe/Berlin
        image: "${REGION}-docker.pkg.dev/${PROJECT_ID}/jobs/report:${TAG}"
        command: [/app/report]
        secrets: {DB_PASSWORD: "db-password:latest"}
        checkin: {enabled: true, url: "https://ping.acme.example/a", secret: "${CHECKIN_SECRET}", timeout: 3600}
        alerts: [{when: failed, route: oncall}]
        environments: {dev: {resources: {memory: 512Mi}}}
      """
    let mine: Set<Substring> = ["SC", "SE", "VA", "FI", "PR", "ST"]
    let found = ExampleRun.diagnostics(of: .init(.jobs, job, project: project), text: job).filter {
      mine.contains($0.code.prefix(2))
    }
    #expect(found.map(\.code) == ["SC106"], "\(found.map(\.message))")
    #expect(
      Self.found(project.split(separator: "\n").dropFirst(3).joined(separator: "\n")).filter { !$0.hasPrefix("VA104") }
        == [])
  }
}
