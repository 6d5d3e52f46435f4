/// The predefined roles that hold a permission (https://cloud.google.com/iam/docs/roles-permissions, 2026-11), for the
/// permissions that our calls need.
package enum PermissionRole {
  /// The smallest one; nil for a permission that no call of ours needs.
  package static func role(for permission: String) -> String? {
    table.first { $0.permissions.contains(permission) }?.role
  }

  /// Those of the table that hold some permissions together, the smallest first.
  package static func roles(holding permissions: Set<String>) -> [String] {
    table.filter { row in
      let beside = beside[row.role, default: []]
      return permissions.allSatisfy { permission in
        row.permissions.contains(permission)
          || beside.contains { $0.hasSuffix(".") ? permission.hasPrefix($0) : permission == $0 }
      }
    }.map(\.role)
  }

  /// Whether it is told here which of the permissions a role holds.
  package static func isKnown(_ role: String) -> Bool { table.contains { $0.role == role } }

  /// What larger roles hold beside what stands with them in the table: permissions, and beginnings of them.
  private static let beside: [String: [String]] = [
    "roles/run.developer": [
      "run.jobs.get", "run.jobs.list", "run.jobs.getIamPolicy", "run.jobs.run", "run.jobs.runWithOverrides",
      "run.executions.", "run.tasks.", "run.operations.", "run.locations.",
    ],
    "roles/run.admin": ["run."], "roles/cloudscheduler.admin": ["cloudscheduler."],
    "roles/iam.serviceAccountAdmin": [
      "iam.serviceAccounts.get", "iam.serviceAccounts.list", "iam.serviceAccounts.create",
    ],
    "roles/iam.roleAdmin": ["iam.roles."], "roles/secretmanager.admin": ["secretmanager."],
    "roles/pubsub.editor": [
      "pubsub.topics.get", "pubsub.topics.list", "pubsub.topics.publish", "pubsub.subscriptions.",
    ],
    "roles/pubsub.admin": ["pubsub."], "roles/eventarc.developer": ["eventarc.triggers.", "eventarc.operations."],
    "roles/workflows.editor": ["workflows.workflows.", "workflows.operations.", "workflows.executions."],
    "roles/artifactregistry.admin": ["artifactregistry."], "roles/logging.configWriter": ["logging.logMetrics."],
    "roles/monitoring.alertPolicyEditor": ["monitoring.alertPolicies."],
    "roles/monitoring.notificationChannelEditor": ["monitoring.notificationChannels."],
    "roles/resourcemanager.projectIamAdmin": ["resourcemanager.projects.get", "resourcemanager.projects.getIamPolicy"],
    "roles/serviceusage.serviceUsageAdmin": ["serviceusage."],
  ]

  /// Finds the permission in an older message, such as `Permission 'run.jobs.get' denied on resource …`.
  static func permission(in message: String) -> String? {
    for word in message.split(whereSeparator: { " '\",;()[]".contains($0) }) {
      var parts = word.split(separator: ".", omittingEmptySubsequences: false)
      if parts.last == "" { parts.removeLast() }
      guard parts.count >= 3, !["com", "net", "org"].contains(parts[parts.count - 1]),
        parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (97...122).contains($0 | 32) } }),
        parts[0].utf8.allSatisfy({ $0 >= 97 })
      else { continue }
      return parts.joined(separator: ".")
    }
    return nil
  }

  /// Roles in the order in which they are preferred: those with less first.
  private static let table: [(role: String, permissions: Set<String>)] = [
    (
      "roles/run.viewer",
      [
        "run.jobs.get", "run.jobs.list", "run.jobs.getIamPolicy", "run.executions.get", "run.executions.list",
        "run.tasks.get", "run.tasks.list", "run.operations.get", "run.operations.list", "run.locations.list",
      ]
    ),
    ("roles/run.invoker", ["run.jobs.run"]),
    ("roles/run.jobsExecutorWithOverrides", ["run.jobs.runWithOverrides"]),
    (
      "roles/run.developer",
      ["run.jobs.create", "run.jobs.update", "run.jobs.delete", "run.executions.cancel", "run.executions.delete"]
    ),
    ("roles/run.admin", ["run.jobs.setIamPolicy"]),
    (
      "roles/cloudscheduler.viewer",
      ["cloudscheduler.jobs.get", "cloudscheduler.jobs.list", "cloudscheduler.locations.list"]
    ),
    ("roles/cloudscheduler.jobRunner", ["cloudscheduler.jobs.run"]),
    (
      "roles/cloudscheduler.admin",
      [
        "cloudscheduler.jobs.create", "cloudscheduler.jobs.update", "cloudscheduler.jobs.delete",
        "cloudscheduler.jobs.pause", "cloudscheduler.jobs.enable",
      ]
    ),
    ("roles/iam.serviceAccountUser", ["iam.serviceAccounts.actAs"]),
    (
      "roles/iam.serviceAccountTokenCreator",
      [
        "iam.serviceAccounts.getAccessToken", "iam.serviceAccounts.getOpenIdToken", "iam.serviceAccounts.signBlob",
        "iam.serviceAccounts.signJwt", "iam.serviceAccounts.implicitDelegation",
      ]
    ),
    (
      "roles/iam.serviceAccountViewer",
      [
        "iam.serviceAccounts.get", "iam.serviceAccounts.list", "iam.serviceAccountKeys.get",
        "iam.serviceAccountKeys.list",
      ]
    ),
    ("roles/iam.roleViewer", ["iam.roles.get", "iam.roles.list"]),
    ("roles/iam.roleAdmin", ["iam.roles.create", "iam.roles.update", "iam.roles.delete", "iam.roles.undelete"]),
    (
      "roles/iam.serviceAccountKeyAdmin",
      ["iam.serviceAccountKeys.delete", "iam.serviceAccountKeys.disable", "iam.serviceAccountKeys.enable"]
    ),
    ("roles/iam.serviceAccountCreator", ["iam.serviceAccounts.create"]),
    (
      "roles/iam.serviceAccountAdmin",
      [
        "iam.serviceAccounts.update", "iam.serviceAccounts.delete", "iam.serviceAccounts.enable",
        "iam.serviceAccounts.disable", "iam.serviceAccounts.getIamPolicy",
        "iam.serviceAccounts.setIamPolicy",
      ]
    ),
    (
      "roles/secretmanager.viewer",
      ["secretmanager.secrets.get", "secretmanager.secrets.list", "secretmanager.versions.get"]
    ),
    ("roles/secretmanager.secretAccessor", ["secretmanager.versions.access"]),
    ("roles/secretmanager.secretVersionAdder", ["secretmanager.versions.add"]),
    (
      "roles/secretmanager.admin",
      [
        "secretmanager.secrets.create", "secretmanager.secrets.delete", "secretmanager.secrets.update",
        "secretmanager.secrets.getIamPolicy", "secretmanager.secrets.setIamPolicy",
      ]
    ),
    (
      "roles/pubsub.viewer",
      ["pubsub.topics.get", "pubsub.topics.list", "pubsub.subscriptions.get", "pubsub.subscriptions.list"]
    ),
    ("roles/pubsub.publisher", ["pubsub.topics.publish"]),
    ("roles/pubsub.subscriber", ["pubsub.subscriptions.consume"]),
    (
      "roles/pubsub.editor",
      [
        "pubsub.topics.create", "pubsub.topics.update", "pubsub.topics.delete", "pubsub.topics.attachSubscription",
        "pubsub.subscriptions.create", "pubsub.subscriptions.update", "pubsub.subscriptions.delete",
      ]
    ),
    ("roles/pubsub.admin", ["pubsub.topics.getIamPolicy", "pubsub.topics.setIamPolicy"]),
    ("roles/eventarc.viewer", ["eventarc.triggers.get", "eventarc.triggers.list", "eventarc.operations.get"]),
    ("roles/eventarc.developer", ["eventarc.triggers.create", "eventarc.triggers.update", "eventarc.triggers.delete"]),
    (
      "roles/workflows.viewer",
      ["workflows.workflows.get", "workflows.workflows.list", "workflows.operations.get"]
    ),
    ("roles/workflows.invoker", ["workflows.executions.create"]),
    (
      "roles/workflows.editor",
      ["workflows.workflows.create", "workflows.workflows.update", "workflows.workflows.delete"]
    ),
    (
      "roles/artifactregistry.reader",
      [
        "artifactregistry.dockerimages.get", "artifactregistry.dockerimages.list", "artifactregistry.repositories.get",
        "artifactregistry.repositories.downloadArtifacts", "artifactregistry.tags.get", "artifactregistry.versions.get",
      ]
    ),
    ("roles/artifactregistry.admin", ["artifactregistry.repositories.update"]),
    ("roles/logging.viewer", ["logging.logEntries.list", "logging.logMetrics.get", "logging.logMetrics.list"]),
    (
      "roles/logging.configWriter",
      ["logging.logMetrics.create", "logging.logMetrics.update", "logging.logMetrics.delete"]
    ),
    (
      "roles/monitoring.viewer",
      [
        "monitoring.alertPolicies.get", "monitoring.alertPolicies.list", "monitoring.notificationChannels.get",
        "monitoring.notificationChannels.list", "monitoring.timeSeries.list",
      ]
    ),
    (
      "roles/monitoring.alertPolicyEditor",
      ["monitoring.alertPolicies.create", "monitoring.alertPolicies.update", "monitoring.alertPolicies.delete"]
    ),
    (
      "roles/monitoring.notificationChannelEditor",
      [
        "monitoring.notificationChannels.create", "monitoring.notificationChannels.update",
        "monitoring.notificationChannels.delete",
      ]
    ),
    (
      "roles/cloudasset.viewer",
      [
        "cloudasset.assets.searchAllIamPolicies", "cloudasset.assets.listResource", "cloudasset.assets.listIamPolicy",
      ]
    ),
    (
      "roles/recommender.iamViewer",
      ["recommender.iamPolicyInsights.list", "recommender.iamServiceAccountInsights.list"]
    ),
    ("roles/browser", ["resourcemanager.projects.get"]),
    ("roles/iam.securityReviewer", ["resourcemanager.projects.getIamPolicy"]),
    ("roles/resourcemanager.projectIamAdmin", ["resourcemanager.projects.setIamPolicy"]),
    ("roles/serviceusage.serviceUsageViewer", ["serviceusage.services.get", "serviceusage.services.list"]),
    ("roles/serviceusage.serviceUsageConsumer", ["serviceusage.services.use"]),
    ("roles/serviceusage.serviceUsageAdmin", ["serviceusage.services.enable"]),
  ]
}
