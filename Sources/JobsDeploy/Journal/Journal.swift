package import JobsCore

/// What one run set out to change, and how far it came: a file a run, to which lines are only ever appended.
///
/// A run that was killed is known by its journal: what was to be done and has no end in it is looked at in the world, which
/// decides. So lines need not reach the disk before the change they tell of begins.
package struct Journal: Sendable, Equatable {
  /// Who began it, and to what end.
  package struct Head: Sendable, Equatable {
    /// Sorts by the time at which the run began.
    package var id: String
    /// `apply`, `rollback`, `prune`.
    package var verb: String
    package var startedAt: Instant
    package var user: String
    package var host: String
    /// SHA-256 of the changes as they were planned.
    package var plan: String
    /// The commit that the manifests are unchanged from, and when it was made.
    package var commit: String?
    package var committedAt: Instant?
    package var places: [Place]
    /// The ids of the runs that this one takes back.
    package var undoes: [String]

    /// A folder at or below the project of the jobs.
    package var folder: String?
    package var approval: Approval?
    /// Why it was done though deployments were frozen.
    package var override: String?
    /// Whether what was changed is taken back where something fails.
    package var rollsBack = false

    /// Who approved a run, and where that is found.
    package struct Approval: Sendable, Hashable {
      package var by: String
      package var ticket: String

      package init(by: String, ticket: String) {
        self.by = by
        self.ticket = ticket
      }
    }

    package init(
      id: String, verb: String, startedAt: Instant, user: String, host: String, plan: String, commit: String? = nil,
      committedAt: Instant? = nil, places: [Place], undoes: [String] = [], folder: String? = nil,
      approval: Approval? = nil, override: String? = nil
    ) {
      self.id = id
      self.verb = verb
      self.startedAt = startedAt
      self.user = user
      self.host = host
      self.plan = plan
      self.commit = commit
      self.committedAt = committedAt
      self.places = places
      self.undoes = undoes
      self.folder = folder
      self.approval = approval
      self.override = override
    }
  }

  /// What became of a run as a whole.
  package enum Result: String, Sendable, CaseIterable {
    case done
    /// Some changes were made and others were not, or a check failed afterwards.
    case partly
    /// None was made.
    case failed
    /// It was asked to end before it had done all.
    case stopped
    /// It was killed, and another run began after it.
    case interrupted
  }

  package struct Entry: Sendable, Equatable {
    /// With what became of it; still planned where that is not known.
    package var change: Change
    package var isBegun = false
    /// The fields that the resource was to have; nil where it was to go, or the change was not begun.
    package var result: [Resource.Field]?
    package var error: String?

    package init(_ change: Change) { self.change = change }
  }

  package var head: Head
  /// In the order of the plan.
  package var entries: [Entry]
  /// What has to hold once all is changed.
  package var checks: [PostDeployCheck]
  /// nil while the run goes on, and where it was killed.
  package var result: Result?
  package var endedAt: Instant?

  package init(head: Head, changes: [Change], checks: [PostDeployCheck] = []) {
    self.head = head
    entries = changes.map(Entry.init)
    self.checks = checks
  }

  package func count(_ state: Change.State) -> Int { entries.count { $0.change.state == state } }

  /// Whether it was to change one of these places, as whomever.
  package func sharesPlace(with world: World) -> Bool {
    !Set(head.places.map(\.leaseName)).isDisjoint(with: world.places.map(\.leaseName))
  }

  /// Whether all that it was to change is in a world, so that the world can tell of all of it.
  package func isWithin(_ world: World) -> Bool {
    Set(head.places.map(\.leaseName)).isSubset(of: world.places.map(\.leaseName))
  }

  /// With the changes alone that are of a world.
  package func restricted(to world: World) -> Journal {
    var journal = self
    journal.entries.removeAll { !world.owns($0.change.id) }
    return journal
  }

  /// Notes what became of changes.
  package mutating func set(_ changes: [Change]) {
    let known = Dictionary(changes.map { ($0.id, $0) }) { first, _ in first }
    for at in entries.indices { entries[at].change = known[entries[at].change.id] ?? entries[at].change }
  }

  /// Whether a change or a check failed.
  package var hasFailed: Bool { count(.failed) > 0 || checks.contains { $0.state == .failed } }

  /// What the run came to, if no more is done.
  package var outcome: Result {
    let done = count(.done)
    if done == entries.count {
      if checks.contains(where: { $0.state == .failed }) { return .partly }
      return checks.contains { $0.state == .planned } ? .stopped : .done
    }
    if done == 0 { return count(.failed) > 0 ? .failed : .stopped }
    return count(.failed) > 0 ? .partly : .stopped
  }
}
