import JobsCore

/// Two secrets that would be mounted over each other.
package enum SharedMountFolder: JobRule {
  package static let info = RuleInfo(
    "CR285", "shared-mount-folder", .cloudrun, .error, summary: "two secrets of a Cloud Run job as files in one folder",
    page: """
      Cloud Run mounts a volume at a folder, and a volume of secrets has one secret, in as many versions and files as are
      wanted. Files of two secrets have two folders, since the second mount would hide the first.
      """,
    source: "\(FactSource.runV1), SecretVolumeSource and VolumeMount",
    bad: .init(
      .jobs,
      ExampleText.job(
        "  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1\n  identity: report@acme-prod.iam.gserviceaccount.com\n  mounts: [{secret: \"key:3\", path: /tls/key}, {secret: \"chain:2\", path: ⟦/tls/chain⟧}]\n"
      )),
    good: .init(
      .jobs,
      ExampleText.job(
        "  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1\n  identity: report@acme-prod.iam.gserviceaccount.com\n  mounts: [{secret: \"key:3\", path: /tls/key/key}, {secret: \"chain:2\", path: /tls/chain/chain}]\n"
      )))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun, job.format == .jobs else { return }
    var seen: [String: (secret: String, site: Tree.ID)] = [:]
    for mount in job.sites.mounts {
      guard let site = job.tree.value(mount, "path"), let path = job.text(site),
        let secret = job.text(job.tree.value(mount, "secret"))
      else { continue }
      let (folder, _) = SecretVolumes.split(path)
      let (name, _) = SecretVolumes.parts(secret)
      guard let first = seen[folder] else {
        seen[folder] = (name, site)
        continue
      }
      guard first.secret != name else { continue }
      findings.report(
        info,
        "the secrets '\(Terminal.visible(first.secret))' and '\(Terminal.visible(name))' are both mounted in '\(Terminal.visible(folder))'",
        at: site, hint: "give each secret a folder of its own", related: [("the first one", first.site)])
    }
  }
}
