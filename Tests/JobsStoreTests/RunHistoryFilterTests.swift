import JobsCore
import TestSupport
import Testing

@testable import JobsStore

@Suite("Choosing from the history")
struct RunHistoryFilterTests {
  let folder = TemporaryFolder()
  let history: RunHistory
  private var all: [Execution] = []

  init() throws {
    history = try RunHistory(writing: StateDirectory(path: folder.file("state")))
    for index in 0..<24 {
      let job = ["acme/prod/a", "-/-/ba", "acme/dev/b"][index % 3]
      var execution = Execution.sample(job, at: Int64(index / 2))
      execution.env = [nil, "prod"][index % 2]
      execution.trigger = ["manual", "schedule", "retry"][index % 3]
      execution.state = index % 4 == 0 ? .failed : .succeeded
      execution.failureClass = index % 4 == 0 ? [.network, .timeout][index / 4 % 2] : nil
      execution.duration = index % 5 == 0 ? nil : Int64(index * 7 % 10)
      execution.labels = index % 2 == 0 ? #"{"team":"data","a.b":"x \"y\""}"# : nil
      all.append(execution)
    }
    try history.insert(all)
  }

  private func time(_ execution: Execution) -> Int64 { execution.created }

  @Test("a condition on a class, trigger, label or part of the job chooses as a look at each row does")
  func conditions() throws {
    typealias Match = RunHistory.Query.Match
    let cases: [(Match, (Execution) -> Bool)] = [
      (Match(.label("team"), "data"), { $0.labels != nil }), (Match(.label("team"), "ops"), { _ in false }),
      (Match(.label("team"), "data", isNegated: true), { $0.labels == nil }),
      (Match(.label("a.b"), #"x "y""#), { $0.labels != nil }), (Match(.label("'"), "x"), { _ in false }),
      (Match(.name, "a"), { $0.job == "acme/prod/a" }), (Match(.name, "ba"), { $0.job == "-/-/ba" }),
      (Match(.tenant, "acme"), { $0.job.hasPrefix("acme/") }), (Match(.tenant, "ac"), { _ in false }),
      (Match(.environment, "prod"), { $0.env == "prod" }), (Match(.environment, "-"), { $0.env == nil }),
      (Match(.environment, "prod", isNegated: true), { $0.env == nil }), (Match(.backend, "local"), { _ in true }),
      (Match(.backend, "gcp.run", isNegated: true), { _ in true }),
    ]
    for (match, holds) in cases {
      var query = RunHistory.Query()
      query.matches = [match]
      #expect(Set(try history.executions(query)) == Set(all.filter(holds)), "\(match)")
    }
    var query = RunHistory.Query()
    query.classes = [.network]
    query.triggers = ["manual", "it's"]
    #expect(
      Set(try history.executions(query)) == Set(all.filter { $0.failureClass == .network && $0.trigger == "manual" }))
  }

  /// A hundred queries with any of their conditions, against a look at each row.
  @Test("a query chooses the rows that meet all of its conditions, the newest first")
  func random() throws {
    let seed = SeededGenerator.seedOfRun()
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let job = Bool.random(using: &random) ? all.randomElement(using: &random)?.job : nil
      let states = ExecutionState.allCases.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
      let since = Bool.random(using: &random) ? 1_000_000 + Int64.random(in: -1...13, using: &random) : nil
      let until = Bool.random(using: &random) ? 1_000_000 + Int64.random(in: -1...13, using: &random) : nil
      let limit = Bool.random(using: &random) ? Int.random(in: 0...10, using: &random) : nil
      let query = RunHistory.Query(job: job, states: states, since: since, until: until, limit: limit)
      let expected = all.reversed().filter { row in
        (job == nil || row.job == job) && (states.isEmpty || states.contains(row.state))
          && time(row) >= since ?? .min && time(row) < until ?? .max
      }
      #expect(try history.executions(query) == Array(expected.prefix(limit ?? .max)), "seed \(seed): \(query)")
      #expect(try history.count(query) == expected.count, "seed \(seed): \(query)")
    }
  }

  @Test("pages by an id or by an offset are the whole, in either direction", arguments: [false, true])
  func pages(isReversed: Bool) throws {
    var query = RunHistory.Query(limit: 5)
    query.isReversed = isReversed
    let newestFirst = Array(all.reversed())
    let expected = isReversed ? all : newestFirst
    var byID: [Execution] = []
    while true {
      let page = try history.executions(query)
      byID += page
      guard let last = page.last else { break }
      query.after = last.id
    }
    #expect(byID == expected)
    query.after = nil
    var byOffset: [Execution] = []
    while byOffset.count < all.count {
      query.offset = byOffset.count
      byOffset += try history.executions(query)
    }
    #expect(byOffset == expected)
  }

  @Test("other orders sort by their key, and then by time")
  func orders() throws {
    var query = RunHistory.Query()
    query.order = .duration
    let longest = try history.executions(query).map(\.duration)
    #expect(longest.compactMap(\.self) == all.compactMap(\.duration).sorted(by: >))
    #expect(longest.suffix(5).allSatisfy { $0 == nil })
    query.isReversed = true
    #expect(try history.executions(query).map(\.duration).compactMap(\.self) == all.compactMap(\.duration).sorted())
    query.order = .job
    query.isReversed = false
    let byJob = try history.executions(query)
    #expect(byJob.map(\.job) == all.map(\.job).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(byJob.prefix(8) == all.reversed().filter { $0.job == "-/-/ba" }[...])
  }

  @Test("counts add up")
  func counts() throws {
    let states = try history.counts(.init(), by: .state)
    #expect(states.map(\.name) == ["failed", "succeeded"] && states.map(\.count) == [6, 18])
    let jobs = try history.counts(.init(states: [.failed]), by: .job)
    #expect(jobs.reduce(0) { $0 + $1.count } == 6)
    #expect(try history.jobs() == ["-/-/ba", "acme/dev/b", "acme/prod/a"])
  }

  @Test("the next attempt of a run is found, and no other run's")
  func attempts() throws {
    let first = Execution.sample(at: 100)
    var second = Execution.sample(at: 101)
    second.attempt = 2
    second.run = first.id
    second.scheduled = 1_000_500
    var third = Execution.sample(at: 102)
    third.attempt = 3
    third.run = first.id
    var alien = Execution.sample(at: 103)
    alien.attempt = 2
    alien.run = all[0].id
    try history.insert([first, second, third, alien])
    #expect(try history.attempt(after: first) == second)
    #expect(try history.attempt(after: second) == third)
    #expect(try history.attempt(after: third) == nil)
  }

  @Test("what the last runs took is told of those that succeeded, the newest first")
  func lengths() throws {
    let expected = all.reversed().filter { $0.job == "acme/prod/a" && $0.state == .succeeded }.compactMap(\.duration)
    #expect(try history.lengths(of: "acme/prod/a") == expected)
    #expect(try history.lengths(of: "acme/prod/a", limit: 1) == Array(expected.prefix(1)))
    #expect(try history.lengths(of: "none").isEmpty)
  }

  @Test("runs that something started are counted from an instant on, each once, and only what began")
  func triggered() throws {
    let run = { (trigger: String, at: Int64, attempt: Int32, started: Int64?) in
      var execution = Execution.sample("acme/prod/e", at: at)
      execution.trigger = trigger
      execution.attempt = attempt
      execution.started = started
      return execution
    }
    try history.insert([
      run("event", 5000, 1, 5000), run("event", 9000, 1, 9000), run("event", 9500, 2, 9500), run("event", 9600, 1, nil),
      run("schedule", 9700, 1, 9700), run("event", 4999, 1, 4999),
    ])
    #expect(try history.runs(of: "acme/prod/e", startedBy: "event", since: Instant(seconds: 1005)) == 2)
    #expect(try history.runs(of: "acme/prod/e", startedBy: "event", since: Instant(seconds: 0)) == 3)
    #expect(try history.runs(of: "none", startedBy: "event", since: Instant(seconds: 0)) == 0)
  }

  @Test("of the last attempts it is told how many failed")
  func failures() throws {
    let ended = all.filter { $0.job == "acme/prod/a" && [.succeeded, .failed].contains($0.state) }
    let found = try history.failures(of: "acme/prod/a")
    #expect(found.failed == ended.count { $0.state == .failed } && found.ended == ended.count && found.failed > 0)
    let last = try history.failures(of: "acme/prod/a", limit: 1)
    #expect(last.ended == 1 && last.failed == (ended.last?.state == .failed ? 1 : 0))
    let none = try history.failures(of: "none")
    #expect(none.failed == 0 && none.ended == 0)
  }
}
