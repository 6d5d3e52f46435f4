/// What takes runs back: each resource becomes again what it was before the first of them.
package struct Reversal: Sendable, Equatable {
  /// A change that cannot be taken back.
  package struct Obstacle: Sendable, Hashable {
    package var id: String
    /// A sentence.
    package var reason: String

    package init(id: String, reason: String) {
      self.id = id
      self.reason = reason
    }
  }

  /// In an order in which each comes behind those it names in `after`.
  package private(set) var changes: [Change] = []
  package private(set) var obstacles: [Obstacle] = []

  /// What a resource was, as far as it is known from the runs that were undone so far.
  fileprivate struct Past {
    var job: String
    /// nil where it was not there.
    var fields: [Resource.Field]?
    var obstacle: String?
    /// What made it ours, where it was somebody else's before.
    var adoption: Change?
  }

  /// - Parameter runs: the newest first.
  package init(of runs: [Journal], in world: Survey, applied: AppliedResources) {
    let live = Dictionary(world.owned.map { ($0.id, $0) }) { first, _ in first }
    var pasts: [String: Past] = [:]
    var order: [String] = []
    /// By the ids of changes, those that have to be taken back first.
    var after: [String: Set<String>] = [:]
    for run in runs {
      for entry in run.entries.reversed() where entry.change.state == .done {
        let change = entry.change
        if pasts[change.id] == nil {
          pasts[change.id] = Past(job: change.job, fields: live[change.id]?.fields)
          order.append(change.id)
        }
        pasts[change.id]?.undo(change)
        for before in change.after { after[before, default: []].insert(change.id) }
      }
    }
    /// By what is depended on, what cannot be without it.
    var needs: [String: [String]] = [:]
    for resource in world.owned {
      for id in resource.dependencies { needs[id, default: []].append(resource.id) }
    }
    var placed: Set<String> = []
    for id in order {
      guard let past = pasts[id] else { continue }
      if let reason = past.obstacle {
        obstacles.append(Obstacle(id: id, reason: reason))
        continue
      }
      var change: Change
      if let adoption = past.adoption {
        guard let release = Self.release(adoption, live[id]) else {
          obstacles.append(
            Obstacle(
              id: id, reason: "it was changed since it was taken over: take that back first"
            ))
          continue
        }
        change = release
      } else {
        let desired = past.fields.map { Resource(id: id, job: past.job, fields: $0) }
        let comparison = Comparison(applied: applied[id], desired: desired, live: live[id])
        guard let found = comparison.change(id: id, job: past.job) else { continue }
        change = found
        if change.action == .delete, let other = needs[id]?.first(where: { pasts[$0] == nil }) {
          obstacles.append(Obstacle(id: id, reason: "'\(other)' cannot be without it"))
          continue
        }
      }
      change.after = after[id, default: []].intersection(placed).sorted()
      placed.insert(id)
      changes.append(change)
    }
  }
}

extension Reversal {
  /// What gives back a resource that was taken over; nil where it is not as it was taken over.
  fileprivate static func release(_ adoption: Change, _ live: LiveResource?) -> Change? {
    guard let live else { return nil }
    func isAsAdopted(_ field: Change.Field) -> Bool {
      live.fields[field.path] == field.desired || field.desired.map(Change.isMask) == true
    }
    guard adoption.fields.allSatisfy(isAsAdopted),
      live.fields.allSatisfy({ field in adoption.fields.contains { $0.path == field.name } })
    else { return nil }
    let fields = adoption.fields.map { field in
      let now = live.fields[field.path]
      let before = field.live == field.desired ? now : field.live
      return Change.Field(path: field.path, applied: now, live: now, desired: before, kind: .change)
    }
    return Change(
      id: adoption.id, job: adoption.job, action: .release, fields: fields, precondition: live.precondition)
  }
}

extension Reversal.Past {
  fileprivate mutating func undo(_ change: Change) {
    // Before it was taken over it was not ours to bring back.
    guard adoption == nil else { return }
    if change.action == .adopt {
      adoption = change
      obstacle = nil
      return
    }
    if change.action == .release {
      obstacle = "it was given back, and 'jobs-deploy import --adopt' takes it over again"
      return
    }
    if change.action == .create {
      // Whatever came later, it was not there.
      fields = nil
      obstacle = nil
      return
    }
    if change.fields.contains(where: { $0.live.map(Change.isMask) ?? false }) {
      obstacle = "a value that it had looks like a secret, and was not kept"
      return
    }
    if change.action == .delete {
      fields = change.fields.compactMap { field in field.live.map { Resource.Field(field.path, $0) } }
      obstacle = nil
      return
    }
    guard var fields else {
      obstacle = obstacle ?? "it is gone, and not all of its fields are known"
      return
    }
    for field in change.fields {
      let at = fields.firstIndex { $0.name == field.path }
      switch (at, field.live) {
      case (let at?, let value?): fields[at].value = value
      case (let at?, nil): fields.remove(at: at)
      case (nil, let value?): fields.append(Resource.Field(field.path, value))
      case (nil, nil): break
      }
    }
    self.fields = fields
  }
}
