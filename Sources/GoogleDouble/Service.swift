/// An API that is doubled, on a port of its own: paths such as `operations/ID` are those of many.
package enum Service: String, Sendable, CaseIterable, Hashable {
  case run, cloudscheduler, pubsub, eventarc, secretmanager, artifactregistry, iam, iamcredentials, sts
  case cloudresourcemanager, logging, monitoring, serviceusage, cloudbilling, cloudasset, recommender
  case workflows, workflowexecutions

  /// The documents that say what it takes and answers, as google-api-python-client names them.
  var documents: [String] {
    switch self {
    case .run: ["run.v2", "run.v1"]
    case .cloudscheduler: ["cloudscheduler.v1"]
    case .pubsub: ["pubsub.v1"]
    case .eventarc: ["eventarc.v1"]
    case .secretmanager: ["secretmanager.v1"]
    case .artifactregistry: ["artifactregistry.v1"]
    case .iam: ["iam.v1", "iam.v2"]
    case .iamcredentials: ["iamcredentials.v1"]
    case .sts: ["sts.v1"]
    case .cloudresourcemanager: ["cloudresourcemanager.v3", "cloudresourcemanager.v1"]
    case .logging: ["logging.v2"]
    case .monitoring: ["monitoring.v3"]
    case .serviceusage: ["serviceusage.v1"]
    case .cloudbilling: ["cloudbilling.v1"]
    case .cloudasset: ["cloudasset.v1"]
    case .recommender: ["recommender.v1"]
    case .workflows: ["workflows.v1"]
    case .workflowexecutions: ["workflowexecutions.v1"]
    }
  }

  /// `run.googleapis.com`, by which errors and Service Usage name it.
  var host: String { "\(rawValue).googleapis.com" }

  init?(host: String) {
    guard host.hasSuffix(".googleapis.com") else { return nil }
    self.init(rawValue: String(host.dropLast(".googleapis.com".count)))
  }

  /// The variable by which gcloud and jobs-deploy find it.
  package var variable: String { "CLOUDSDK_API_ENDPOINT_OVERRIDES_\(rawValue.uppercased())" }

  /// Whether it can be switched off for a project; identities are needed to switch it on again.
  var canBeDisabled: Bool { ![.serviceusage, .sts, .iamcredentials, .cloudresourcemanager].contains(self) }
}
