/// The services of Google that are called: hosts by the `rootUrl` of their discovery documents (google-api-python-client
/// 2.202.0, 2026-11), which serve every region.
package enum GoogleAPI: String, CaseIterable, Sendable {
  case artifacts = "artifactregistry"
  case assets = "cloudasset"
  case billing = "cloudbilling"
  case resources = "cloudresourcemanager"
  case scheduler = "cloudscheduler"
  case eventarc
  case iam
  case iamCredentials = "iamcredentials"
  case logging
  case monitoring
  case pubsub
  case recommender
  case run
  case secrets = "secretmanager"
  case serviceUsage = "serviceusage"
  case workflows

  /// `run.googleapis.com`, by which the service is enabled too.
  package var host: String { "\(rawValue).googleapis.com" }

  /// The variable of gcloud that names another endpoint (gcloud 528, properties.py).
  package var overrideVariable: String { "CLOUDSDK_API_ENDPOINT_OVERRIDES_\(rawValue.uppercased())" }
}
