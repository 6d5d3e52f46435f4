package import JobsCore

/// What comes of taking statements away: which paths end, which remain, and what else is lost.
package struct WhatIf: Sendable {
  package var removed: [StatementReference]
  /// Paths that there were, and are no more.
  package var ended: [Finding] = []
  /// Paths that remain, as they are without the statements.
  package var remaining: [Finding] = []
  /// Who loses what: the permissions, or the role.
  package var lost: [(principal: String, what: String, policy: String)] = []

  package init(_ removed: [StatementReference]) { self.removed = removed }

  /// Adds what a graph has before and after.
  package mutating func add<Graph: AccessGraph>(_ graph: Graph, to goal: AccessGoal) {
    let before = AccessPaths(graph, to: goal)?.findings(from: nil) ?? []
    let after = AccessPaths(graph.without(Set(removed)), to: goal)?.findings(from: nil) ?? []
    let left = Set(after.compactMap(\.principal))
    ended += before.filter { !left.contains($0.principal ?? "") }
    remaining += after
    for statement in removed {
      lost += graph.holders(of: statement).map { ($0.principal, $0.what, statement.policy) }
    }
  }

  /// Whether a statement is nowhere in what was read.
  package func isUnknown(_ statement: StatementReference) -> Bool { !lost.contains { $0.policy == statement.policy } }

  /// Writes the `what-if` record.
  package func write(to json: inout JSONWriter) {
    json.beginRecord("what-if")
    for (key, values) in [
      ("removed", removed.map(\.words)), ("ended", ended.map { $0.principal ?? "" }),
      ("remaining", remaining.map { $0.principal ?? "" }),
    ] {
      json.key(key)
      json.beginArray()
      for value in values { json.value(value) }
      json.endArray()
    }
    json.key("lost")
    json.beginArray()
    for entry in lost {
      json.beginObject()
      for (key, value) in [("principal", entry.principal), ("what", entry.what), ("policy", entry.policy)] {
        json.key(key)
        json.value(value)
      }
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }
}
