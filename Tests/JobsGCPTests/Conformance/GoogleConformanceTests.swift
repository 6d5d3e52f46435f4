import JobsCore
import JobsDeploy
import JobsManifest
import TestSupport
import Testing

@testable import JobsGCP

/// Every kind of resource through all of its life, field by field.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)")) struct GoogleConformanceTests {
  private typealias World = GoogleWorld

  /// A project with the channels that the alert names, and the topic and workflows that the trigger does.
  private static func world() throws -> World {
    let world = try #require(try World(apis: RunningDouble.eventful))
    for (id, title) in [(1, "oncall"), (2, "ops")] {
      let channel = #"{"type":"email","displayName":"\#(title)","labels":{"email_address":"a@acme.example"}}"#
      try #require(world.double.putState("monitoring", channelName(id), channel))
    }
    for name in ["pager", "pager-2"] { try #require(world.put(secret: name, "\(name)-0123456789")) }
    let topic = "projects/acme-prod/topics/orders"
    try #require(world.double.putState("pubsub", topic, #"{"name":"\#(topic)"}"#))
    for name in ["others", "others-too"] {
      let full = "projects/acme-prod/locations/europe-west1/workflows/\(name)"
      try #require(
        world.double.putState("workflows", full, #"{"name":"\#(full)","state":"ACTIVE","sourceContents":"main: {}"}"#))
    }
    return world
  }

  private static func channelName(_ id: Int) -> String { "projects/acme-prod/notificationChannels/\(id)" }

  // MARK: Behind the back

  /// What the double keeps of a subject: its name there, and the document.
  private static func kept(_ subject: GoogleSubject, _ world: World) -> (name: String, tree: Tree)? {
    var list = Tree(source: Array(world.double.control("GET", "/_state?api=\(subject.api)").body.utf8))
    guard (try? JSONReader.parse(&list, in: 0..<list.source.count)) != nil else { return nil }
    let names = list.value(Tree.root, "names").map { list.children($0).map(list.string) } ?? []
    let own = names.first { name in
      ![channelName(1), channelName(2)].contains(name) && !["/secrets/", "others"].contains { name.contains($0) }
    }
    guard let own else { return nil }
    var tree = Tree(source: Array(world.double.state(subject.api, own).body.utf8))
    guard (try? JSONReader.parse(&tree, in: 0..<tree.source.count)) != nil else { return nil }
    return (own, tree)
  }

  /// Gives one field another value, or none, as somebody else might.
  private static func move(
    _ row: FieldRow, to value: Resource.Value?, of subject: GoogleSubject, _ world: World
  ) throws -> Bool {
    let (name, tree) = try #require(kept(subject, world))
    // Channels stand there by the names that the service gave them.
    let isRoutes = row.path == ResourceShape.routes
    let path = isRoutes ? ResourceShape.channels : row.path
    let value = isRoutes ? Resource.Value([channelName(2)]) : value
    var fields = subject.shape.layout.fields(tree).filter { $0.name != "etag" && $0.name != path }
    if let value { fields.append(Resource.Field(path, value)) }
    guard subject.api == "logging" else {
      return world.double.putState(subject.api, name, try json(fields, subject))
    }
    // The service keeps a metric under another name than it answers.
    let standing = Set(subject.shape.standing(tree).map(\.name)).union([path, "name", "description"])
    return LoopbackClient(world.double.port(subject.api)).send(
      "PUT", "/v2/\(name)", ["Authorization: Bearer \(world.double.token())", "Content-Type: application/json"],
      body: try json(fields.filter { standing.contains($0.name) }, subject)
    ).status == 200
  }

  private static func json(_ fields: [Resource.Field], _ subject: GoogleSubject) throws -> String {
    String(decoding: try subject.shape.layout.json(fields), as: UTF8.self)
  }

  // MARK: Life

  @Test(arguments: GoogleSubject.all)
  func `a resource is made, read back, left alone and removed`(_ subject: GoogleSubject) async throws {
    var world = try Self.world()
    let wanted = subject.wanted(in: world)
    let made = try await world.apply(of: wanted)
    #expect(made.changes.map(\.action) == [.create])
    let live = try #require(try await world.survey(of: wanted).owned.first)
    #expect(Set(live.fields) == Set(subject.rows.map(\.field)) && live.owner == subject.owner)
    #expect(live.appliedDigest == live.fields.digest)
    #expect(try await world.plan(of: wanted).isEmpty)
    var unnoted = world
    unnoted.applied = AppliedResources()
    #expect(try await unnoted.plan(of: wanted).isEmpty)
    let gone = [Expansion(job: subject.owner, owner: subject.owner, resources: [])]
    #expect(try await world.apply(of: gone).changes.map(\.action) == [.delete])
    #expect(Self.kept(subject, world) == nil)
    #expect(try await world.plan(of: gone).isEmpty)
  }

  @Test(arguments: GoogleSubject.all)
  func `each field is changed by its manifest, left out, and given back`(_ subject: GoogleSubject) async throws {
    var world = try Self.world()
    try await world.apply(of: subject.wanted(in: world))
    for row in subject.rows {
      for value in [row.second, nil] where value != nil || row.presence == .optional {
        for wanted in [subject.wanted(in: world, (row, value)), subject.wanted(in: world)] {
          let plan = try await world.apply(of: wanted)
          #expect(plan.changes.map(\.action) == [.update], "\(row.path)")
          #expect(plan.changes.flatMap(\.fields).map(\.path) == [row.path])
          #expect(plan.drifted.isEmpty, "\(row.path)")
          #expect(try await world.plan(of: wanted).isEmpty, "\(row.path)")
        }
      }
    }
  }

  @Test(arguments: GoogleSubject.all)
  func `each field that somebody moved or took away is drift, and mended alone`(_ subject: GoogleSubject) async throws {
    var world = try Self.world()
    let wanted = subject.wanted(in: world)
    try await world.apply(of: wanted)
    let before = Set(subject.shape.standing(try #require(Self.kept(subject, world)).tree))
    for row in subject.rows {
      for value in [row.second, nil] where value != nil || row.presence != .needed {
        #expect(try Self.move(row, to: value, of: subject, world), "\(row.path)")
        var unnoted = world
        unnoted.applied = AppliedResources()
        for world in [world, unnoted] {
          let plan = try await world.plan(of: wanted)
          #expect(plan.changes.flatMap(\.fields).map(\.path) == [row.path])
          #expect(plan.drifted.count == 1 && plan.changes.first?.fields.first?.kind == .drift, "\(row.path)")
        }
        try await world.apply(of: wanted)
        #expect(try await world.plan(of: wanted).isEmpty, "\(row.path)")
        #expect(Set(subject.shape.standing(try #require(Self.kept(subject, world)).tree)) == before, "\(row.path)")
      }
    }
  }

  @Test(arguments: [GoogleID.Kind.invoker, .accessor])
  func `a right is granted, left alone, granted again where somebody took it, and taken away`(
    _ kind: GoogleID.Kind
  ) async throws {
    var world = try Self.world()
    let job = World.job { $0.run.secrets = [Pair("PASSWORD", "db-password:1")] }
    let grant = Grant(kind, on: kind == .invoker ? "nightly" : "db-password", to: try #require(job.identity))
    let place = kind == .invoker ? World.Place.job : .secret
    let line = "\(grant.role) \(grant.member)"
    try await world.apply([job])
    #expect(world.bindings(place) == [line])
    #expect(try await world.plan([job]).isEmpty)
    for taken in ["[]", #"[{"role":"\#(grant.role)","members":["user:ann@acme.example"]}]"#] {
      #expect(world.setBindings(place, taken))
      let plan = try await world.plan([job])
      #expect(plan.changes.map(\.action) == [.create] && plan.drifted.count == 1)
      try await world.apply([job])
      #expect(world.bindings(place).contains { $0.contains(grant.member) })
      #expect(try await world.plan([job]).isEmpty)
    }
    let survey = try await world.survey(for: [job])
    let live = try #require(survey.owned.first { $0.id.hasPrefix("\(kind.rawValue)/") })
    let change = Change(
      id: live.id, job: live.owner, action: .delete, fields: [], precondition: live.precondition)
    try await world.carryOut([change], in: survey)
    #expect(!world.bindings(place).contains { $0.contains(grant.member) })
    // What is another's right stays.
    #expect(world.bindings(place).contains { $0.contains("user:ann@acme.example") })
  }

  // MARK: Whether the table is whole

  /// A job that says all that a manifest can say of Cloud Run.
  private static func fullest(_ change: (inout Job) -> Void) -> Job {
    World.job {
      $0.labels = [Pair("team", "data")]
      $0.digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
      $0.annotations = [
        Pair("owner", "ann"), Pair("run.googleapis.com/execution-environment", "gen1"),
        Pair("run.googleapis.com/launch-stage", "BETA"), Pair("run.googleapis.com/encryption-key", "projects/k"),
        Pair("run.googleapis.com/binary-authorization-breakglass", "fire"),
        Pair("run.googleapis.com/cloudsql-instances", "p:r:a"),
        Pair("run.googleapis.com/gpu-zonal-redundancy-disabled", "true"),
      ]
      $0.run.command = ["/app/report"]
      $0.run.args = ["--all"]
      $0.run.workingDirectory = "/srv"
      $0.run.env = [Pair("LEVEL", "info")]
      $0.run.secrets = [Pair("PASSWORD", "db-password:3")]
      $0.run.mounts = [Mount(secret: "tls:3", path: "/etc/tls/key.pem")]
      $0.resources.gpu = 1
      $0.alerts = AlertName.Cause.allCases.map { Alert(when: $0.rawValue, route: "oncall") }
      $0.expect = JobsManifest.Expectation(p90Seconds: 540)
      $0.events = [Event(json: #"{"pubsub":"orders","retry":false}"#)]
      var route = AlertRoute(name: "oncall")
      route.emails = ["ann@acme.example"]
      route.pagerduty = "secret:pager"
      route.webhook = "https://hooks.acme.example/a"
      $0.around.value.routes = [route]
      change(&$0)
    }
  }

  private static let fullestJobs = [
    fullest {
      $0.annotations.append(Pair("run.googleapis.com/binary-authorization", "projects/b"))
      $0.network = Network()
      $0.network?.connector = "projects/c"
      $0.network?.egress = "all-traffic"
    },
    fullest {
      $0.annotations.append(Pair("run.googleapis.com/binary-authorization", "default"))
      $0.network = Network()
      $0.network?.network = "vpc"
      $0.network?.subnetwork = "jobs"
      $0.network?.tags = ["egress"]
    },
  ]

  /// `template.template.containers.image`, whatever the container is called.
  private static func pattern(_ kind: GoogleID.Kind, _ path: String) -> String {
    let shape = GoogleSubject.all.first { $0.kind == kind }?.shape
    return "\(kind.rawValue) \(shape?.layout.pattern(of: path) ?? path)"
  }

  @Test func `every field that a job has in Google stands in the table, and no other`() throws {
    let world = try Self.world()
    var found: Set<String> = []
    for resource in try world.expand(Self.fullestJobs).flatMap(\.resources) {
      let id = try #require(
        world.providers.lazy.compactMap { GoogleID(resource.id, in: $0.place) }.first, "\(resource.id)")
      guard !Self.triedElsewhere.contains(id.kind) else { continue }
      found.formUnion(resource.fields.map { Self.pattern(id.kind, $0.name) })
    }
    let table = Set(GoogleSubject.all.flatMap { subject in subject.rows.map { Self.pattern(subject.kind, $0.path) } })
    #expect(found.subtracting(table).sorted() == [])
    #expect(table.subtracting(found).sorted() == [])
  }

  /// A right is its name, and so is a topic: they go through their lives in tests of their own, some in `GoogleEventTests`. A
  /// retention is part of what is another's (`GoogleRetentionTests`).
  private static let triedElsewhere: Set<GoogleID.Kind> = [
    .invoker, .accessor, .executor, .workflowInvoker, .publisher, .topic, .retention,
  ]

  @Test func `every kind of resource goes through its life`() {
    let tried = Set(GoogleSubject.all.map(\.kind)).union(Self.triedElsewhere)
    #expect(tried == Set(GoogleID.Kind.allCases))
  }
}
