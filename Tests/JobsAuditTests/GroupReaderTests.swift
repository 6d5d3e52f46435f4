import JobsCore
import Testing

@testable import JobsAudit

@Suite("Groups of Google and who is in them")
struct GroupReaderTests {
  private static func time(_ text: String) -> Instant {
    Instant(rfc3339: text) ?? Instant(seconds: 0)
  }

  private static func read(_ texts: String...) throws -> (google: GoogleEstate, estate: Estate) {
    var estate = Estate()
    var google = GoogleEstate()
    for text in texts {
      var values = ValueReader(bytes: Array(text.utf8), name: "'test'")
      try EstateReader { google.add($0) }.read(&values, file: "test", into: &estate)
    }
    return (google, estate)
  }

  private static func named(_ number: Int, _ address: String) -> String {
    #"{"name":"groups/\#(number)","groupKey":{"id":"\#(address)"},"parent":"customers/C1","labels":{}}"#
  }

  private static func member(
    _ group: Int, _ type: String, _ address: String, until end: String? = nil
  ) -> String {
    let expiry = end.map { #","expiryDetail":{"expireTime":"\#($0)"}"# } ?? ""
    return
      #"{"name":"groups/\#(group)/memberships/9","preferredMemberKey":{"id":"\#(address)"},"roles":[{"name":"OWNER"},{"name":"MEMBER"\#(expiry)}],"type":"\#(type)"}"#
  }

  private static func members(
    _ google: GoogleEstate, _ group: String, at time: String = "2026-11-22T00:00:00Z"
  ) -> [String] {
    google.groupMembers(at: .exactly(Self.time(time))).all(of: GoogleMember("group:\(group)")).map(
      \.text
    ).sorted()
  }

  @Test("groups within groups, in a circle, by lists, pages and single values in any order")
  func nested() throws {
    let (google, estate) = try Self.read(
      "[\(Self.member(1, "USER", "Ada@acme.example")),\(Self.member(1, "GROUP", "ops@acme.example"))]",
      #"{"memberships":[\#(Self.member(2, "SERVICE_ACCOUNT", "ci@p.iam.gserviceaccount.com")),\#(Self.member(2, "GROUP", "dev@acme.example"))],"nextPageToken":""}"#,
      Self.named(1, "Dev@acme.example") + "\n" + Self.named(2, "ops@acme.example"))
    let all = [
      "group:ops@acme.example", "serviceAccount:ci@p.iam.gserviceaccount.com",
      "user:ada@acme.example",
    ]
    #expect(Self.members(google, "dev@acme.example") == all)
    #expect(Self.members(google, "ops@acme.example").contains("user:ada@acme.example"))
    let known = google.groupMembers(at: nil)
    #expect(
      known.holds(GoogleMember("user:ada@acme.example"), in: GoogleMember("group:ops@acme.example"))
    )
    #expect(
      !known.holds(
        GoogleMember("user:eve@acme.example"), in: GoogleMember("group:ops@acme.example")))
    #expect(
      estate.counts.entries.map { "\($0.count) \($0.type)" } == [
        "4 google-membership", "2 google-group",
      ])
    #expect(google.namelessGroups.isEmpty)
  }

  @Test("a membership ends at its time")
  func ends() throws {
    let (google, _) = try Self.read(
      Self.named(1, "dev@acme.example"),
      Self.member(1, "USER", "a@acme.example", until: "2027-01-01T00:00:00Z"))
    let group = "dev@acme.example"
    #expect(
      Self.members(google, group, at: "2026-12-31T23:59:59.999999999Z") == ["user:a@acme.example"])
    #expect(Self.members(google, group, at: "2027-01-01T00:00:00Z").isEmpty)
    #expect(Self.members(google, group, at: "2027-01-01T00:00:01Z").isEmpty)
  }

  @Test("what no policy names is counted, and more that follows is a gap")
  func gaps() throws {
    let (google, estate) = try Self.read(
      #"{"memberships":[\#(Self.member(7, "OTHER", "C1"))],"nextPageToken":"more"}"#,
      #"{"name":"groups/8/memberships/1","preferredMemberKey":{"id":"x","namespace":"identitysources/1"},"type":"USER"}"#,
      Self.member(9, "USER", "a@acme.example"))
    #expect(
      estate.hasGaps && estate.notEvaluated.contains("in groups: a member of the type 'OTHER'"))
    #expect(estate.notEvaluated.contains("in groups: a member of an identity source"))
    #expect(google.namelessGroups == ["groups/9"])
  }

  @Test(
    "what is cut short or of another shape is refused",
    arguments: [
      (
        #"{"name":"groups/1/memberships/1","preferredMemberKey":{"id":"a@b.example"}}"#,
        "--view=full"
      ),
      (
        #"{"name":"groups/1/memberships/1","preferredMemberKey":{},"type":"USER"}"#,
        "no 'preferredMemberKey' with"
      ),
      (#"{"name":"groups/1","groupKey":{}}"#, "no 'groupKey' with an 'id'"),
      (#"{"name":"projects/1","groupKey":{"id":"a"}}"#, "neither a group nor a membership"),
      (#"{"memberships":{}}"#, "memberships"), (#"{"preferredMemberKey":{"id":"a"}}"#, "'name'"),
      (
        #"{"name":"groups/1/memberships/1","preferredMemberKey":{"id":"a@b.example"},"type":"USER","roles":[{"name":"MEMBER","expiryDetail":{"expireTime":"soon"}}]}"#,
        "expireTime"
      ),
    ])
  func refused(text: String, words: String) {
    let failure = #expect(throws: Failure.self) { _ = try Self.read(text) }
    #expect(failure?.message.contains(words) == true, "\(failure?.message ?? "")")
  }
}
