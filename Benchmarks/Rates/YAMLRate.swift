import JobsManifest

/// YAML into trees, over a stream of small manifests.
enum YAMLRate {
  private static let manifest = """
    ---
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: nightly-report
      labels: {team: data, cost-center: "cc-100"}
      annotations:
        run.googleapis.com/launch-stage: GA
        jobs/schedule: "30 2 * * *"
    spec:
      template:
        spec:
          taskCount: 10
          template:
            spec:
              maxRetries: 3
              timeoutSeconds: 3600
              containers:
              - image: europe-west1-docker.pkg.dev/acme-prod/jobs/report:1.4.2
                args: ["--table", "orders"]
                env:
                - name: LOG_LEVEL
                  value: info

    """

  static func events() -> Rate {
    let bytes = Array(String(repeating: manifest, count: 500).utf8)
    let rate = Rate.measure("YAML into trees", "MB") {
      var documents = 0
      YAMLReader(bytes, limits: ReadingLimits()).read { _ in
        documents += 1
        return true
      }
      precondition(documents == 500, "a manifest was not read")
      return bytes.count
    }
    return Rate(name: rate.name, value: rate.value / 1e6, unit: rate.unit)
  }
}
