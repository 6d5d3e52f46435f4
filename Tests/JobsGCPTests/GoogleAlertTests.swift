import JobsCore
import JobsDeploy
import JobsManifest
import TestSupport
import Testing

@testable import JobsGCP

/// Alert policies and log metrics, made, left alone, moved by others, mended, put out of use and removed.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)")) struct GoogleAlertTests {
  private typealias World = GoogleWorld

  private static let failedID = "gcp.alert/acme-prod/global/europe-west1/nightly/failed"
  private static let missedID = "gcp.alert/acme-prod/global/europe-west1/nightly/missed"
  private static let metricID = "gcp.log.metric/acme-prod/global/europe-west1/nightly/missed"
  private static let policies = "projects/acme-prod/alertPolicies"
  private static let metricPath = "/v2/projects/acme-prod/metrics/jobs.europe-west1.nightly.missed"

  private static func channel(_ id: Int) -> String { "projects/acme-prod/notificationChannels/\(id)" }

  private static func job(_ whens: [String] = ["failed"], _ change: (inout Job) -> Void = { _ in }) -> Job {
    World.job {
      $0.alerts = whens.map { Alert(when: $0, route: "oncall") }
      change(&$0)
    }
  }

  /// A project in which the route `oncall` has a channel.
  private static func world(_ arguments: [String] = []) throws -> World {
    let world = try #require(try World(arguments))
    try #require(put(channel: 1, "oncall", world))
    return world
  }

  private static func put(channel id: Int, _ title: String, _ world: World, _ more: String = "") -> Bool {
    world.double.putState(
      "monitoring", channel(id),
      #"{"type":"email","displayName":"\#(title)","labels":{"email_address":"a@acme.example"}\#(more)}"#)
  }

  private static func call(_ world: World, _ method: String, _ api: String, _ path: String, _ body: String = "")
    -> LoopbackReply
  {
    LoopbackClient(world.double.port(api)).send(
      method, path, ["Authorization: Bearer \(world.double.token())", "Content-Type: application/json"], body: body)
  }

  /// The name of the only policy there is.
  private static func policy(_ world: World) throws -> String {
    let list = call(world, "GET", "monitoring", "/v3/\(policies)")
    #expect(list.text("alertPolicies.1.name") == nil)
    return try #require(list.text("alertPolicies.0.name"))
  }

  // MARK: Conformance

  @Test func `alerts are made behind their job and their metric, and left alone`() async throws {
    var world = try Self.world()
    let jobs = [Self.job(["failed", "missed", "long"]) { $0.expect = JobsManifest.Expectation(p90Seconds: 540) }]
    let plan = try await world.apply(jobs)
    let ids = plan.changes.map(\.id)
    #expect(ids.count { $0.hasPrefix("gcp.alert/") } == 3 && plan.changes.count == 8)
    let metric = try #require(ids.firstIndex(of: Self.metricID))
    let missed = try #require(ids.firstIndex(of: Self.missedID))
    let run = try #require(ids.firstIndex { $0.hasPrefix("gcp.run/") })
    #expect(run < missed && metric < missed)
    world.double.forgetRequests()
    #expect(try await world.plan(jobs).isEmpty)
    // A list of policies and one of channels for all of them, and one of metrics.
    #expect(world.double.count("monitoring.*") == 2 && world.double.count("logging.*") == 1)
  }

  @Test func `a policy tells the channels of its route, and says whose it is`() async throws {
    var world = try Self.world()
    try await world.apply([Self.job()])
    let state = world.double.state("monitoring", try Self.policy(world))
    #expect(state.text("displayName") == "acme/prod/nightly in europe-west1: a run failed")
    #expect(state.text("notificationChannels.0") == Self.channel(1) && state.text("enabled") == "true")
    for (label, value) in [
      ("tenant", "acme"), ("env", "prod"), ("name", "nightly"), ("region", "europe-west1"), ("alert", "failed"),
    ] {
      #expect(state.text("userLabels.jobs-\(label)") == value)
    }
  }

  @Test(arguments: [
    (#"{"displayName":"Mine"}"#, "displayName"), (#"{"enabled":false}"#, "enabled"),
    (#"{"combiner":"AND"}"#, "combiner"), (#"{"documentation":{"content":"x"}}"#, "documentation.content"),
    (#"{"alertStrategy":{"autoClose":"3600s"}}"#, "alertStrategy.autoClose"),
    (#"{"notificationChannels":[]}"#, "routes"), (#"{"severity":"CRITICAL"}"#, "severity"),
    (#"{"userLabels":{"team":"data"}}"#, "userLabels.team"),
    (
      #"{"conditions":[{"displayName":"a run failed","conditionThreshold":{"filter":"metric.type=\"x\"","#
        + #""comparison":"COMPARISON_GT","duration":"0s","#
        + #""aggregations":[{"alignmentPeriod":"60s","perSeriesAligner":"ALIGN_SUM"}]}}]}"#,
      "conditions[0].conditionThreshold.filter"
    ),
  ])
  func `a field of a policy that somebody moved is drift, and mended`(_ patch: String, _ field: String) async throws {
    var world = try Self.world()
    try await world.apply([Self.job()])
    let name = try Self.policy(world)
    #expect(world.double.patchState("monitoring", name, patch))
    let plan = try await world.plan([Self.job()])
    #expect(plan.drifted.map(\.id) == [Self.failedID] && plan.drifted.first?.fields.map(\.path) == [field])
    try await world.apply([Self.job()])
    #expect(try await world.plan([Self.job()]).isEmpty)
    // It was changed, and not made anew.
    #expect(try Self.policy(world) == name)
  }

  @Test func `what the manifest changes is updated, and what it takes away removed`() async throws {
    var world = try Self.world()
    #expect(Self.put(channel: 2, "ops", world))
    try await world.apply([Self.job(["failed", "missed"])])
    let other = Self.job { $0.alerts = [Alert(when: "failed", route: "ops")] }
    let plan = try await world.apply([other])
    #expect(
      plan.changes.map { "\($0.action) \($0.id)" }.sorted() == [
        "delete \(Self.missedID)", "delete \(Self.metricID)", "update \(Self.failedID)",
      ])
    #expect(plan.changes.last?.id == Self.metricID)
    #expect(
      world.double.state("monitoring", try Self.policy(world)).text("notificationChannels.0") == Self.channel(2))
    #expect(try await world.plan([other]).isEmpty)
    try await world.apply([Self.job([])])
    // The channels are nobody's but theirs who made them.
    #expect(world.double.stateCount("monitoring") == 2)
  }

  @Test(arguments: [#""disabled":true"#, #""filter":"severity>=ERROR""#])
  func `a log metric that somebody moved is drift, and mended`(_ moved: String) async throws {
    var world = try Self.world()
    try await world.apply([Self.job(["missed"])])
    let path = Self.metricPath
    let before = Self.call(world, "GET", "logging", path)
    let description = try #require(before.text("description"))
    let filter = moved.contains("filter") ? "" : #","filter":"x""#
    let body =
      #"{"name":"jobs.europe-west1.nightly.missed","description":"\#(description)",\#(moved)\#(filter)}"#
    #expect(Self.call(world, "PUT", "logging", path, body).status == 200)
    let plan = try await world.plan([Self.job(["missed"])])
    #expect(plan.drifted.map(\.id) == [Self.metricID])
    try await world.apply([Self.job(["missed"])])
    #expect(try await world.plan([Self.job(["missed"])]).isEmpty)
    #expect(Self.call(world, "GET", "logging", path).text("filter") == before.text("filter"))
  }

  @Test func `a channel more of a route is told as well`() async throws {
    var world = try Self.world()
    try await world.apply([Self.job()])
    #expect(Self.put(channel: 2, "oncall", world))
    let plan = try await world.apply([Self.job()])
    #expect(plan.changes.map(\.id) == [Self.failedID] && plan.changes[0].fields.map(\.path) == ["routes"])
    let state = world.double.state("monitoring", try Self.policy(world))
    #expect(state.text("notificationChannels.1") == Self.channel(2))
    #expect(try await world.plan([Self.job()]).isEmpty)
  }

  // MARK: Others

  @Test func `a copy that somebody made by hand is theirs`() async throws {
    var world = try Self.world()
    try await world.apply([Self.job()])
    let name = try Self.policy(world)
    let whole = Self.call(world, "GET", "monitoring", "/v3/\(name)").body
    #expect(Self.call(world, "POST", "monitoring", "/v3/\(Self.policies)", whole).status == 200)
    let plan = try await world.plan([Self.job()])
    #expect(plan.isEmpty && plan.foreign == 1)
    try await world.apply([Self.job([])])
    #expect(try Self.policy(world) != name)
  }

  @Test func `a metric of that name that others made is never touched`() async throws {
    let world = try Self.world()
    let body = #"{"name":"jobs.europe-west1.nightly.missed","filter":"severity>=ERROR"}"#
    #expect(Self.call(world, "POST", "logging", "/v2/projects/acme-prod/metrics", body).status == 200)
    let plan = try await world.plan([Self.job(["missed"])])
    #expect(plan.collisions.map(\.id) == [Self.metricID])
  }

  @Test func `what changed since the plan was made is not written over`() async throws {
    var world = try Self.world()
    try await world.apply([Self.job()])
    let survey = try await world.survey(for: [Self.job([])])
    let plan = try await world.plan([Self.job([])])
    #expect(world.double.patchState("monitoring", try Self.policy(world), #"{"displayName":"Mine"}"#))
    let failure = await #expect(throws: Failure.self) { try await world.carryOut(plan.changes, in: survey) }
    #expect(failure?.message.contains("changed meanwhile") == true)
    #expect(world.double.count("monitoring.projects.alertPolicies.delete") == 0)
  }

  // MARK: Faults

  @Test(arguments: [
    #"{"reset":"after","times":1,"match":"monitoring.projects.alertPolicies.create"}"#,
    #"{"reset":"before","times":1,"match":"monitoring.projects.alertPolicies.patch"}"#,
    #"{"code":429,"times":2,"match":"monitoring.*"}"#,
    #"{"reset":"after","times":1,"match":"logging.projects.metrics.create"}"#,
    // A metric that was made a moment ago is not known to the other service.
    #"{"code":404,"status":"NOT_FOUND","times":2,"match":"monitoring.projects.alertPolicies.create"}"#,
  ])
  func `nothing is lost or made twice where answers get lost`(_ fault: String) async throws {
    var world = try Self.world()
    #expect(world.double.fault(fault))
    try await world.apply([Self.job(["missed"])])
    _ = try Self.policy(world)
    #expect(try await world.plan([Self.job(["missed"])]).isEmpty)
    try await world.apply([Self.job([])])
    #expect(world.double.stateCount("monitoring") == 1 && world.double.stateCount("logging") == 0)
  }

  @Test(arguments: [
    (["monitoring.alertPolicies.list"], failedID), (["logging.logMetrics.list"], metricID),
  ])
  func `what may not be looked at is said where it is wanted, and no trouble where it is not`(
    _ denied: [String], _ unknown: String
  ) async throws {
    let world = try Self.world(denied.flatMap { ["--deny", $0] })
    let wanted = unknown == Self.metricID ? ["missed"] : ["failed"]
    let plan = try await world.plan([Self.job(wanted)])
    #expect(plan.unknown.map(\.id) == [unknown] && plan.unknown[0].hint != nil)
    #expect(try await world.plan([Self.job([])]).unknown.isEmpty)
  }

  // MARK: Before the first call

  @Test func `a channel that is not there, and one that tells nobody, are named first`() async throws {
    let world = try Self.world(["--deny", "monitoring.alertPolicies.create"])
    #expect(Self.put(channel: 2, "ops", world, #","enabled":false"#))
    #expect(Self.put(channel: 3, "mail", world, #","verificationStatus":"UNVERIFIED""#))
    let job = Self.job { job in
      job.alerts = ["oncall", "ops", "mail", "nobody"].map { Alert(when: "failed", route: $0) }
    }
    let changes = try await world.plan([job]).changes.filter { $0.id == Self.failedID }
    let missing = try await world.projectProvider.preflight(changes)
    for words in [
      "permission 'monitoring.alertPolicies.create' is missing", "is called 'nobody'",
      "channel 'ops' of project 'acme-prod' is disabled", "channel 'mail' of project 'acme-prod' is not verified",
    ] {
      #expect(missing.contains { $0.message.contains(words) && $0.isCertain && $0.hint != nil }, "\(words)")
    }
    #expect(missing.count == 4)
  }

  @Test func `without its channel no policy is made`() async throws {
    var world = try #require(try World())
    let failure = await #expect(throws: Failure.self) { try await world.apply([Self.job()]) }
    #expect(failure?.message.contains("is called 'oncall'") == true && failure?.hint?.contains("gcloud") == true)
    #expect(world.double.stateCount("monitoring") == 0)
  }

  // MARK: Out of use

  @Test func `alerts go out of use with their job, come back, and go in the end`() async throws {
    var world = try Self.world()
    let (day, later) = (try #require(CivilDate(text: "2026-11-21")), try #require(CivilDate(text: "2026-12-21")))
    try await world.apply([Self.job(["missed"])])
    try await prune(&world, on: day)
    let name = try Self.policy(world)
    let state = world.double.state("monitoring", name)
    #expect(state.text("enabled") == "false" && state.text("userLabels.jobs-quarantined") == "2026-11-21")
    #expect(Self.call(world, "GET", "logging", Self.metricPath).text("disabled") == "true")
    try await world.apply([Self.job(["missed"])])
    #expect(world.double.state("monitoring", name).text("enabled") == "true")
    #expect(try await world.plan([Self.job(["missed"])]).isEmpty)
    for today in [day, later] { try await prune(&world, on: today) }
    #expect(world.double.stateCount("monitoring") == 1 && world.double.stateCount("logging") == 0)
  }

  private func prune(_ world: inout World, on today: CivilDate) async throws {
    let survey = try await world.survey(for: [], isWhole: true)
    let providers = world.providers
    let pruning = Pruning(survey.owned, in: survey, applied: world.applied, days: 30, today: today) { resource in
      providers.first { $0.owns(resource.id) }?.quarantine(resource, on: today)
    }
    try await world.carryOut(pruning.changes, in: survey)
  }
}
