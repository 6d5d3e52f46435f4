import JobsCore
import JobsDeploy
import JobsManifest
import TestSupport
import Testing

@testable import JobsGCP

/// Notification channels of routes beside the policies that tell them and the channels that others made.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)")) struct GoogleChannelTests {
  private typealias World = GoogleWorld

  private static func job(_ emails: [String], env: String = "prod") -> Job {
    World.job {
      $0.env = env
      $0.alerts = [Alert(when: "failed", route: "oncall")]
      var route = AlertRoute(name: "oncall")
      route.emails = emails
      $0.around.value.routes = [route]
    }
  }

  private static func channels(_ changes: [Change]) -> [Change] {
    changes.filter { $0.id.hasPrefix("gcp.alert.channel/") }
  }

  private static let their = "projects/acme-prod/notificationChannels/1"

  /// How many channels the only policy tells.
  private static func told(_ world: World) -> Int {
    let list = LoopbackClient(world.double.port("monitoring")).send(
      "GET", "/v3/projects/acme-prod/alertPolicies", ["Authorization: Bearer \(world.double.token())"])
    var count = 0
    while list.text("alertPolicies.0.notificationChannels.\(count)") != nil { count += 1 }
    return count
  }

  @Test func `the channels of a route stand before the policy that tells them`() async throws {
    var world = try #require(try World())
    let plan = try await world.apply([Self.job(["ann@acme.example", "bob@acme.example"])])
    let alert = try #require(plan.changes.firstIndex { $0.id.hasPrefix("gcp.alert/") })
    let made = plan.changes.indices.filter { plan.changes[$0].id.hasPrefix("gcp.alert.channel/") }
    #expect(made.count == 2 && made.allSatisfy { $0 < alert })
    #expect(Self.told(world) == 2)
    #expect(try await world.plan([Self.job(["ann@acme.example", "bob@acme.example"])]).isEmpty)
  }

  @Test func `a channel more is told by the policies that tell its route already`() async throws {
    var world = try #require(try World())
    try await world.apply([Self.job(["ann@acme.example"])])
    let more = Self.job(["ann@acme.example", "bob@acme.example"])
    let plan = try await world.apply([more])
    #expect(plan.changes.count == 1 && Self.told(world) == 2)
    #expect(try await world.plan([more]).isEmpty)
  }

  @Test func `a channel that nobody wants is put out of use, and leaves with its policies`() async throws {
    var world = try #require(try World())
    try await world.apply([Self.job(["ann@acme.example", "bob@acme.example"])])
    let less = Self.job(["ann@acme.example"])
    #expect(try await world.plan([less]).isEmpty)
    let survey = try await world.survey(for: [less])
    let stray = try #require(
      survey.owned.first { $0.fields["labels.email_address"]?.text == "bob@acme.example" })
    let fields = try #require(world.projectProvider.quarantine(stray, on: CivilDate(year: 2026, month: 11, day: 22)))
    #expect(fields["enabled"] == Resource.Value(false) && fields.quarantined == "2026-11-22")
    try await world.carryOut(
      [Change(id: stray.id, job: stray.owner, action: .delete, fields: [], precondition: stray.precondition)],
      in: survey)
    #expect(Self.told(world) == 1)
    #expect(try await world.plan([less]).isEmpty)
  }

  @Test func `a channel that others made for the same address does as well, and stays theirs`() async throws {
    var world = try #require(try World())
    try #require(
      world.double.putState(
        "monitoring", Self.their,
        #"{"type":"email","displayName":"oncall","labels":{"email_address":"ann@acme.example"}}"#))
    let plan = try await world.apply([Self.job(["ann@acme.example"])])
    #expect(Self.channels(plan.changes).isEmpty && plan.satisfied.count == 1 && Self.told(world) == 1)
  }

  @Test func `a channel that a policy of others tells is left to them`() async throws {
    var world = try #require(try World())
    try await world.apply([Self.job(["ann@acme.example"])])
    let survey = try await world.survey(for: [Self.job(["ann@acme.example"])])
    let own = try #require(survey.owned.first { $0.id.hasPrefix("gcp.alert.channel/") })
    let id = try #require(own.version.flatMap { MonitoringVersion($0)?.id })
    try #require(
      world.double.putState(
        "monitoring", "projects/acme-prod/alertPolicies/9",
        #"{"displayName":"CPU","combiner":"OR","conditions":[{"displayName":"x","conditionMatchedLog":{"filter":"a"}}],"#
          + #""notificationChannels":["projects/acme-prod/notificationChannels/\#(id)"]}"#))
    let change = Change(id: own.id, job: own.owner, action: .delete, fields: [], precondition: own.precondition)
    await #expect(throws: Failure.self) { try await world.projectProvider.perform(change) }
    #expect(world.double.state("monitoring", "projects/acme-prod/notificationChannels/\(id)").status == 200)
  }

  @Test func `the key of a channel is sent again when another secret has it, and never shown`() async throws {
    var world = try #require(try World())
    for name in ["pager", "pager-2"] { try #require(world.put(secret: name, "key-of-\(name)-0123456789")) }
    func job(_ secret: String) -> Job {
      var job = Self.job([])
      job.around.value.routes[0].pagerduty = "secret:\(secret)"
      return job
    }
    let made = try await world.apply([job("pager")])
    #expect(Self.channels(made.changes).count == 1)
    #expect(!"\(made)".contains("key-of-pager"))
    let sent = world.double.requests("monitoring.projects.notificationChannels.create").body
    #expect(sent.contains("key-of-pager-0123456789"))
    let survey = try await world.survey(for: [job("pager")])
    #expect(!"\(survey)".contains("key-of-pager-0123456789"))
    // Another secret is another channel.
    let other = try await world.apply([job("pager-2")])
    #expect(Self.channels(other.changes).count == 1 && Self.told(world) == 2)
  }

  @Test func `a route for alerts that are not made has no channels`() async throws {
    let world = try #require(try World())
    var job = Self.job(["ann@acme.example"])
    job.alerts = [Alert(when: "late", route: "oncall")]
    #expect(Self.channels(try await world.plan([job]).changes).isEmpty)
  }
}
