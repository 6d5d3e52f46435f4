package import JobsCore

/// What is to become of resources whose jobs are gone: out of use first where their place knows such a state, and away for
/// good some days later. Pure.
package struct Pruning: Sendable, Equatable {
  /// Something that stays for now.
  package struct Spared: Sendable, Hashable {
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
  package private(set) var spared: [Spared] = []

  /// - Parameters:
  ///   - strays: resources whose jobs are gone.
  ///   - world: everything there is, for what depends on them.
  ///   - days: for how long they are out of use before they go; 0 for not at all.
  ///   - quarantine: the fields of a resource that is out of use; nil where there is no such state.
  package init(
    _ strays: [LiveResource], in world: Survey, applied: AppliedResources, days: Int, today: CivilDate,
    quarantine: (LiveResource) -> [Resource.Field]?
  ) {
    let gone = Set(strays.map(\.id))
    var needed: [String: String] = [:]
    for resource in world.owned where !gone.contains(resource.id) {
      for id in resource.dependencies { needed[id] = resource.id }
    }
    var found: [Change] = []
    for stray in strays.sorted(by: { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }) {
      if let other = needed[stray.id] {
        spared.append(Spared(id: stray.id, reason: "'\(other)' cannot be without it"))
        continue
      }
      if let day = stray.quarantined.flatMap(CivilDate.init(text:)) {
        let left = days - Int(today.daysSinceEpoch - day.daysSinceEpoch)
        guard left <= 0 else {
          spared.append(
            Spared(id: stray.id, reason: "it is out of use, and goes in \(left == 1 ? "a day" : "\(left) days")"))
          continue
        }
      } else if days > 0, let fields = quarantine(stray) {
        found.append(Self.change(of: stray, .quarantine, to: fields, applied))
        continue
      }
      found.append(Self.change(of: stray, .delete, to: [], applied))
    }
    let live = Dictionary(world.owned.map { ($0.id, $0) }) { first, _ in first }
    changes = DependencyOrder.sorted(found, by: [:], in: live)
  }

  private static func change(
    of stray: LiveResource, _ action: Change.Action, to fields: [Resource.Field], _ applied: AppliedResources
  ) -> Change {
    let comparison = Comparison(
      applied: applied[stray.id], desired: Resource(id: stray.id, job: stray.owner, fields: fields), live: stray)
    return Change(
      id: stray.id, job: stray.owner, action: action, fields: comparison.fields, precondition: stray.precondition)
  }
}

extension CivilDate {
  /// Reads `2026-11-21`; nil for anything else.
  package init?(text: String) {
    guard let start = Instant(rfc3339: "\(text)T00:00:00Z") else { return nil }
    self.init(daysSinceEpoch: start.seconds / 86400)
  }

  /// `2026-11-21`.
  package var text: String { String(Instant(seconds: daysSinceEpoch * 86400).rfc3339.prefix(10)) }
}
