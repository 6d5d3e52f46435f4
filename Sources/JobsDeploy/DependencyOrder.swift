/// The order of changes: what is depended on comes first, and goes last.
enum DependencyOrder {
  /// Changes behind those they have to wait for, each with these in `after`; otherwise in the order in which they came,
  /// what goes behind all else.
  ///
  /// A change waits for those of what its resource is to depend on; one by which a resource goes, for those of all that
  /// depended on it. In a circle the order in which they came decides.
  static func sorted(
    _ changes: [Change], by desired: [String: Resource], in live: [String: LiveResource]
  ) -> [Change] {
    let places = Dictionary(changes.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var before = changes.map { change in
      (desired[change.id]?.dependencies ?? []).compactMap { places[$0] }.filter { changes[$0].action != .delete }
    }
    for (at, change) in changes.enumerated() {
      for id in live[change.id]?.dependencies ?? [] {
        if let gone = places[id], changes[gone].action == .delete { before[gone].append(at) }
      }
    }
    var sorted: [Change] = []
    var seen: Set<Int> = []
    var isPlaced = Array(repeating: false, count: changes.count)
    func visit(_ at: Int) {
      guard seen.insert(at).inserted else { return }
      let before = Set(before[at]).sorted()
      for other in before { visit(other) }
      var change = changes[at]
      change.after = before.filter { isPlaced[$0] }.map { changes[$0].id }
      sorted.append(change)
      isPlaced[at] = true
    }
    for (at, change) in changes.enumerated() where change.action != .delete { visit(at) }
    for (at, change) in changes.enumerated() where change.action == .delete { visit(at) }
    return sorted
  }
}
