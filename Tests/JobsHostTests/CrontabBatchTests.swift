import JobsCore
import JobsCron
import JobsDeploy
import JobsHost
import Synchronization
import Testing

/// Several changes of one table, written together.
@Suite struct CrontabBatchTests {
  /// A table in memory that counts.
  private final class Table: CrontabStore {
    struct State: Sendable {
      var bytes: [UInt8] = []
      var reads = 0
      var writes = 0
      /// Put there behind the provider's back by the second read.
      var intrusion: [UInt8]?
      var fails = false
    }

    let state = Mutex(State())

    var text: String { state.withLock { String(decoding: $0.bytes, as: UTF8.self) } }

    func read() throws(Failure) -> [UInt8] {
      state.withLock { state in
        state.reads += 1
        if state.reads == 2, let other = state.intrusion { state.bytes = other }
        return state.bytes
      }
    }

    func write(_ bytes: [UInt8]) throws(Failure) {
      let fails = state.withLock { state in
        if !state.fails {
          state.writes += 1
          state.bytes = bytes
        }
        return state.fails
      }
      if fails { throw .world("the disk is full") }
    }
  }

  private let table = Table()

  private var provider: CrontabProvider {
    get throws {
      CrontabProvider(
        place: Place(kind: "host.crontab", identity: "ann", account: "web-1", key: "ann", name: "the crontab of 'ann'"),
        store: table, isSystem: false, user: "ann",
        clock: HostClock(zone: try ZoneDatabase.system.zone(named: "UTC"), zones: .system, now: 1_795_000_000))
    }
  }

  private static func create(_ name: String, precondition: String = LiveResource.absent) -> Change {
    let fields = [("schedule", "30 2 * * *"), ("command", "/srv/\(name)")].map {
      Change.Field(path: $0, applied: nil, live: nil, desired: Resource.Value($1), kind: .change)
    }
    return Change(
      id: "host.crontab/ann/-/-/\(name)", job: "-/-/\(name)", action: .create, fields: fields,
      precondition: precondition)
  }

  @Test func `many lines are one read, one look whether nobody came between, and one write`() async throws {
    let names = (0..<50).map { "job-\($0)" }
    let failures = await (try provider).perform(names.map { Self.create($0) })
    #expect(failures.count == 50 && failures.allSatisfy { $0 == nil })
    #expect(table.state.withLock { ($0.reads, $0.writes) } == (2, 1))
    let together = table.text
    // The same as one by one.
    table.state.withLock { $0 = Table.State() }
    for name in names { try await (try provider).perform(Self.create(name)) }
    #expect(table.text == together && table.state.withLock { $0.writes } == 50)
    #expect(try await (try provider).survey().owned.count == 50)
  }

  @Test func `a change that cannot be made stands in no other's way`() async throws {
    var bad = Self.create("line")
    bad.fields[1].desired = "two\nlines"
    let elsewhere = Change(
      id: "host.crontab/bob/-/-/x", job: "-/-/x", action: .delete, fields: [], precondition: LiveResource.absent)
    let failures = await (try provider).perform([
      Self.create("a"), Self.create("moved", precondition: "digest:0"), bad, elsewhere, Self.create("b"),
    ])
    #expect(failures.map { $0 == nil } == [true, false, false, false, true])
    #expect(failures[1]?.message == "'host.crontab/ann/-/-/moved' was changed meanwhile")
    #expect(table.text.contains("/srv/a\n") && table.text.contains("/srv/b\n") && !table.text.contains("lines"))
    // With nothing to write the table is left alone.
    let writes = table.state.withLock { $0.writes }
    _ = await (try provider).perform([bad])
    #expect(table.state.withLock { $0.writes } == writes)
  }

  @Test func `where somebody came between, or the table is not taken, none of them is made`() async throws {
    table.state.withLock { $0.intrusion = Array("0 1 * * * /by/hand\n".utf8) }
    let moved = await (try provider).perform([Self.create("a"), Self.create("b")])
    #expect(moved.allSatisfy { $0?.message.contains("was changed meanwhile") == true })
    #expect(table.text == "0 1 * * * /by/hand\n")
    table.state.withLock { $0.fails = true }
    let full = await (try provider).perform([Self.create("a"), Self.create("b", precondition: "digest:0")])
    #expect(full.map(\.?.message) == ["the disk is full", "'host.crontab/ann/-/-/b' was changed meanwhile"])
    #expect(table.text == "0 1 * * * /by/hand\n")
  }
}
