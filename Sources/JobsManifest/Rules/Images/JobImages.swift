import JobsCore

/// The images of a job that have their final names.
enum JobImages {
  /// Calls `body` with each image that is well formed, and its node.
  static func each(_ job: JobContext, _ body: (Tree.ID, ImageReference) -> Void) {
    for (id, reference) in job.images { body(id, reference) }
  }

  static func read(_ job: JobContext) -> [(Tree.ID, ImageReference)] {
    guard isJudged(job) else { return [] }
    return job.sites.images.compactMap { id in
      guard job.tree.kind(id) == .string else { return nil }
      return job.tree.withText(id) { text in (try? ImageReference.parse(text)).map { (id, $0) } }
    }
  }

  /// Formats without images have a key of that name only by mistake, which the structure check has said.
  static func isJudged(_ job: JobContext) -> Bool {
    !job.sites.images.isEmpty && (job.format == .cloudrun || job.format == .jobs)
  }
}
