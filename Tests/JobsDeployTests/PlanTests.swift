import JobsCore
import JobsDeploy
import Testing

@Suite struct PlanTests {
  private static func resource(_ name: String, _ value: String = "1", after: [String] = []) -> Resource {
    Resource(
      id: "k/p/\(name)", job: "-/-/\(name)", fields: [.init("command", value)],
      dependencies: after.map { "k/p/\($0)" })
  }

  private static func wanted(_ name: String, _ value: String = "1", after: [String] = []) -> Expansion {
    Expansion(job: "-/-/\(name)", owner: name, resources: [resource(name, value, after: after)])
  }

  private static func disabled(_ name: String) -> Expansion {
    Expansion(job: "-/-/\(name)", owner: name, resources: [])
  }

  private static func live(
    _ name: String, _ value: String = "1", applied: String = "1", after: [String] = []
  ) -> LiveResource {
    LiveResource(
      id: "k/p/\(name)", owner: name, fields: [.init("command", value)],
      appliedDigest: [Resource.Field("command", applied)].digest, dependencies: after.map { "k/p/\($0)" })
  }

  private static func note(_ values: [String: String]) -> AppliedResources {
    var applied = AppliedResources()
    for (name, value) in values { applied["k/p/\(name)"] = [.init("command", value)] }
    return applied
  }

  private static func lines(_ plan: Plan) -> [String] {
    plan.changes.map { "\($0.action) \($0.id.dropFirst(4)) \($0.fields.map { "\($0.kind)" }.joined())" }
  }

  @Test func `what is wanted, there or gone is created, updated, deleted or left`() throws {
    let plan = try Plan(
      [
        Self.wanted("new"), Self.wanted("same"), Self.wanted("moved", "2"), Self.disabled("off"),
        Self.disabled("never"),
      ],
      in: Survey(owned: ["same", "moved", "off", "other"].map { Self.live($0) }), applied: AppliedResources())
    #expect(Self.lines(plan) == ["update moved change", "create new change", "delete off change"])
    #expect(plan.settled.map(\.id) == ["k/p/same"])
    #expect(plan.strays == ["k/p/other"])
    #expect(plan.count(.create) == 1 && !plan.isEmpty && plan.drifted.isEmpty)
  }

  @Test func `what others made is not taken over, whoever they are`() throws {
    var stranger = Self.live("theirs")
    stranger.owner = "another"
    let plan = try Plan(
      [Self.wanted("taken"), Self.wanted("theirs", "2"), Self.wanted("free")],
      in: Survey(
        owned: [stranger],
        foreign: [.init(name: "the thing 'taken'", id: "k/p/taken"), .init(name: "the thing 'x'", id: "k/p/x")]),
      applied: AppliedResources())
    #expect(Self.lines(plan) == ["create free change"])
    #expect(
      plan.collisions == [
        .init(id: "k/p/taken", job: "-/-/taken", name: "the thing 'taken'"),
        .init(id: "k/p/theirs", job: "-/-/theirs", name: "job 'another'"),
      ])
    #expect(plan.settled.isEmpty && plan.foreign == 2)
  }

  @Test func `nothing is planned for an empty world and no jobs`() throws {
    #expect(try Plan([], in: Survey(), applied: Self.note(["a": "1"])).isEmpty)
  }

  @Test func `a plan for drift goes back to what was applied, and leaves the manifests' changes for later`() throws {
    let plan = try Plan(
      [
        Self.wanted("drifted"), Self.wanted("pending", "2"), Self.wanted("both", "3"), Self.wanted("lost"),
        Self.wanted("unknown", "3"), Self.wanted("fresh"),
      ],
      in: Survey(owned: [
        Self.live("drifted", "9"), Self.live("pending"), Self.live("both", "9"), Self.live("unknown", "9"),
      ]), applied: Self.note(["drifted": "1", "pending": "1", "both": "1", "lost": "1"]), scope: .drift)
    #expect(Self.lines(plan) == ["update both drift", "update drifted drift", "create lost drift"])
    #expect(plan.changes[0].fields[0].desired == "1")
    #expect(plan.pending == 3)
    #expect(plan.undecided == ["k/p/unknown"])
  }

  @Test func `what is depended on comes first, and what goes comes last`() throws {
    let plan = try Plan(
      [
        Self.disabled("aa"), Self.wanted("b", after: ["d", "gone"]), Self.wanted("c"), Self.wanted("d", after: ["e"]),
        Self.wanted("e"),
      ], in: Survey(owned: [Self.live("aa")]), applied: AppliedResources())
    #expect(plan.changes.map { String($0.id.dropFirst(4)) } == ["e", "d", "b", "c", "aa"])
    #expect(plan.changes.map(\.after) == [[], ["k/p/e"], ["k/p/d"], [], []])
  }

  @Test func `what is depended on goes after all that depended on it went or changed`() throws {
    let plan = try Plan(
      [Self.disabled("a"), Self.disabled("b"), Self.wanted("c", "2", after: ["new"]), Self.wanted("new")],
      in: Survey(owned: [
        Self.live("a"), Self.live("b", after: ["a"]), Self.live("c", after: ["a"]),
      ]), applied: AppliedResources())
    #expect(
      plan.changes.map { "\($0.action) \($0.id.dropFirst(4))" } == ["create new", "update c", "delete b", "delete a"])
    #expect(plan.changes.map(\.after) == [[], ["k/p/new"], [], ["k/p/b", "k/p/c"]])
  }

  @Test func `a circle of dependencies ends, and nothing in it waits for what comes later`() throws {
    let plan = try Plan(
      [Self.wanted("a", after: ["b"]), Self.wanted("b", after: ["a"])],
      in: Survey(owned: []), applied: AppliedResources())
    #expect(plan.changes.map(\.id) == ["k/p/b", "k/p/a"])
    #expect(plan.changes.map(\.after) == [[], ["k/p/b"]])
  }

  // MARK: What several share

  private static func sharing(_ job: String, _ value: String = "1") -> Expansion {
    Expansion(
      job: "-/-/\(job)", owner: job,
      resources: [
        Resource(id: "k/p/shared", job: "-/-/*", fields: [.init("command", value)], isShareable: true),
        resource(job, after: ["shared"]),
      ])
  }

  @Test func `what several jobs share is made once, before all of them`() throws {
    let plan = try Plan([Self.sharing("a"), Self.sharing("b")], in: Survey(), applied: AppliedResources())
    #expect(Self.lines(plan) == ["create shared change", "create a change", "create b change"])
    #expect(plan.changes.map(\.after) == [[], ["k/p/shared"], ["k/p/shared"]])
    #expect(plan.changes[0].job == "-/-/*")
  }

  @Test func `what others made does as well, and is neither taken over nor noted`() throws {
    var other = Self.live("shared", "9")
    other.owner = "-/other/*"
    for world in [Survey(owned: [other]), Survey(foreign: [.init(name: "the thing 'shared'", id: "k/p/shared")])] {
      let plan = try Plan([Self.sharing("a", "2")], in: world, applied: Self.note(["shared": "1"]))
      #expect(Self.lines(plan) == ["create a change"])
      #expect(plan.satisfied == ["k/p/shared"] && plan.collisions.isEmpty && plan.settled.isEmpty && plan.foreign == 0)
    }
  }

  @Test func `what is ours and shared is kept as it is wanted, and no plan deletes it`() throws {
    var ours = Self.live("shared", "1")
    ours.owner = "-/-/*"
    let drift = try Plan([Self.sharing("a", "2")], in: Survey(owned: [ours]), applied: Self.note(["shared": "1"]))
    #expect(Self.lines(drift) == ["update shared change", "create a change"])
    let none = try Plan([Self.wanted("a")], in: Survey(owned: [ours]), applied: Self.note(["shared": "1"]))
    #expect(Self.lines(none) == ["create a change"] && none.strays == ["k/p/shared"])
  }

  @Test func `what could not be looked at is neither made nor taken for settled`() throws {
    let unknown = Survey.Unknown(id: "k/p/shared", reason: "permission 'p' is missing", hint: nil)
    let stray = Survey.Unknown(id: "k/p/other", reason: "permission 'p' is missing", hint: nil)
    let plan = try Plan(
      [Self.sharing("a")], in: Survey(unknown: [unknown, stray]), applied: Self.note(["shared": "1"]))
    #expect(Self.lines(plan) == ["create a change"] && plan.unknown == [unknown] && plan.settled.isEmpty)
  }

  @Test func `two jobs that want one resource are refused`() {
    var other = Self.wanted("a")
    other.job = "-/-/b"
    other.resources[0].job = "-/-/b"
    #expect(throws: Failure.self) { try Plan([Self.wanted("a"), other], in: Survey(), applied: AppliedResources()) }
  }

  @Test func `what somebody made that does the same is named, if it is to be created`() throws {
    let world = Survey(
      owned: [Self.live("b")],
      foreign: [
        .init(name: "line 3", twins: [.init("command", "1")]),
        .init(name: "line 4", twins: [.init("command", "other")]),
      ])
    let plan = try Plan([Self.wanted("a"), Self.wanted("b")], in: world, applied: AppliedResources())
    #expect(plan.twins == [.init(job: "-/-/a", name: "line 3")])
    #expect(plan.foreign == 2)
  }
}
