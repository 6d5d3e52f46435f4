/// Where paths end.
package enum AccessGoal: Sendable {
  /// Whoever or whatever has this name.
  case named(String)
  /// All rights there are, or that somewhere.
  case privileged
}

/// The shortest paths of a graph to a goal: those on which each step is proven before those that are only possible.
package struct AccessPaths<Graph: AccessGraph> {
  private let graph: Graph
  private let goals: [Graph.Node]
  private let isPrivileged: Bool
  private let watch: ((Int) -> Void)?

  /// nil where nobody has that name.
  ///
  /// - Parameter watch: called in a search with how many were met so far.
  package init?(_ graph: Graph, to goal: AccessGoal, watch: ((Int) -> Void)? = nil) {
    self.graph = graph
    self.watch = watch
    switch goal {
    case .named(let name):
      goals = graph.nodes(named: name)
      isPrivileged = false
      guard !goals.isEmpty else { return nil }
    case .privileged:
      goals = graph.privileged
      isPrivileged = true
    }
  }

  /// The next step of a node towards the goal.
  private struct Next {
    var step: AccessStep
    var node: Graph.Node
    /// Steps that are left.
    var depth: Int
  }

  /// A finding for each that reaches the goal, or for one of them.
  ///
  /// - Parameter name: of whom; nil for all. Nobody of that name reaches nothing.
  package func findings(from name: String?) -> [Finding] {
    guard let name else {
      let next = search(until: nil)
      return graph.starts.compactMap { next[$0] == nil ? nil : finding($0, as: $0, next) }
    }
    let starts = graph.starts(named: name)
    let next = search(until: Set(starts))
    return starts.compactMap { start in
      if next[start] != nil { return finding(start, as: start, next) }
      let wider = graph.wider(than: start).filter { next[$0] != nil }
      return wider.min { (next[$0]?.depth ?? 0) < (next[$1]?.depth ?? 0) }.map { finding(start, as: $0, next) }
    }
  }

  /// Of some names those that are at the goal, each with a finding without a path, or come to it, with the path.
  package func powers(of names: [String]) -> [String: Finding] {
    let ends = Set(goals)
    let next = search(until: nil)
    var powers: [String: Finding] = [:]
    for name in names {
      for node in graph.nodes(named: name) where powers[name] == nil && (ends.contains(node) || next[node] != nil) {
        powers[name] = finding(node, as: node, next)
      }
    }
    return powers
  }

  /// The statements behind the shortest path from somebody; nil where there is no path.
  func statements(from name: String) -> [StatementReference]? {
    let starts = graph.starts(named: name)
    let next = search(until: Set(starts))
    guard var at = starts.lazy.flatMap({ [$0] + graph.wider(than: $0) }).first(where: { next[$0] != nil }) else {
      return nil
    }
    var statements: [StatementReference] = []
    while let step = next[at] {
      for statement in step.step.evidence where !statements.contains(statement) { statements.append(statement) }
      at = step.node
    }
    return statements
  }

  /// From the goal backwards, a ring of nodes after another: each is met once, by its shortest path. Who has no proven path is
  /// met afterwards by a possible one.
  private func search(until starts: Set<Graph.Node>?) -> [Graph.Node: Next] {
    var next: [Graph.Node: Next] = [:]
    let ends = Set(goals)
    var ring = goals
    var depth = 0
    var memory = graph.memory()
    // Steps that are only possible, by the depth they lead to, and the least of it for each node.
    var possible: [[(from: Graph.Node, next: Next)]] = [[]]
    var possibleDepth: [Graph.Node: Int] = [:]
    while !ring.isEmpty {
      depth += 1
      possible.append([])
      var met: [Graph.Node] = []
      for node in ring {
        watch?(next.count)
        let steps = graph.steps(to: node, &memory) { from in
          next[from] != nil || ends.contains(from)
            ? .none : possibleDepth[from] == nil ? .any : .proven
        }
        for (from, step) in steps {
          let found = Next(step: step, node: node, depth: depth)
          if step.isProven {
            if next.updateValue(found, forKey: from) == nil { met.append(from) }
          } else if possibleDepth[from] == nil {
            possibleDepth[from] = depth
            possible[depth].append((from, found))
          }
        }
      }
      if let starts, starts.allSatisfy({ next[$0] != nil }) { return next }
      ring = met
    }
    depth = 0
    // Who had a possible path may have a shorter one now.
    memory = graph.memory()
    while depth < possible.count {
      for (from, found) in possible[depth] where next[from] == nil {
        next[from] = found
        watch?(next.count)
        if depth + 1 == possible.count { possible.append([]) }
        let steps = graph.steps(to: from, &memory) { other in
          let isKnown =
            next[other] != nil || ends.contains(other) || possibleDepth[other].map { $0 <= depth + 1 } == true
          return isKnown ? .none : .any
        }
        for (other, step) in steps {
          possibleDepth[other] = depth + 1
          possible[depth + 1].append((other, Next(step: step, node: from, depth: depth + 1)))
        }
      }
      depth += 1
    }
    return next
  }

  /// - Parameter node: where the path begins in the graph: `start` itself, or what it is a member of.
  private func finding(_ start: Graph.Node, as node: Graph.Node, _ next: [Graph.Node: Next]) -> Finding {
    let from = graph.name(of: start)
    var hops: [Finding.Hop] = []
    var verdict = Finding.Verdict.proven
    var missing: [String] = []
    if node != start {
      hops.append(Finding.Hop(from: from, to: graph.name(of: node), by: "membership", policy: "", statement: ""))
    }
    var at = node
    while let step = next[at] {
      let evidence = step.step.evidence.first
      hops.append(
        Finding.Hop(
          from: graph.name(of: at), to: graph.name(of: step.node), by: step.step.by, policy: evidence?.policy ?? "",
          statement: evidence?.statement ?? "", also: Array(step.step.evidence.dropFirst())))
      if !step.step.isProven { verdict = .possible }
      for words in step.step.missing where !missing.contains(words) { missing.append(words) }
      at = step.node
    }
    let target = hops.last?.to ?? from
    let power = isPrivileged ? graph.power(of: at).map { " and rule by \($0.statement) of '\($0.policy)'" } : nil
    var finding = Finding(
      EscalationRule.rule,
      "'\(from)' can reach '\(target)' in \(hops.count) \(hops.count == 1 ? "step" : "steps")\(power ?? "")",
      resource: isPrivileged ? graph.privilegedName(of: at) ?? target : target, principal: from, verdict: verdict,
      at: graph.location(of: start))
    finding.path = hops
    finding.missing = missing
    if isPrivileged {
      finding.severity = verdict == .proven ? .critical : .high
    } else if verdict == .possible {
      finding.severity = .medium
    }
    return finding
  }
}
