import JobsCore

/// An image in Container Registry, which was shut down.
package enum ContainerRegistry: JobRule {
  package static let info = RuleInfo(
    "IM206", "container-registry", .images, .info, summary: "an image at gcr.io, which Artifact Registry answers for",
    page: """
      Container Registry was shut down in March 2025. Names at gcr.io work only where the project has moved them to
      Artifact Registry, which then answers for them. Names at pkg.dev are certain and take per-repository permissions.
      Public images of Google's at gcr.io still stand.
      """,
    source: "docs.cloud.google.com/artifact-registry/docs/transition/transition-from-gcr, 2026-11",
    bad: .init(.jobs, ExampleText.job("  target: gcp.run\n  image: ⟦eu.gcr.io⟧/acme-prod/report:1.4.2\n")),
    good: .init(
      .jobs, ExampleText.job("  target: gcp.run\n  image: europe-docker.pkg.dev/acme-prod/jobs/report:1.4.2\n")))

  /// Projects of Google's whose public images stay at gcr.io.
  private static let publicProjects: [String] = [
    "google.com", "cloudrun", "distroless", "google-containers", "cloud-builders", "google-samples", "cloudsql-docker",
    "cloud-sql-connectors",
  ]

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    JobImages.each(job) { id, image in
      guard let domain = image.domain else { return }
      let isThere = job.tree.withText(id) { text in
        let host = text[domain]
        guard host.count >= 6, host.suffix(6).elementsEqual("gcr.io".utf8),
          host.count == 6 || host[domain.upperBound - 7] == UInt8(ascii: ".")
        else {
          return false
        }
        let project = text[image.path].prefix { $0 != UInt8(ascii: "/") }
        return !publicProjects.contains { project.elementsEqual($0.utf8) }
      }
      guard isThere else { return }
      findings.report(
        info, "Container Registry was shut down; Artifact Registry answers at its names where it was set up", at: id,
        part: domain,
        hint: "write 'LOCATION-docker.pkg.dev/PROJECT/REPOSITORY/NAME'")
    }
  }
}
