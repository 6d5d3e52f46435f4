/// Kinds of Config Connector whose policies are compared.
enum ConnectorKind: String {
  case project = "Project"
  case folder = "Folder"
  case organization = "Organization"
  case account = "IAMServiceAccount"
  case bucket = "StorageBucket"
  case secret = "SecretManagerSecret"
  case topic = "PubSubTopic"
  case subscription = "PubSubSubscription"
  case runJob = "RunJob"
  case runService = "RunService"

  private var host: String {
    switch self {
    case .project, .folder, .organization: "cloudresourcemanager.googleapis.com"
    case .account: "iam.googleapis.com"
    case .bucket: "storage.googleapis.com"
    case .secret: "secretmanager.googleapis.com"
    case .topic, .subscription: "pubsub.googleapis.com"
    case .runJob, .runService: "run.googleapis.com"
    }
  }

  /// What stands between the project and the name.
  private var collection: String {
    switch self {
    case .project: "projects"
    case .folder: "folders"
    case .organization: "organizations"
    case .account: "serviceAccounts"
    case .bucket: ""
    case .secret: "secrets"
    case .topic: "topics"
    case .subscription: "subscriptions"
    case .runJob: "jobs"
    case .runService: "services"
    }
  }

  /// The full name of what exists outside of the cluster: its path, or for containers its id alone.
  func fullName(external: String) -> String {
    if external.hasPrefix("//") { return external }
    switch self {
    case .project, .folder, .organization:
      return "//\(host)/" + (external.contains("/") ? external : "\(collection)/\(external)")
    default: return "//\(host)/\(external)"
    }
  }

  /// The full name of what the cluster keeps; nil where that does not say it all.
  func fullName(name: String, project: String?) -> String? {
    switch self {
    case .project: return "//\(host)/projects/\(name)"
    // A folder's and an organisation's id, and a job's region, stand in its own manifest.
    case .folder, .organization, .runJob, .runService: return nil
    case .bucket: return "//\(host)/\(name)"
    case .account:
      return project.map { "//\(host)/projects/\($0)/serviceAccounts/\(name)@\($0).iam.gserviceaccount.com" }
    default: return project.map { "//\(host)/projects/\($0)/\(collection)/\(name)" }
    }
  }
}
