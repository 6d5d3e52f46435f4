import JobsCore
import JobsDeploy
import JobsManifest
import Testing

@Suite struct WorldTests {
  /// A place that has what it was given, and lacks what it is asked for.
  private struct Given: Provider {
    var key: String
    var owned: [LiveResource] = []
    var failure: Failure?
    var missing: [Missing] = []

    var place: Place { Place(kind: "k", identity: "ann", account: "here", key: key, name: "the place '\(key)'") }
    var concurrency: Int { 2 }
    func takes(_ job: Job) -> Bool { true }
    func owns(_ id: String) -> Bool { id.hasPrefix("k/\(key)/") }
    func expand(_ job: Job) throws(ExpansionRefusal) -> Expansion {
      Expansion(job: job.id, owner: job.id, resources: [])
    }
    func survey() async throws(Failure) -> Survey {
      if let failure { throw failure }
      return Survey(owned: owned)
    }
    func preflight(_ changes: [Change]) async throws(Failure) -> [Missing] {
      changes.isEmpty ? [Missing("asked for nothing", hint: "")] : missing
    }
    func perform(_ change: Change) async throws(Failure) {}
  }

  private static func live(_ id: String) -> LiveResource {
    LiveResource(id: id, owner: "a", fields: [], appliedDigest: nil)
  }

  private static func change(_ id: String) -> Change {
    Change(id: id, job: "a", action: .create, fields: [], precondition: "absent")
  }

  @Test func `what all places have is one survey, in their order`() async throws {
    let world = World([
      Given(key: "b", owned: [Self.live("k/b/1"), Self.live("k/b/2")]), Given(key: "a", owned: [Self.live("k/a/1")]),
    ])
    #expect(try await world.survey().owned.map(\.id) == ["k/b/1", "k/b/2", "k/a/1"])
    #expect(world.places.map(\.key) == ["b", "a"])
  }

  @Test func `a place that cannot be looked at fails the whole`() async {
    let world = World([Given(key: "a"), Given(key: "b", failure: .world("no way to 'b'"))])
    let failure = await #expect(throws: Failure.self) { try await world.survey() }
    #expect(failure?.message == "no way to 'b'")
  }

  @Test func `all that is missing is named, of the places that are to be changed`() async throws {
    let world = World([
      Given(key: "a", missing: [Missing("A", hint: "grant A"), Missing("B", hint: "grant B")]), Given(key: "b"),
      Given(key: "c", missing: [Missing("C", hint: "grant C")]),
    ])
    let missing = try await world.preflight(["k/a/1", "k/c/1", "k/a/2"].map(Self.change))
    #expect(missing.map(\.message) == ["A", "B", "C"])
  }

  @Test func `a change of what is nowhere here is refused, and others go to their provider`() throws {
    let world = World([Given(key: "a"), Given(key: "b")])
    #expect(try world.provider(of: "k/b/x").place.key == "b")
    #expect(throws: Failure.self) { try world.provider(of: "k/c/x") }
    #expect(throws: Failure.self) { try world.rollout([Self.change("k/c/x")], width: 1) }
    var rollout = try world.rollout(["k/a/1", "k/a/2", "k/a/3", "k/b/1"].map(Self.change), width: 16)
    #expect(rollout.take(.begun) == [.start(0), .start(1), .start(3)])
  }
}
