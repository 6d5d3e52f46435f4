import JobsCore
import JobsDeploy
import Testing

@Suite struct DeliveryFiguresTests {
  private static func run(
    _ number: Int, _ result: Journal.Result?, at start: Int64, committed: Int64? = nil, undoes: [String] = [],
    place: String = "p"
  ) -> Journal {
    var journal = Journal(
      head: .init(
        id: "\(number)", verb: undoes.isEmpty ? "apply" : "rollback", startedAt: Instant(seconds: start), user: "ann",
        host: "web-1", plan: "", committedAt: committed.map { Instant(seconds: $0) },
        places: [Place(kind: "k", identity: "ann", account: "here", key: place, name: place)], undoes: undoes),
      changes: [])
    journal.result = result
    journal.endedAt = result.map { _ in Instant(seconds: start + 10) }
    return journal
  }

  @Test func `nothing is known of no runs`() {
    let figures = DeliveryFigures([], days: 10)
    #expect(figures.deploys == 0 && figures.failureRate == nil && figures.leadSeconds == nil)
    #expect(figures.recoverySeconds == nil && figures.perDay == 0)
  }

  @Test func `deployments are counted by day, and a run that goes on is not`() {
    let figures = DeliveryFigures(
      [Self.run(1, .done, at: 0), Self.run(2, .done, at: 100), Self.run(3, nil, at: 200)], days: 4)
    #expect(figures.deploys == 2 && figures.perDay == 0.5 && figures.failureRate == 0)
  }

  @Test func `the time from the commit is the median of what came through`() {
    let figures = DeliveryFigures(
      [
        Self.run(1, .done, at: 1000, committed: 910), Self.run(2, .done, at: 2000, committed: 1000),
        Self.run(3, .done, at: 3000, committed: 2810), Self.run(4, .failed, at: 4000, committed: 0),
        Self.run(5, .done, at: 5000),
      ], days: 1)
    #expect(figures.leadSeconds == 200)
  }

  @Test(arguments: [Journal.Result.failed, .partly, .interrupted, .stopped])
  func `a failure lasts until the next run in its place that went well`(_ result: Journal.Result) {
    let figures = DeliveryFigures(
      [
        Self.run(1, result, at: 0), Self.run(2, .done, at: 50, place: "q"), Self.run(3, .failed, at: 100),
        Self.run(4, .done, at: 300),
      ], days: 1)
    // From 10 to 310 and from 110 to 310.
    #expect(figures.failures == 2 && figures.failureRate == 0.5 && figures.recoverySeconds == 250)
  }

  @Test func `what was taken back had failed, and the taking back is no deployment`() {
    let figures = DeliveryFigures(
      [Self.run(1, .done, at: 0), Self.run(2, .done, at: 100), Self.run(3, .done, at: 200, undoes: ["2"])], days: 1)
    #expect(figures.deploys == 2 && figures.rollbacks == 1 && figures.failures == 1)
    #expect(figures.recoverySeconds == 100)
  }
}
