import JobsCore
import JobsCron
import JobsManifest
import Testing

@Suite struct FreezeWindowTests {
  private static func window(_ keys: String) throws -> FreezeWindow? {
    let text = "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: p}\nfreeze: [{\(keys)}]\n"
    return try #require(ProjectSearch.project(.init(path: "jobs.yaml", bytes: Array(text.utf8)))).freezes.first
  }

  private static let holidays = "from: 2026-12-20, to: 2027-01-02, timezone: Europe/Berlin"

  @Test(arguments: [
    (holidays, "2026-12-19T22:59:59Z", false), (holidays, "2026-12-19T23:00:00Z", true),
    (holidays, "2027-01-02T22:59:59Z", true), (holidays, "2027-01-02T23:00:00Z", false),
    ("from: \"2026-12-20T18:00\", to: \"2026-12-20T18:30\"", "2026-12-20T17:59:59Z", false),
    ("from: \"2026-12-20T18:00\", to: \"2026-12-20T18:30\"", "2026-12-20T18:00:00Z", true),
    ("from: \"2026-12-20T18:00\", to: \"2026-12-20T18:30\"", "2026-12-20T18:30:00Z", false),
  ])
  func `a window is by the clock of its zone, and its last day counts whole`(
    _ keys: String, _ time: String, _ covers: Bool
  ) throws {
    let window = try #require(try Self.window(keys))
    let epoch = try #require(Instant(rfc3339: time)).seconds
    #expect(try window.covers(epoch, .system) == covers)
  }

  @Test(arguments: ["from: 2026-12-20", "from: 2026-12-20, to: soon", "from: 2026-12-20, to: 2026-12-19"])
  func `what is malformed is left out, since the check says so`(_ keys: String) throws {
    #expect(try Self.window(keys) == nil)
  }

  @Test func `a window is for all environments, or for those it names`() throws {
    let all = try #require(try Self.window(Self.holidays))
    #expect(all.holds(in: "prod") && all.holds(in: "-"))
    let some = try #require(try Self.window(Self.holidays + ", environments: [prod], reason: rest"))
    #expect(some.holds(in: "prod") && !some.holds(in: "dev") && some.reason == "rest")
    #expect(some.words == "2026-12-20 00:00 to 2027-01-03 00:00 Europe/Berlin")
  }
}
