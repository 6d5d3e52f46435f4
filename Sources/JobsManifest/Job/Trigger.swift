package import JobsCron

/// When a job is due.
package struct Schedule: Sendable, Hashable {
  /// The expression as it was written.
  package var cron: String
  package var dialect: CronDialect?
  /// An IANA name; nil for the host's own zone.
  package var timezone: String?
  package var dst: DSTPolicy

  package init(cron: String, dialect: CronDialect? = nil, timezone: String? = nil, dst: DSTPolicy = DSTPolicy()) {
    self.cron = cron
    self.dialect = dialect
    self.timezone = timezone
    self.dst = dst
  }

  /// What tells most schedules apart.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(cron)
    hasher.combine(timezone)
  }
}

/// What else starts a job: a kind such as `pubsub` and its settings as compact JSON.
package struct Event: Sendable, Hashable {
  package var json: String

  package init(json: String) { self.json = json }
}
