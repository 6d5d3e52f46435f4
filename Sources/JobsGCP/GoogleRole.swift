/// Which predefined role is the smallest that holds a permission.
///
/// Of the permissions that this suite needs; cloud.google.com/iam/docs/roles-permissions, 2026-10.
package enum GoogleRole {
  /// nil for a permission that is not known here.
  package static func least(for permission: String) -> String? { table[permission] }

  private static let table: [String: String] = [
    "run.jobs.get": "roles/run.viewer", "run.jobs.list": "roles/run.viewer", "run.executions.get": "roles/run.viewer",
    "run.executions.list": "roles/run.viewer", "run.tasks.list": "roles/run.viewer",
    "run.operations.get": "roles/run.viewer", "run.jobs.run": "roles/run.invoker",
    "run.jobs.runWithOverrides": "roles/run.jobsExecutorWithOverrides", "run.jobs.create": "roles/run.developer",
    "run.jobs.update": "roles/run.developer", "run.jobs.delete": "roles/run.developer",
    "run.executions.cancel": "roles/run.developer", "cloudscheduler.jobs.get": "roles/cloudscheduler.viewer",
    "cloudscheduler.jobs.list": "roles/cloudscheduler.viewer", "cloudscheduler.jobs.create": "roles/cloudscheduler.admin",
    "cloudscheduler.jobs.update": "roles/cloudscheduler.admin", "cloudscheduler.jobs.delete": "roles/cloudscheduler.admin",
    "cloudscheduler.jobs.pause": "roles/cloudscheduler.admin", "cloudscheduler.jobs.enable": "roles/cloudscheduler.admin",
    "iam.serviceAccounts.actAs": "roles/iam.serviceAccountUser",
  ]
}
