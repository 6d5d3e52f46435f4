import JobsCore

/// A Google Cloud project or a region whose name cannot be one.
package enum PlaceName: ProjectRule {
  package static let info = RuleInfo(
    "PR106", "place-name", .project, .error, summary: "a Google Cloud project or a region whose name cannot be one",
    page: """
      A project's id has 6 to 30 of a-z, 0-9 and '-', begins with a letter and does not end with '-'; a domain may stand
      before it ('acme.example:tools'). It is not the project's number or its display name. Regions are written as
      'europe-west1' on Google Cloud and 'eu-west-1' on AWS; a zone such as 'europe-west1-b' is no region.
      """,
    source: "cloudresourcemanager.v3.json, Project.projectId, revision 20260924; docs.aws.amazon.com, Regions, 2026-11",
    bad: .init(.project, ProjectExample.environment("    gcp: {project: acme-dev, regions: [⟦europe-west1-b⟧]}")),
    good: .init(.project, ProjectExample.environment("    gcp: {project: acme-dev, regions: [europe-west1]}")))

  package static func check(_ options: CheckOptions, _ findings: inout Findings) {
    let tree = findings.tree
    for environment in findings.environments {
      if let gcp = tree.value(environment.value, "gcp") {
        if let id = tree.value(gcp, "project"), let text = findings.closedText(id), !isProject(text) {
          findings.report(
            info, "'\(Terminal.visible(text))' is no project id", at: id,
            hint: "an id has 6 to 30 of a-z, 0-9 and '-', and begins with a letter")
        }
        for region in tree.value(gcp, "regions").map({ Array(tree.children($0)) }) ?? [] {
          check(region, isGoogle: true, &findings)
        }
      }
      if let region = tree.value(environment.value, path: "aws", "region") { check(region, isGoogle: false, &findings) }
    }
  }

  private static func check(_ id: Tree.ID, isGoogle: Bool, _ findings: inout Findings) {
    guard let text = findings.closedText(id), !(isGoogle ? isGoogleRegion(text) : isAmazonRegion(text)) else { return }
    findings.report(
      info, "'\(Terminal.visible(text))' is no region of \(isGoogle ? "Google Cloud" : "AWS")", at: id,
      hint: isGoogle ? "write it as in 'europe-west1', without a zone" : "write it as in 'eu-west-1', without a zone")
  }

  static func isProject(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let id = parts.last, parts.count <= 2, (6...30).contains(id.count), let first = id.first, isSmall(first),
      id.last != UInt8(ascii: "-")
    else { return false }
    return id.allSatisfy { isSmall($0) || isDigit($0) || $0 == UInt8(ascii: "-") } && parts.allSatisfy { !$0.isEmpty }
  }

  /// `europe-west1`, `northamerica-northeast2`: two words, the second with a number.
  static func isGoogleRegion(_ text: String) -> Bool {
    let words = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard words.count == 2, !words[0].isEmpty, words[0].allSatisfy(isSmall), let last = words[1].last, isDigit(last)
    else { return false }
    let letters = words[1].prefix(while: isSmall)
    return !letters.isEmpty && words[1].dropFirst(letters.count).allSatisfy(isDigit)
  }

  /// `eu-west-1`, `us-gov-east-1`: words and a number.
  static func isAmazonRegion(_ text: String) -> Bool {
    let words = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (3...4).contains(words.count), let last = words.last, !last.isEmpty, last.count <= 2, last.allSatisfy(isDigit)
    else { return false }
    return words.dropLast().allSatisfy { !$0.isEmpty && $0.allSatisfy(isSmall) }
  }

  private static func isSmall(_ byte: UInt8) -> Bool { byte >= 97 && byte <= 122 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}
