import JobsCore

/// A retention of images that names no repository, or that its registry cannot keep.
package enum ImageRetentionText: ProjectRule {
  package static let info = RuleInfo(
    "PR117", "retention", .project, .error,
    summary: "a retention of images that names no repository, or that its registry cannot keep",
    page: """
      'retention' says for a repository which images stay: the newest 'keep' of each name, and those with a tag that
      begins with one of 'keepTags'. Of the others go those without a tag at the age 'untagged' and all at the age
      'olderThan'; without both ages all of the others go. 'images' is a repository of Artifact Registry,
      'REGION-docker.pkg.dev/PROJECT/NAME', or of ECR, 'ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME', without image, tag and
      digest in the former. Registries count in whole days. ECR deletes what is too old although it is among the newest, so
      that 'olderThan' is no retention there.
      """,
    source:
      "artifactregistry.v1.json, revision 20261031, CleanupPolicy; docs.aws.amazon.com/AmazonECR, lifecycle policies; 2026-11",
    bad: .init(
      .project,
      ProjectExample.environment(
        "    retention: [{images: ⟦\"europe-docker.pkg.dev/acme-prod/jobs/report:latest\"⟧, keep: 10}]")),
    good: .init(
      .project,
      ProjectExample.environment(
        "    retention: [{images: europe-docker.pkg.dev/acme-prod/jobs, keep: 10, untagged: 7d, olderThan: 90d}]")))

  package static func check(_ options: CheckOptions, _ findings: inout Findings) {
    for environment in findings.environments {
      guard let all = findings.tree.value(environment.value, "retention") else { continue }
      var seen: [String: Tree.ID] = [:]
      for entry in Array(findings.tree.children(all)) where findings.tree.kind(entry) == .mapping {
        if let id = findings.tree.value(entry, "images"), let text = findings.tree.text(id) {
          check(text, id, entry, environment.value, &findings)
          if let first = seen[text] {
            findings.report(
              info, "'\(Terminal.visible(text))' has two retentions", at: id, hint: "write one",
              related: [("the first one", first)])
          }
          seen[text] = seen[text] ?? id
        }
        checkAges(entry, &findings)
      }
    }
  }

  private static func check(
    _ text: String, _ id: Tree.ID, _ entry: Tree.ID, _ environment: Tree.ID, _ findings: inout Findings
  ) {
    let tree = findings.tree
    var copy = text
    let declared = tree.value(environment, "variables").map { tree.entries($0).map { tree.string($0.key) } } ?? []
    for name in copy.withUTF8({ Variables.references(in: $0) })
    where !Variables.builtInNames.contains(name) && !declared.contains(name) {
      return findings.report(
        info, "'${\(Terminal.visible(name))}' has no value here", at: id,
        hint: "declare it under 'variables' of the environment")
    }
    // Whatever a variable stands for, it is no slash and no colon.
    let closed = Variables.withoutReferences(Array(text.utf8))
    let isOpen = closed.count != text.utf8.count
    guard let registry = ImageRetention(repository: text, keep: 1).registry else {
      if !isOpen || closed.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "@") || $0 <= 32 }) {
        findings.report(
          info, "'\(Terminal.visible(text))' is no repository of Artifact Registry or ECR", at: id,
          hint: "write 'REGION-docker.pkg.dev/PROJECT/NAME' or 'ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME'")
      }
      return
    }
    if case .ecr = registry, let age = tree.value(entry, "olderThan") {
      findings.report(
        info, "ECR would delete the newest images too once they are so old", at: age,
        hint: "leave 'olderThan' out: 'keep' counts images")
    }
  }

  private static func checkAges(_ entry: Tree.ID, _ findings: inout Findings) {
    let tree = findings.tree
    let ages = ["untagged", "olderThan"].compactMap { (key: StaticString) -> (id: Tree.ID, seconds: Int)? in
      guard let id = tree.value(entry, key), let text = findings.closedText(id) else { return nil }
      return Quantity.seconds(text).map { (id, $0) }
    }
    for age in ages where age.seconds < 86_400 || age.seconds % 86_400 != 0 {
      findings.report(
        info, "\(Quantity.words(seconds: age.seconds)) is no number of whole days", at: age.id,
        hint: "write days, as in 7d")
    }
    if ages.count == 2, ages[0].seconds >= ages[1].seconds {
      findings.report(
        info, "images without a tag are gone before: all go at \(Quantity.words(seconds: ages[1].seconds))",
        at: ages[0].id, severity: .warning, hint: "make 'untagged' shorter than 'olderThan', or leave it out")
    }
  }
}
