import JobsCore
import JobsStore
import TestSupport
import Testing

/// Executions that are in no history are chosen and sorted as the history does it.
@Suite struct QueryMatchTests {
  private static func executions() -> [Execution] {
    var random = SplitMix64(seed: 7)
    let owner = ProcessIdentity(pid: 1, startTicks: 1, boot: "b")
    return (0..<60).map { number in
      let env = ["prod", "dev", nil].randomElement(using: &random) ?? nil
      var execution = Execution(
        id: ULID(milliseconds: Int64(1000 + number), random: UInt128(number)),
        job: "\(["a", "-"].randomElement(using: &random)!)/\(env ?? "-")/\(["x", "yx"].randomElement(using: &random)!)",
        env: env, backend: ["local", "gcp.run"].randomElement(using: &random)!,
        trigger: ["manual", "schedule"].randomElement(using: &random)!,
        state: [.succeeded, .failed, .running].randomElement(using: &random)!,
        created: Int64(1000 + number / 3), scheduled: nil, owner: owner)
      execution.duration = execution.state == .running ? nil : Int64.random(in: 0...5, using: &random)
      execution.failureClass = execution.state == .failed ? [.timeout, .network].randomElement(using: &random) : nil
      execution.labels = [#"{"team":"data"}"#, #"{"team":"ops","x":"y"}"#, nil].randomElement(using: &random) ?? nil
      return execution
    }
  }

  private static func queries() -> [RunHistory.Query] {
    typealias Query = RunHistory.Query
    var queries = [Query(), Query(job: "a/prod/x"), Query(states: [.failed, .running]), Query(since: 1005, until: 1012)]
    for subject in [Query.Match.Subject.name, .tenant, .environment, .backend, .label("team"), .label("x")] {
      for value in ["x", "a", "prod", "-", "local", "data", "y"] {
        for isNegated in [false, true] {
          var query = Query()
          query.matches = [Query.Match(subject, value, isNegated: isNegated)]
          queries.append(query)
        }
      }
    }
    var more = Query()
    more.classes = [.timeout]
    queries.append(more)
    more.classes = []
    more.triggers = ["schedule"]
    queries.append(more)
    return queries.flatMap { query in
      Query.Order.allCases.flatMap { order in
        [false, true].map { isReversed in
          var query = query
          query.order = order
          query.isReversed = isReversed
          return query
        }
      }
    }
  }

  @Test func `what a query chooses and how it sorts is the same in memory`() throws {
    let folder = TemporaryFolder()
    let history = try RunHistory(writing: StateDirectory(path: folder.file("state")))
    let all = Self.executions()
    try history.insert(all)
    for query in Self.queries() {
      let kept = try history.executions(query).map(\.id)
      let chosen = all.filter(query.chooses).sorted { query.puts($0, before: $1) }.map(\.id)
      #expect(kept == chosen, "\(query)")
    }
  }

  @Test func `what a cloud calls an execution is kept, and it is not lost with the process that began it`() throws {
    let folder = TemporaryFolder()
    let history = try RunHistory(writing: StateDirectory(path: folder.file("state")))
    var execution = Self.executions()[0]
    execution.state = .running
    execution.remote = "projects/p/locations/l/jobs/j/executions/e"
    execution.logsURL = "https://example.org"
    execution.tasks = #"{"count":2}"#
    try history.insert([execution])
    #expect(try history.heal(now: 5000) { _ in false }.isEmpty)
    let kept = try history.execution(execution.id.description)
    #expect(kept == execution)
    var json = JSONWriter()
    kept.write(to: &json)
    let record = String(decoding: json.bytes, as: UTF8.self)
    #expect(record.contains(#""remote":"projects/p/locations/l/jobs/j/executions/e","logsURL":"https://example.org","tasks":{"count":2}"#))
  }
}
