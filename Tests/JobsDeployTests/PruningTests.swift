import JobsCore
import JobsDeploy
import Testing

@Suite struct PruningTests {
  private static let today = CivilDate(year: 2026, month: 11, day: 21)

  private static func live(_ id: String, since day: String? = nil, needs: [String] = []) -> LiveResource {
    var fields = [Resource.Field("schedule", "1")]
    if let day { fields.append(.init("quarantined", .init(day))) }
    return LiveResource(
      id: id, owner: id, fields: fields, appliedDigest: fields.digest, dependencies: needs, quarantined: day)
  }

  private static func prune(
    _ strays: [LiveResource], beside others: [LiveResource] = [], days: Int = 14, canRest: Bool = true
  ) -> Pruning {
    var applied = AppliedResources()
    for one in strays { applied[one.id] = one.fields }
    return Pruning(
      strays, in: Survey(owned: strays + others), applied: applied, days: days, today: today
    ) { canRest ? $0.fields + [.init("quarantined", .init(today.text))] : nil }
  }

  @Test func `what is in use goes out of use first`() {
    let pruning = Self.prune([Self.live("b"), Self.live("a")])
    #expect(pruning.changes.map(\.action) == [.quarantine, .quarantine] && pruning.changes.map(\.id) == ["a", "b"])
    #expect(
      pruning.changes[0].fields == [
        .init(path: "quarantined", applied: nil, live: nil, desired: "2026-11-21", kind: .change)
      ])
    #expect(pruning.changes[0].precondition == Self.live("a").precondition && pruning.spared.isEmpty)
  }

  @Test(arguments: [
    ("2026-11-21", 14, false), ("2026-11-08", 14, false), ("2026-11-07", 14, true), ("2025-01-01", 14, true),
    ("2026-11-21", 0, true), ("2026-11-20", 1, true), ("2026-11-25", 1, false),
  ])
  func `what is out of use goes once its days are over`(_ day: String, _ days: Int, _ goes: Bool) {
    let pruning = Self.prune([Self.live("a", since: day)], days: days)
    #expect(pruning.changes.map(\.action) == (goes ? [.delete] : []))
    #expect(pruning.spared.map(\.id) == (goes ? [] : ["a"]))
  }

  @Test func `where there is no such state, or none is asked for, it goes at once`() {
    #expect(Self.prune([Self.live("a")], canRest: false).changes.map(\.action) == [.delete])
    #expect(Self.prune([Self.live("a")], days: 0).changes.map(\.action) == [.delete])
  }

  @Test func `what something that stays cannot be without is spared, and what depends goes first`() {
    let pruning = Self.prune(
      [Self.live("a"), Self.live("b"), Self.live("c", needs: ["b"])], beside: [Self.live("z", needs: ["a"])], days: 0)
    #expect(pruning.changes.map(\.id) == ["c", "b"] && pruning.changes[1].after == ["c"])
    #expect(pruning.spared == [.init(id: "a", reason: "'z' cannot be without it")])
  }

  @Test(arguments: ["2026-11-21", "2024-02-29", "1970-01-01"])
  func `a day is written as it is read`(_ text: String) {
    #expect(CivilDate(text: text)?.text == text)
  }

  @Test(arguments: ["", "2026-11-31", "2026-11-2", "2026-11-21T00", "21.11.2026"])
  func `what is no day is none`(_ text: String) { #expect(CivilDate(text: text) == nil) }
}
