/// The order of changes: what is depended on comes first, and what goes comes last.
enum DependencyOrder {
  /// Changes behind those they depend on, each with these in `after`; otherwise in the order in which they came.
  ///
  /// What depends on itself in a circle keeps the order in which it came.
  static func sorted(_ changes: [Change], by desired: [String: Resource]) -> [Change] {
    let places = Dictionary(changes.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var sorted: [Change] = []
    var seen: Set<Int> = []
    func visit(_ at: Int) {
      guard seen.insert(at).inserted else { return }
      var change = changes[at]
      let before = (desired[change.id]?.dependencies ?? []).compactMap { places[$0] }.sorted()
      for other in before { visit(other) }
      change.after = before.filter { $0 != at }.map { changes[$0].id }
      sorted.append(change)
    }
    for (at, change) in changes.enumerated() where change.action != .delete { visit(at) }
    for (at, change) in changes.enumerated() where change.action == .delete { visit(at) }
    return sorted
  }
}
