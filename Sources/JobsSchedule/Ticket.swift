package import JobsManifest

/// A claimed run as `Admission` sees it: what it waits for, and what it holds while it runs.
package struct Ticket: Hashable, Sendable {
  /// The caller's number of the run; never used twice.
  package var run: Int
  /// The job's id.
  package var job: String
  package var concurrency: Concurrency
  /// Higher goes first.
  package var priority: Int
  /// Milliseconds since the epoch; sooner goes first among equals.
  package var due: Int64
  /// When it may start, in milliseconds of the caller's monotonic clock.
  package var notBefore: Int64
  /// Names of which each is held by one run at a time.
  package var locks: [String]
  package var pools: [Share]

  /// A part of a pool that several jobs share.
  package struct Share: Hashable, Sendable {
    package var pool: String
    /// Slots that a run takes; at least 1.
    package var slots: Int
    /// Slots there are; a run that asks for more than all of them takes all.
    package var size: Int

    package init(pool: String, slots: Int, size: Int) {
      self.pool = pool
      self.slots = slots
      self.size = size
    }
  }

  package init(
    run: Int, job: String, concurrency: Concurrency = .allow, priority: Int = 0, due: Int64 = 0, notBefore: Int64 = 0,
    locks: [String] = [], pools: [Share] = []
  ) {
    self.run = run
    self.job = job
    self.concurrency = concurrency
    self.priority = priority
    self.due = due
    self.notBefore = notBefore
    self.locks = locks
    self.pools = pools
  }

  /// The same run's next attempt.
  package init(copying other: Ticket, run: Int, notBefore: Int64) {
    self = other
    self.run = run
    self.notBefore = notBefore
  }
}
