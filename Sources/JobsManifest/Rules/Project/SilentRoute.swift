import JobsCore

/// A route that leads nowhere, or whose key stands in clear.
package enum SilentRoute: ProjectRule {
  package static let info = RuleInfo(
    "PR111", "route", .project, .error, summary: "a route without a channel, or with a channel's key in clear",
    page: """
      A route has at least one of 'slack', 'email', 'pagerduty' and 'webhook'; without one its alerts reach nobody. The
      webhook of Slack and the key of PagerDuty are secrets: whoever has them can write to your channel or wake your
      people. Write 'secret:NAME'.
      """,
    source: "api.slack.com, incoming webhooks; PagerDuty, Events API v2; 2026-11",
    bad: .init(.project, ProjectExample.project("notifications: {routes: {⟦oncall⟧: {severity: [error]}}}")),
    good: .init(
      .project,
      ProjectExample.project("notifications: {routes: {oncall: {pagerduty: \"secret:pager\", severity: [error]}}}")))

  package static func check(_ options: CheckOptions, _ findings: inout Findings) {
    let tree = findings.tree
    guard let routes = tree.value(findings.root, path: "notifications", "routes") else { return }
    for (key, route) in tree.entries(routes) where tree.kind(route) == .mapping {
      let channels = ["slack", "email", "pagerduty", "webhook"].filter {
        tree.value(route, key: $0).map { tree.kind($0) != .null } ?? false
      }
      if channels.isEmpty {
        findings.report(
          info, "route '\(Terminal.visible(tree.string(key)))' has no channel", at: key,
          hint: "add 'slack', 'email', 'pagerduty' or 'webhook'")
      }
      for channel: StaticString in ["slack", "pagerduty"] {
        guard let id = tree.value(route, channel), let text = findings.closedText(id), !text.hasPrefix("secret:"),
          // A webhook of Slack is known by its shape, and reported so.
          SecretScanner.kind(name: nil, value: text) == nil
        else { continue }
        findings.report(
          info, "the key of '\(channel)' stands here in clear", at: id,
          hint: "keep it in a secret store and write 'secret:NAME'",
          hash: info.code.utf8.fnv1a64)
        findings.mask(id)
      }
    }
  }
}
