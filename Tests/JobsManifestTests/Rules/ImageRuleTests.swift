import JobsManifest
import Testing

/// Images, commands and paths.
@Suite struct ImageRuleTests {
  private static let digest = "@sha256:" + String(repeating: "0a", count: 32)
  private static let prod =
    "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: acme}\nenvironments: {prod: {protected: true}}\n"

  @Test(
    "tags and registries",
    arguments: [
      ("x:1", []), ("x", ["IM202?"]), ("x:latest", ["IM203?"]), ("x:latest" + digest, []), ("x" + digest, []),
      ("gcr.io/acme/x:1", ["IM206."]),
      ("us.gcr.io/acme/x:1", ["IM206."]), ("mygcr.io/acme/x:1", []), ("gcr.io/distroless/static:1", []),
      ("gcr.io/google.com/cloudsdktool/cloud-sdk:1", []),
      ("\"\"", ["IM201"]), ("\"x y\"", ["IM201"]), ("https://gcr.io/a/b:1", ["IM201"]),
    ] as [(String, [String])])
  func images(image: String, codes: [String]) {
    #expect(ManifestText.found(ManifestText.cloudRun(image: image)) == codes)
    #expect(ManifestText.found(ManifestText.job("target: aws.batch", "image: \(image)")) == codes)
  }

  @Test("in production a tag without a digest is remarked once, and 'latest' stays a warning")
  func production() {
    func found(_ image: String) -> [String] {
      ManifestText.found(
        ManifestText.job("target: gcp.run", "image: \(image)", "identity: report@acme-prod.iam.gserviceaccount.com"),
        project: Self.prod)
    }
    #expect(found("x:1") == ["IM204."])
    #expect(found("x:latest") == ["IM203?"])
    #expect(found("x:1" + Self.digest) == [])
  }

  @Test(
    "a policy allows what fits a pattern or lies below one",
    arguments: [
      ("*-docker.pkg.dev/acme-*", "europe-docker.pkg.dev/acme-prod/jobs/x:1", true),
      ("*-docker.pkg.dev/acme-*", "europe-docker.pkg.dev/other/x:1", false),
      ("ghcr.io/acme", "ghcr.io/acme/x:1", true), ("ghcr.io/acme/", "ghcr.io/acme/x:1", true),
      ("ghcr.io/acme", "ghcr.io/acmes/x:1", false),
      ("docker.io/library", "alpine:3", true), ("docker.io/acme", "acme/x:1", true),
      ("docker.io", "docker.io/acme/x:1", true), ("ghcr.io/*/x", "ghcr.io/a/b/x:1", true),
      ("ghcr.io/?/x", "ghcr.io/ab/x:1", false),
    ] as [(String, String, Bool)])
  func registries(pattern: String, image: String, isAllowed: Bool) {
    let project = "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: acme}\npolicy: {registries: [\"\(pattern)\"]}\n"
    let found = ManifestText.found(ManifestText.job("target: gcp.run", "image: \(image)"), project: project)
    #expect(found == (isAllowed ? [] : ["IM205"]))
  }

  @Test(
    "each target needs what it runs",
    arguments: [
      (["command: [/bin/x]"], []), (["args: [x]"], ["IM207"]), (["target: gcp.run"], ["IM207"]),
      (["target: aws.lambda", "command: [/bin/x]"], ["IM207"]),
      (["image: x:1"], ["IM207"]), (["target: host", "command: /bin/x", "image: x:1"], ["IM208?"]),
      (["target: aws.ecs", "image: x:1"], []),
    ] as [([String], [String])])
  func runnable(spec: [String], codes: [String]) {
    let text = "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: report}\nspec:\n" + spec.map { "  \($0)\n" }.joined()
    #expect(ManifestText.found(text) == codes)
  }

  @Test("an environment or the defaults may bring what runs")
  func completed() {
    let defaults = "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: acme}\ndefaults: {command: [/bin/x]}\n"
    #expect(ManifestText.found(ManifestText.job("timeout: 5m"), project: defaults) == [])
    let environments =
      "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: acme}\nenvironments: {dev: {}, stage: {}}\n"
    let both = ManifestText.job("environments:", "  dev: {command: [/bin/x]}", "  stage: {command: [/bin/y]}")
    #expect(ManifestText.found(both, project: environments) == [])
    #expect(
      ManifestText.found(ManifestText.job("environments:", "  dev: {command: [/bin/x]}"), project: environments) == [
        "IM207"
      ])
  }

  @Test(
    "commands",
    arguments: [
      ("[/bin/x, --day, \"1\"]", []), ("\"echo a && echo b > c\"", []), ("\"\"", ["IM210"]), ("[]", ["IM210"]),
      ("[\"\"]", ["IM210"]),
      ("[\"python main.py\"]", ["IM211"]), ("[\"/bin/sh -c x\"]", ["IM211"]), ("[\"/opt/My App/run\"]", ["IM211?"]),
      ("[/bin/sh, -c, \"a && b\"]", []),
      ("[/bin/a, \"&&\", /bin/b]", ["IM212?"]), ("[/bin/a, \"|\", /bin/b]", ["IM212?"]),
      ("[/bin/sh, -c, a, \"&&\"]", []), ("[expr, \"3\", \">\", \"2\"]", []),
      ("[bin/x]", ["IM213."]), ("[./x]", ["IM213."]), ("[x]", []), ("[~/x]", []),
      ("[find, ., -exec, rm, \"{}\", \";\"]", []),
    ] as [(String, [String])])
  func commands(command: String, codes: [String]) {
    #expect(ManifestText.found(ManifestText.job("command: \(command)")) == codes)
  }

  @Test("arguments are looked at behind a command that is no shell")
  func arguments() {
    #expect(
      ManifestText.found(ManifestText.cloudRun(container: ["command: [/app/run]", "args: [\">\", out]"])) == ["IM212?"])
    #expect(
      ManifestText.found(ManifestText.cloudRun(container: ["command: [/bin/bash]", "args: [-c, x, \"&&\"]"])) == [])
    #expect(ManifestText.found(ManifestText.cloudRun(container: ["args: [\"|\"]"])) == [])
    #expect(ManifestText.found(ManifestText.cloudRun(container: ["command: []"])) == ["IM210?"])
    #expect(ManifestText.found(ManifestText.cloudRun(container: ["command: [./run.sh]"])) == [])
  }

  @Test("a working directory is absolute")
  func directories() {
    #expect(ManifestText.found(ManifestText.cloudRun(container: ["workingDir: /app"])) == [])
    #expect(ManifestText.found(ManifestText.cloudRun(container: ["workingDir: app"])) == ["IM214"])
    #expect(ManifestText.found(ManifestText.job("command: [/bin/x]", "workingDir: app")) == ["IM214?"])
    #expect(ManifestText.found(ManifestText.job("command: [/bin/x]", "workingDir: ~/app")) == ["IM214"])
    #expect(ManifestText.found(ManifestText.job("command: [/bin/x]", "workingDir: $HOME/app")) == ["IM214"])
    #expect(
      ManifestText.found(
        "{\"command\": \"x\", \"schedule\": \"0 3 * * *\", \"working_directory\": \"app\"}", file: "job.json") == [
          "IM214"
        ])
  }
}
