import JobsCore
import JobsDeploy
import JobsManifest
import Testing

@testable import JobsGCP

@Suite struct CloudRunJobTests {
  private static func job(_ change: (inout Job) -> Void = { _ in }) -> Job {
    var job = Job(name: "nightly")
    job.tenant = "acme"
    job.env = "prod"
    job.target = Target(kind: .cloudRun, project: "acme-prod", region: "europe-west1")
    job.run.image = "europe-docker.pkg.dev/acme/jobs/report@sha256:00"
    change(&job)
    return job.filled
  }

  private func fields(_ change: (inout Job) -> Void = { _ in }) throws -> [Resource.Field] {
    try CloudRunJob(Self.job(change)).fields
  }

  private func json(_ fields: [Resource.Field]) throws -> String {
    String(decoding: try ResourceShape.cloudRunJob.layout.json(fields), as: UTF8.self)
  }

  @Test func `what nobody chose is written out, since the service would choose otherwise`() throws {
    #expect(
      try json(fields()) == """
        {"template":{"taskCount":1,"parallelism":1,"template":{"maxRetries":3,"timeout":"3600s","containers":[\
        {"image":"europe-docker.pkg.dev/acme/jobs/report@sha256:00","resources":{"limits":{"cpu":"1","memory":"2Gi"}}}]}}}
        """)
  }

  @Test func `a job is written with all it says`() throws {
    let fields = try fields { job in
      job.labels = [Pair("team", "data"), Pair("cloud.googleapis.com/location", "europe-west1")]
      job.annotations = [
        Pair("owner", "data@acme.example"), Pair("run.googleapis.com/execution-environment", "gen1"),
        Pair("run.googleapis.com/encryption-key", "projects/p/locations/l/keyRings/r/cryptoKeys/k"),
        Pair("run.googleapis.com/cloudsql-instances", "p:r:orders,p:r:users"),
        Pair("run.googleapis.com/binary-authorization", "default"), Pair("run.googleapis.com/client-name", "gcloud"),
        Pair("jobs/invoker", "starter@acme-prod.iam.gserviceaccount.com"),
      ]
      job.digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
      job.run.command = ["/app/report"]
      job.run.args = ["--day", "yesterday"]
      job.run.workingDirectory = "/srv"
      job.run.env = [Pair("LOG_LEVEL", "info")]
      job.run.secrets = [Pair("DB_PASSWORD", "db-password:3"), Pair("TOKEN", "token")]
      job.run.mounts = [
        Mount(secret: "tls:3", path: "/etc/tls/key.pem"), Mount(secret: "tls:4", path: "/etc/tls/old.pem"),
        Mount(secret: "ca", path: "/etc/ca/ca.pem"),
      ]
      job.resources.cpuMillis = 4000
      job.resources.memoryBytes = 8 << 30
      job.resources.gpu = 1
      job.identity = "report@acme-prod.iam.gserviceaccount.com"
      var network = Network()
      network.network = "vpc"
      network.subnetwork = "sub"
      network.tags = ["batch"]
      network.egress = "private-ranges-only"
      job.network = network
    }
    #expect(
      try json(fields) == """
        {"labels":{"team":"data","jobs-digest":"0123456789abcdef0123456789abcdef"},\
        "annotations":{"owner":"data@acme.example"},\
        "template":{"template":{"executionEnvironment":"EXECUTION_ENVIRONMENT_GEN1",\
        "encryptionKey":"projects/p/locations/l/keyRings/r/cryptoKeys/k",\
        "volumes":[{"name":"cloudsql","cloudSqlInstance":{"instances":["p:r:orders","p:r:users"]}},\
        {"name":"secret-1","secret":{"secret":"tls","items":[{"path":"key.pem","version":"3"},\
        {"path":"old.pem","version":"4"}]}},\
        {"name":"secret-2","secret":{"secret":"ca","items":[{"path":"ca.pem","version":"latest"}]}}],\
        "containers":[{"volumeMounts":[{"mountPath":"/cloudsql","name":"cloudsql"},\
        {"mountPath":"/etc/tls","name":"secret-1"},{"mountPath":"/etc/ca","name":"secret-2"}],\
        "image":"europe-docker.pkg.dev/acme/jobs/report@sha256:00","command":["/app/report"],\
        "args":["--day","yesterday"],"workingDir":"/srv","env":[{"name":"LOG_LEVEL","value":"info"},\
        {"name":"DB_PASSWORD","valueSource":{"secretKeyRef":{"secret":"db-password","version":"3"}}},\
        {"name":"TOKEN","valueSource":{"secretKeyRef":{"secret":"token","version":"latest"}}}],\
        "resources":{"limits":{"cpu":"4","memory":"8Gi","nvidia.com/gpu":"1"}}}],\
        "maxRetries":3,"timeout":"3600s","serviceAccount":"report@acme-prod.iam.gserviceaccount.com",\
        "vpcAccess":{"egress":"PRIVATE_RANGES_ONLY","networkInterfaces":[{"network":"vpc","subnetwork":"sub",\
        "tags":["batch"]}]}},"taskCount":1,"parallelism":1},"binaryAuthorization":{"useDefault":true}}
        """)
  }

  @Test func `a shell's text with arguments is one list`() throws {
    let fields = try fields { job in
      job.run.setShell("echo $1")
      job.run.args = ["x"]
    }
    let container = "template.template.containers[0]"
    #expect(fields["\(container).command"] == Resource.Value(["/bin/sh", "-c", "echo $1", "sh", "x"]))
    #expect(fields["\(container).args"] == nil)
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    var word: String
    var change: @Sendable (inout Job) -> Void
    var testDescription: String { word }
  }

  @Test(
    "what would be lost is refused",
    arguments: [
      Refused(word: "no image") { $0.run.image = nil },
      Refused(word: "'volumes' is not deployed") { $0.run.omitted = ["volumes"] },
      Refused(word: "no file of variables") { $0.run.envFile = "/etc/env" },
      Refused(word: "run.googleapis.com/secrets") { $0.annotations = [Pair("run.googleapis.com/secrets", "a:b")] },
      Refused(word: "both mounted in '/etc/tls'") {
        $0.run.mounts = [Mount(secret: "a", path: "/etc/tls/a"), Mount(secret: "b", path: "/etc/tls/b")]
      },
    ])
  func refused(_ refused: Refused) throws {
    let refusal = try #require(throws: ExpansionRefusal.self) { try fields(refused.change) }
    #expect(refusal.message.contains(refused.word))
    #expect(!refusal.hint.isEmpty)
  }
}
