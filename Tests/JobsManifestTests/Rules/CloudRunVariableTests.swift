import JobsManifest
import Testing

/// Environment variables and secrets on Cloud Run.
@Suite struct CloudRunVariableTests {
  private static func env(_ lines: String...) -> String { ManifestText.cloudRun(container: ["env:"] + lines) }
  private static func secret(_ name: String, _ key: String) -> String {
    env("- {name: TOKEN, valueFrom: {secretKeyRef: {name: \(name), key: \(key)}}}")
  }

  @Test(
    "names",
    arguments: [
      ("DAY", []), ("_d9", []), ("spring.datasource.url", []), ("my-var", []), ("\"\"", ["JB102"]),
      ("\"A=B\"", ["JB102"]), ("\"A\\nB\"", ["JB102"]), ("\"A\\0B\"", ["JB102"]),
      ("9A", ["JB102?"]), ("\"A B\"", ["JB102?"]), ("A$", ["JB102?"]), ("CLOUD_RUN_JOB", ["CR220"]),
      ("CLOUD_RUN_EXECUTION", ["CR220"]), ("CLOUD_RUN_TASK_INDEX", ["CR220"]),
      ("CLOUD_RUN_TASK_COUNT", ["CR220"]), ("CLOUD_RUN_TASK_ATTEMPT", ["CR220"]), ("CLOUD_RUN_REGION", []),
      ("X_GOOGLE_A", ["CR220"]), ("X_GOOGLE", []),
      ("PORT", ["CR220?"]), ("PORTS", []), ("K_SERVICE", ["CR220?"]), ("K_REVISION", ["CR220?"]),
      ("K_CONFIGURATION", ["CR220?"]), ("K_ANY", []),
    ] as [(String, [String])])
  func names(name: String, codes: [String]) {
    #expect(ManifestText.found(Self.env("- {name: \(name), value: x}")) == codes)
    #expect(
      ManifestText.found(ManifestText.job("target: gcp.run", "image: \(ManifestText.image)", "env: {\(name): x}"))
        == codes)
  }

  @Test("names that a service reserves are free elsewhere")
  func elsewhere() {
    #expect(
      ManifestText.found(ManifestText.job("command: [/bin/x]", "env: {PORT: \"1\", CLOUD_RUN_JOB: x, AWS_REGION: z}"))
        == [])
  }

  @Test("a name that stands twice: the last counts, and with a secret the job is refused")
  func repeated() {
    let secret = "- {name: A, valueFrom: {secretKeyRef: {name: s, key: \"1\"}}}"
    #expect(ManifestText.found(Self.env("- {name: A, value: x}", "- {name: B, value: x}")) == [])
    #expect(ManifestText.found(Self.env("- {name: A, value: x}", "- {name: A, value: z}")) == ["CR221?"])
    #expect(ManifestText.found(Self.env("- {name: A, value: x}", secret)) == ["CR221"])
    #expect(ManifestText.found(Self.env(secret, "- {name: A, value: x}")) == ["CR221"])
    #expect(ManifestText.found(Self.env(secret, secret)) == ["CR221"])
    let two =
      Self.env("- {name: A, value: x}")
      + "          - image: \(ManifestText.image)\n            env: [{name: A, value: z}]\n"
    #expect(ManifestText.found(two) == [])
  }

  @Test("among many variables the one that stands twice is found")
  func manyRepeated() {
    var lines = (0..<40).map { "- {name: V\($0), value: x}" }
    #expect(ManifestText.found(ManifestText.cloudRun(container: ["env:"] + lines)) == [])
    lines.append("- {name: V7, value: z}")
    #expect(ManifestText.found(ManifestText.cloudRun(container: ["env:"] + lines)) == ["CR221?"])
  }

  @Test("a thousand variables are allowed, and 32,768 bytes in one")
  func limits() {
    let lines = (0..<1000).map { "- {name: V\($0), value: x}" }
    #expect(ManifestText.found(ManifestText.cloudRun(container: ["env:"] + lines)) == [])
    #expect(
      ManifestText.found(
        ManifestText.cloudRun(container: ["env:"] + lines + ["- {name: W, value: x}", "- {name: X, value: x}"])) == [
          "CR222"
        ])
    #expect(ManifestText.found(Self.env("- {name: A, value: \(String(repeating: "ab ", count: 10922))ab}")) == [])
    #expect(
      ManifestText.found(Self.env("- {name: A, value: \(String(repeating: "ab ", count: 10922))abc}")) == ["CR223"])
  }

  @Test(
    "a variable has a value or a secret",
    arguments: [
      ("- {name: A}", ["CR224."]), ("- {name: A, value: \"\"}", []),
      ("- {name: A, value: x, valueFrom: {secretKeyRef: {name: s, key: \"1\"}}}", ["CR224"]),
      ("- {name: A, value: \"\", valueFrom: {secretKeyRef: {name: s, key: \"1\"}}}", []),
      ("- {name: A, valueFrom: {}}", ["CR224"]),
      ("- {name: A, valueFrom: {configMapKeyRef: {name: c, key: k}}}", ["CR226"]),
    ] as [(String, [String])])
  func sources(line: String, codes: [String]) {
    #expect(ManifestText.found(Self.env(line)) == codes)
  }

  @Test(
    "'$(NAME)' in values",
    arguments: [
      ("$(HOST)", ["CR225?"]), ("x-$(HOST_1):5", ["CR225?"]), ("$$(HOST)", []), ("$(date)", []), ("$HOST", []),
      ("$()", []), ("$(1A)", []), ("$(HOST", []), ("$(pwd)$(HOST)", ["CR225?"]),
    ] as [(String, [String])])
  func references(value: String, codes: [String]) {
    #expect(ManifestText.found(Self.env("- {name: A, value: \"\(value)\"}")) == codes)
  }

  @Test("in arguments '$(NAME)' counts where NAME is a variable of the job")
  func argumentReferences() {
    #expect(
      ManifestText.found(
        ManifestText.cloudRun(container: ["args: [\"--day=$(DAY)\"]", "env: [{name: DAY, value: \"1\"}]"])) == [
          "CR225?"
        ])
    #expect(ManifestText.found(ManifestText.cloudRun(container: ["args: [\"--day=$(DAY)\"]"])) == [])
  }

  @Test(
    "secrets and their versions",
    arguments: [
      ("api-token", "latest", []), ("API_TOKEN", "\"3\"", []), ("projects/acme-prod/secrets/api", "live", []),
      ("projects/123/secrets/api", "live-2", []),
      ("a.b", "latest", ["CR230"]), ("\"\"", "latest", ["CR230"]), ("projects/acme-prod/secrets", "latest", ["CR230"]),
      ("projects/acme-prod/secrets/api/versions/3", "latest", ["CR230"]),
      (String(repeating: "a", count: 255), "latest", []), (String(repeating: "a", count: 256), "latest", ["CR230"]),
      ("a", "\"0\"", ["CR231"]), ("a", "\"03\"", ["CR231"]),
      ("a", "tls.key", ["CR231"]), ("a", "3", []), ("a", "_a", ["CR231"]), ("a", "\"\"", ["CR231"]),
      ("a", String(repeating: "b", count: 64), ["CR231"]),
    ] as [(String, String, [String])])
  func secrets(name: String, key: String, codes: [String]) {
    #expect(ManifestText.found(Self.secret(name, key)) == codes)
  }

  @Test(
    "secrets of our own format hold name and version in one",
    arguments: [
      ("api-token", []), ("api-token:latest", []), ("api-token:3", []), ("projects/acme-prod/secrets/api:3", []),
      ("api-token:0", ["CR231"]), ("api-token:", ["CR231"]),
      ("api token:3", ["CR230"]), ("a:b:3", ["CR230"]),
    ] as [(String, [String])])
  func ownSecrets(reference: String, codes: [String]) {
    #expect(
      ManifestText.found(
        ManifestText.job(
          "target: gcp.run", "image: \(ManifestText.image)", ManifestText.identity, "secrets: {TOKEN: \"\(reference)\"}"
        ))
        == codes)
    #expect(
      ManifestText.found(
        ManifestText.job(
          "target: gcp.run", "image: \(ManifestText.image)", ManifestText.identity,
          "mounts: [{secret: \"\(reference)\", path: /etc/x}]"))
        == codes)
  }

  @Test("in production one remark names every secret at 'latest'")
  func latest() {
    let prod = "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: acme}\nenvironments: {prod: {protected: true}}\n"
    func found(_ secrets: String) -> [String] {
      ManifestText.found(
        ManifestText.job(
          "target: gcp.run", "image: x@sha256:" + String(repeating: "0a", count: 32),
          "identity: report@acme-prod.iam.gserviceaccount.com", "secrets: \(secrets)"), project: prod)
    }
    #expect(found("{A: a:latest, B: b}") == ["CR232."])
    #expect(found("{A: \"a:1\", B: \"b:live\"}") == [])
  }

  @Test("'requests' and 'envFrom' are said to do nothing")
  func ignored() {
    #expect(ManifestText.found(ManifestText.cloudRun(container: ["resources: {requests: {cpu: \"1\"}}"])) == ["CR227."])
    #expect(ManifestText.found(ManifestText.cloudRun(container: ["envFrom: []"])) == ["CR226"])
  }
}
