import JobsGCP
import Testing

@Suite struct PermissionRoleTests {
  @Test(
    arguments: [
      ("run.jobs.get", "roles/run.viewer"), ("run.jobs.create", "roles/run.developer"),
      ("run.jobs.setIamPolicy", "roles/run.admin"), ("run.jobs.run", "roles/run.invoker"),
      ("cloudscheduler.jobs.list", "roles/cloudscheduler.viewer"),
      ("cloudscheduler.jobs.update", "roles/cloudscheduler.admin"),
      ("iam.serviceAccounts.actAs", "roles/iam.serviceAccountUser"),
      ("secretmanager.versions.access", "roles/secretmanager.secretAccessor"), ("resourcemanager.projects.delete", nil),
      ("", nil),
    ] as [(String, String?)])
  func `the smallest role is named`(permission: String, role: String?) {
    #expect(PermissionRole.role(for: permission) == role)
  }

  @Test func `larger roles hold what smaller ones do, and no more than is known of them`() {
    #expect(
      PermissionRole.roles(holding: ["run.jobs.get", "run.jobs.create"]) == ["roles/run.developer", "roles/run.admin"])
    #expect(PermissionRole.roles(holding: ["run.jobs.get", "run.jobs.setIamPolicy"]) == ["roles/run.admin"])
    // What begins alike is another permission.
    #expect(
      PermissionRole.roles(holding: ["iam.serviceAccounts.getAccessToken"]) == ["roles/iam.serviceAccountTokenCreator"])
    #expect(PermissionRole.roles(holding: ["run.jobs.get", "pubsub.topics.get"]) == [])
  }
}
