import JobsCore

/// The tag `latest`.
package enum LatestTag: JobRule {
  package static let info = RuleInfo(
    "IM203", "latest-tag", .images, .warning, summary: "an image with the tag 'latest'",
    page: """
      'latest' is a name that every push moves. Cloud Run looks it up when the job is deployed, Lambda and hosts when
      they please, so two places that say the same run different programs, and nothing leads back. With a digest
      behind it the tag is a mere remark and not reported.
      """,
    source: "docs.cloud.google.com/run/docs/deploying, 2026-11",
    bad: .init(.jobs, ExampleText.job("  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:⟦latest⟧\n")),
    good: .init(.jobs, ExampleText.job("  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1.4.2\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    JobImages.each(job) { id, image in
      guard let tag = image.tag, image.digest == nil,
        job.tree.withText(id, { UnsafeBufferPointer(rebasing: $0[tag]).equals("latest") })
      else { return }
      findings.report(
        info, "the tag 'latest' moves with every push", at: id, part: tag, hint: "name a version, a commit or a digest")
    }
  }
}
