import JobsCore
import JobsDeploy
import Testing

@Suite struct RolloutTests {
  private static func change(_ id: String, after: [String] = []) -> Change {
    Change(id: id, job: id, action: .create, fields: [], after: after, precondition: "absent")
  }

  @Test func `what depends on a failure is skipped, and all others go on`() {
    let changes = [
      Self.change("a"), Self.change("b", after: ["a"]), Self.change("c", after: ["b"]), Self.change("d"),
    ]
    var performed: [String] = []
    var reported: [String] = []
    var time = 0.0
    let rollout = Rollout(
      changes,
      clock: {
        time += 1
        return time
      }
    ) { change throws(Failure) in
      performed.append(change.id)
      if change.id == "a" { throw Failure.world("no") }
    } report: { change, failure in
      reported.append("\(change.id) \(change.state) \(failure?.message ?? "")")
    }
    #expect(performed == ["a", "d"])
    #expect(reported == ["a failed no", "b skipped ", "c skipped ", "d done "])
    #expect(rollout.changes.map(\.durationSeconds) == [1, nil, nil, 1])
    #expect(rollout.count(.done) == 1 && rollout.count(.skipped) == 2 && rollout.failures.keys.sorted() == ["a"])
  }
}
