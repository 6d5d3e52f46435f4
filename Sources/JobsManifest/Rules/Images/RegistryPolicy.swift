import JobsCore

/// An image from a registry that the project does not allow.
package enum RegistryPolicy: JobRule {
  package static let info = RuleInfo(
    "IM205", "registry", .images, .error, summary: "an image from a registry that the project does not allow",
    page: """
      'policy.registries' of jobs.yaml lists patterns of registries, such as '*-docker.pkg.dev/acme-*'; '*' stands for
      any run of characters. An image is allowed if its name, without tag and digest, fits a pattern or lies below
      one. A name without a host is one of Docker Hub: 'docker.io/library/NAME'. Without the list every registry is
      allowed.
      """,
    bad: .init(
      .jobs, ExampleText.job("  target: gcp.run\n  image: ⟦ghcr.io/acme/report⟧:1.4.2\n"),
      project:
        "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: acme}\npolicy: {registries: [\"*-docker.pkg.dev/acme-*\"]}\n"
    ),
    good: .init(
      .jobs, ExampleText.job("  target: gcp.run\n  image: europe-docker.pkg.dev/acme-prod/jobs/report:1.4.2\n"),
      project:
        "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: acme}\npolicy: {registries: [\"*-docker.pkg.dev/acme-*\"]}\n"
    ))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let project = job.project, !project.registries.isEmpty else { return }
    JobImages.each(job) { id, image in
      let range = Self.range(of: image)
      let name = job.tree.withText(id) { Self.name(of: image, in: $0) }
      guard !project.registries.contains(where: { fits($0, name) }) else { return }
      findings.report(
        info, "images from '\(String(decoding: name, as: UTF8.self))' are not allowed here", at: id, part: range,
        hint:
          "allowed are \(project.registries.map { "'\($0)'" }.joined(separator: ", ")), by 'policy.registries' of \(project.path)"
      )
    }
  }

  /// Whether an image, as a job names it, is of a registry that one of the patterns allows.
  package static func allows(_ text: String, _ patterns: [String]) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let image = try? ImageReference.parse(bytes) else { return false }
      let name = Self.name(of: image, in: bytes)
      return patterns.contains { fits($0, name) }
    }
  }

  private static func range(of image: ImageReference) -> Range<Int> {
    (image.domain?.lowerBound ?? 0)..<image.path.upperBound
  }

  /// Without tag and digest, and with the host that a short name stands for.
  private static func name(of image: ImageReference, in text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let written = Array(text[range(of: image)])
    if image.domain != nil { return written }
    return Array((written.contains(UInt8(ascii: "/")) ? "docker.io/" : "docker.io/library/").utf8) + written
  }

  /// Whether the name fits the pattern, or lies in a folder that does.
  static func fits(_ pattern: String, _ name: [UInt8]) -> Bool {
    var pattern = pattern
    while pattern.hasSuffix("/") { pattern.removeLast() }
    return Wildcard.matches(pattern, name) || Wildcard.matches(pattern + "/*", name)
  }
}
