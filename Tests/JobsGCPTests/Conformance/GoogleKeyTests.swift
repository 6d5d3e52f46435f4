import JobsCore
import JobsCron
import JobsDeploy
import JobsManifest
import TestSupport
import Testing

@testable import JobsGCP

/// What each key of a manifest becomes in Google: fields, a word of what is lost, or a refusal; never silence.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)")) struct GoogleKeyTests {
  enum Fate: Sendable {
    /// The fields that it gives or changes, without the names of what users name.
    case fields([String])
    /// It is said that it is not kept.
    case said
    /// The job is refused.
    case refused
    /// Other parts of the suite keep it, whatever runs the job.
    case elsewhere
  }

  private static let task = "template.template"
  private static let container = "template.template.containers"

  /// By the key of a spec, or of a mapping in it, with an example.
  private static let fates: [String: (spec: String, fate: Fate)] = [
    "target": ("target: gcp.run", .elsewhere),
    "schedule": (#"schedule: "0 5 * * *""#, .fields(["schedule"])),
    "timezone": ("timezone: Asia/Tokyo", .fields(["timeZone"])),
    "dst": ("dst: {gap: skip}\n  timezone: Europe/Berlin", .refused),
    "image": ("image: example.com/a:2", .fields(["\(container).image"])),
    "command": ("command: [/app/a]", .fields(["\(container).command"])),
    "args": ("args: [a]", .fields(["\(container).args"])),
    "workingDir": ("workingDir: /srv", .fields(["\(container).workingDir"])),
    "env": ("env: {A: b}", .fields(["\(container).env.value"])),
    "envFile": ("envFile: a.env", .refused),
    "secrets": (
      "secrets: {A: db-password:1}",
      .fields([
        "\(container).env.valueSource.secretKeyRef.secret", "\(container).env.valueSource.secretKeyRef.version",
        "member", "owner", "role",
      ])
    ),
    "mounts": (
      "mounts: [{secret: tls:1, path: /etc/tls/key}]",
      .fields([
        "\(container).volumeMounts.name", "\(task).volumes.secret.items.version", "\(task).volumes.secret.secret",
        "member", "owner", "role",
      ])
    ),
    "user": ("user: ann", .said),
    "resources.cpu": ("resources: {cpu: 2}", .fields(["\(container).resources.limits.cpu"])),
    "resources.memory": ("resources: {memory: 4Gi}", .fields(["\(container).resources.limits.memory"])),
    "resources.gpu": (
      "resources: {gpu: 1, cpu: 4, memory: 16Gi}",
      .fields(["cpu", "memory", "nvidia.com/gpu"].map { "\(container).resources.limits.\($0)" })
    ),
    "resources.architecture": ("resources: {architecture: arm64}", .said),
    "resources.tasks": ("resources: {tasks: 4}", .fields(["template.taskCount"])),
    "resources.parallelism": (
      "resources: {tasks: 4, parallelism: 2}", .fields(["template.parallelism", "template.taskCount"])
    ),
    "timeout": ("timeout: 90s", .fields(["\(task).timeout"])),
    "retry.enabled": ("retry: {enabled: false}", .fields(["\(task).maxRetries"])),
    "retry.attempts": ("retry: {attempts: 7}", .fields(["\(task).maxRetries"])),
    "retry.backoff": ("retry: {backoff: fixed}", .said),
    "retry.delay": ("retry: {delay: 10s}", .said),
    "retry.maxDelay": ("retry: {maxDelay: 10s}", .said),
    "retry.classes": ("retry: {classes: [network]}", .said),
    "retry.perClass": ("retry: {perClass: {network: {attempts: 2}}}", .said),
    "concurrency": ("concurrency: forbid", .said),
    "missed": ("missed: {policy: last}", .said),
    "identity": (
      "identity: another@acme-prod.iam.gserviceaccount.com",
      .fields([
        "\(task).serviceAccount", "displayName", "disabled", "httpTarget.oauthToken.serviceAccountEmail", "member",
        "owner", "role",
      ])
    ),
    "network.connector": (
      "network: {connector: projects/acme-prod/locations/europe-west1/connectors/vpc}",
      .fields(["\(task).vpcAccess.connector"])
    ),
    "network.network": ("network: {network: a}", .fields(["\(task).vpcAccess.networkInterfaces.network"])),
    "network.subnetwork": ("network: {subnetwork: a}", .fields(["\(task).vpcAccess.networkInterfaces.subnetwork"])),
    "network.tags": (
      "network: {network: a, tags: [b]}",
      .fields(["\(task).vpcAccess.networkInterfaces.network", "\(task).vpcAccess.networkInterfaces.tags"])
    ),
    "network.egress": (
      "network: {connector: projects/acme-prod/locations/europe-west1/connectors/vpc, egress: all-traffic}",
      .fields(["\(task).vpcAccess.connector", "\(task).vpcAccess.egress"])
    ),
    "events": (
      "events: [{pubsub: orders, retry: false}]",
      .fields(
        ["annotations.jobs/events", "member", "owner", "role"]
          + [GoogleSubject.workflow, .trigger].flatMap { subject in
            subject.rows.map { pattern(subject.kind, $0.path) }
          })
    ),
    "code.path": ("code: {path: app, runtime: python3.13, handler: app.run}", .refused),
    "code.runtime": ("code: {path: app, runtime: nodejs22.x, handler: app.run}", .refused),
    "code.handler": ("code: {path: app, runtime: python3.13, handler: app.other}", .refused),
    "expect": ("expect: {duration: 4m}", .elsewhere),
    "checkin": (#"checkin: {url: "https://a.example"}"#, .said),
    "alerts": (
      "alerts: [{when: failed, route: oncall}]",
      .fields(GoogleSubject.alertPolicy.rows.map { pattern(.alert, $0.path) })
    ),
    "verify": ("verify: {run: {}}", .elsewhere),
    "agent": ("agent: {selector: {a: b}}", .said),
    "enabled": ("enabled: false", .said),
    "paused": ("paused: true", .fields(["state"])),
    "priority": ("priority: 1", .said), "locks": ("locks: [a]", .said), "pools": ("pools: [a]", .said),
    "jitter": ("jitter: 10s", .said), "grace": ("grace: 10s", .said), "breaker": ("breaker: {failures: 3}", .said),
    "deadLetter": ("deadLetter: true", .said),
    "quietHours": (#"quietHours: {from: "20:00", to: "07:00"}"#, .said), "fallback": ("fallback: /srv/a", .said),
    "group": ("group: ops", .said), "nice": ("nice: 5", .said), "umask": (#"umask: "0027""#, .said),
    "ulimits": ("ulimits: {nofile: 10}", .said), "cgroup": ("cgroup: auto", .said),
    "environments": ("environments: {dev: {paused: true}}", .elsewhere),
  ]

  private static func pattern(_ kind: GoogleID.Kind, _ path: String) -> String {
    GoogleSubject.all.first { $0.kind == kind }?.shape.layout.pattern(of: path) ?? path
  }

  /// The job of a spec beside what every job here has; nil where the manifest has an error.
  private static func job(_ spec: String) -> Job? {
    let key = spec.prefix { $0 != ":" }
    let base = [
      "target: gcp.run", #"schedule: "30 2 * * *""#, "image: example.com/a:1",
      "identity: report@acme-prod.iam.gserviceaccount.com",
    ].filter { !$0.hasPrefix("\(key):") }
    let text =
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: nightly}\nspec:\n"
      + (base + [spec]).map { "  \($0)\n" }.joined()
    var file = InputFile(path: "job.yaml", isNamed: true)
    file.content = .bytes(Array(text.utf8))
    var jobs: [Job] = []
    _ = CheckRun.check(file, CheckOptions(zones: .system, now: 1_795_000_000)) { jobs.append($0.filled) }
    guard var job = jobs.first else { return nil }
    job.tenant = "acme"
    job.env = "prod"
    job.target.project = GoogleWorld.project
    job.target.region = GoogleWorld.region
    job.digest = ""
    return job
  }

  private static func fields(_ expansions: [Expansion], in world: GoogleWorld) -> [String: Resource.Value] {
    var fields: [String: Resource.Value] = [:]
    for resource in expansions.flatMap(\.resources) {
      for field in resource.fields { fields["\(resource.id) \(field.name)"] = field.value }
    }
    return fields
  }

  /// The patterns of the fields that one has and the other has not, or otherwise.
  private static func moved(
    _ a: [String: Resource.Value], _ b: [String: Resource.Value], _ world: GoogleWorld
  ) -> Set<String> {
    var moved: Set<String> = []
    for key in Set(a.keys).union(b.keys) where a[key] != b[key] {
      let parts = key.split(separator: " ", maxSplits: 1).map(String.init)
      let kind = world.providers.lazy.compactMap { GoogleID(parts[0], in: $0.place) }.first?.kind
      moved.insert(kind.map { pattern($0, parts[1]) } ?? parts[1])
    }
    return moved
  }

  @Test func `each key of a manifest is kept as fields, is said to be lost, or refuses the job`() throws {
    let world = try #require(try GoogleWorld())
    let before = Self.fields(try world.expand([try #require(Self.job("paused: false"))]), in: world)
    for (key, (spec, fate)) in Self.fates.sorted(by: { $0.key < $1.key }) {
      let expansions = Self.job(spec).flatMap { try? world.expand([$0]) }
      let moved = Self.moved(before, Self.fields(expansions ?? [], in: world), world)
      let losses = expansions?.flatMap(\.losses) ?? []
      switch fate {
      case .fields(let patterns): #expect(expansions != nil && moved == Set(patterns), "\(key)")
      case .said: #expect(!losses.isEmpty, "\(key)")
      case .refused: #expect(expansions == nil, "\(key)")
      case .elsewhere: #expect(expansions != nil && moved.isEmpty && losses.isEmpty, "\(key): \(losses)")
      }
    }
  }

  @Test func `each key that a manifest may have is tried`() {
    guard case .keys(let spec)? = JobsShape.document.child("spec") else {
      Issue.record("a spec has no keys")
      return
    }
    let tried = Set(Self.fates.keys)
    for field in spec.all where !tried.contains(field.text) {
      guard case .keys(let inner) = field.shape else {
        Issue.record("'\(field.text)' is not tried")
        continue
      }
      for field in inner.all.map({ "\(field.text).\($0.text)" }) { #expect(tried.contains(field)) }
    }
  }
}
