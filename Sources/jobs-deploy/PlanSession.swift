import Glibc
import JobsCommand
import JobsCore
import JobsDeploy
import JobsManifest

/// What all verbs begin with: jobs are read, the world is looked at, and both are compared.
struct PlanSession {
  let base: DeploySession
  private let manifests: ManifestOptions

  init(
    _ manifests: ManifestOptions, _ options: SharedOptions, _ environment: [String: String], verb: String
  ) throws(Failure) {
    self.manifests = manifests
    base = try DeploySession(options, environment, verb: verb)
  }

  var isQuiet: Bool { base.isQuiet }
  var sink: RecordSink { base.sink }

  // MARK: Verbs that only read

  func plan(_ command: PlanCommand) async throws(Failure) -> ExitStatus {
    let inputs = try read(command.paths)
    inputs.sayFaults(base.errorTerminal, tool: "jobs-deploy", isQuiet: isQuiet)
    let world = try await world(for: inputs)
    let wanted = try WantedJobs(inputs, world, isQuiet: isQuiet)
    let survey = try await self.survey(world, for: wanted)
    try base.sayInterrupted(world)
    let plan = try compare(wanted, in: survey, world)
    let isWhole = inputs.isOK && wanted.refused == 0 && plan.isWhole
    if let out = command.out {
      guard isWhole else {
        throw .usage(
          "the plan is not written, since it is not of all jobs", hint: "mend the faults, or leave those jobs out by -l"
        )
      }
      let file = PlanFile(
        createdAt: Instant.now().rfc3339, places: world.places, inputs: try wanted.planInputs(),
        changes: plan.changes, checks: PostDeployCheck.due(wanted.checks, after: plan.changes))
      try FileBytes.write(file.bytes, to: out)
    }
    try inputs.pass(to: sink)
    show(plan, wanted, world.places)
    if let field = command.why { show(why: field, survey, plan) }
    try sink.finish(ok: isWhole, upstream: inputs.upstream)
    if !isWhole { return inputs.isOK ? .usage : inputs.readingStatus }
    return command.exitCode && !plan.isEmpty ? .findings : .done
  }

  func drift(_ command: DriftCommand) async throws(Failure) -> ExitStatus {
    let inputs = try read(command.paths)
    inputs.sayFaults(base.errorTerminal, tool: "jobs-deploy", isQuiet: isQuiet)
    let world = try await world(for: inputs)
    let wanted = try WantedJobs(inputs, world, isQuiet: isQuiet)
    let plan = try compare(wanted, in: await survey(world, for: wanted), world)
    let drifted = plan.drifted
    try inputs.pass(to: sink)
    if sink.isHuman { sink.output.write(base.report.head(world.places)) }
    for change in drifted { base.emit(change) }
    tellUnready(plan, wanted)
    if !isQuiet { sayUnknown(plan.unknown) }
    let pending = plan.changes.count - drifted.count
    let words =
      drifted.isEmpty
      ? "no drift" : drifted.count == 1 ? "1 was changed by hand" : "\(drifted.count) were changed by hand"
    sink.say("\(words), \(plan.settled.count) as they should be, \(pending) pending", isQuiet: isQuiet)
    let isWhole = inputs.isOK && wanted.refused == 0 && plan.isWhole
    try sink.finish(ok: isWhole && drifted.isEmpty, upstream: inputs.upstream, pending: pending)
    if !isWhole { return inputs.isOK ? .usage : inputs.readingStatus }
    return drifted.isEmpty ? .done : .findings
  }

  // MARK: Reading

  func read(_ paths: [String]) throws(Failure) -> JobInputs {
    let inputs = try JobInputs.read(
      paths, manifests, base.environment, tool: "jobs-deploy", verb: base.verb, isQuiet: isQuiet)
    if let table = base.options.place.crontab, let file = Self.file(table),
      inputs.jobs.contains(where: { $0.job.origin.map { Self.file($0.file) == file } == true })
    {
      throw .usage(
        "the crontab '\(Terminal.visible(table))' is read as a manifest, and would be deployed to itself",
        hint: "name the manifests alone, or keep the crontab in another folder")
    }
    return inputs
  }

  /// The file behind links; nil where there is none.
  private static func file(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The places that the jobs which were read are deployed to.
  func world(for inputs: JobInputs) async throws(Failure) -> World {
    World(try await base.options.place.providers(for: inputs, isQuiet: base.isQuiet, base.environment))
  }

  // MARK: Comparing

  /// What there is, looked at for the jobs that were read.
  func survey(_ world: World, for wanted: WantedJobs, isWhole: Bool = false) async throws(Failure) -> Survey {
    try await base.survey(world, wanting: wanted.expansions.flatMap { $0.resources.map(\.id) }, isWhole: isWhole)
  }

  /// The same of the places that could be looked at, and what keeps the others from it.
  ///
  /// - Throws: a failure where none could.
  func look(
    _ world: World, for wanted: WantedJobs, of inputs: JobInputs
  ) async throws(Failure) -> (survey: Survey, world: World, faults: [PlaceFault]) {
    let (survey, readable, unread) = try await base.look(
      world, wanting: wanted.expansions.flatMap { $0.resources.map(\.id) }, isWhole: true)
    let jobs = inputs.jobs.map(\.job)
    let faults = unread.map { unread in
      let provider = world.providers.first { $0.place == unread.place }
      return PlaceFault(
        unread.place.address.joined(separator: "/"), unread.failure,
        jobs: jobs.filter { provider?.takes($0) ?? false })
    }
    guard faults.isEmpty || !readable.providers.isEmpty else { throw PlaceFault.failure(faults) }
    return (survey, readable, faults)
  }

  func compare(
    _ wanted: WantedJobs, in survey: Survey, _ world: World, scope: Plan.Scope = .manifests
  ) throws(Failure) -> Plan {
    try Plan(
      wanted.expansions, in: survey, applied: try base.applied(survey, world), scope: scope, refusal: world.refusal)
  }

  // MARK: Showing

  private func show(_ plan: Plan, _ wanted: WantedJobs, _ places: [Place]) {
    if sink.isHuman { sink.output.write(base.report.head(places)) }
    for change in plan.changes { base.emit(change) }
    warn(plan, wanted)
    sink.say(base.report.summary(plan), isQuiet: isQuiet)
  }

  /// Why a field of what is planned for is not among what is shown.
  private func show(why field: String, _ survey: Survey, _ plan: Plan) {
    let others = Set(plan.strays)
    let hidden = survey.owned.filter { !others.contains($0.id) }.flatMap { resource in
      resource.hidden.filter { $0.path == field }.map { (resource.id, $0) }
    }
    for (id, one) in hidden {
      let value = Change.shown(one.value, one.path) ?? one.value
      if sink.isHuman {
        sink.output.write("'\(field)' of \(Terminal.visible(id)) is '\(Terminal.visible(value.text))': \(one.reason)\n")
      }
      sink.emit("hidden") { LiveResource.Hidden(path: field, value: value, reason: one.reason).write(to: &$0, id: id) }
    }
    guard hidden.isEmpty, !isQuiet else { return }
    let known = Set(survey.owned.flatMap { $0.hidden.map(\.path) }).sorted().joined(separator: ", ")
    Entry.say(
      "jobs-deploy", "nothing hides a field '\(Terminal.visible(field))'", level: "note",
      hint: known.isEmpty ? nil : "hidden are \(Terminal.visible(known))")
  }

  func warn(_ plan: Plan, _ wanted: WantedJobs) {
    tellUnready(plan, wanted)
    for collision in plan.collisions {
      Entry.say(
        "jobs-deploy",
        "cannot deploy job '\(Terminal.visible(collision.job))': '\(Terminal.visible(collision.id))' stands already, as "
          + Terminal.visible(collision.name),
        hint: "give the job another name, or remove what stands there")
    }
    for refused in plan.refused {
      Entry.say(
        "jobs-deploy",
        "cannot deploy job '\(Terminal.visible(refused.job))': \(Terminal.visible(refused.reason.message))",
        hint: Terminal.visible(refused.reason.hint))
    }
    guard !isQuiet else { return }
    for twin in plan.twins {
      Entry.say(
        "jobs-deploy",
        "\(Terminal.visible(twin.name)) runs the same command as '\(Terminal.visible(twin.job))', which would run twice",
        level: "warning", hint: "remove that line once the job is applied")
    }
    sayUnknown(plan.unknown)
    for id in plan.undecided {
      Entry.say(
        "jobs-deploy", "'\(Terminal.visible(id))' was changed by hand, and nobody knows what was applied",
        level: "warning", hint: "'jobs-deploy plan' shows it, and 'apply' without --only-drift mends it")
    }
  }

  /// Names what does not work, in words and in records.
  private func tellUnready(_ plan: Plan, _ wanted: WantedJobs) {
    for diagnostic in plan.diagnostics(wanted.origins) {
      sink.emit("diagnostic") { diagnostic.write(to: &$0) }
      guard !isQuiet else { continue }
      Entry.say(
        "jobs-deploy", Terminal.visible(diagnostic.message), level: "warning",
        hint: diagnostic.hint.map(Terminal.visible))
    }
  }

  /// Names a reason once, however many things it hides.
  private func sayUnknown(_ unknown: [Survey.Unknown]) {
    var said: Set<String> = []
    for one in unknown where said.insert(one.reason).inserted {
      let count = unknown.count { $0.reason == one.reason }
      Entry.say(
        "jobs-deploy",
        "it is not known whether '\(Terminal.visible(one.id))' is there\(count > 1 ? ", and \(count - 1) more like it" : ""): "
          + Terminal.visible(one.reason), level: "warning", hint: one.hint.map(Terminal.visible))
    }
  }
}
