/// The permission that a method needs.
///
/// Most are `SERVICE.COLLECTION.VERB`; the others are listed (cloud.google.com/iam/docs/permissions-reference and the
/// access control pages of the services, 2026-11-21).
enum Permissions {
  /// nil for a method that needs none.
  static func of(_ call: APICall) -> String? {
    let id = call.method.id
    if id == "run.projects.locations.jobs.run" || id == "run.namespaces.jobs.run" {
      return call.body["overrides"] == nil ? "run.jobs.run" : "run.jobs.runWithOverrides"
    }
    if id == "cloudasset.assets.list" {
      return "cloudasset.assets.list\(call.query("contentType") == "IAM_POLICY" ? "IamPolicy" : "Resource")"
    }
    if let kind = insights.first(where: { call.target.contains("/\($0.key)") }) {
      return "recommender.\(kind.value).list"
    }
    return of(method: id)
  }

  /// All that a method can need, whatever is asked of it.
  static func all(_ method: String) -> [String] {
    switch method {
    case "run.projects.locations.jobs.run", "run.namespaces.jobs.run": ["run.jobs.run", "run.jobs.runWithOverrides"]
    case "cloudasset.assets.list": ["cloudasset.assets.listIamPolicy", "cloudasset.assets.listResource"]
    // With a service account, whoever gives it to something needs to.
    case "iam.projects.serviceAccounts.get": ["iam.serviceAccounts.get", "iam.serviceAccounts.actAs"]
    default: of(method: method).map { [$0] } ?? []
    }
  }

  private static func of(method id: String) -> String? {
    if let listed = exceptions[id] { return listed.isEmpty ? nil : listed }
    let parts = id.split(separator: ".")
    // To ask what one may do needs no permission.
    guard parts.count > 2, parts.last != "testIamPermissions" else { return nil }
    let service = parts[0] == "cloudresourcemanager" ? "resourcemanager" : String(parts[0])
    let collection = collections[parts.dropLast().joined(separator: ".")] ?? String(parts[parts.count - 2])
    let verb = verbs[String(parts[parts.count - 1])] ?? String(parts[parts.count - 1])
    return "\(service).\(collection).\(verb)"
  }

  /// By the types of insights and recommendations.
  private static let insights = [
    "insightTypes/google.iam.policy.Insight": "iamPolicyInsights",
    "insightTypes/google.iam.serviceAccount.Insight": "iamServiceAccountInsights",
    "recommenders/google.iam.policy.Recommender": "iamPolicyRecommendations",
  ]

  private static let verbs = [
    "patch": "update", "replaceJob": "update", "resume": "enable", "modifyPushConfig": "update",
  ]

  private static let collections = [
    "secretmanager.projects.secrets.versions": "versions",
    "iam.projects.serviceAccounts.keys": "serviceAccountKeys",
    "artifactregistry.projects.locations.repositories.dockerImages": "dockerimages",
    "logging.projects.metrics": "logMetrics",
  ]

  private static let exceptions = [
    "cloudscheduler.projects.locations.jobs.patch": "cloudscheduler.jobs.update",
    "secretmanager.projects.secrets.addVersion": "secretmanager.versions.add",
    "iam.projects.serviceAccounts.patch": "iam.serviceAccounts.update",
    "iam.roles.list": "", "iam.roles.get": "", "iam.roles.queryGrantableRoles": "",
    "iam.permissions.queryTestablePermissions": "",
    "logging.entries.list": "logging.logEntries.list",
    "logging.entries.write": "logging.logEntries.create",
    "cloudresourcemanager.projects.list": "", "cloudresourcemanager.projects.search": "",
    "iamcredentials.projects.serviceAccounts.generateAccessToken": "iam.serviceAccounts.getAccessToken",
    "iamcredentials.projects.serviceAccounts.generateIdToken": "iam.serviceAccounts.getOpenIdToken",
    "iamcredentials.projects.serviceAccounts.signBlob": "iam.serviceAccounts.signBlob",
    "iamcredentials.projects.serviceAccounts.signJwt": "iam.serviceAccounts.signJwt",
    "sts.token": "", "cloudbilling.services.list": "", "cloudbilling.services.skus.list": "",
    "cloudasset.searchAllIamPolicies": "cloudasset.assets.searchAllIamPolicies",
  ]
}
