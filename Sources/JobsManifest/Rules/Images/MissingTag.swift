import JobsCore

/// An image without a tag.
package enum MissingTag: JobRule {
  package static let info = RuleInfo(
    "IM202", "missing-tag", .images, .warning, summary: "an image without tag and digest, which means 'latest'",
    page: """
      Without a tag the registry gives what 'latest' names just then, which another push changes; the job that ran last
      week cannot be run again. Name a version, a commit or a digest.
      """,
    source: FactSource.images,
    bad: .init(.jobs, ExampleText.job("  target: gcp.run\n  image: ⟦europe-docker.pkg.dev/acme/jobs/report⟧\n")),
    good: .init(.jobs, ExampleText.job("  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1.4.2\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    JobImages.each(job) { id, image in
      guard image.tag == nil, image.digest == nil else { return }
      findings.report(
        info, "the image has no tag, which means 'latest'", at: id,
        hint: "name a version, such as ':1.4.2', or a digest")
    }
  }
}
