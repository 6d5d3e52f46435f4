import JobsManifest
import Testing

/// Names, labels, namespaces and identities on Cloud Run.
@Suite struct CloudRunNameTests {
  private static func letters(_ count: Int) -> String { String(repeating: "a", count: count) }

  @Test(
    "job names",
    arguments: [
      ("report", []), ("a", []), ("9a", []), ("a-b-9", []), ("\"\"", ["CR201"]), ("-a", ["CR201"]), ("a-", ["CR201"]),
      ("A", ["CR201"]), ("a_b", ["CR201"]),
      ("a.b", ["CR201"]), ("\u{E4}b", ["CR201"]), (letters(56), []), (letters(57), ["CR202?"]),
      (letters(63), ["CR202?"]), (letters(64), ["CR201"]),
    ] as [(String, [String])])
  func jobs(name: String, codes: [String]) {
    #expect(ManifestText.found(ManifestText.cloudRun(name: name)) == codes)
  }

  @Test(
    "names of our own format",
    arguments: [
      ("report", []), ("a-9", []), ("A", ["JB101"]), ("a_b", ["JB101"]), ("-a", ["JB101"]), (letters(63), []),
      (letters(64), ["JB101"]),
    ] as [(String, [String])])
  func ours(name: String, codes: [String]) {
    #expect(
      ManifestText.found("apiVersion: jobs/v1\nkind: Job\nmetadata: {name: \(name)}\nspec: {command: [/bin/x]}\n")
        == codes)
  }

  @Test(
    "labels are small letters, digits, '_' and '-' of any script; keys of the service are left alone",
    arguments: [
      ("team: data", []), ("team: \"\"", []), ("t-e_9: a-b_9", []), ("cloud.googleapis.com/location: europe-west1", []),
      ("run.googleapis.com/x: Z", []),
      ("serving.knative.dev/x: Y z", []), ("\u{E4}: \u{E4}\u{DF}", []), ("\u{540D}: \u{540D}\u{524D}", []),
      ("Team: data", ["CR206"]), ("9a: x", ["CR206"]),
      ("_a: x", ["CR206"]), ("team: Data", ["CR206"]), ("team: a.b", ["CR206"]),
      ("app.kubernetes.io/name: x", ["CR206"]), ("evilgoogleapis.com/x: z", ["CR206"]),
      ("team: \(letters(63))", []), ("team: \(letters(64))", ["CR206"]), ("\(letters(64)): x", ["CR206"]),
      ("\u{C4}: x", ["CR206"]), ("team: a b", ["CR206"]),
    ] as [(String, [String])])
  func labels(line: String, codes: [String]) {
    #expect(ManifestText.found(ManifestText.cloudRun(metadata: ["labels:", "  \(line)"])) == codes)
    #expect(ManifestText.found(ManifestText.cloudRun(template: ["metadata:", "  labels:", "    \(line)"])) == codes)
  }

  @Test(
    "namespaces are projects",
    arguments: [
      ("acme-prod", []), ("\"123456789012\"", []), ("123456789012", []), ("example.com:acme-prod", []),
      ("acme", ["CR207"]), ("Acme-prod", ["CR207"]), ("9acme-prod", ["CR207"]),
      ("acme-prod-", ["CR207"]), ("a\(letters(30))", ["CR207"]), ("acme_prod", ["CR207"]),
      ("EX.com:acme-prod", ["CR207"]),
    ] as [(String, [String])])
  func namespaces(namespace: String, codes: [String]) {
    #expect(ManifestText.found(ManifestText.cloudRun(metadata: ["namespace: \(namespace)"])) == codes)
  }

  @Test("a generated name has 30 characters at most")
  func generated() {
    #expect(ManifestText.found(ManifestText.cloudRun(metadata: ["generateName: \(Self.letters(30))"])) == [])
    #expect(ManifestText.found(ManifestText.cloudRun(metadata: ["generateName: \(Self.letters(31))"])) == ["CR203"])
  }

  @Test(
    "containers have names of their own, and depend on others",
    arguments: [
      ("main", "proxy", "[proxy]", []), ("main.1", "proxy", "[proxy]", []), ("Main", "proxy", "[proxy]", ["CR204"]),
      ("main", "main", "[]", ["CR204"]),
      ("main", "proxy", "[main]", ["CR205"]), ("main", "proxy", "[db]", ["CR205"]),
      ("main", "proxy", "[proxi]", ["CR205"]),
    ] as [(String, String, String, [String])])
  func containers(first: String, second: String, dependsOn: String, codes: [String]) {
    let text = ManifestText.cloudRun(container: ["name: \(first)", "dependsOn: \(dependsOn)"])
    #expect(
      ManifestText.found(text + "          - image: \(ManifestText.image)\n            name: \(second)\n") == codes)
  }

  @Test(
    "identities are service accounts",
    arguments: [
      ("report@acme-prod.iam.gserviceaccount.com", []), ("123-compute@developer.gserviceaccount.com", []),
      ("acme-prod@appspot.gserviceaccount.com", []),
      ("x@acme.example.com.iam.gserviceaccount.com", []), ("\"123456789012345678901\"", []), ("report", ["CR280"]),
      ("ann@gmail.com", ["CR280"]), ("ann@acme.example", ["CR280"]),
      ("\"\"", ["CR280"]), ("a b@x.iam.gserviceaccount.com", ["CR280"]), ("\"@x.iam.gserviceaccount.com\"", ["CR280"]),
      ("x@.gserviceaccount.com", ["CR280"]),
      ("serviceAccount:x@acme-prod.iam.gserviceaccount.com", ["CR280"]),
    ] as [(String, [String])])
  func accounts(identity: String, codes: [String]) {
    #expect(ManifestText.found(ManifestText.cloudRun(task: ["serviceAccountName: \(identity)"])) == codes)
    #expect(
      ManifestText.found(ManifestText.job("target: gcp.run", "image: \(ManifestText.image)", "identity: \(identity)"))
        == codes)
  }

  @Test("in production the default account is remarked, named or not")
  func defaultAccount() {
    let prod = "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: acme}\nenvironments: {prod: {protected: true}}\n"
    let image = "image: x@sha256:" + String(repeating: "0a", count: 32)
    #expect(ManifestText.found(ManifestText.job("target: gcp.run", image), project: prod) == ["CR281."])
    #expect(
      ManifestText.found(
        ManifestText.job("target: gcp.run", image, "identity: 1-compute@developer.gserviceaccount.com"), project: prod)
        == ["CR281."])
    #expect(
      ManifestText.found(
        ManifestText.job("target: gcp.run", image),
        project: prod.replacing("prod", with: "dev").replacing("true", with: "false")) == [])
  }
}
