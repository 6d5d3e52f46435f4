import JobsDeploy
import Testing

@Suite struct ComparisonTests {
  private static func resource(_ value: String?) -> Resource? {
    value.map { Resource(id: "k/p/a", job: "a", fields: [.init("schedule", "@daily"), .init("command", $0)]) }
  }

  /// A resource in the world, marked with what was applied.
  private static func live(_ value: String?, mark: String?) -> LiveResource? {
    guard let fields = resource(value)?.fields else { return nil }
    return LiveResource(id: "k/p/a", owner: "a", fields: fields, appliedDigest: mark.flatMap { resource($0)?.digest })
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var applied: String?
    var live: String?
    var desired: String?
    /// nil where nothing is to be done.
    var action: Change.Action?
    var kind: Change.Field.Kind?
    /// Of the field, as the record has it.
    var known: String?
    /// Whether there is a note of what was applied.
    var isNoted = true

    var testDescription: String {
      "\(applied ?? "-") \(live ?? "-") \(desired ?? "-")\(isNoted ? "" : " without a note")"
    }
  }

  @Test(arguments: [
    Case(applied: nil, live: nil, desired: nil),
    Case(applied: "1", live: nil, desired: nil),
    Case(applied: nil, live: nil, desired: "1", action: .create, kind: .change),
    Case(applied: "1", live: nil, desired: "1", action: .create, kind: .drift, known: "1"),
    Case(applied: "1", live: nil, desired: "2", action: .create, kind: .both, known: "1"),
    Case(applied: "1", live: "1", desired: "1"),
    Case(applied: "1", live: "2", desired: "2"),
    Case(applied: "1", live: "1", desired: "2", action: .update, kind: .change, known: "1"),
    Case(applied: "1", live: "2", desired: "1", action: .update, kind: .drift, known: "1"),
    Case(applied: "1", live: "2", desired: "3", action: .update, kind: .both, known: "1"),
    Case(applied: "1", live: "1", desired: nil, action: .delete, kind: .change, known: "1"),
    Case(applied: "1", live: "2", desired: nil, action: .delete, kind: .both, known: "1"),
    Case(applied: "1", live: "1", desired: "2", action: .update, kind: .change, known: "1", isNoted: false),
    Case(applied: "1", live: "2", desired: "1", action: .update, kind: .drift, known: "1", isNoted: false),
    Case(applied: "1", live: "2", desired: "3", action: .update, kind: .both, known: nil, isNoted: false),
    Case(applied: "1", live: "2", desired: "2", isNoted: false),
    Case(applied: nil, live: "1", desired: "2", action: .update, kind: .change, known: "1", isNoted: false),
  ])
  func `what differs is the manifest's, the world's or both's doing`(_ given: Case) throws {
    let comparison = Comparison(
      applied: given.isNoted ? Self.resource(given.applied)?.fields : nil, desired: Self.resource(given.desired),
      live: Self.live(given.live, mark: given.applied))
    let change = comparison.change(id: "k/p/a", job: "a")
    #expect(change?.action == given.action)
    guard let change else { return }
    let field = try #require(change.fields.first { $0.path == "command" })
    #expect(field.kind == given.kind && field.applied?.text == given.known)
    #expect(field.live?.text == given.live && field.desired?.text == given.desired)
    #expect(change.precondition == (Self.live(given.live, mark: given.applied)?.precondition ?? "absent"))
  }

  @Test func `a note of another time than the mark is not believed`() {
    let comparison = Comparison(
      applied: Self.resource("0")?.fields, desired: Self.resource("2"), live: Self.live("1", mark: "1"))
    #expect(comparison.applied == nil)
    #expect(comparison.fields.map(\.kind) == [.change])
  }

  @Test func `the same fields in another order are the same`() {
    let (a, b) = (Resource.Field("a", "1"), Resource.Field("b", "2"))
    #expect([a, b].digest == [b, a].digest)
    #expect([a, b].digest != [.init("a", "2"), .init("b", "1")].digest)
    #expect([Resource.Field("ab", "")].digest != [Resource.Field("a", "b")].digest)
    #expect([a, b].digest.utf8.count == [Resource.Field].digestLength)
  }

  @Test func `a number is no text of digits, and a list is told from its words`() {
    #expect([Resource.Field("a", .init(3))].digest != [Resource.Field("a", "3")].digest)
    let comparison = Comparison(
      applied: nil, desired: Resource(id: "k", job: "j", fields: [.init("a", .init(3))]),
      live: LiveResource(id: "k", owner: "j", fields: [.init("a", "3")], appliedDigest: nil))
    #expect(comparison.fields.map(\.path) == ["a"])
  }

  @Test func `a provider's own version is the precondition, where it has one`() {
    var live = LiveResource(id: "k", owner: "j", fields: [.init("a", "1")], appliedDigest: nil)
    #expect(live.precondition.hasPrefix("digest:"))
    live.version = "etag:7"
    #expect(live.precondition == "etag:7")
    let change = Comparison(applied: nil, desired: nil, live: live).change(id: "k", job: "j")
    #expect(change?.precondition == "etag:7")
  }

  @Test func `a change makes of the live fields what is desired`() {
    let live: [Resource.Field] = [.init("schedule", "1"), .init("user", "x"), .init("command", "c")]
    let change = Change(
      id: "a", job: "a", action: .update,
      fields: [
        .init(path: "schedule", applied: nil, live: "1", desired: "2", kind: .change),
        .init(path: "user", applied: nil, live: "x", desired: nil, kind: .drift),
        .init(path: "zone", applied: nil, live: nil, desired: "UTC", kind: .change),
      ], precondition: "")
    #expect(change.result(over: live) == [.init("schedule", "2"), .init("command", "c"), .init("zone", "UTC")])
    var gone = change
    gone.action = .delete
    #expect(gone.result(over: live).isEmpty)
  }
}
