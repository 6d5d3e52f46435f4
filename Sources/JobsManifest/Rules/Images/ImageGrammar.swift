import JobsCore

/// An image's name that no registry can hold.
package enum ImageGrammar: JobRule {
  package static let info = RuleInfo(
    "IM201", "image-name", .images, .error, fix: .unsafe, summary: "an image name that no registry can hold",
    page: """
      A name is '[host[:port]/]path[:tag][@digest]'. The path is small letters and digits, joined by '.', '_' or '-',
      with '/' between its parts; a tag is at most 128 letters, digits, '_', '.' and '-'; a digest is 'sha256:' and 64
      hexadecimal digits. 'https://' does not belong in front. The fix writes capitals small or drops the scheme.
      """,
    source: FactSource.images,
    bad: .init(.jobs, ExampleText.job("  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/⟦R⟧eport:1.4.2\n")),
    good: .init(.jobs, ExampleText.job("  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1.4.2\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard JobImages.isJudged(job) else { return }
    for id in job.sites.images where job.tree.kind(id) == .string {
      guard let fault = job.tree.withText(id, ImageReference.fault(in:)), !job.isOpen(id) else { continue }
      report(fault, id, job, &findings)
    }
  }

  private static func report(
    _ fault: ImageReference.Fault, _ id: Tree.ID, _ job: JobContext, _ findings: inout Findings
  ) {
    let text = job.tree.withText(id) { Array($0) }
    let part = Terminal.visible(String(decoding: text[fault.range], as: UTF8.self))
    var meant: String?
    let message: String
    let hint: String
    switch fault.kind {
    case .empty:
      (message, hint) = ("the image is empty", "name one, such as 'europe-docker.pkg.dev/PROJECT/REPOSITORY/NAME:TAG'")
    case .scheme:
      meant = String(decoding: text[fault.range.upperBound...], as: UTF8.self)
      (message, hint) = ("'\(part)' does not belong before an image", "leave it out")
    case .blank: (message, hint) = ("the image's name holds a blank", "take it out; arguments belong into 'args'")
    case .domain:
      (message, hint) = ("'\(part)' is no host", "a host is letters, digits and '-', with dots between them")
    case .port: (message, hint) = ("'\(part)' is no port", "a port is 1 up to 65535")
    case .capital:
      // PROJECT_ID and the like wait for a script that fills them in.
      let placeholder =
        part.utf8.count > 2 ? PlaceholderWord.name(in: text, around: fault.range.lowerBound) ?? part : nil
      if placeholder == nil { meant = String(decoding: text, as: UTF8.self).loweringPath }
      message = "an image's path has no capitals, and this one has '\(part)'"
      hint =
        placeholder.map { "is it a placeholder? '${\($0)}' is filled in from jobs.yaml" }
        ?? "write it in small letters, as the registry has it"
    case .path:
      (message, hint) =
        part.isEmpty
        ? ("a part of the image's path is empty", "take a '/' out")
        : (
          "'\(part)' cannot be a part of an image's path",
          "a part is small letters and digits, joined by '.', '_' or '-'"
        )
    case .tag: (message, hint) = ("'\(part)' is no tag", "a tag is at most 128 letters, digits, '_', '.' and '-'")
    case .digest:
      (message, hint) = ("'\(part)' is no digest", "a digest is 'sha256:' and 64 hexadecimal digits in small letters")
    case .length: (message, hint) = ("the image's name is longer than 255 characters", "choose a shorter path")
    }
    let fix = meant.flatMap { findings.replacing(id, with: job.styled($0, like: id), safe: false) }
    findings.report(info, message, at: id, part: fault.range.isEmpty ? nil : fault.range, hint: hint, fix: fix)
  }
}

extension String {
  /// The image's name in small letters, but for its tag and digest.
  fileprivate var loweringPath: String {
    let end = firstIndex(of: "@") ?? endIndex
    let slash = self[..<end].lastIndex(of: "/")
    let colon = self[..<end].lastIndex(of: ":").flatMap { slash == nil || $0 > slash! ? $0 : nil }
    let path = colon ?? end
    return self[..<path].lowercased() + self[path...]
  }
}
