import JobsCore
import JobsManifest
import Testing

/// Annotations of Cloud Run jobs: where they stand and what they say.
@Suite struct CloudRunAnnotationTests {
  private static let google = "run.googleapis.com/"

  @Test(
    "each annotation on the job and on the execution",
    arguments: [
      ("binary-authorization: default", [], []), ("client-name: gcloud", [], []), ("launch-stage: BETA", [], ["CR260"]),
      ("binary-authorization-breakglass: outage", ["CR271"], ["CR260"]),
      ("cloudsql-instances: a:b:c", ["CR260"], []),
      ("encryption-key: projects/acme-prod/locations/l/keyRings/r/cryptoKeys/k", ["CR260"], []),
      ("execution-environment: gen2", ["CR260"], []), ("network-interfaces: '[{\"network\":\"n\"}]'", ["CR260"], []),
      ("secrets: x:projects/1/secrets/y", ["CR260"], []),
      ("vpc-access-connector: vpc", ["CR260"], []), ("vpc-access-egress: all-traffic", ["CR260"], ["CR269?"]),
      ("cpu-throttling: \"false\"", ["CR261"], ["CR261"]), ("minScale: \"1\"", ["CR261"], ["CR261"]),
      ("ingress: all", ["CR261"], ["CR261"]), ("sessionAffinity: \"true\"", ["CR261"], ["CR261"]),
      ("startup-cpu-boost: \"true\"", ["CR261"], ["CR261"]), ("container-dependencies: '{}'", ["CR260"], []),
      ("gpu-zonal-redundancy-disabled: \"true\"", ["CR260"], []),
      ("operation-id: x", [], []), ("creator: ann", [], []), ("launch-stag: BETA", ["CR262?"], ["CR262?"]),
      ("brand-new-setting: x", ["CR262."], ["CR262."]),
    ] as [(String, [String], [String])])
  func places(annotation: String, onJob: [String], onExecution: [String]) {
    #expect(
      ManifestText.found(ManifestText.cloudRun(metadata: ManifestText.jobAnnotations(Self.google + annotation)))
        == onJob)
    #expect(
      ManifestText.found(ManifestText.cloudRun(template: ManifestText.annotations(Self.google + annotation)))
        == onExecution)
  }

  @Test(
    "annotations of this suite and of others",
    arguments: [
      ("jobs/schedule: \"0 3 * * *\"", [], ["CR260"]), ("jobs/shedule: \"0 3 * * *\"", ["CR262?"], ["CR262?"]),
      ("jobs/owner: ann", ["CR262?"], ["CR262?"]), ("acme.example/owner: ann", [], []),
      ("autoscaling.knative.dev/maxScale: \"1\"", ["CR261"], ["CR261"]), ("client.knative.dev/user-image: x", [], []),
      ("serving.knative.dev/creator: ann", [], []),
      ("jobs/expect-duration: 15m", [], ["CR260"]), ("jobs/expect-duration: soon", ["CR264"], ["CR260", "CR264"]),
      ("jobs/tenant: a/b", ["CR264"], ["CR260", "CR264"]), ("jobs/tenant: acme", [], ["CR260"]),
    ] as [(String, [String], [String])])
  func others(annotation: String, onJob: [String], onExecution: [String]) {
    #expect(ManifestText.found(ManifestText.cloudRun(metadata: ManifestText.jobAnnotations(annotation))) == onJob)
    #expect(ManifestText.found(ManifestText.cloudRun(template: ManifestText.annotations(annotation))) == onExecution)
  }

  @Test(
    "values on the execution",
    arguments: [
      ("execution-environment: gen1", []), ("execution-environment: gen3", ["CR264"]),
      ("cloudsql-instances: \"a:b:c,d:e:f\"", []), ("cloudsql-instances: example.com:a:b:c", []),
      ("cloudsql-instances: a:b", ["CR266"]), ("cloudsql-instances: \"a:b:c,\"", ["CR266"]),
      ("cloudsql-instances: \"a:b:c, d:e:f\"", ["CR266"]), ("cloudsql-instances: \"\"", ["CR266"]),
      ("network-interfaces: '[{\"subnetwork\":\"s\",\"tags\":[\"a\"]}]'", []), ("network-interfaces: '[]'", ["CR267"]),
      ("network-interfaces: '[{}]'", ["CR267"]),
      ("network-interfaces: '[{\"network\":\"a\"},{\"network\":\"b\"}]'", ["CR267"]),
      ("network-interfaces: vpc", ["CR267"]),
      ("vpc-access-connector: projects/acme-prod/locations/europe-west1/connectors/vpc", []),
      ("vpc-access-connector: projects/123/locations/europe-west1/connectors/vpc", []),
      ("vpc-access-connector: vpc", []), ("vpc-access-connector: Vpc", ["CR268"]),
      ("vpc-access-connector: locations/l/connectors/c", ["CR268"]),
      ("vpc-access-connector: projects/acme-prod/locations/l/connector/c", ["CR268"]),
      ("vpc-access-connector: \"\"", ["CR268"]),
      ("encryption-key: projects/acme-prod/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1", ["CR270"]),
      ("encryption-key: k", ["CR270"]),
      ("encryption-key: projects/acme-prod/locations/l/keyRings//cryptoKeys/k", ["CR270"]),
      ("binary-authorization: projects/acme-prod/platforms/cloudRun/strict", []),
      ("binary-authorization: Default", ["CR271"]),
      ("binary-authorization: projects/acme-prod/platforms/gke/strict", ["CR271"]),
    ] as [(String, [String])])
  func values(annotation: String, codes: [String]) {
    #expect(
      ManifestText.found(ManifestText.cloudRun(template: ManifestText.annotations(Self.google + annotation))) == codes)
  }

  @Test("launch stages, egress and their old word")
  func words() {
    for stage in ["ALPHA", "BETA", "GA"] {
      #expect(
        ManifestText.found(
          ManifestText.cloudRun(metadata: ManifestText.jobAnnotations("\(Self.google)launch-stage: \(stage)"))) == [])
    }
    #expect(
      ManifestText.found(
        ManifestText.cloudRun(metadata: ManifestText.jobAnnotations("\(Self.google)launch-stage: beta"))) == ["CR264"])
    let connector = "\(Self.google)vpc-access-connector: vpc"
    for (egress, codes) in [
      ("all-traffic", []), ("private-ranges-only", []), ("all", ["CR265?"]), ("private", ["CR264"]),
    ] {
      #expect(
        ManifestText.found(
          ManifestText.cloudRun(
            template: ManifestText.annotations(connector, "\(Self.google)vpc-access-egress: \(egress)"))) == codes)
    }
  }

  @Test("one way out, in either format")
  func ways() {
    #expect(
      ManifestText.found(
        ManifestText.job("target: gcp.run", "image: \(ManifestText.image)", "network: {connector: vpc, network: net}"))
        == ["CR269"])
    #expect(
      ManifestText.found(
        ManifestText.job(
          "target: gcp.run", "image: \(ManifestText.image)", "network: {network: net, egress: all-traffic}")) == [])
    #expect(
      ManifestText.found(
        ManifestText.job("target: gcp.run", "image: \(ManifestText.image)", "network: {egress: all-traffic}")) == [
          "CR269?"
        ])
  }

  @Test("values that wait for a variable are not judged")
  func open() {
    let project =
      "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: acme}\nenvironments:\n  a: {variables: {X: x, IMAGE: \"x:1\"}}\n  b: {variables: {X: y, IMAGE: \"y:1\"}}\n"
    let text = ManifestText.cloudRun(
      name: "\"${X}\"", metadata: ["labels: {team: \"${X}\"}"],
      template: ManifestText.annotations("run.googleapis.com/vpc-access-connector: \"${X}\""), image: "\"${IMAGE}\"",
      container: ["env: [{name: \"${X}\", value: \"1\"}]", "workingDir: \"/${X}\""])
    #expect(ManifestText.found(text, project: project) == [])
  }

  /// The text after the fixes of the first finding that has one, until none is left.
  private static func mended(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<8 {
      let example = RuleInfo.Example(.cloudrun, "")
      guard
        let fix = ExampleRun.diagnostics(of: example, text: String(decoding: bytes, as: UTF8.self)).lazy.compactMap(
          \.fix
        ).first
      else { break }
      for edit in fix.edits.sorted(by: { $0.bytes.lowerBound > $1.bytes.lowerBound }) {
        bytes.replaceSubrange(edit.bytes, with: Array(edit.text.utf8))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("the patch moves annotations, keeps comments and leaves no empty mapping")
  func moves() {
    let onJob = ManifestText.cloudRun(
      metadata: ManifestText.jobAnnotations(
        "# the database", "run.googleapis.com/cloudsql-instances: a:b:c",
        "run.googleapis.com/execution-environment: gen2"))
    #expect(
      Self.mended(onJob)
        == """
        apiVersion: run.googleapis.com/v1
        kind: Job
        metadata:
          name: report
        spec:
          template:
            spec:
              template:
                spec:
                  containers:
                  - image: europe-docker.pkg.dev/acme/jobs/report:1.4.2
            metadata:
              annotations:
                # the database
                run.googleapis.com/cloudsql-instances: a:b:c
                run.googleapis.com/execution-environment: gen2

        """)
    let onExecution = ManifestText.cloudRun(template: ManifestText.annotations("run.googleapis.com/launch-stage: BETA"))
    #expect(
      Self.mended(onExecution)
        == """
        apiVersion: run.googleapis.com/v1
        kind: Job
        metadata:
          name: report
          annotations:
            run.googleapis.com/launch-stage: BETA
        spec:
          template:
            spec:
              template:
                spec:
                  containers:
                  - image: europe-docker.pkg.dev/acme/jobs/report:1.4.2

        """)
  }

  @Test("metadata of the task's template moves as a whole, or joins what is there")
  func taskMetadata() {
    func manifest(_ outer: String) -> String {
      """
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
      spec:
        template:
      \(outer)    spec:
            template:
              metadata:
                annotations:
                  run.googleapis.com/execution-environment: gen2
              spec:
                containers:
                - image: x:1

      """
    }
    #expect(ManifestText.found(manifest("")) == ["CR263"])
    let outer = "    metadata:\n      annotations:\n        run.googleapis.com/client-name: gcloud\n"
    let joined = Self.mended(manifest(outer))
    #expect(ManifestText.found(joined) == [])
    #expect(
      joined.contains("client-name: gcloud\n        run.googleapis.com/execution-environment: gen2\n"), "\(joined)")
    #expect(ManifestText.found(Self.mended(manifest(""))) == [])
  }
}
