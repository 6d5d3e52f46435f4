import JobsCore

/// A pattern of registries that allows everything, or nothing.
package enum RegistryPattern: ProjectRule {
  package static let info = RuleInfo(
    "PR113", "registry-pattern", .project, .error,
    summary: "a pattern of registries that no image can match, or that all do",
    page: """
      A pattern is the beginning of an image's name, a host and a path, with '*' for any run of characters:
      '*-docker.pkg.dev/acme-*'. A scheme, a tag or a blank in it matches no image; a lone '*' allows every registry,
      which is a warning.
      """,
    bad: .init(.project, ProjectExample.project("policy: {registries: [⟦\"https://europe-docker.pkg.dev/acme\"⟧]}")),
    good: .init(.project, ProjectExample.project("policy: {registries: [\"*-docker.pkg.dev/acme-*\"]}")))

  package static func check(_ options: CheckOptions, _ findings: inout Findings) {
    guard let all = findings.tree.value(findings.root, path: "policy", "registries") else { return }
    for id in Array(findings.tree.children(all)) {
      guard let text = findings.closedText(id) else { continue }
      if !text.isEmpty, text.utf8.allSatisfy({ $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "/") }) {
        findings.report(
          info, "'\(text)' allows every registry", at: id, severity: .warning,
          hint: "name the registries, or leave 'registries' out")
      } else if let why = fault(text) {
        findings.report(
          info, "'\(Terminal.visible(text))' matches no image: \(why)", at: id,
          hint: "write a host and a path, as in '*-docker.pkg.dev/acme-*'")
      }
    }
  }

  private static func fault(_ text: String) -> String? {
    if text.isEmpty { return "it is empty" }
    if text.utf8.contains(where: { $0 <= 32 || $0 >= 127 }) { return "it holds a blank or a character beyond ASCII" }
    let slash = text.utf8.firstIndex(of: UInt8(ascii: "/"))
    if let slash, text.utf8[slash...].starts(with: "//".utf8) { return "it has a scheme" }
    if text.utf8.contains(UInt8(ascii: "@")) { return "it has a digest" }
    if let slash, text.utf8[slash...].contains(UInt8(ascii: ":")) { return "it has a tag" }
    return nil
  }
}
