import JobsCore
import JobsDeploy
import JobsManifest
import TestSupport
import Testing

@testable import JobsGCP

/// What becomes of images: clean-up policies of a repository that is another's, made, left alone, moved, mended, taken away.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)")) struct GoogleRetentionTests {
  private typealias World = GoogleWorld

  private static let repository = "projects/acme-prod/locations/europe-west1/repositories/jobs"
  private static let address = "europe-west1-docker.pkg.dev/acme-prod/jobs"
  private static let id = "gcp.image.retention/acme-prod/global/acme-prod/europe-west1/jobs/prod"
  private static let theirs =
    #""others":{"id":"others","action":"DELETE","condition":{"olderThan":"86400s","tagState":"UNTAGGED"}}"#

  /// A project whose repository has one clean-up policy that others made, or none.
  private static func world(_ policies: String = theirs, _ more: String = "") throws -> World {
    let world = try #require(try World(apis: ["artifactregistry"]))
    try #require(
      world.double.putState(
        "artifactregistry", repository, #"{"format":"DOCKER","cleanupPolicies":{\#(policies)}\#(more)}"#))
    return world
  }

  private static func job(env: String = "prod", _ change: (inout ImageRetention) -> Void = { _ in }) -> Job {
    World.job {
      $0.env = env
      $0.run.image = "\(address)/report:1"
      var retention = ImageRetention(repository: address, keep: 10)
      retention.untaggedSeconds = 7 * 86_400
      retention.olderThanSeconds = 90 * 86_400
      retention.keptTags = ["v", "release-"]
      change(&retention)
      $0.around.value.retention = [retention]
    }
  }

  /// The ids of the policies there are, without the digests.
  private static func policies(_ world: World) -> [String] {
    var tree = Tree(source: Array(world.double.state("artifactregistry", repository).body.utf8))
    guard (try? JSONReader.parse(&tree, in: 0..<tree.source.count)) != nil else { return [] }
    let ids = tree.value(Tree.root, "cleanupPolicies").map { tree.entries($0).map { tree.string($0.key) } } ?? []
    return ids.map { id in
      guard id.hasPrefix("jobs-"), let dash = id.lastIndex(of: "-") else { return id }
      return String(id[..<dash])
    }.sorted()
  }

  private static let whole = ["jobs-prod-keep", "jobs-prod-old", "jobs-prod-tags", "jobs-prod-untagged", "others"]

  @Test func `policies are added beside those of others, left alone, and taken away alone`() async throws {
    var world = try Self.world()
    let plan = try await world.apply([Self.job()])
    #expect(plan.changes.contains { $0.id == Self.id && $0.action == .create && $0.job == "*/prod/*" })
    #expect(Self.policies(world) == Self.whole)
    let live = try #require(try await world.survey(for: [Self.job()]).owned.first { $0.id == Self.id })
    #expect(Set(live.fields) == Set(RetentionPolicies.wanted(Self.job().around.value.retention[0])))
    #expect(live.appliedDigest == live.fields.digest)
    #expect(try await world.plan([Self.job()]).isEmpty)
    let change = Change(id: Self.id, job: live.owner, action: .delete, fields: [], precondition: live.precondition)
    try await world.carryOut([change], in: try await world.survey(for: [Self.job()]))
    #expect(Self.policies(world) == ["others"])
    #expect(world.double.state("artifactregistry", Self.repository).text("cleanupPolicies.others.action") == "DELETE")
  }

  /// One of a kind and how a manifest would change it.
  private static let changes: [(field: String, change: @Sendable (inout ImageRetention) -> Void)] = [
    ("cleanupPolicies.keep.mostRecentVersions.keepCount", { $0.keep = 20 }),
    ("cleanupPolicies.untagged.condition.olderThan", { $0.untaggedSeconds = 86_400 }),
    ("cleanupPolicies.old.condition.olderThan", { $0.olderThanSeconds = 30 * 86_400 }),
    ("cleanupPolicies.tags.condition.tagPrefixes", { $0.keptTags = ["v"] }),
  ]

  @Test func `each of its fields is changed by the project file and given back`() async throws {
    var world = try Self.world()
    try await world.apply([Self.job()])
    for (field, change) in Self.changes {
      for job in [Self.job(change), Self.job()] {
        let plan = try await world.apply([job])
        #expect(plan.changes.map(\.action) == [.update] && plan.drifted.isEmpty, "\(field)")
        #expect(plan.changes.flatMap(\.fields).map(\.path) == [field])
        #expect(try await world.plan([job]).isEmpty, "\(field)")
      }
    }
    for change in [{ $0.untaggedSeconds = nil }, { $0.olderThanSeconds = nil }, { $0.keptTags = [] }]
      as [@Sendable (inout ImageRetention) -> Void]
    {
      for job in [Self.job(change), Self.job()] {
        #expect(try await world.apply([job]).changes.map(\.action) == [.update])
        #expect(try await world.plan([job]).isEmpty)
      }
    }
    #expect(Self.policies(world) == Self.whole)
  }

  @Test func `what somebody moved is drift, with and without a note, and mended`() async throws {
    var world = try Self.world()
    try await world.apply([Self.job()])
    let before = world.double.state("artifactregistry", Self.repository)
    for (old, new) in [
      (#""keepCount":10"#, #""keepCount":1"#), (#""olderThan":"7776000s""#, #""olderThan":"86400s""#),
      (#""tagState":"ANY""#, #""tagState":"TAGGED""#), (#"["v","release-"]"#, #"["x"]"#),
    ] {
      let body = before.body.split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
        .split(separator: "\": ").joined(separator: "\":").split(separator: "\", \"").joined(separator: "\",\"")
      let moved = body.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
      #expect(moved != body, "\(old) in \(body)")
      try #require(world.double.putState("artifactregistry", Self.repository, moved))
      var unnoted = world
      unnoted.applied = AppliedResources()
      for world in [world, unnoted] {
        let plan = try await world.plan([Self.job()])
        #expect(plan.drifted.map(\.id).contains(Self.id), "\(new)")
      }
      try await world.apply([Self.job()])
      #expect(try await world.plan([Self.job()]).isEmpty)
      #expect(Self.policies(world) == Self.whole)
    }
  }

  @Test func `two environments keep images of one repository beside each other`() async throws {
    var world = try Self.world("")
    try await world.apply([Self.job()])
    try await world.apply([
      Self.job(env: "dev") {
        $0.keep = 2
        $0.untaggedSeconds = nil
        $0.olderThanSeconds = nil
        $0.keptTags = []
      }
    ])
    #expect(
      Self.policies(world) == [
        "jobs-dev-keep", "jobs-dev-old", "jobs-prod-keep", "jobs-prod-old", "jobs-prod-tags", "jobs-prod-untagged",
      ])
    #expect(try await world.plan([Self.job()]).isEmpty)
  }

  @Test func `a dry run is the repository's own, and not switched over policies of others`() async throws {
    var alone = try Self.world("")
    let rehearsed = Self.job { $0.isDryRun = true }
    try await alone.apply([rehearsed])
    #expect(alone.double.state("artifactregistry", Self.repository).text("cleanupPolicyDryRun") == "true")
    let plan = try await alone.apply([Self.job()])
    #expect(plan.changes.flatMap(\.fields).map(\.path) == ["cleanupPolicyDryRun"])
    #expect(alone.double.state("artifactregistry", Self.repository).text("cleanupPolicyDryRun") != "true")

    let shared = try Self.world()
    let changes = try await shared.plan([rehearsed]).changes
    let missing = try await shared.projectProvider.preflight(changes.filter { shared.projectProvider.owns($0.id) })
    #expect(missing.contains { $0.message.contains("its dry run is off for all its clean-up policies") }, "\(missing)")
    let own = try #require(changes.first { $0.id == Self.id })
    await #expect(throws: Failure.self) { try await shared.projectProvider.perform(own) }
    #expect(Self.policies(shared) == ["others"])
  }

  @Test func `a repository that is not there is named before the first change, and none is made`() async throws {
    let world = try Self.world()
    let job = World.job {
      $0.around.value.retention = [ImageRetention(repository: "europe-docker.pkg.dev/shared/base", keep: 3)]
    }
    let changes = try await world.plan([job]).changes.filter { world.projectProvider.owns($0.id) }
    let missing = try await world.projectProvider.preflight(changes)
    #expect(
      missing.contains {
        $0.message == "there is no repository 'projects/shared/locations/europe/repositories/base'"
          && $0.hint?.contains("gcloud artifacts repositories create base") == true
      }, "\(missing)")
    let own = try #require(changes.first { $0.id.hasPrefix("gcp.image.retention/") })
    await #expect(throws: Failure.self) { try await world.projectProvider.perform(own) }
    #expect(world.double.count("artifactregistry.projects.locations.repositories.patch") == 0)
  }

  @Test func `without a retention no repository is looked at, and with one no other`() async throws {
    var world = try Self.world()
    let other = "projects/acme-prod/locations/europe-west1/repositories/other"
    try #require(world.double.putState("artifactregistry", other, #"{"format":"DOCKER"}"#))
    try await world.apply([World.job { $0.run.image = "\(Self.address)/report:1" }])
    #expect(world.double.count("artifactregistry.*") == 0)
    try await world.apply([Self.job()])
    let asked = world.double.requests("artifactregistry.*").body
    #expect(asked.contains("repositories/jobs") && !asked.contains("repositories/other"))
  }

  @Test func `a change that came in between is not written over`() async throws {
    let world = try Self.world("")
    let plan = try await world.plan([Self.job()])
    var meanwhile = world
    try await meanwhile.apply([Self.job { $0.keep = 3 }])
    let own = try #require(plan.changes.first { $0.id == Self.id })
    await #expect(throws: Failure.self) { try await world.projectProvider.perform(own) }
    #expect(
      world.double.state("artifactregistry", Self.repository).body.contains("\"keepCount\": 3")
        || world.double.state("artifactregistry", Self.repository).body.contains("\"keepCount\":3"))
  }
}
