package import JobsCore

/// What is known of the clouds beforehand, and is judged by.
package struct AuditData: Sendable {
  package var actions: ActionCatalog
  package var roles: RolePack

  package static let shipped = AuditData(actions: .shipped, roles: .shipped)

  package init(actions: ActionCatalog, roles: RolePack) {
    self.actions = actions
    self.roles = roles
  }

  /// The parts of it, by the first words of their texts, as which their files are called too.
  package enum Kind: String, Sendable, CaseIterable {
    case actions = "aws-actions"
    case roles = "google-roles"
  }

  /// A part of it, as it is listed.
  package struct Part: Sendable {
    package var kind: Kind
    package var date: String
    package var source: String
    /// How many of each there are.
    package var counts: [(name: String, count: Int)]

    /// Whole days since its date; nil for a date that is none.
    package func days(at now: Instant) -> Int? {
      Instant(rfc3339: "\(date)T00:00:00Z").map { Int((now.seconds - $0.seconds) / 86_400) }
    }
  }

  package var parts: [Part] { Kind.allCases.map { self[$0] } }

  package subscript(kind: Kind) -> Part {
    switch kind {
    case .actions:
      Part(
        kind: kind, date: actions.pack.date, source: actions.pack.source,
        counts: [("services", actions.pack.serviceCount), ("actions", actions.pack.actionCount)])
    case .roles:
      Part(
        kind: kind, date: roles.date, source: roles.source,
        counts: [("permissions", roles.permissionCount), ("roles", roles.roleCount)])
    }
  }

  /// AWS adds actions each week, and Google changes roles every month or so.
  package static let freshDays = 60

  /// What may have come since, of parts that are older than that.
  package func staleWords(at now: Instant) -> [String] {
    parts.compactMap { part in
      guard let days = part.days(at: now), days > Self.freshDays else { return nil }
      let what = part.kind == .actions ? "actions of AWS" : "roles and ways"
      return
        "\(what) that came since \(part.date): the data are \(days) days old; 'jobs-audit data replace' takes newer ones"
    }
  }
}
