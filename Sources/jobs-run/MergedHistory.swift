import JobsCore
import JobsRemote
import JobsStore

/// The runs of this host's history and those of clouds, each once.
struct MergedHistory {
  let state: StateDirectory
  let history: RunHistory?
  let cloud: CloudReading

  /// What a query chooses, in its order, from its offset on.
  ///
  /// - Parameter limit: the most there are to be; nil for all.
  func executions(_ query: RunHistory.Query, limit: Int?) async throws(Failure) -> [Execution] {
    let wanted = limit.map { $0 + query.offset }
    // A row that is open here may be over there, and so be chosen or not.
    let remote = try await cloud.executions(query.withoutStates, limit: query.states.isEmpty ? wanted : nil)
    try settle(remote)
    var local = query
    local.limit = wanted
    local.offset = 0
    local.environments = cloud.environments
    let kept = try history?.executions(local) ?? []
    let known = Set(kept.compactMap(\.remote))
    let own = try ownNames(among: remote)
    let others = remote.filter { row in
      !known.contains(row.remote ?? "") && !own.contains(row.remote ?? "") && query.chooses(row)
    }
    let sorted = (kept + others).sorted { query.puts($0, before: $1) }
    return Array(sorted.dropFirst(query.offset).prefix(limit ?? .max))
  }

  /// The executions in clouds that have a row here, whether it is chosen or not.
  private func ownNames(among remote: [Execution]) throws(Failure) -> Set<String> {
    var own: Set<String> = []
    for name in remote.compactMap(\.remote) where try history?.execution(remote: name) != nil { own.insert(name) }
    return own
  }

  /// Ends the rows here whose executions are over there.
  private func settle(_ remote: [Execution]) throws(Failure) {
    for there in remote where !there.state.isOpen {
      guard let name = there.remote, let here = try history?.execution(remote: name), here.state.isOpen else {
        continue
      }
      Self.settle(here.ended(like: there), in: state)
    }
  }

  /// Writes how a row ended, where that is allowed; who may only read sees it as it was.
  static func settle(_ row: Execution, in state: StateDirectory) {
    try? RunHistory(writing: state).write(changed: [row])
  }
}

extension RunHistory.Query {
  fileprivate var withoutStates: RunHistory.Query {
    var query = self
    query.states = []
    query.classes = []
    return query
  }
}

extension Execution {
  /// This row with the end of another one, which is the same execution as a cloud tells it.
  func ended(like there: Execution) -> Execution {
    var row = self
    row.state = there.state
    row.started = there.started ?? row.started
    row.ended = there.ended
    row.duration = there.duration
    row.exitCode = there.exitCode
    row.signal = there.signal
    row.failureClass = there.failureClass
    row.reason = there.reason
    row.tasks = there.tasks
    return row
  }
}
