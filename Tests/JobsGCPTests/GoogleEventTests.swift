import JobsCore
import JobsDeploy
import JobsEvents
import JobsManifest
import TestSupport
import Testing

@testable import JobsGCP

/// Topics, workflows and triggers: made, left alone, moved by others, mended, put out of use and removed; and what a message
/// starts.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)")) struct GoogleEventTests {
  private typealias World = GoogleWorld

  private static let email = "report@acme-prod.iam.gserviceaccount.com"
  private static let member = "serviceAccount:\(email)"
  private static let place = "projects/acme-prod/locations/europe-west1"
  private static let topic = "projects/acme-prod/topics/orders"
  private static let workflow = "\(place)/workflows/nightly"
  private static let topicID = "gcp.topic/acme-prod/global/orders"
  private static let workflowID = "gcp.workflow/acme-prod/europe-west1/nightly"
  private static let trigger = GoogleProvider.triggerName("nightly", "orders")
  private static let triggerID = "gcp.trigger/acme-prod/europe-west1/\(trigger)"
  private static let executorID = "gcp.run.executor/acme-prod/europe-west1/nightly/\(email)"
  private static let invokerID = "gcp.workflow.invoker/acme-prod/global/\(email)"

  private static func world(_ arguments: [String] = []) throws -> World {
    try #require(try World(arguments, apis: RunningDouble.eventful))
  }

  private static func job(
    _ events: [String] = [#"{"pubsub":"orders"}"#], _ change: (inout Job) -> Void = { _ in }
  ) -> Job {
    World.job {
      $0.schedules = []
      $0.events = events.map { Event(json: $0) }
      change(&$0)
    }
  }

  private static func call(_ world: World, _ method: String, _ api: String, _ path: String, _ body: String = "")
    -> LoopbackReply
  {
    LoopbackClient(world.double.port(api)).send(
      method, path, ["Authorization: Bearer \(world.double.token())", "Content-Type: application/json"], body: body)
  }

  private static func publish(_ world: World, _ message: String, to topic: String = topic) -> LoopbackReply {
    call(world, "POST", "pubsub", "/v1/\(topic):publish", #"{"messages":[\#(message)]}"#)
  }

  /// The names of the resources of an API that are in a collection.
  private static func names(_ world: World, _ api: String, in collection: String) -> [String] {
    let reply = world.double.control("GET", "/_state?api=\(api)")
    var names: [String] = []
    while let name = reply.text("names.\(names.count)") { names.append(name) }
    return names.filter { $0.split(separator: "/").dropLast().last.map { $0 == collection } ?? false }
  }

  private static func kinds(_ changes: [Change]) -> [String] {
    changes.map { "\($0.action) \($0.id.prefix { $0 != "/" })" }
  }

  // MARK: Conformance

  @Test func `what starts a job for messages is made in its order, and left alone`() async throws {
    var world = try Self.world()
    let plan = try await world.apply([Self.job()])
    let ids = plan.changes.map(\.id)
    #expect(ids.count == 7)
    for (first, second) in [
      (Self.executorID, Self.workflowID), (Self.workflowID, Self.triggerID), (Self.topicID, Self.triggerID),
      (Self.invokerID, Self.triggerID), ("gcp.run/acme-prod/europe-west1/nightly", Self.executorID),
    ] {
      #expect(try #require(ids.firstIndex(of: first)) < #require(ids.firstIndex(of: second)))
    }
    #expect(world.bindings(.job) == ["roles/run.jobsExecutorWithOverrides \(Self.member)"])
    #expect(world.bindings(.project) == ["roles/workflows.invoker \(Self.member)"])
    world.double.forgetRequests()
    #expect(try await world.plan([Self.job()]).isEmpty)
    // A list each.
    #expect(world.double.count("workflows.*") == 1 && world.double.count("eventarc.*") == 1)
    #expect(world.double.count("pubsub.*") == 1)
  }

  @Test func `where no job has events nothing is asked about them`() async throws {
    var world = try Self.world()
    try await world.apply([Self.job([])])
    #expect(try await world.plan([Self.job([])]).isEmpty)
    for api in ["workflows", "eventarc", "pubsub"] { #expect(world.double.count("\(api).*") == 0) }
  }

  @Test(arguments: [
    (#"{"sourceContents":"main:\n  steps: []\n"}"#, "sourceContents"),
    (
      #"{"serviceAccount":"projects/acme-prod/serviceAccounts/other@acme-prod.iam.gserviceaccount.com"}"#,
      "serviceAccount"
    ),
    (#"{"callLogLevel":"LOG_ALL_CALLS"}"#, "callLogLevel"), (#"{"labels":{"team":"data"}}"#, "labels.team"),
    (#"{"userEnvVars":{"A":"b"}}"#, "userEnvVars.A"),
    (#"{"executionHistoryLevel":"EXECUTION_HISTORY_DETAILED"}"#, "executionHistoryLevel"),
  ])
  func `a field of a workflow that somebody moved is drift, and mended`(_ patch: String, _ field: String) async throws {
    try await mends(Self.workflowID, "workflows", Self.workflow, patch, field)
  }

  @Test(arguments: [
    (#"{"serviceAccount":"other@acme-prod.iam.gserviceaccount.com"}"#, "serviceAccount"),
    (
      #"{"destination":{"workflow":"projects/acme-prod/locations/europe-west1/workflows/other"}}"#,
      "destination.workflow"
    ),
    (#"{"labels":{"team":"data"}}"#, "labels.team"),
    (
      #"{"eventFilters":[{"attribute":"type","value":"google.cloud.pubsub.topic.v1.messagePublished"},"#
        + #"{"attribute":"kind","value":"a"}]}"#, "eventFilters[kind].value"
    ), (#"{"eventDataContentType":"application/protobuf"}"#, "eventDataContentType"),
  ])
  func `a field of a trigger that somebody moved is drift, and mended`(_ patch: String, _ field: String) async throws {
    try await mends(Self.triggerID, "eventarc", "\(Self.place)/triggers/\(Self.trigger)", patch, field)
  }

  @Test(arguments: [
    (#"{"messageRetentionDuration":"600s"}"#, "messageRetentionDuration"),
    (#"{"labels":{"team":"data"}}"#, "labels.team"),
  ])
  func `a field of a topic of ours that somebody moved is drift, and mended`(
    _ patch: String, _ field: String
  ) async throws {
    try await mends(Self.topicID, "pubsub", Self.topic, patch, field)
  }

  private func mends(_ id: String, _ api: String, _ name: String, _ patch: String, _ field: String) async throws {
    var world = try Self.world()
    try await world.apply([Self.job()])
    #expect(world.double.patchState(api, name, patch))
    let plan = try await world.plan([Self.job()])
    #expect(plan.drifted.map(\.id) == [id] && plan.drifted.first?.fields.map(\.path) == [field])
    try await world.apply([Self.job()])
    #expect(try await world.plan([Self.job()]).isEmpty)
  }

  @Test func `what the manifest changes is updated, and what it takes away removed`() async throws {
    var world = try Self.world()
    try await world.apply([Self.job()])
    let other = Self.job { $0.identity = "others@acme-prod.iam.gserviceaccount.com" }
    let plan = try await world.apply([other])
    let updated = plan.changes.filter { $0.action == .update }
    #expect(Set(updated.map(\.id)).isSuperset(of: [Self.workflowID, Self.triggerID]))
    #expect(try await world.plan([other]).isEmpty)
    #expect(world.double.state("workflows", Self.workflow).text("revisionId")?.hasPrefix("000002-") == true)
    // No trigger can be given another topic.
    let moved = try await world.apply([Self.job([#"{"pubsub":"projects/acme-prod/topics/invoices"}"#])])
    #expect(
      Self.kinds(moved.changes).filter { $0.hasSuffix("gcp.trigger") }.sorted() == [
        "create gcp.trigger", "delete gcp.trigger",
      ])
    #expect(Self.names(world, "eventarc", in: "triggers").count == 1)
    let none = try await world.apply([Self.job([])])
    #expect(Self.kinds(none.changes).contains("delete gcp.trigger"))
    #expect(world.double.stateCount("eventarc") == 0 && world.double.stateCount("workflows") == 0)
    #expect(try await world.plan([Self.job([])]).isEmpty)
  }

  @Test func `a trigger is found again where the note of what was applied is lost`() async throws {
    var world = try Self.world()
    try await world.apply([Self.job()])
    world.applied = AppliedResources()
    let plan = try await world.apply([Self.job([])])
    #expect(Self.kinds(plan.changes).sorted() == ["delete gcp.trigger", "delete gcp.workflow", "update gcp.run"])
  }

  @Test func `a job that is paused or disabled has no trigger`() async throws {
    var world = try Self.world()
    for change in [{ $0.paused = true }, { $0.enabled = false }] as [(inout Job) -> Void] {
      try await world.apply([Self.job()])
      #expect(Self.names(world, "eventarc", in: "triggers").count == 1)
      let off = Self.job([#"{"pubsub":"orders"}"#], change)
      let losses: [String] = try world.expand([off]).reduce([]) { $0 + $1.losses }
      #expect(losses.contains { $0.contains("'events' are left out") })
      try await world.apply([off])
      #expect(Self.names(world, "eventarc", in: "triggers").isEmpty)
    }
  }

  // MARK: Messages

  /// What a job gets for a message that comes through the workflow, and for the same one through `jobs-run event -`.
  @Test(arguments: [
    #"{"data":"aGVsbG8gZMOpasOg"}"#,
    #"{"data":"e30=","attributes":{"kind":"order","Content-Type":"application/json"},"orderingKey":"k1"}"#,
    #"{"attributes":{"a":"b"}}"#,
  ])
  func `a message starts the job with the variables that an event gives it`(_ message: String) async throws {
    var world = try Self.world()
    try await world.apply([Self.job { $0.run.env = [Pair("LEVEL", "info")] }])
    #expect(Self.publish(world, message).status == 200)
    let runs = Self.names(world, "run", in: "executions")
    #expect(runs.count == 1, "\(Self.failures(world))")
    let run = world.double.state("run", try #require(runs.first))
    #expect(run.text("creator") == Self.email)
    var found: [String: String] = [:]
    var at = 0
    while let name = run.text("template.containers.0.env.\(at).name") {
      found[name] = run.text("template.containers.0.env.\(at).value")
      at += 1
    }
    #expect(found.removeValue(forKey: "LEVEL") == "info")
    let execution = world.double.state(
      "workflowexecutions", try #require(Self.names(world, "workflowexecutions", in: "executions").first))
    let event = try #require(try EventReader.read(Array((execution.text("argument") ?? "").utf8)).first)
    #expect(event.topic == "orders")
    var wanted = [
      "JOBS_EVENT_ID": event.id, "JOBS_EVENT_SOURCE": event.source, "JOBS_EVENT_TYPE": event.type,
      "JOBS_EVENT_TIME": event.time,
    ]
    wanted["JOBS_EVENT_SUBJECT"] = event.subject
    wanted["JOBS_EVENT_CONTENT_TYPE"] = event.contentType
    wanted["JOBS_EVENT_DATA"] = event.data.map { String(decoding: $0, as: UTF8.self) }
    if !event.attributes.isEmpty {
      let texts = event.attributes.map { #""\#($0.name)":"\#($0.value)""# }
      wanted["JOBS_EVENT_ATTRIBUTES"] = "{\(texts.joined(separator: ","))}"
    }
    #expect(found == wanted.compactMapValues(\.self))
  }

  private static func failures(_ world: World) -> [String] {
    names(world, "workflowexecutions", in: "executions").compactMap {
      world.double.state("workflowexecutions", $0).text("error.payload")
    }
  }

  @Test func `without its right the workflow is not started, and the message waits`() async throws {
    var world = try Self.world()
    try await world.apply([Self.job()])
    #expect(world.setBindings(.project, "[]"))
    #expect(Self.publish(world, #"{"data":"e30="}"#).status == 200)
    #expect(Self.names(world, "workflowexecutions", in: "executions").isEmpty)
  }

  @Test(arguments: [
    (#"{"data":"/w=="}"#, "not UTF-8"), (#"{"data":"\#(String(repeating: "QUFB", count: 10_668))"}"#, "32000 bytes"),
    (#"{"data":"e30="}"#, "run.jobs.runWithOverrides"),
  ])
  func `what cannot start the job goes to the topic for that, and fails the workflow`(
    _ message: String, _ words: String
  ) async throws {
    var world = try Self.world()
    let job = Self.job([#"{"pubsub":"orders","deadLetter":"orders-lost"}"#])
    let plan = try await world.apply([job])
    #expect(Self.kinds(plan.changes).contains("create gcp.topic.publisher"))
    #expect(try await world.plan([job]).isEmpty)
    if words.hasPrefix("run.") { #expect(world.setBindings(.job, "[]")) }
    let lost = "projects/acme-prod/topics/orders-lost"
    let watch = "projects/acme-prod/subscriptions/watch"
    #expect(Self.call(world, "PUT", "pubsub", "/v1/\(watch)", #"{"topic":"\#(lost)"}"#).status == 200)
    #expect(Self.publish(world, message).status == 200)
    #expect(Self.names(world, "run", in: "executions").isEmpty)
    #expect(Self.failures(world).first?.contains(words) == true, "\(Self.failures(world))")
    let kept = Self.call(world, "POST", "pubsub", "/v1/\(watch):pull", #"{"maxMessages":10}"#)
    let data = message.split(separator: "\"").dropFirst(3).first.map { String($0) }
    #expect(kept.text("receivedMessages.0.message.data") == data && kept.text("receivedMessages.1") == nil)
  }

  // MARK: Others

  @Test func `a topic that others made is used, and stays theirs`() async throws {
    var world = try Self.world()
    #expect(Self.call(world, "PUT", "pubsub", "/v1/\(Self.topic)", #"{"labels":{"team":"shop"}}"#).status == 200)
    let plan = try await world.apply([Self.job()])
    #expect(plan.satisfied.contains(Self.topicID) && !plan.changes.contains { $0.id == Self.topicID })
    #expect(Self.publish(world, #"{"data":"e30="}"#).status == 200)
    #expect(Self.names(world, "run", in: "executions").count == 1)
    try await world.apply([Self.job([])])
    try await prune(&world, on: try #require(CivilDate(text: "2026-12-21")))
    #expect(world.double.state("pubsub", Self.topic).text("labels.team") == "shop")
    #expect(Self.names(world, "pubsub", in: "subscriptions").isEmpty)
  }

  @Test func `a workflow and a trigger of those names that others made are never touched`() async throws {
    let world = try Self.world()
    let source = #"{"sourceContents":"main:\n  steps: []\n"}"#
    #expect(
      Self.call(world, "POST", "workflows", "/v1/\(Self.place)/workflows?workflowId=nightly", source).status == 200)
    let plan = try await world.plan([Self.job()])
    #expect(plan.collisions.map(\.id) == [Self.workflowID])
  }

  @Test func `jobs share a topic and the right to start workflows`() async throws {
    var world = try Self.world()
    let other = Self.job { $0.name = "hourly" }
    let plan = try await world.apply([Self.job(), other])
    #expect(Self.kinds(plan.changes).count { $0 == "create gcp.topic" || $0 == "create gcp.workflow.invoker" } == 2)
    #expect(Self.publish(world, #"{"data":"e30="}"#).status == 200)
    #expect(Self.names(world, "run", in: "executions").count == 2)
  }

  @Test func `what changed since the plan was made is not written over`() async throws {
    var world = try Self.world()
    try await world.apply([Self.job()])
    for (api, name) in [
      ("workflows", Self.workflow), ("eventarc", "\(Self.place)/triggers/\(Self.trigger)"), ("pubsub", Self.topic),
    ] {
      let id = api == "workflows" ? Self.workflowID : api == "eventarc" ? Self.triggerID : Self.topicID
      let survey = try await world.survey(for: [Self.job()])
      let live = try #require(survey.owned.first { $0.id == id })
      let change = Change(id: id, job: live.owner, action: .delete, fields: [], precondition: live.precondition)
      #expect(world.double.patchState(api, name, #"{"labels":{"mine":"yes"}}"#))
      let failure = await #expect(throws: Failure.self) { try await world.carryOut([change], in: survey) }
      #expect(failure?.message.contains("changed meanwhile") == true)
      #expect(world.double.state(api, name).status == 200)
    }
  }

  @Test(.enabled(if: PubSubEmulator.isThere, "\(PubSubEmulator.absence)"))
  func `topics are made, found, left to others and removed in Google's emulator`() async throws {
    let host = try await PubSubEmulator.host()
    let client = LoopbackClient(try #require(host.split(separator: ":").last.flatMap { UInt16($0) }))
    var world = try #require(try World(apis: RunningDouble.eventful, pubsub: host))
    let job = Self.job([#"{"pubsub":"mine"}"#, #"{"pubsub":"theirs"}"#])
    let json = ["Content-Type: application/json"]
    #expect(client.send("PUT", "/v1/projects/acme-prod/topics/theirs", json, body: "{}").status == 200)
    let mine = "gcp.topic/acme-prod/global/mine"
    let before = try await world.plan([job])
    let creation = try #require(before.changes.first { $0.id == mine })
    #expect(before.satisfied == ["gcp.topic/acme-prod/global/theirs"])
    try await world.carryOut([creation], in: try await world.survey(for: [job]))
    // As if the answer had been lost.
    try await world.carryOut([creation], in: try await world.survey(for: [job]))
    let survey = try await world.survey(for: [job])
    let live = try #require(survey.owned.first { $0.id == mine })
    #expect(live.owner == "acme/prod/*" && live.fields.isEmpty)
    let deletion = Change(id: mine, job: live.owner, action: .delete, fields: [], precondition: live.precondition)
    let watch = "/v1/projects/acme-prod/subscriptions/mine"
    let body = #"{"topic":"projects/acme-prod/topics/mine"}"#
    #expect(client.send("PUT", watch, json, body: body).status == 200)
    let failure = await #expect(throws: Failure.self) { try await world.carryOut([deletion], in: survey) }
    #expect(failure?.message.contains("projects/acme-prod/subscriptions/mine") == true)
    #expect(client.send("DELETE", watch).status == 200)
    for _ in 0..<2 { try await world.carryOut([deletion], in: survey) }
    #expect(try await world.survey(for: [job]).owned.allSatisfy { $0.id != mine })
  }

  // MARK: Faults

  @Test(arguments: [
    #"{"reset":"after","times":1,"match":"eventarc.projects.locations.triggers.create"}"#,
    #"{"reset":"after","times":1,"match":"workflows.projects.locations.workflows.create"}"#,
    #"{"reset":"after","times":1,"match":"pubsub.projects.topics.create"}"#,
    #"{"reset":"before","times":1,"match":"eventarc.*"}"#, #"{"code":429,"times":2,"match":"workflows.*"}"#,
    #"{"code":503,"times":1,"match":"pubsub.*"}"#,
  ])
  func `nothing is lost or made twice where answers get lost`(_ fault: String) async throws {
    var world = try Self.world()
    #expect(world.double.set(#"{"operationPolls":2}"#) && world.double.fault(fault))
    try await world.apply([Self.job()])
    #expect(try await world.plan([Self.job()]).isEmpty)
    try await world.apply([Self.job([])])
    #expect(world.double.stateCount("eventarc") == 0 && world.double.stateCount("workflows") == 0)
  }

  // MARK: Before the first call

  @Test func `APIs that are not enabled and permissions that are missing are named first`() async throws {
    let world = try Self.world([
      "--deny", "eventarc.triggers.create", "--deny", "resourcemanager.projects.setIamPolicy",
    ])
    #expect(world.double.set(#"{"disabled":["eventarc.googleapis.com","workflows.googleapis.com"]}"#))
    let plan = try await world.plan([Self.job()])
    #expect(plan.changes.contains { $0.id == Self.triggerID } && plan.unknown.isEmpty)
    let missing = try await JobsDeploy.World(world.providers).preflight(plan.changes)
    for words in [
      "the API 'eventarc.googleapis.com' is not enabled", "the API 'workflows.googleapis.com' is not enabled",
      "permission 'eventarc.triggers.create' is missing",
      "permission 'resourcemanager.projects.setIamPolicy' is missing",
    ] {
      #expect(missing.contains { $0.message.contains(words) && $0.isCertain && $0.hint != nil }, "\(words)")
    }
    #expect(missing.count(where: \.isCertain) == 4, "\(missing.map(\.message))")
    #expect(missing[0].hint?.hasPrefix("gcloud ") == true)
  }

  @Test(arguments: [
    (["eventarc.triggers.list"], triggerID), (["workflows.workflows.list"], workflowID),
    (["pubsub.topics.list"], topicID),
  ])
  func `what may not be looked at is said where it is wanted`(_ denied: [String], _ unknown: String) async throws {
    let world = try Self.world(denied.flatMap { ["--deny", $0] })
    let plan = try await world.plan([Self.job()])
    #expect(plan.unknown.map(\.id) == [unknown] && plan.unknown[0].hint != nil)
  }

  // MARK: Refusals

  @Test(arguments: [
    (#"{"pubsub":"x"}"#, "cannot be a topic"), (#"{"pubsub":"goog-orders"}"#, "cannot be a topic"),
    (#"{"pubsub":7}"#, "cannot be a topic"),
    (#"{"pubsub":"orders","filter":"a"}"#, "'filter' of its event would be lost"),
    (#"{"pubsub":"projects/other/topics/orders"}"#, "not in its own project"),
    (#"{"pubsub":"orders","deadLetter":"orders"}"#, "would start it again"),
  ])
  func `an event that cannot be kept whole is refused`(_ event: String, _ words: String) throws {
    let world = try Self.world()
    let refusal = #expect(throws: ExpansionRefusal.self) { try world.provider.expand(Self.job([event])) }
    #expect(refusal?.message.contains(words) == true, "\(refusal?.message ?? "")")
    #expect(throws: ExpansionRefusal.self) { try world.provider.expand(Self.job([event, event])) }
  }

  @Test func `a job without an identity is started by an account that may do nothing else`() async throws {
    var world = try Self.world()
    let job = Self.job {
      $0.identity = nil
      $0.schedules = World.job().schedules
    }
    let invoker = "jobs-invoker@acme-prod.iam.gserviceaccount.com"
    let plan = try await world.apply([job])
    #expect(plan.changes.contains { $0.id == "gcp.account/acme-prod/global/jobs-invoker" && $0.action == .create })
    #expect(
      world.bindings(.job).sorted() == [
        "roles/run.invoker serviceAccount:\(invoker)",
        "roles/run.jobsExecutorWithOverrides serviceAccount:\(invoker)",
      ])
    #expect(try await world.plan([job]).isEmpty)
    // What it runs as cannot be granted anything, and this is said.
    let reader = Self.job {
      $0.identity = nil
      $0.run.secrets = [Pair("A", "db-password:1")]
    }
    #expect(try world.provider.expand(reader).losses.contains { $0.contains("nothing is granted") })
  }

  @Test func `an event of another kind is said to be lost`() throws {
    let world = try Self.world()
    let losses = try world.provider.expand(Self.job([#"{"bucket":"in"}"#])).losses
    #expect(losses.contains { $0.contains("the event 'bucket' does not start it") })
  }

  // MARK: Out of use

  @Test func `a trigger goes at once, and what it starts goes out of use, comes back, and goes in the end`()
    async throws
  {
    var world = try Self.world()
    let (day, later) = (try #require(CivilDate(text: "2026-11-21")), try #require(CivilDate(text: "2026-12-21")))
    try await world.apply([Self.job()])
    try await prune(&world, on: day)
    #expect(Self.names(world, "eventarc", in: "triggers").isEmpty && world.bindings(.project).isEmpty)
    #expect(world.double.state("workflows", Self.workflow).text("description")?.hasSuffix(" 2026-11-21") == true)
    #expect(world.double.state("pubsub", Self.topic).text("labels.jobs-quarantined") == "2026-11-21")
    try await world.apply([Self.job()])
    #expect(try await world.plan([Self.job()]).isEmpty)
    #expect(world.double.state("pubsub", Self.topic).text("labels.jobs-quarantined") == nil)
    let watch = "projects/acme-prod/subscriptions/watch"
    #expect(Self.call(world, "PUT", "pubsub", "/v1/\(watch)", #"{"topic":"\#(Self.topic)"}"#).status == 200)
    try await prune(&world, on: day)
    let failure = await #expect(throws: Failure.self) { try await prune(&world, on: later) }
    #expect(failure?.message.contains("by the subscription 'projects/acme-prod/subscriptions/watch'") == true)
    #expect(Self.call(world, "DELETE", "pubsub", "/v1/\(watch)").status == 200)
    try await prune(&world, on: later)
    #expect(world.double.stateCount("workflows") == 0 && world.double.stateCount("pubsub") == 0)
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
