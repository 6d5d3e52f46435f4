import JobsCore
import JobsDeploy
import Testing

@Suite struct ReversalTests {
  private static func fields(_ schedule: Resource.Value, _ command: Resource.Value = "x") -> [Resource.Field] {
    [.init("schedule", schedule), .init("command", command)]
  }

  private static func live(_ id: String, _ fields: [Resource.Field]) -> LiveResource {
    LiveResource(id: id, owner: id, fields: fields, appliedDigest: fields.digest)
  }

  /// A run that did what is needed to come from one state to another.
  private static func run(_ id: String, _ old: [LiveResource], _ new: [LiveResource]) throws -> Journal {
    let owners = Set((old + new).map(\.owner)).sorted()
    let plan = try Plan(
      owners.map { owner in
        Expansion(
          job: owner, owner: owner,
          resources: new.filter { $0.owner == owner }.map { Resource(id: $0.id, job: owner, fields: $0.fields) })
      }, in: Survey(owned: old), applied: AppliedResources())
    var journal = Journal(
      head: .init(
        id: id, verb: "apply", startedAt: Instant(seconds: 0), user: "ann", host: "web-1", plan: "", places: []),
      changes: plan.changes)
    for var change in plan.changes {
      change.state = .done
      journal.set([change])
    }
    return journal
  }

  /// The world once the changes are made.
  private static func after(_ changes: [Change], _ world: [LiveResource]) -> [String: [Resource.Field]] {
    var fields = Dictionary(uniqueKeysWithValues: world.map { ($0.id, $0.fields) })
    for change in changes {
      fields[change.id] = change.action == .delete ? nil : change.result(over: fields[change.id] ?? [])
    }
    return fields
  }

  private static let states: [[LiveResource]] = [
    [],
    [live("a", fields("1")), live("b", fields("1"))],
    [live("a", fields("2")), live("b", fields("1", "y"))],
    [live("b", fields("3", "z"))],
    [live("a", fields("4")), live("b", fields("3", "z")), live("c", fields("5"))],
  ]

  @Test(arguments: 0..<5, 0..<5)
  func `runs are taken back one after the other, or together`(_ from: Int, _ to: Int) throws {
    guard from > to else { return }
    let runs = try (1...from).map { try Self.run("\($0)", Self.states[$0 - 1], Self.states[$0]) }
    let world = Self.states[from]
    let reversal = Reversal(
      of: runs[to...].reversed(), in: Survey(owned: world), applied: AppliedResources())
    let wanted = Dictionary(uniqueKeysWithValues: Self.states[to].map { ($0.id, $0.fields.digest) })
    #expect(Self.after(reversal.changes, world).mapValues(\.digest) == wanted)
    #expect(reversal.obstacles.isEmpty)
  }

  @Test func `what was not done is not taken back`() throws {
    var run = try Self.run("1", Self.states[0], Self.states[1])
    var failed = run.entries[1].change
    failed.state = .failed
    run.set([failed])
    let reversal = Reversal(of: [run], in: Survey(owned: [Self.states[1][0]]), applied: AppliedResources())
    #expect(reversal.changes.map(\.id) == ["a"] && reversal.changes.map(\.action) == [.delete])
  }

  @Test func `what something else needs by now is not taken away`() throws {
    let run = try Self.run("1", [], [Self.live("a", Self.fields("1")), Self.live("b", Self.fields("1"))])
    var later = Self.live("c", Self.fields("1"))
    later.dependencies = ["a"]
    let reversal = Reversal(of: [run], in: Survey(owned: Self.states[1] + [later]), applied: AppliedResources())
    #expect(reversal.changes.map(\.id) == ["b"])
    #expect(reversal.obstacles == [.init(id: "a", reason: "'c' cannot be without it")])
  }

  @Test func `a secret that stood there cannot be brought back, and the rest is`() throws {
    var run = try Self.run("1", Self.states[1], Self.states[2])
    var change = run.entries[0].change
    change.fields[0].live = "***"
    run.set([change])
    let reversal = Reversal(of: [run], in: Survey(owned: Self.states[2]), applied: AppliedResources())
    #expect(reversal.obstacles.map(\.id) == ["a"] && reversal.changes.map(\.id) == ["b"])
    #expect(reversal.obstacles.first?.reason.contains("secret") == true)
  }

  @Test func `what somebody removed is not made of the half that is known`() throws {
    let run = try Self.run("1", Self.states[1], Self.states[2])
    let reversal = Reversal(of: [run], in: Survey(owned: [Self.states[2][1]]), applied: AppliedResources())
    #expect(reversal.obstacles.map(\.id) == ["a"] && reversal.changes.map(\.id) == ["b"])
  }

  @Test func `what was made first goes last`() throws {
    var run = try Self.run("1", Self.states[0], Self.states[1])
    var second = run.entries[1].change
    second.after = ["a"]
    run.set([second])
    let reversal = Reversal(of: [run], in: Survey(owned: Self.states[1]), applied: AppliedResources())
    #expect(reversal.changes.map(\.id) == ["b", "a"] && reversal.changes[1].after == ["b"])
  }

  @Test func `what somebody changed since is shown as drift`() throws {
    let run = try Self.run("1", Self.states[1], Self.states[2])
    let moved = LiveResource(
      id: "a", owner: "a", fields: Self.fields("9"), appliedDigest: Self.fields("2").digest)
    var applied = AppliedResources()
    applied["a"] = Self.fields("2")
    let reversal = Reversal(of: [run], in: Survey(owned: [moved, Self.states[2][1]]), applied: applied)
    #expect(reversal.changes.first { $0.id == "a" }?.fields.map(\.kind) == [.both])
  }
}
