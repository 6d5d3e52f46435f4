import JobsCore

extension RunHistory.Query {
  /// Whether it chooses an execution that is in no history, as it would one that is; limit, offset and `after` aside.
  package func chooses(_ execution: Execution) -> Bool {
    if let job, execution.job != job { return false }
    if !states.isEmpty, !states.contains(execution.state) { return false }
    if !classes.isEmpty, !(execution.failureClass.map(classes.contains) ?? false) { return false }
    if !triggers.isEmpty, !triggers.contains(execution.trigger) { return false }
    if !environments.isEmpty, !environments.contains(execution.env ?? "-") { return false }
    let time = execution.scheduled ?? execution.created
    if let since, time < since { return false }
    if let until, time >= until { return false }
    return matches.allSatisfy { $0.holds(of: execution) != $0.isNegated }
  }

  /// Whether one execution stands before another.
  package func puts(_ a: Execution, before b: Execution) -> Bool {
    let isNewer = (a.scheduled ?? a.created, a.id) > (b.scheduled ?? b.created, b.id)
    switch (order, isReversed) {
    case (.time, false): return isNewer
    case (.time, true): return !isNewer && a.id != b.id
    case (.duration, _):
      guard a.duration != b.duration else { return isNewer != isReversed && a.id != b.id }
      // Runs that have not ended come last, either way round.
      guard let mine = a.duration, let other = b.duration else { return a.duration != nil }
      return isReversed ? mine < other : mine > other
    case (.job, _):
      guard a.job != b.job else { return isNewer != isReversed && a.id != b.id }
      let isFirst = a.job.utf8.lexicographicallyPrecedes(b.job.utf8)
      return isFirst != isReversed
    }
  }
}

extension RunHistory.Query.Match {
  fileprivate func holds(of execution: Execution) -> Bool {
    let parts = execution.job.split(separator: "/", omittingEmptySubsequences: false)
    switch subject {
    case .label(let key): return execution.label(key) == value
    case .name: return parts.last.map(String.init) == value
    case .tenant: return parts.first.map(String.init) == value
    case .environment: return execution.env ?? "-" == value
    case .backend: return execution.backend == value
    }
  }
}

extension Execution {
  /// The value of a label of its job.
  func label(_ key: String) -> String? {
    guard let labels else { return nil }
    let bytes = Array(labels.utf8)
    var tree = Tree(source: bytes)
    guard (try? JSONReader.parse(&tree, in: 0..<bytes.count)) != nil, !tree.isEmpty else { return nil }
    return tree.value(Tree.root, key: key).map(tree.string)
  }
}
