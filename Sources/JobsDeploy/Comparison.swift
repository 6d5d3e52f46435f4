/// One resource in its three forms: as it was applied last, as the manifest wants it, and as the world has it.
package struct Comparison: Sendable {
  /// The fields as they were applied last; nil where there is no note of them.
  package var applied: [Resource.Field]?
  /// nil where the resource is not to be.
  package var desired: Resource?
  /// nil where it is not there.
  package var live: LiveResource?

  package init(applied: [Resource.Field]?, desired: Resource?, live: LiveResource?) {
    // The mark is written with the resource, the note after it: where they differ, the note is of another time.
    let isStale = live.flatMap(\.appliedDigest).map { $0 != applied?.digest } ?? false
    self.applied = isStale ? nil : applied
    self.desired = desired
    self.live = live
  }

  /// The fields that differ between the manifest and the world, in the manifest's order.
  package var fields: [Change.Field] {
    let wanted = desired?.fields ?? []
    let found = live?.fields ?? []
    let names = wanted.map(\.name) + found.map(\.name).filter { wanted[$0] == nil }
    return names.compactMap { name in
      guard wanted[name] != found[name] else { return nil }
      let (kind, applied) = verdict(name, live: found[name], desired: wanted[name])
      return Change.Field(path: name, applied: applied, live: found[name], desired: wanted[name], kind: kind)
    }
  }

  private func verdict(
    _ name: String, live: Resource.Value?, desired: Resource.Value?
  ) -> (kind: Change.Field.Kind, applied: Resource.Value?) {
    if let applied {
      let value = applied[name]
      return (value == live ? .change : value == desired ? .drift : .both, value)
    }
    // Without a note the mark still tells, of the resource as a whole.
    guard let whole = self.live, let mark = whole.appliedDigest else { return (.change, live) }
    if whole.fields.digest == mark { return (.change, live) }
    return self.desired?.digest == mark ? (.drift, desired) : (.both, nil)
  }

  /// What makes the world as the manifest wants it; nil where it is.
  package func change(id: String, job: String) -> Change? {
    let action: Change.Action
    switch (desired, live) {
    case (nil, nil): return nil
    case (_?, nil): action = .create
    case (nil, _?): action = .delete
    case (_?, _?): action = .update
    }
    let fields = fields
    guard action != .update || !fields.isEmpty else { return nil }
    return Change(
      id: id, job: job, action: action, fields: fields,
      precondition: live?.precondition ?? LiveResource.absent, source: desired?.source)
  }
}
