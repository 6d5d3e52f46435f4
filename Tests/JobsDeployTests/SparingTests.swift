import JobsDeploy
import Testing

@Suite struct SparingTests {
  private static func change(_ id: String, _ job: String, _ action: Change.Action = .update) -> Change {
    Change(id: id, job: job, action: action, fields: [], precondition: "x")
  }

  @Test func `all changes of a job wait together, and the others go on in their order`() {
    let changes = [
      Self.change("1", "a"), Self.change("2", "b"), Self.change("3", "a", .create), Self.change("4", "c", .delete),
      Self.change("5", "d", .create),
    ]
    let sparing = Sparing(changes) { ["a": .runs, "c": .isDue(7), "d": .runs][$0] }
    #expect(sparing.changes.map(\.id) == ["2", "5"])
    #expect(
      sparing.spared == [
        .init(job: "a", count: 2, reason: .runs), .init(job: "c", count: 1, reason: .isDue(7)),
      ])
  }

  @Test func `nobody is asked about a job twice, nor about one that is only made`() {
    var asked: [String] = []
    let sparing = Sparing([Self.change("1", "a"), Self.change("2", "a"), Self.change("3", "b", .create)]) {
      asked.append($0)
      return nil
    }
    #expect(asked == ["a"] && sparing.spared.isEmpty && sparing.changes.count == 3)
  }
}
