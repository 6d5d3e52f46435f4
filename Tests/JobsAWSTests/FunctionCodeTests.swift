import Glibc
import JobsArchive
import JobsCloud
import JobsCore
import JobsDeploy
import JobsManifest
import Synchronization
import TestSupport
import Testing

@testable import JobsAWS

/// Functions of code that is sent, on moto and on ministack: what is there already is not sent again, and the version of
/// before is there to go back to.
@Suite(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)))
struct FunctionCodeTests {
  /// Passes all calls on, keeps the code that is sent, and has it where a version says that it lies: at moto it lies
  /// nowhere, and at ministack always the newest (moto 5.2.5, ministack 1.5.33).
  fileprivate final class Wire: Transport {
    struct State {
      var sent: [[UInt8]] = []
      /// Of the version that was read last.
      var codeSha256 = ""
      var isLying = false
    }

    private let inner: any Transport
    private let host: String
    let state = Mutex(State())

    init(_ session: AWSSession) throws {
      inner = session.transport
      host = try #require(session.settings.variable("AWS_ENDPOINT_URL"))
    }

    var sent: Int { state.withLock(\.sent.count) }

    func start(
      _ request: HTTPRequest, then: @escaping @Sendable (Result<HTTPResponse, TransportFailure>) -> Void
    ) -> TransportCall {
      let address = request.address.text
      if !address.hasPrefix(host) || address.contains("/_ministack/") {
        let found = state.withLock { state in
          state.isLying ? [1, 2, 3] : state.sent.first { CodePackage.codeSha256($0) == state.codeSha256 }
        }
        then(.success(HTTPResponse(status: found == nil ? 404 : 200, body: found ?? [])))
        return TransportCall {}
      }
      var tree = Tree(source: request.body)
      if (try? JSONReader.parse(&tree, in: 0..<request.body.count)) != nil,
        let text = tree.words(Tree.root, "ZipFile") ?? tree.words(Tree.root, "Code", "ZipFile"),
        let bytes = Base64.decode(text)
      {
        state.withLock { $0.sent.append(bytes) }
      }
      return inner.start(request) { [self] result in
        if case .success(let response) = result {
          var tree = Tree(source: response.body)
          if (try? JSONReader.parse(&tree, in: 0..<response.body.count)) != nil,
            let sum = tree.words(Tree.root, "Configuration", "CodeSha256")
          {
            state.withLock { $0.codeSha256 = sum }
          }
        }
        then(result)
      }
    }
  }

  /// A job of code in a folder of this host, and what was applied of it.
  fileprivate final class World {
    let wire: Wire
    let provider: AWSProvider
    let folder = TemporaryFolder()
    var job: Job
    var applied = AppliedResources()

    init(_ emulator: Emulator) async throws {
      let session = try await emulator.session()
      wire = try Wire(session)
      provider = try await AWSProvider.connect(
        AWSSession(settings: session.settings, transport: wire) { _ in .failure(.world("nothing is started here")) },
        region: "eu-west-1")
      job = Job(name: "code-\(UInt32.random(in: 0 ... .max))")
      job.tenant = "acme"
      job.env = "prod"
      job.target = Target(kind: .lambda, region: "eu-west-1")
      job.run.code.value.path = "src"
      job.run.code.value.runtime = "python3.12"
      job.run.code.value.handler = "main.handler"
      job.origin = Origin(file: folder.file("job.yaml"), line: 1, column: 1, format: "jobs")
      mkdir(folder.file("src"), 0o755)
      write("one")
    }

    func write(_ word: String) { folder.write("src/main.py", "def handler(event, context): return '\(word)'\n") }

    func plan(_ scope: Plan.Scope = .manifests) async throws -> Plan {
      try Plan(
        [provider.expand(job)], in: await provider.survey(), applied: applied, scope: scope,
        refusal: provider.refusal)
    }

    func apply(_ plan: Plan) async throws {
      for change in plan.changes { try await provider.perform(change) }
      for resource in try provider.expand(job).resources { applied[resource.id] = resource.fields }
      let next = try await self.plan()
      #expect(next.isEmpty, "\(next.changes)")
    }

    var name: String { provider.region.function(job) }

    func function() async throws -> Lambda.Function { try #require(try await provider.lambda.function(name)) }

    func version() async throws -> String? {
      try await provider.lambda.function(name, qualifier: LambdaPlace.alias)?.version
    }

    /// The one change of a plan, of the function.
    func change() async throws -> Change {
      let plan = try await plan()
      #expect(plan.changes.count == 1, "\(plan.changes)")
      return try #require(plan.changes.first)
    }
  }

  @Test(arguments: Emulator.all)
  func `code is sent once, and again when it is another one`(emulator: Emulator) async throws {
    let world = try await World(emulator)
    try await world.apply(try await world.plan())
    #expect(world.wire.sent == 1)
    let archive = try CodePackage.pack(world.folder.file("src"), expecting: nil)
    #expect(try await world.function().codeSha256 == CodePackage.codeSha256(archive))
    let first = try #require(try await world.version())

    // Another setting makes a version, and sends nothing.
    for change in [
      { $0.resources.memoryBytes = 256 << 20 }, { $0.run.code.value.runtime = "python3.13" },
      { $0.run.code.value.handler = "main.run" }, { $0.run.env = [Pair("LOG_LEVEL", "info")] },
    ] as [(inout Job) -> Void] {
      let before = try await world.version()
      change(&world.job)
      let planned = try await world.change()
      #expect(planned.fields.count == 1 && planned.fields[0].path != FunctionDocument.content)
      try await world.apply(try await world.plan())
      #expect(try await world.version() != before)
    }
    #expect(world.wire.sent == 1)

    world.write("two")
    let planned = try await world.change()
    #expect(planned.fields.map(\.path) == [FunctionDocument.content] && planned.source == world.folder.file("src"))
    try await world.apply(try await world.plan())
    #expect(world.wire.sent == 2)
    #expect(try await world.version() != first)
  }

  @Test(arguments: Emulator.all)
  func `a function goes back to the code of an older version`(emulator: Emulator) async throws {
    let world = try await World(emulator)
    try await world.apply(try await world.plan())
    let first = try await world.function().codeSha256
    world.write("two")
    let planned = try await world.change()
    try await world.apply(try await world.plan())
    let second = try await world.version()

    let live = try await world.change(back: planned)
    world.wire.state.withLock { $0.isLying = true }
    let failure = await #expect(throws: Failure.self) { try await world.provider.perform(live) }
    #expect(failure?.message.contains("came as something else") == true, "\(failure?.message ?? "")")
    world.wire.state.withLock { $0.isLying = false }
    #expect(try await world.version() == second)

    try await world.provider.perform(live)
    #expect(try await world.function().codeSha256 == first)
    #expect(try await world.version() != second)
    // Beside the manifest, which still has the newer code, nothing else differs.
    #expect(try await world.change().fields.map(\.path) == [FunctionDocument.content])
    try await world.apply(try await world.plan())
    var gone = live
    gone.precondition = try await world.change(back: planned).precondition
    gone.fields[0].desired = "sha256:\(String(repeating: "0", count: 64))"
    let missing = await #expect(throws: Failure.self) { try await world.provider.perform(gone) }
    #expect(missing?.message.hasPrefix("no version of function") == true, "\(missing?.message ?? "")")
  }

  @Test(arguments: Emulator.all)
  func `the code that a function runs is to be had, and nothing else for it`(emulator: Emulator) async throws {
    let world = try await World(emulator)
    try await world.apply(try await world.plan())
    let id = world.provider.region.id(.function, world.name)
    #expect(try await world.provider.archive(of: id) == CodePackage.pack(world.folder.file("src"), expecting: nil))
    world.wire.state.withLock { $0.isLying = true }
    let other = await #expect(throws: Failure.self) { try await world.provider.archive(of: id) }
    #expect(other?.message.contains("came as something else than Lambda says") == true, "\(other?.message ?? "")")
    let none = await #expect(throws: Failure.self) { try await world.provider.archive(of: id + "-none") }
    #expect(none?.message.hasPrefix("Lambda does not say where the code") == true, "\(none?.message ?? "")")
  }

  @Test(arguments: Emulator.all)
  func `code that somebody else put there is drift, and a lost note sends nothing`(emulator: Emulator) async throws {
    let world = try await World(emulator)
    try await world.apply(try await world.plan())
    let other = TemporaryFolder()
    other.write("main.py", "def handler(event, context): return 'by hand'\n")
    let archive = try CodePackage.pack(other.path, expecting: nil)
    _ = try await world.provider.lambda.setCode(
      Array(#"{"ZipFile":"\#(Base64.encode(archive))"}"#.utf8), of: world.name, revision: nil)
    try await world.provider.lambda.settle(world.name, clock: .system)
    let drift = try await world.plan(.drift)
    #expect(drift.changes.first?.fields.map(\.path).sorted() == ["Alias", "Code.Content"], "\(drift.changes)")
    #expect(drift.changes.first?.fields.allSatisfy { $0.kind == .drift } == true)
    #expect(
      drift.changes.first?.fields.first { $0.path == FunctionDocument.content }?.live?.text
        == String(hexadecimal: Base64.decode(CodePackage.codeSha256(archive)) ?? [], prefix: "sha256:"))
    try await world.apply(drift)
    #expect(world.wire.sent == 3)

    try await world.provider.lambda.removeTags(["jobs-code"], of: world.provider.region.functionARN(world.name))
    #expect(try await world.change().fields.map(\.path).contains(FunctionDocument.content))
    try await world.apply(try await world.plan())
    #expect(world.wire.sent == 3)
  }

  @Test(arguments: Emulator.all)
  func `what was written to since the plan is not sent`(emulator: Emulator) async throws {
    let world = try await World(emulator)
    let plan = try await world.plan()
    for change in plan.changes where world.provider.region.resource(change.id)?.kind == .role {
      try await world.provider.perform(change)
    }
    let create = try #require(plan.changes.first { world.provider.region.resource($0.id)?.kind == .function })
    world.write("meanwhile")
    let failure = await #expect(throws: Failure.self) { try await world.provider.perform(create) }
    #expect(failure?.message.hasSuffix("was changed since the plan was made") == true, "\(failure?.message ?? "")")
    #expect(try await world.provider.lambda.function(world.name) == nil && world.wire.sent == 0)
  }

  @Test(arguments: Emulator.all)
  func `code becomes no image: the plan says so, and another function is made in its stead`(
    emulator: Emulator
  ) async throws {
    let world = try await World(emulator)
    try await world.apply(try await world.plan())
    let code = world.job.run.code
    world.job.run.code.value = FunctionCode()
    world.job.run.image =
      "111122223333.dkr.ecr.eu-west-1.amazonaws.com/report@sha256:\(String(repeating: "a", count: 64))"
    let plan = try await world.plan()
    #expect(plan.changes.isEmpty && !plan.isWhole)
    let refused = try #require(plan.refused.first)
    #expect(
      refused.job == world.job.id && refused.reason.message.hasSuffix("cannot go from an image to code, nor back"))
    #expect(refused.reason.hint.contains("'jobs/function: NAME'"))
    // Whoever has such a change all the same does not get it done.
    let blind = try Plan(
      [world.provider.expand(world.job)], in: await world.provider.survey(), applied: world.applied)
    let change = try #require(blind.changes.first)
    let failure = await #expect(throws: Failure.self) { try await world.provider.perform(change) }
    #expect(failure?.message == refused.reason.message)

    let old = world.name
    world.job.annotations = [Pair("jobs/function", "\(old)-image")]
    try await world.apply(try await world.plan())
    #expect(try await world.provider.lambda.function(old) == nil)
    #expect(try await world.function().isOfArchive == false)
    world.job.run.image = nil
    world.job.run.code = code
    #expect(try await world.plan().refused.map(\.id) == [world.provider.region.id(.function, world.name)])
  }
}

extension FunctionCodeTests.World {
  /// The change that takes another one back, as a rollback has it.
  func change(back planned: Change) async throws -> Change {
    let live = try #require(try await provider.function(name))
    let fields = planned.fields.map {
      Change.Field(path: $0.path, applied: $0.desired, live: $0.desired, desired: $0.live, kind: .change)
    }
    return Change(id: live.id, job: planned.job, action: .update, fields: fields, precondition: live.precondition)
  }
}
