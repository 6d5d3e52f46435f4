/// A rule over the statements of an account that has to know what actions there are.
protocol ActionRule: SendableMetatype {
  static var rule: AuditRule { get }
  static func check(_ statements: [PlacedStatement], _ catalog: ActionCatalog) -> [Finding]
}

/// How messages list actions and levels.
enum ActionWords {
  /// From the one that does the most: `permissions management, write, read`.
  static func levels(_ levels: Set<AccessLevel>) -> String {
    levels.sorted(by: >).map(\.words).joined(separator: ", ")
  }
}
