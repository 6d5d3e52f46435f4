import JobsCore

/// The annotations of Google's that Cloud Run knows, and the resources on which each may stand (`FactSource.runV1`,
/// ObjectMeta.annotations), with those of ours that a Cloud Run manifest can carry.
package enum CloudRunAnnotation {
  struct Places: OptionSet, Sendable {
    let rawValue: UInt8
    /// `metadata.annotations`
    static let job = Places(rawValue: 1)
    /// `spec.template.metadata.annotations`
    static let execution = Places(rawValue: 2)
    /// Services, revisions and other resources that are no jobs.
    static let elsewhere = Places([])
  }

  static let places: [String: Places] = [
    "run.googleapis.com/binary-authorization": [.job, .execution],
    "run.googleapis.com/binary-authorization-breakglass": .job,
    "run.googleapis.com/launch-stage": .job,
    "run.googleapis.com/client-name": [.job, .execution],
    "run.googleapis.com/cloudsql-instances": .execution,
    // 'gcloud run jobs create' writes these for --depends-on and --no-gpu-zonal-redundancy.
    "run.googleapis.com/container-dependencies": .execution,
    "run.googleapis.com/gpu-zonal-redundancy-disabled": .execution,
    "run.googleapis.com/encryption-key": .execution,
    "run.googleapis.com/execution-environment": .execution,
    "run.googleapis.com/network-interfaces": .execution,
    "run.googleapis.com/secrets": .execution,
    "run.googleapis.com/vpc-access-connector": .execution,
    "run.googleapis.com/vpc-access-egress": .execution,
    // Written by gcloud and the service into what they export.
    "run.googleapis.com/client-version": [.job, .execution],
    "run.googleapis.com/creator": [.job, .execution],
    "run.googleapis.com/lastModifier": [.job, .execution],
    "run.googleapis.com/operation-id": [.job, .execution],
    "run.googleapis.com/description": [.job, .execution],
    // Our own.
    "jobs/schedule": .job, "jobs/timezone": .job, "jobs/tenant": .job, "jobs/expect-duration": .job, "jobs/route": .job,
    "jobs/invoker": .job, "jobs/schedules": .job,
    // Of services and revisions.
    "autoscaling.knative.dev/maxScale": .elsewhere, "autoscaling.knative.dev/minScale": .elsewhere,
    "run.googleapis.com/base-images": .elsewhere, "run.googleapis.com/build-base-image": .elsewhere,
    "run.googleapis.com/build-enable-automatic-updates": .elsewhere,
    "run.googleapis.com/build-environment-variables": .elsewhere,
    "run.googleapis.com/build-function-target": .elsewhere,
    "run.googleapis.com/build-id": .elsewhere, "run.googleapis.com/build-image-uri": .elsewhere,
    "run.googleapis.com/build-name": .elsewhere, "run.googleapis.com/build-service-account": .elsewhere,
    "run.googleapis.com/build-source-location": .elsewhere, "run.googleapis.com/build-worker-pool": .elsewhere,
    "run.googleapis.com/cpu-throttling": .elsewhere,
    "run.googleapis.com/custom-audiences": .elsewhere, "run.googleapis.com/default-url-disabled": .elsewhere,
    "run.googleapis.com/encryption-key-shutdown-hours": .elsewhere, "run.googleapis.com/gc-traffic-tags": .elsewhere,
    "run.googleapis.com/health-check-disabled": .elsewhere,
    "run.googleapis.com/ingress": .elsewhere, "run.googleapis.com/ingress-status": .elsewhere,
    "run.googleapis.com/invoker-iam-disabled": .elsewhere, "run.googleapis.com/manualInstanceCount": .elsewhere,
    "run.googleapis.com/maxScale": .elsewhere, "run.googleapis.com/minScale": .elsewhere,
    "run.googleapis.com/post-key-revocation-action-type": .elsewhere, "run.googleapis.com/scalingMode": .elsewhere,
    "run.googleapis.com/secure-session-agent": .elsewhere, "run.googleapis.com/sessionAffinity": .elsewhere,
    "run.googleapis.com/startup-cpu-boost": .elsewhere, "run.googleapis.com/urls": .elsewhere,
  ]

  /// Of those in Google's domains, the ones that `jobs-deploy` says by version 2 of the API, in which fields have their meaning,
  /// and those that it leaves out, since programs and the service leave them in what they export.
  package static let deployed: Set<String> = Set(
    [
      "execution-environment", "encryption-key", "launch-stage", "binary-authorization",
      "binary-authorization-breakglass", "cloudsql-instances", "gpu-zonal-redundancy-disabled", "client-name",
      "client-version", "creator", "lastModifier", "operation-id", "description",
    ].map { "run.googleapis.com/\($0)" })

  /// Those of an execution that are a job's `network` here.
  static let network: Set<String> = Set(
    ["network-interfaces", "vpc-access-connector", "vpc-access-egress"].map { "run.googleapis.com/\($0)" })

  /// Whether version 2 of the API refuses an annotation of this name, since its fields say it (run.v2.json,
  /// GoogleCloudRunV2Job.annotations).
  package static func isReserved(_ name: String) -> Bool {
    ["run.googleapis.com/", "cloud.googleapis.com/", "serving.knative.dev/", "autoscaling.knative.dev/"]
      .contains { name.hasPrefix($0) }
  }

  /// Annotations of services that real job manifests carry, and the service lets pass.
  static let tolerated: Set<String> = [
    "run.googleapis.com/build-id", "run.googleapis.com/build-image-uri", "run.googleapis.com/build-name",
    "run.googleapis.com/build-source-location",
  ]

  /// Names that may stand at a place, for "did you mean".
  static func names(at place: Places) -> [String] { places.filter { $0.value.contains(place) }.map(\.key) }

  /// Whether an annotation belongs to Cloud Run.
  static func isGoogles(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    key.begins("run.googleapis.com/") || key.begins("autoscaling.knative.dev/")
  }

  static func isOurs(_ key: UnsafeBufferPointer<UInt8>) -> Bool { key.begins("jobs/") }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes begin with a word.
  @inline(__always) func begins(_ word: StaticString) -> Bool {
    count >= word.utf8CodeUnitCount && UnsafeBufferPointer(rebasing: self[..<word.utf8CodeUnitCount]).equals(word)
  }
}
