import JobsCore

/// An image by its tag in production.
package enum DigestInProduction: JobRule {
  package static let info = RuleInfo(
    "IM204", "digest-in-production", .images, .info, summary: "an image without a digest in production",
    page: """
      A tag can be pushed again; a digest ('@sha256:…') names one image for ever. In production a digest makes sure that
      what was tested is what runs, and that a rollback brings back the same program. Other environments are not judged.
      """,
    source: FactSource.images,
    bad: .init(
      .jobs,
      ExampleText.job(
        "  target: gcp.run\n  image: ⟦europe-docker.pkg.dev/acme/jobs/report:1.4.2⟧\n  identity: report@acme-prod.iam.gserviceaccount.com\n"
      ),
      project: ExampleText.production),
    good: .init(
      .jobs,
      ExampleText.job(
        "  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1.4.2@sha256:\(String(repeating: "0a", count: 32))\n  identity: report@acme-prod.iam.gserviceaccount.com\n"
      ),
      project: ExampleText.production))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isProduction else { return }
    JobImages.each(job) { id, image in
      // Without a tag, or with 'latest', more than this has been said.
      guard let tag = image.tag, image.digest == nil,
        !job.tree.withText(id, { UnsafeBufferPointer(rebasing: $0[tag]).equals("latest") })
      else { return }
      findings.report(
        info, "the image runs in production by its tag", at: id,
        hint: "add the digest: 'docker buildx imagetools inspect IMAGE' prints it")
    }
  }
}
