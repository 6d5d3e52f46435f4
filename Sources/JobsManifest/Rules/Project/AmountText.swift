import JobsCore

/// An amount of money, or a share of one, that cannot be read.
package enum AmountText: ProjectRule {
  package static let info = RuleInfo(
    "PR104", "amount", .project, .error, summary: "an amount of money, or a share of it, that cannot be read",
    page: """
      An amount is a number with a point for decimals, a blank, and a currency's three capitals (ISO 4217): '200 USD',
      '0.04 EUR'. 'warn' is a share of the budget from 1% to 100%. Budgets are above zero.
      """,
    source: "ISO 4217:2015",
    bad: .init(.project, ProjectExample.environment("    budget: {monthly: ⟦\"$200\"⟧}")),
    good: .init(.project, ProjectExample.environment("    budget: {monthly: \"200 USD\", warn: 80%}")))

  package static func check(_ options: CheckOptions, _ findings: inout Findings) {
    for environment in findings.environments {
      guard let budget = findings.tree.value(environment.value, "budget") else { continue }
      amount(findings.tree.value(budget, "monthly"), isPositive: true, &findings)
      guard let warn = findings.tree.value(budget, "warn"), let text = findings.closedText(warn), !isShare(text) else {
        continue
      }
      findings.report(info, "'\(Terminal.visible(text))' is no share", at: warn, hint: "write 1% to 100%, as in 80%")
    }
    guard let hosts = findings.tree.value(findings.root, "hosts") else { return }
    for (_, host) in Array(findings.tree.entries(hosts)) {
      amount(findings.tree.value(host, "hourly"), isPositive: false, &findings)
    }
  }

  private static func amount(_ id: Tree.ID?, isPositive: Bool, _ findings: inout Findings) {
    guard let id, let text = findings.closedText(id) else { return }
    guard let isZero = isZeroAmount(text) else {
      return findings.report(
        info, "'\(Terminal.visible(text))' is no amount", at: id, hint: "write a number and a currency, as in '200 USD'"
      )
    }
    if isPositive, isZero {
      findings.report(
        info, "a budget of nothing is always spent", at: id, hint: "leave 'budget' out, or give an amount")
    }
  }

  /// Whether an amount is zero; nil where the text is no amount.
  static func isZeroAmount(_ text: String) -> Bool? {
    let parts = text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 3, parts[1].allSatisfy({ $0 >= 65 && $0 <= 90 }), parts[0].count <= 32
    else { return nil }
    let halves = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard halves.count <= 2, halves.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 >= 48 && $0 <= 57 } }) else {
      return nil
    }
    return parts[0].allSatisfy { $0 == 48 || $0 == UInt8(ascii: ".") }
  }

  static func isShare(_ text: String) -> Bool {
    guard text.hasSuffix("%"), let value = Int(text.dropLast()), text.utf8.first != UInt8(ascii: "+") else {
      return false
    }
    return (1...100).contains(value)
  }
}
