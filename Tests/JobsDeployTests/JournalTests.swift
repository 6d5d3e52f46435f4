import Glibc
import JobsCore
import JobsDeploy
import JobsStore
import TestSupport
import Testing

@Suite struct JournalTests {
  private let folder = ToolFolder()
  private var journals: JournalFolder { JournalFolder(StateDirectory(path: folder.path)) }

  private static let place = Place(
    kind: "host.crontab", identity: "ann", account: "web-1", key: "ann", name: "the crontab of 'ann'")

  private static func change(_ id: String, _ action: Change.Action = .update) -> Change {
    Change(
      id: id, job: "-/-/a", action: action,
      fields: [
        .init(
          path: "schedule", applied: "1", live: action == .create ? nil : "1",
          desired: action == .delete ? nil : "2", kind: .change)
      ], precondition: action == .create ? LiveResource.absent : "digest:0")
  }

  private static func journal(_ changes: [Change] = [change("a"), change("b", .delete)]) -> Journal {
    let head = Journal.Head(
      id: "01KB2MAAAAAAAAAAAAAAAAAAAA", verb: "apply", startedAt: Instant(seconds: 1_795_000_000), user: "ann",
      host: "web-1", plan: PlanFile.digest(of: changes), commit: String(repeating: "a", count: 40),
      committedAt: Instant(seconds: 1_794_000_000), places: [place], undoes: ["01KB2M0000"])
    return Journal(head: head, changes: changes)
  }

  private static func live(_ schedule: Resource.Value, digest: String = "0") -> LiveResource {
    LiveResource(
      id: "a", owner: "a", fields: [.init("schedule", schedule), .init("command", "x")], appliedDigest: nil,
      version: "digest:\(digest)")
  }

  // MARK: The file

  @Test func `a run is read as it was written, while it goes on and once it is over`() throws {
    let file = try JournalFile.create(Self.journal(), in: journals)
    #expect(try journals.open() == [Self.journal()])
    var done = Self.change("a")
    try file.begin(done, result: [.init("schedule", "2")])
    done.state = .done
    try file.end(done, nil)
    try file.begin(Self.change("b", .delete), result: nil)
    var failed = Self.change("b", .delete)
    failed.state = .failed
    try file.end(failed, "disk full")
    let open = try #require(try journals.open().first)
    #expect(open.entries.map(\.change.state) == [.done, .failed] && open.entries.allSatisfy(\.isBegun))
    #expect(open.entries[0].result == [.init("schedule", "2")] && open.entries[1].result == nil)
    #expect(open.entries[1].error == "disk full" && open.outcome == .partly && open.result == nil)
    try file.close(.partly)
    #expect(try journals.open().isEmpty)
    let closed = try journals.closed()
    #expect(closed.first?.result == .partly && closed.first?.endedAt != nil && closed.first?.head == open.head)
  }

  @Test func `a line that was torn off is left out, and the next stands behind the last whole one`() throws {
    let file = try JournalFile.create(Self.journal(), in: journals)
    try file.begin(Self.change("a"), result: nil)
    let name = "deploys/01KB2MAAAAAAAAAAAAAAAAAAAA.open"
    let whole = try #require(folder.text(of: name))
    for lost in 1...60 {
      folder.write(String(whole.dropLast(lost)), to: name)
      let read = try #require(try journals.open().first)
      #expect(read.entries.count == 2 && !read.entries[0].isBegun)
    }
    folder.write(String(whole.dropLast(5)), to: name)
    let again = try JournalFile.reopen("01KB2MAAAAAAAAAAAAAAAAAAAA", in: journals)
    try again.resume(by: "bob", on: "web-2")
    try again.begin(Self.change("b", .delete), result: nil)
    #expect(try journals.open().first?.entries.map(\.isBegun) == [false, true])
  }

  @Test(arguments: [
    ("an unknown line", #"{"type":"began","v":1,"time":"2026-11-21T00:00:00Z","id":"a"}"#),
    ("a change behind the plan", ""),
    ("an id that was not planned", #"{"type":"begin","v":1,"time":"2026-11-21T00:00:00Z","id":"z"}"#),
    ("an unknown state", #"{"type":"ended","v":1,"time":"2026-11-21T00:00:00Z","id":"a","state":"well"}"#),
    ("an unknown result", #"{"type":"closed","v":1,"time":"2026-11-21T00:00:00Z","result":"well"}"#),
    ("no time", #"{"type":"begin","v":1,"id":"a"}"#),
  ])
  func `what this version does not know is refused`(_ what: String, _ line: String) throws {
    let begin = #"{"type":"begin","v":1,"time":"2026-11-21T00:00:00Z","id":"a"}"#
    var text = String(decoding: Self.journal().beginning, as: UTF8.self)
    #expect(try Journal(Array("\(text)\(begin)\n".utf8), name: "it").entries[0].isBegun)
    let again = text.split(separator: "\n")[1]
    text += "\(begin)\n\(line.isEmpty ? String(again) : line)\n"
    #expect(throws: Failure.self, "\(what)") { try Journal(Array(text.utf8), name: "it") }
  }

  @Test func `secrets are kept in no journal`() throws {
    let secret = "AKIA" + "IOSFODNN7EXAMPLQ"
    var change = Self.change("a")
    change.fields[0].desired = "run --key \(secret)"
    let file = try JournalFile.create(Self.journal([change]), in: journals)
    try file.begin(change, result: [.init("schedule", "run --key \(secret)")])
    change.state = .failed
    try file.end(change, "cannot run --key \(secret)")
    #expect(folder.text(of: "deploys/01KB2MAAAAAAAAAAAAAAAAAAAA.open")?.contains(secret) == false)
    #expect(try journals.open().first?.entries.first?.change.wantsMasked == true)
  }

  @Test func `a journal whose plan was not written whole never began`() throws {
    folder.write("{\"type\":\"deploy\"", to: "deploys/01KB2MAAAAAAAAAAAAAAAAAAAA.new")
    #expect(try journals.all().isEmpty && journals.openIDs.isEmpty)
    journals.trim()
    #expect(folder.names(in: "deploys").isEmpty)
    _ = try JournalFile.create(Self.journal(), in: journals)
    #expect(folder.names(in: "deploys") == ["01KB2MAAAAAAAAAAAAAAAAAAAA.open"])
  }

  @Test func `only the newest runs are kept`() throws {
    let source = ULIDSource()
    for number in 0..<(JournalFolder.longestHistory + 5) {
      folder.write("", to: "deploys/\(source.next(at: Int64(number))).ndjson")
    }
    let ids = journals.closedIDs
    journals.trim()
    #expect(journals.closedIDs == Array(ids.dropFirst(5)))
  }

  // MARK: What the world says

  @Test(
    arguments: [
      (.update, live("1"), .notYet), (.update, live("2", digest: "1"), .done),
      (.update, live("3", digest: "1"), .neither), (.update, nil, .neither), (.create, nil, .notYet),
      (.create, live("2"), .done), (.create, live("3"), .neither), (.delete, live("1"), .notYet),
      (.delete, live("1", digest: "1"), .neither), (.delete, nil, .done),
    ] as [(Change.Action, LiveResource?, Journal.Verdict)])
  func `a change without an end is decided by the world`(
    _ action: Change.Action, _ live: LiveResource?, _ verdict: Journal.Verdict
  ) {
    #expect(Journal.verdict(on: Self.change("a", action), live: live) == verdict)
  }

  @Test func `a value that was not kept is not written`() {
    var change = Self.change("a")
    change.fields[0].desired = "***"
    #expect(Journal.verdict(on: change, live: Self.live("1")) == .unkept)
    #expect(Journal.verdict(on: change, live: Self.live("2", digest: "1")) == .neither)
  }

  @Test func `settling notes what was done, and leaves the rest`() {
    var journal = Self.journal([Self.change("a"), Self.change("b"), Self.change("c", .create)])
    var other = Self.live("1")
    other.id = "b"
    let open = journal.settle(in: ["a": Self.live("2", digest: "1"), "b": other])
    #expect(journal.entries.map(\.change.state) == [.done, .planned, .planned])
    #expect(open == ["b": .notYet, "c": .notYet])
  }

  @Test func `what a killed run applied is learned as far as the marks bear it out`() {
    var journal = Self.journal([Self.change("a"), Self.change("b", .delete), Self.change("c")])
    let result = [Resource.Field("schedule", "2")]
    for at in 0..<3 { journal.entries[at].isBegun = true }
    journal.entries[0].result = result
    journal.entries[2].result = result
    func marked(_ id: String, _ digest: String) -> LiveResource {
      LiveResource(id: id, owner: "a", fields: result, appliedDigest: digest)
    }
    var applied = AppliedResources()
    applied["b"] = result
    applied["c"] = [.init("schedule", "1")]
    applied.learn(from: journal, in: ["a": marked("a", result.digest), "c": marked("c", "another")])
    #expect(applied["a"] == result && applied["b"] == nil && applied["c"] == [.init("schedule", "1")])
  }

  @Test func `what bears no mark is learned by being there, and forgotten by being gone`() {
    let ids = ["made", "lost", "failed", "taken", "left"]
    var journal = Self.journal(ids.map { Self.change($0, $0 == "taken" || $0 == "left" ? .delete : .create) })
    let result = [Resource.Field("owner", "a")]
    for at in 0..<5 { journal.entries[at].isBegun = true }
    for at in 0..<3 { journal.entries[at].result = result }
    // Somebody else granted it, which is why it failed.
    journal.entries[2].change.state = .failed
    var applied = AppliedResources()
    applied["taken"] = result
    applied["left"] = result
    applied.learn(from: journal, in: [:], unmarked: ["made", "failed", "left"])
    #expect(Set(applied.fields.keys) == ["made", "left"])
  }

  // MARK: How it ends

  @Test(arguments: [
    ([Change.State.done, .done], Journal.Result.done), ([.done, .failed], .partly), ([.failed, .skipped], .failed),
    ([.done, .planned], .stopped), ([.planned, .planned], .stopped), ([], .done),
  ])
  func `a run comes to what its changes came to`(_ states: [Change.State], _ result: Journal.Result) {
    var journal = Self.journal(states.indices.map { Self.change("\($0)") })
    for (at, state) in states.enumerated() {
      var change = Self.change("\(at)")
      change.state = state
      journal.set([change])
    }
    #expect(journal.outcome == result)
  }
}
