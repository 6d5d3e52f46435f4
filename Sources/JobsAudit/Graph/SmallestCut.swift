/// The fewest statements to take away so that somebody reaches a goal no more.
///
/// A statement may stand behind many steps, so a cut of edges or nodes by flow would count it more than once. Instead paths are
/// met one after another, the fewest statements that break all those met are looked for, and it is tried whether any path is left
/// without them: the answer is exact.
package struct SmallestCut<Graph: AccessGraph> {
  /// Paths that are tried before it is given up.
  private static var limit: Int { 32 }

  private let graph: Graph
  private let goal: AccessGoal

  package init(_ graph: Graph, to goal: AccessGoal) {
    self.graph = graph
    self.goal = goal
  }

  /// Tells a path's cut with it, and what makes the cut.
  package func add(to finding: inout Finding) {
    guard let principal = finding.principal, let cut = statements(from: principal) else { return }
    finding.cut = cut.map(\.words)
    finding.remedies = graph.remedies(without: cut, file: finding.file)
  }

  /// The statements; nil where there are too many paths, or one of them stands on no statement of the input.
  package func statements(from name: String) -> [StatementReference]? {
    var met: [[StatementReference]] = []
    var cut: [StatementReference] = []
    while met.count < Self.limit {
      let rest = cut.isEmpty ? graph : graph.without(Set(cut))
      guard let path = AccessPaths(rest, to: goal)?.statements(from: name) else { return cut }
      guard !path.isEmpty else { return nil }
      met.append(path)
      guard let next = Self.hitting(met) else { return nil }
      cut = next
    }
    return nil
  }

  /// The fewest statements of which each path has one.
  private static func hitting(_ paths: [[StatementReference]]) -> [StatementReference]? {
    (1...paths.count).lazy.compactMap { hitting(paths[...], [], $0) }.first
  }

  private static func hitting(
    _ paths: ArraySlice<[StatementReference]>, _ chosen: [StatementReference], _ left: Int
  ) -> [StatementReference]? {
    guard let open = paths.firstIndex(where: { path in !path.contains { chosen.contains($0) } }) else { return chosen }
    guard left > 0 else { return nil }
    for statement in paths[open] {
      if let found = hitting(paths[(open + 1)...], chosen + [statement], left - 1) { return found }
    }
    return nil
  }
}
