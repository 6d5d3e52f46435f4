import JobsCore

/// The images of a job that have their final names.
enum JobImages {
  /// Calls `body` with each image that is well formed, and its node.
  static func each(_ job: JobContext, _ body: (Tree.ID, ImageReference) -> Void) {
    guard isJudged(job) else { return }
    for id in job.sites.images where job.tree.kind(id) == .string {
      guard let reference = job.tree.withText(id, { try? ImageReference.parse($0) }) else { continue }
      body(id, reference)
    }
  }

  /// Formats without images have a key of that name only by mistake, which the structure check has said.
  static func isJudged(_ job: JobContext) -> Bool {
    !job.sites.images.isEmpty && (job.format == .cloudrun || job.format == .jobs)
  }
}
