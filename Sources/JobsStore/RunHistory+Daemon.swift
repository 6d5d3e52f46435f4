package import JobsCore

/// What a daemon keeps beside the rows of runs.
extension RunHistory {
  /// How far due times are accounted for.
  package struct Account: Hashable, Sendable {
    /// Seconds since the epoch; every due time up to and including this has its row.
    package var accounted: Int64
    package var clock: Int32
    /// Seconds since the epoch: see `ClockAccount.barrier`.
    package var barrier: Int64?

    package init(accounted: Int64, clock: Int32 = 0, barrier: Int64? = nil) {
      self.accounted = accounted
      self.clock = clock
      self.barrier = barrier
    }
  }

  /// Since when a job has the schedules that it has.
  package struct Scheduled: Hashable, Sendable {
    package var job: String
    /// The schedules as text, zones and policies included.
    package var schedule: String
    /// Milliseconds since the epoch.
    package var since: Int64

    package init(job: String, schedule: String, since: Int64) {
      self.job = job
      self.schedule = schedule
      self.since = since
    }
  }

  /// The failures in a row of a job.
  package struct Breaker: Hashable, Sendable {
    package var job: String
    package var failures: Int
    /// Milliseconds since the epoch; nil while it is closed.
    package var opened: Int64?

    package init(job: String, failures: Int, opened: Int64?) {
      self.job = job
      self.failures = failures
      self.opened = opened
    }
  }

  /// nil where no daemon has run yet.
  package func account() throws(Failure) -> Account? {
    let values = try database.prepare("SELECT name, value FROM daemon").rows { row in
      (row.text(0) ?? "", row.integer(1) ?? 0)
    }
    let known = Dictionary(values) { first, _ in first }
    return known["accounted"].map {
      Account(accounted: $0, clock: Int32(clamping: known["clock"] ?? 0), barrier: known["barrier"])
    }
  }

  /// Claims due times: their rows and how far they reach, in one transaction.
  ///
  /// - Parameter boot: the boot whose `@reboot` is among them; nil if none is.
  package func claim(_ executions: [Execution], account: Account, boot: String? = nil) throws(Failure) {
    try write(new: executions) { () throws(Failure) in
      try set(account)
      if let boot { try set(boot: boot) }
    }
  }

  /// The boot whose `@reboot` has its rows; nil where there was none yet.
  package func boot() throws(Failure) -> String? {
    try database.prepare("SELECT boot_id FROM boot").rows { $0.text(0) ?? "" }.first
  }

  package func set(boot: String) throws(Failure) {
    try database.execute("DELETE FROM boot")
    try database.prepare("INSERT INTO boot (boot_id) VALUES (?)").run([.text(boot)])
  }

  /// Within a transaction.
  package func set(_ account: Account) throws(Failure) {
    let set = try database.prepare("INSERT OR REPLACE INTO daemon (name, value) VALUES (?, ?)")
    try set.run([.text("accounted"), .integer(account.accounted)])
    try set.run([.text("clock"), .integer(account.clock)])
    if let barrier = account.barrier {
      try set.run([.text("barrier"), .integer(barrier)])
    } else {
      try database.execute("DELETE FROM daemon WHERE name = 'barrier'")
    }
  }

  /// Every open run that a keeper holds, oldest first.
  package func keptRuns() throws(Failure) -> [Execution] {
    try database.prepare(Self.open).rows { Execution(row: $0) }.filter { $0.keeper != nil }
  }

  /// The jobs that a daemon knew last.
  package func scheduled() throws(Failure) -> [Scheduled] {
    var all: [Scheduled] = []
    try eachScheduled { all.append($0) }
    return all
  }

  /// The same, one by one, for there may be very many.
  package func eachScheduled(_ body: (Scheduled) -> Void) throws(Failure) {
    let row = try database.prepare("SELECT job, schedule, since_ms FROM scheduled")
    while try row.step() {
      body(Scheduled(job: row.text(0) ?? "", schedule: row.text(1) ?? "", since: row.integer(2) ?? 0))
    }
  }

  /// Keeps which jobs there are, in one transaction.
  package func setScheduled(_ changed: [Scheduled], removed: [String]) throws(Failure) {
    guard !changed.isEmpty || !removed.isEmpty else { return }
    try database.transaction { () throws(Failure) in
      let set = try database.prepare("INSERT OR REPLACE INTO scheduled (job, schedule, since_ms) VALUES (?, ?, ?)")
      for entry in changed { try set.run([.text(entry.job), .text(entry.schedule), .integer(entry.since)]) }
      let remove = try database.prepare("DELETE FROM scheduled WHERE job = ?")
      for job in removed { try remove.run([.text(job)]) }
    }
  }

  /// The jobs whose last run failed.
  package func breakers() throws(Failure) -> [Breaker] {
    try database.prepare("SELECT job, failures, opened_ms FROM breaker").rows { row in
      Breaker(job: row.text(0) ?? "", failures: Int(row.integer(1) ?? 0), opened: row.integer(2))
    }
  }

  /// Within a transaction.
  package func set(_ breaker: Breaker) throws(Failure) {
    guard breaker.failures > 0 else {
      return try database.prepare("DELETE FROM breaker WHERE job = ?").run([.text(breaker.job)])
    }
    try database.prepare("INSERT OR REPLACE INTO breaker (job, failures, opened_ms) VALUES (?, ?, ?)")
      .run([.text(breaker.job), .integer(Int64(breaker.failures)), .integer(breaker.opened)])
  }
}
