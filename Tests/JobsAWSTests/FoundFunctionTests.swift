import JobsArchive
import JobsCloud
import JobsCore
import JobsDeploy
import JobsManifest
import TestSupport
import Testing

@testable import JobsAWS

/// Functions that others made, as manifests, and what takes them over, on moto and on ministack.
@Suite(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)))
struct FoundFunctionTests {
  private struct World {
    let provider: AWSProvider
    let name = "Report_\(UInt32.random(in: 0 ... .max))"
    let ownership = JobOwnership(tenant: "acme", env: "prod")

    init(_ emulator: Emulator) async throws {
      provider = try await AWSProvider.connect(try await emulator.session(), region: "eu-west-1")
    }

    var arn: String { provider.region.functionARN(name) }

    func role(_ word: String) -> String { "arn:aws:iam::\(provider.region.account):role/\(word)" }

    /// As somebody makes it by hand; with its alias if it is to be as jobs-deploy would have it.
    func make(isFit: Bool) async throws {
      let lambda = provider.lambda
      try await provider.iam.ensure(role: "report")
      try await lambda.create(
        Array(
          (#"{"FunctionName":"\#(name)","PackageType":"Image","Code":{"ImageUri":"\#(Self.image)"},"#
            + #""Role":"\#(role("report"))","Timeout":60,"MemorySize":256,"Description":"of the night","#
            + #""Environment":{"Variables":{"LEVEL":"info","DB_SECRET_ID":"db","DB_VERSION_STAGE":"AWSPREVIOUS"}}}"#)
            .utf8),
        name: name)
      try await lambda.settle(name, clock: .system)
      if isFit { try await lambda.set(alias: "live", of: name, version: try await lambda.publish(name)) }
      // moto has no group that nobody made.
      try await provider.scheduler.ensure(group: "others", tags: [:])
      let job = try await found().job
      let input = isFit ? #","Input":"{\"job\":\"\#(job.id)\"}""# : ""
      try await provider.scheduler.create(
        Array(
          (#"{"GroupName":"others","Description":"at night","ScheduleExpression":"cron(30 2 * * ? *)","#
            + #""ScheduleExpressionTimezone":"Europe/Berlin","State":"ENABLED","FlexibleTimeWindow":{"Mode":"OFF"},"#
            + #""Target":{"Arn":"\#(arn)\#(isFit ? ":live" : "")","RoleArn":"\#(role("caller"))"\#(input)}}"#).utf8),
        name: name)
    }

    private static let image =
      "111122223333.dkr.ecr.eu-west-1.amazonaws.com/report@sha256:\(String(repeating: "a", count: 64))"

    func found() async throws -> FoundJob {
      let all = try await provider.findJobs(for: ownership)
      return try #require(all.jobs.first { $0.name.contains(name) })
    }

    func adoption() async throws -> Adoption {
      let found = try await found()
      return Adoption(found.parts, as: try provider.expand(found.job).resources, marks: provider.markFields)
    }
  }

  @Test(arguments: Emulator.all)
  func `a function and its schedule are read as a job that means the same`(emulator: Emulator) async throws {
    let world = try await World(emulator)
    try await world.make(isFit: false)
    let found = try await world.found()
    let job = found.job
    #expect(!found.isOwned && found.parts.count == 2 && found.losses.isEmpty)
    #expect(job.id == "acme/prod/\(world.name.lowercased().replacing("_", with: "-"))")
    #expect(job.limits.timeoutSeconds == 60 && job.resources.memoryBytes == 256 << 20)
    #expect(job.run.env == [Pair("LEVEL", "info")] && job.run.secrets == [Pair("DB", "db:AWSPREVIOUS")])
    #expect(job.identity == world.role("report") && job.run.image?.hasSuffix("aaa") == true)
    #expect(job.schedules.map(\.cron) == ["cron(30 2 * * ? *)"] && job.schedules[0].timezone == "Europe/Berlin")
    #expect(
      job.annotations == [
        Pair("jobs/function", world.name), Pair("jobs/invoker", world.role("caller")),
        Pair("jobs/schedules", "others/\(world.name)"),
      ])
    // What an apply would change is said field by field.
    let adoption = try await world.adoption()
    #expect(adoption.absent.isEmpty && adoption.superfluous.isEmpty)
    #expect(
      Set(adoption.differences.map(\.path)) == ["Alias", "Target.Arn", "Target.Input"], "\(adoption.differences)")
    #expect(
      try await world.provider.survey().foreign.contains {
        $0.id == world.provider.region.id(.function, world.name)
      })
  }

  @Test(arguments: Emulator.all)
  func `a job is taken over by the mark alone, and given back as it was`(emulator: Emulator) async throws {
    let world = try await World(emulator)
    try await world.make(isFit: true)
    let provider = world.provider
    let adoption = try await world.adoption()
    #expect(adoption.isExact && adoption.changes.count == 2, "\(adoption)")
    let job = try await world.found().job
    let version = try await provider.lambda.function(world.name, qualifier: "live")?.version
    for change in adoption.changes { try await provider.perform(change) }
    // Nothing that runs was touched, and the next plan is empty.
    #expect(try await provider.lambda.function(world.name, qualifier: "live")?.version == version)
    let survey = try await provider.survey()
    let plan = try Plan([provider.expand(job)], in: survey, applied: AppliedResources())
    #expect(plan.isEmpty && plan.settled.count == 2, "\(plan.changes)")
    #expect(try await world.found().isOwned)
    // Taken over once, not twice.
    let again = await #expect(throws: Failure.self) { try await provider.perform(adoption.changes[0]) }
    #expect(again?.message.hasSuffix("was changed meanwhile") == true)

    for adopted in adoption.changes {
      let live = try #require(survey.owned.first { $0.id == adopted.id })
      let fields = adopted.fields.map {
        Change.Field(path: $0.path, applied: $0.desired, live: $0.desired, desired: $0.live, kind: .change)
      }
      try await provider.perform(
        Change(
          id: live.id, job: adopted.job, action: .release, fields: fields, precondition: live.precondition))
    }
    let function = try #require(try await provider.lambda.function(world.name))
    #expect(function.tags.keys.allSatisfy { !$0.hasPrefix("jobs-") && $0 != "managed-by" })
    #expect(function.tree.words(Tree.root, "Configuration", "Description") == "of the night")
    let schedule = try #require(try await provider.scheduler.schedule(world.name, in: "others"))
    #expect(schedule.words(Tree.root, "Description") == "at night")
    #expect(try await !world.found().isOwned)
    #expect(try await world.adoption().isExact)
  }

  @Test(arguments: Emulator.all)
  func `code beside a manifest is known to be what the function runs`(emulator: Emulator) async throws {
    let world = try await World(emulator)
    let folder = TemporaryFolder()
    folder.write("main.py", "def handler(event, context): pass\n")
    try await world.provider.iam.ensure(role: "report")
    let archive = try CodePackage.pack(folder.path, expecting: nil)
    let files = TemporaryFolder()
    try FileBytes.write(archive, to: files.file("code.zip"))
    try await world.provider.lambda.create(
      Array(
        (#"{"FunctionName":"\#(world.name)","PackageType":"Zip","Runtime":"python3.13","Handler":"main.handler","#
          + #""Role":"\#(world.role("report"))","Code":{"ZipFile":"\#(Base64.encode(archive))"}}"#).utf8),
      name: world.name)
    let found = try await world.found()
    #expect(found.code == world.provider.region.id(.function, world.name) && found.losses.isEmpty)
    #expect(found.job.run.code.value.runtime == "python3.13" && found.job.run.image == nil)
    var job = found.job
    job.run.code.value.path = "code.zip"
    job.origin = Origin(file: files.file("job.yaml"), line: 1, column: 1, format: "jobs")
    let adoption = Adoption(
      found.parts, as: try world.provider.expand(job).resources, marks: world.provider.markFields)
    #expect(adoption.differences.map(\.path) == ["Alias"], "\(adoption.differences)")
  }

  @Test func `annotations that name nothing are refused, and a foreign group wants a caller of its own`() throws {
    let place = LambdaPlace(account: "111122223333", region: "eu-west-1")
    var job = Job(name: "report")
    job.target = Target(kind: .lambda, region: "eu-west-1")
    job.run.image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/report:1"
    job.schedules = [Schedule(cron: "30 2 * * *")]
    for (annotations, words) in [
      ([Pair("jobs/schedules", "a,b")], "is no list of names"),
      ([Pair("jobs/schedules", "a b")], "is no list of names"),
      ([Pair("jobs/schedules", "others/a")], "is in another"), ([Pair("jobs/invoker", "caller")], "is no role's ARN"),
      ([Pair("jobs/function", "a b")], "makes no name of a function"),
    ] {
      job.annotations = annotations
      let refusal = #expect(throws: ExpansionRefusal.self) { try LambdaExpansion(job, in: place).expansion() }
      #expect(refusal?.message.contains(words) == true, "\(refusal?.message ?? "")")
    }
  }
}
