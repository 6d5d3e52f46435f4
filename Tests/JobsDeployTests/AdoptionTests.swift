import JobsDeploy
import JobsCore
import Testing

@Suite struct AdoptionTests {
  private static func part(_ id: String, _ fields: [Resource.Field]) -> LiveResource {
    LiveResource(id: id, owner: "", fields: fields, appliedDigest: nil)
  }

  private static func wanted(
    _ id: String, _ fields: [Resource.Field], after dependencies: [String] = []
  ) -> Resource {
    Resource(id: id, job: "-/-/a", fields: fields, dependencies: dependencies)
  }

  private static let fields: [Resource.Field] = [.init("schedule", "@daily"), .init("command", "x")]
  private static let before: [Resource.Field] = fields + [.init("text", "mine")]
  private static let wished: [Resource.Field] = fields + [.init("label", "d")]

  @Test func `all fields are named, and what is part of the mark may differ`() throws {
    let adoption = Adoption(
      [Self.part("s", Self.fields), Self.part("r", Self.before)],
      as: [Self.wanted("s", Self.fields, after: ["r"]), Self.wanted("r", Self.wished)], marks: ["text", "label"])
    #expect(adoption.isExact)
    #expect(adoption.changes.map(\.id) == ["r", "s"] && adoption.changes[1].after == ["r"])
    let change = adoption.changes[0]
    #expect(change.action == .adopt && change.precondition == Self.part("r", Self.before).precondition)
    #expect(change.result(over: []) == Self.wished)
  }

  @Test(arguments: [
    ([part("r", before)], [wanted("r", wished)], "differences"), ([], [wanted("r", fields)], "absent"),
    ([part("r", fields), part("s", fields)], [wanted("r", fields)], "superfluous"),
  ])
  func `what would not be settled afterwards is said`(_ parts: [LiveResource], _ desired: [Resource], _ which: String) {
    let adoption = Adoption(parts, as: desired, marks: [])
    #expect(!adoption.isExact)
    #expect(adoption.differences.map(\.path) == (which == "differences" ? ["label", "text"] : []))
    #expect(adoption.absent == (which == "absent" ? ["r"] : []))
    #expect(adoption.superfluous == (which == "superfluous" ? ["s"] : []))
  }

  // MARK: Its journal

  private static let adopted = {
    var change = Adoption([part("r", before)], as: [wanted("r", wished)], marks: ["text", "label"]).changes[0]
    change.state = .done
    return change
  }()

  private static let live = LiveResource(
    id: "r", owner: "-/-/a", fields: wished, appliedDigest: wished.digest, version: "etag:2")

  private static func reversal(_ live: [LiveResource], _ changes: [Change] = [adopted]) -> Reversal {
    var journal = Journal(
      head: .init(
        id: "1", verb: "import", startedAt: Instant(seconds: 0), user: "ann", host: "web-1", plan: "", places: []),
      changes: changes)
    journal.set(changes)
    return Reversal(of: [journal], in: Survey(owned: live), applied: AppliedResources())
  }

  @Test func `it is taken back by giving the resource back, as it was`() throws {
    let reversal = Self.reversal([Self.live])
    #expect(reversal.obstacles.isEmpty && reversal.changes.map(\.action) == [.release])
    let change = try #require(reversal.changes.first)
    #expect(change.precondition == "etag:2")
    #expect(Set(change.result(over: Self.wished)) == Set(Self.before))
  }

  @Test func `what was changed since, or is gone, stays with us`() {
    var moved = Self.live
    moved.fields[0].value = "@hourly"
    var more = Self.live
    more.fields.append(.init("user", "bob"))
    for live in [[moved], [more], []] {
      #expect(Self.reversal(live).changes.isEmpty && Self.reversal(live).obstacles.map(\.id) == ["r"])
    }
  }

  @Test func `what was given back is not taken over by a rollback`() {
    var change = Self.reversal([Self.live]).changes[0]
    change.state = .done
    #expect(Self.reversal([], [change]).changes.isEmpty && Self.reversal([], [change]).obstacles.count == 1)
  }

  @Test func `after a crash the mark tells whether it was taken over or given back`() {
    var planned = Self.adopted
    planned.state = .planned
    #expect(Journal.verdict(on: planned, live: nil) == .notYet)
    #expect(Journal.verdict(on: planned, live: Self.live) == .done)
    var other = Self.live
    other.fields[0].value = "@hourly"
    #expect(Journal.verdict(on: planned, live: other) == .neither)
    let release = Self.reversal([Self.live]).changes[0]
    #expect(Journal.verdict(on: release, live: nil) == .done)
    #expect(Journal.verdict(on: release, live: Self.live) == .notYet)
  }
}
