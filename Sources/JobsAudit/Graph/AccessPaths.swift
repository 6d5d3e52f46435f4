/// The shortest paths of an account to a goal: those on which each step is proven before those that are only possible.
package struct AccessPaths {
  /// Where paths end.
  package enum Goal: Sendable {
    /// An identity by its ARN or its name.
    case identity(String)
    /// All rights in the account.
    case privileged
  }

  package static let rule = AuditRule(
    "AP101", "escalation-path", .high, "Somebody can come to be somebody else, or to rule the account.",
    page: """
      Each step of the path is a way that is known and used: its number is that of pathfinding.cloud. A path is proven where
      every step stands in the input, and possible where the named fact is missing. Taking any one statement of it away ends
      it; the first is named.
      """,
    source: "pathfinding.cloud at 84dd65c (2026-11-21)")

  private let graph: AccessGraph
  private let goals: Set<AccessGraph.Node>
  private let goalName: String

  /// nil where the account has no such identity.
  package init?(_ graph: AccessGraph, to goal: Goal) {
    self.graph = graph
    switch goal {
    case .identity(let name):
      let found = Self.find(name, in: graph.account)
      guard !found.isEmpty else { return nil }
      goals = Set(found.map { .identity($0) })
      goalName = found.map { graph.account.identities[$0].arn.text }.joined(separator: ", ")
    case .privileged:
      let rulers = graph.account.identities.indices.filter { graph.isAdministrator($0) }
      goals = Set(rulers.map { .identity($0) } + [.administrator])
      goalName = "administrator of account \(graph.account.number)"
    }
  }

  /// The identities with an ARN or a name.
  private static func find(_ name: String, in account: AWSAccount) -> [Int] {
    if let index = account.index(of: name) { return [index] }
    return account.identities.indices.filter { account.identities[$0].name == name }
  }

  /// The next step of an identity towards the goal.
  private struct Next {
    var step: AccessStep
    var node: AccessGraph.Node
  }

  /// A finding for each identity that reaches the goal, or for one of them.
  ///
  /// - Parameter from: an ARN or a name; nil for all. Nobody of that name reaches nothing.
  package func findings(from name: String?) -> [Finding] {
    let starts = name.map { Set(Self.find($0, in: graph.account)) }
    let proven = search(onlyProven: true, starts)
    let all = search(onlyProven: false, starts)
    return graph.account.identities.indices.compactMap { index in
      guard graph.account.identities[index].kind != .group, starts?.contains(index) ?? true else { return nil }
      if proven[index] != nil { return finding(index, proven) }
      return all[index] != nil ? finding(index, all) : nil
    }
  }

  /// From the goal backwards, a ring of identities after another: each is met once, by its shortest path.
  private func search(onlyProven: Bool, _ starts: Set<Int>?) -> [Int: Next] {
    var next: [Int: Next] = [:]
    var waiting = graph.account.identities.indices.filter { !goals.contains(.identity($0)) }
    var ring = goals.sorted { Self.order($0) < Self.order($1) }
    while !ring.isEmpty, !waiting.isEmpty {
      var met: [Int] = []
      waiting = waiting.filter { index in
        for node in ring {
          guard let step = graph.step(from: index, to: node), step.isProven || !onlyProven else { continue }
          next[index] = Next(step: step, node: node)
          met.append(index)
          return false
        }
        return true
      }
      if let starts, starts.isSubset(of: next.keys) { break }
      ring = met.map { .identity($0) }
    }
    return next
  }

  /// Whoever rules the account is the last resort: a name says more.
  private static func order(_ node: AccessGraph.Node) -> Int {
    if case .identity(let index) = node { index } else { .max }
  }

  private func finding(_ start: Int, _ next: [Int: Next]) -> Finding {
    let from = graph.account.identities[start]
    var finding = Finding(
      Self.rule, "", resource: goalName, principal: from.arn.text, at: from.location)
    var at = start
    while let step = next[at] {
      let to: String
      switch step.node {
      case .identity(let index): to = graph.account.identities[index].arn.text
      case .administrator: to = goalName
      }
      let evidence = step.step.evidence.first
      finding.path.append(
        Finding.Hop(
          from: graph.account.identities[at].arn.text, to: to,
          by: "\(step.step.way.id) \(step.step.way.actions.joined(separator: " + "))",
          policy: evidence?.policy ?? "", statement: evidence?.statement ?? ""))
      if !step.step.isProven { finding.verdict = .possible }
      for words in step.step.missing where !finding.missing.contains(words) { finding.missing.append(words) }
      guard case .identity(let index) = step.node else { break }
      at = index
    }
    let target = finding.path.last?.to ?? goalName
    finding.message =
      "'\(from.arn.text)' can come to be '\(target)' in \(finding.path.count) \(finding.path.count == 1 ? "step" : "steps")"
    if let first = finding.path.first, !first.policy.isEmpty {
      finding.cut = ["\(first.statement) of '\(first.policy)'"]
    }
    if goals.contains(.administrator) {
      finding.severity = finding.verdict == .proven ? .critical : .high
    } else if finding.verdict == .possible {
      finding.severity = .medium
    }
    return finding
  }
}
