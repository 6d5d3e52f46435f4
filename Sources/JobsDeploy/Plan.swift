package import JobsCore

/// What is to be done so that the world is as the manifests want it. Pure: nothing is read or written here.
package struct Plan: Sendable, Equatable {
  /// What is planned for.
  package enum Scope: Sendable {
    /// The manifests as they are.
    case manifests
    /// What somebody changed in the world, which becomes again what was applied last.
    case drift
  }

  /// In an order in which each comes behind those it names in `after`.
  package private(set) var changes: [Change] = []
  /// Resources that are as they should be.
  package private(set) var settled: [Resource] = []
  /// Changes that are no drift, and so are left out of a plan for drift.
  package private(set) var pending = 0
  /// Ids of resources whose jobs were not among those that were read; they stay.
  package private(set) var strays: [String] = []
  /// Ids of resources that both sides changed and of which nobody knows what was applied; left out of a plan for drift.
  package private(set) var undecided: [String] = []
  /// What others made and what would do the same as something that is to be created, so that it would be done twice.
  package private(set) var twins: [Twin] = []
  /// What stands where a resource is wanted and belongs to somebody else; nothing is planned for these resources.
  package private(set) var collisions: [Collision] = []
  /// What no change can bring about, though each side of it could be; nothing is planned for these resources.
  package private(set) var refused: [Refused] = []
  /// How many things others made.
  package private(set) var foreign = 0
  /// Ids of resources that others made and that do as well as ours would.
  package private(set) var satisfied: [String] = []
  /// Resources that could not be looked at; nothing is planned for them.
  package private(set) var unknown: [Survey.Unknown] = []

  /// Resources that are wanted and there, and do not work.
  package private(set) var unready: [Unready] = []

  package struct Unready: Sendable, Hashable {
    package var id: String
    /// The id of the job.
    package var job: String
    /// In the place's words.
    package var reason: String

    package init(id: String, job: String, reason: String) {
      self.id = id
      self.job = job
      self.reason = reason
    }
  }

  package struct Refused: Sendable, Hashable {
    /// Of the resource.
    package var id: String
    /// The id of the job that wants it.
    package var job: String
    package var reason: ExpansionRefusal

    package init(id: String, job: String, reason: ExpansionRefusal) {
      self.id = id
      self.job = job
      self.reason = reason
    }
  }

  package struct Twin: Sendable, Hashable {
    /// The id of the job.
    package var job: String
    /// Where the other one stands.
    package var name: String

    package init(job: String, name: String) {
      self.job = job
      self.name = name
    }
  }

  package struct Collision: Sendable, Hashable {
    /// Of the resource.
    package var id: String
    /// The id of the job that wants it.
    package var job: String
    /// What stands there, or whose it is.
    package var name: String

    package init(id: String, job: String, name: String) {
      self.id = id
      self.job = job
      self.name = name
    }
  }

  /// - Parameter refusal: why a change cannot be carried out where it is to be, as `Provider.refusal` says it.
  /// - Throws: a usage failure where two jobs want the same resource.
  package init(
    _ expansions: [Expansion], in world: Survey, applied: AppliedResources, scope: Scope = .manifests,
    refusal: (Change) -> ExpansionRefusal? = { _ in nil }
  ) throws(Failure) {
    var desired: [String: Resource] = [:]
    for resource in expansions.flatMap(\.resources) {
      if let other = desired[resource.id] {
        if other.isShareable, resource.isShareable { continue }
        throw .usage(
          "the jobs '\(other.job)' and '\(resource.job)' want the same resource '\(resource.id)'",
          hint: "give one of them another name")
      }
      desired[resource.id] = resource
    }
    let jobs = Dictionary(expansions.map { ($0.owner, $0.job) }) { first, _ in first }
    let owners = Dictionary(expansions.map { ($0.job, $0.owner) }) { first, _ in first }
    let taken = Dictionary(world.foreign.compactMap { other in other.id.map { ($0, other.name) } }) { first, _ in first
    }
    let live = Dictionary(world.owned.map { ($0.id, $0) }) { first, _ in first }
    strays = world.owned.filter { desired[$0.id] == nil && jobs[$0.owner] == nil }.map(\.id).sorted(by: Self.precedes)
    foreign = world.foreign.count { other in other.id.flatMap { desired[$0]?.isShareable } != true }
    let unknown = Dictionary(world.unknown.map { ($0.id, $0) }) { first, _ in first }
    let ids = Set(desired.keys).union(world.owned.filter { jobs[$0.owner] != nil }.map(\.id))
    var found: [Change] = []
    for id in ids.sorted(by: Self.precedes) {
      guard let job = desired[id]?.job ?? live[id].flatMap({ jobs[$0.owner] }) else { continue }
      if let unseen = unknown[id], desired[id] != nil {
        self.unknown.append(unseen)
        continue
      }
      if let resource = desired[id] {
        let owner = resource.isShareable ? resource.job : owners[job]
        if let name = taken[id] ?? live[id].flatMap({ $0.owner == owner ? nil : "job '\($0.owner)'" }) {
          if resource.isShareable {
            satisfied.append(id)
          } else {
            collisions.append(Collision(id: id, job: job, name: name))
          }
          continue
        }
      }
      if desired[id] != nil, let reason = live[id]?.unready {
        unready.append(Unready(id: id, job: job, reason: reason))
      }
      let comparison = Comparison(applied: applied[id], desired: desired[id], live: live[id])
      guard var change = comparison.change(id: id, job: job) else {
        if let resource = desired[id] { settled.append(resource) }
        continue
      }
      if scope == .drift {
        guard change.hasDrift else {
          pending += 1
          continue
        }
        guard let mended = Self.mending(change, comparison) else {
          undecided.append(id)
          continue
        }
        if change.fields != mended.fields { pending += 1 }
        change = mended
      }
      if let reason = refusal(change) {
        refused.append(Refused(id: id, job: job, reason: reason))
      } else {
        found.append(change)
      }
    }
    changes = DependencyOrder.sorted(found, by: desired, in: live)
    for change in changes where change.action == .create {
      for other in world.foreign {
        guard let fields = desired[change.id]?.fields, other.twins.contains(where: fields.contains) else { continue }
        twins.append(Twin(job: change.job, name: other.name))
      }
    }
  }

  /// The change back to what was applied last; nil where nobody knows what that was.
  private static func mending(_ change: Change, _ comparison: Comparison) -> Change? {
    guard change.fields.contains(where: { $0.kind != .drift }) else { return change }
    guard let applied = comparison.applied else { return nil }
    var back = comparison
    back.desired = Resource(id: change.id, job: change.job, fields: applied)
    return back.change(id: change.id, job: change.job)
  }

  private static func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

  package var isEmpty: Bool { changes.isEmpty }

  /// Whether all that is wanted is there once it is done.
  package var isWhole: Bool { collisions.isEmpty && refused.isEmpty }

  /// Resources that somebody changed in the world.
  package var drifted: [Change] { changes.filter(\.hasDrift) }

  package func count(_ action: Change.Action) -> Int { changes.count { $0.action == action } }
}
