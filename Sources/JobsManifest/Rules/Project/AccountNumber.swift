import JobsCore

/// An AWS account that is not twelve digits.
package enum AccountNumber: ProjectRule {
  package static let info = RuleInfo(
    "PR105", "aws-account", .project, .error, summary: "an AWS account that is not twelve digits",
    page: """
      An account is twelve digits, zeros in front included, without the blanks or dashes that the console shows. It is
      written in quotes, so that it stays text for every reader of YAML.
      """,
    source: "docs.aws.amazon.com/accounts/latest/reference, AWS account identifiers, 2026-11",
    bad: .init(.project, ProjectExample.environment("    aws: {account: ⟦\"1111-2222-3333\"⟧}")),
    good: .init(.project, ProjectExample.environment("    aws: {account: \"111122223333\"}")))

  package static func check(_ options: CheckOptions, _ findings: inout Findings) {
    for environment in findings.environments {
      guard let id = findings.tree.value(environment.value, path: "aws", "account"), findings.tree.kind(id) == .string,
        let text = findings.closedText(id), text.utf8.count != 12 || !text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 })
      else { continue }
      let digits = text.utf8.filter { $0 >= 48 && $0 <= 57 }
      findings.report(
        info, "'\(Terminal.visible(text))' is no AWS account", at: id,
        hint: digits.count == 12
          ? "write the digits alone: \"\(String(decoding: digits, as: UTF8.self))\""
          : "an account is twelve digits, as in \"111122223333\"")
    }
  }
}
