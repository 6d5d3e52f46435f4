import JobsCore
import JobsDeploy
import JobsManifest

/// A function and its schedules as a manifest of ours would say them: `LambdaExpansion` the other way. Pure.
///
/// What it passes over shows where the manifest's resources are compared with those that are there.
struct FoundFunction {
  struct Trigger: Sendable {
    var name: ScheduleName
    var fields: [Resource.Field]
  }

  private(set) var job: Job
  private let fields: [Resource.Field]
  private let place: LambdaPlace

  /// - Parameters:
  ///   - owner: the id of the job that it is by its mark; nil where it bears none.
  ///   - fields: as `FunctionDocument` reads them.
  ///   - triggers: what starts it, in the order of their names.
  init(
    _ name: String, owner: String?, _ fields: [Resource.Field], _ triggers: [Trigger], for ownership: JobOwnership,
    in place: LambdaPlace
  ) {
    self.fields = fields
    self.place = place
    let parts = owner?.split(separator: "/", omittingEmptySubsequences: false).map(String.init) ?? []
    if parts.count == 3 {
      job = Job(name: parts[2])
      job.tenant = parts[0] == "-" ? nil : parts[0]
      job.env = parts[1] == "-" ? nil : parts[1]
    } else {
      let stem = [ownership.tenant, ownership.env].compactMap(\.self).joined(separator: "-")
      let rest = !stem.isEmpty && name.hasPrefix("\(stem)-") ? String(name.dropFirst(stem.count + 1)) : name
      job = Job(name: DashedName.folded(rest, limit: 63) ?? "function")
      job.tenant = ownership.tenant
      job.env = ownership.env
    }
    job.target = Target(kind: .lambda, region: place.region, account: place.account)
    if place.function(job) != name { job.annotations.append(Pair(LambdaAnnotation.function, name)) }
    readCode()
    readSettings()
    readVariables()
    read(triggers)
    SecretMask.apply(to: &job)
  }

  private mutating func readCode() {
    job.run.image = fields[FunctionDocument.image]?.text
    if fields[FunctionDocument.content] != nil {
      job.run.code.value.path = job.name
      job.run.code.value.runtime = fields["Runtime"]?.text
      job.run.code.value.handler = fields["Handler"]?.text
    }
    job.run.command = list("ImageConfig.EntryPoint")
    job.run.args = list("ImageConfig.Command")
    job.run.workingDirectory = fields["ImageConfig.WorkingDirectory"]?.text
  }

  private mutating func readSettings() {
    job.limits.timeoutSeconds = number("Timeout")
    job.resources.memoryBytes = number("MemorySize").map { $0 << 20 }
    let architecture = list(FunctionDocument.architectures).first
    if architecture != "x86_64" { job.resources.architecture = architecture }
    if let role = fields["Role"]?.text, role != place.roleARN(place.executionRole(job)) { job.identity = role }
  }

  /// What tells of a secret becomes that again; all else is as it stands.
  private mutating func readVariables() {
    let prefix = "Environment.Variables."
    let variables = fields.filter { $0.name.hasPrefix(prefix) }
    let secrets = variables.compactMap { LambdaSecret(told: $0, among: fields, in: place) }
    let told = Set(secrets.flatMap(\.variables).map(\.name))
    job.run.secrets = secrets.map(\.pair).sorted { $0.name < $1.name }
    for variable in variables {
      let name = String(variable.name.dropFirst(prefix.count))
      if !told.contains(name) { job.run.env.append(Pair(name, variable.value.text)) }
    }
  }

  private mutating func read(_ triggers: [Trigger]) {
    for trigger in triggers {
      job.schedules.append(
        Schedule(
          cron: trigger.fields["ScheduleExpression"]?.text ?? "",
          timezone: trigger.fields["ScheduleExpressionTimezone"]?.text))
    }
    guard let first = triggers.first else { return }
    job.paused = triggers.allSatisfy { $0.fields["State"]?.text == "DISABLED" }
    if let role = first.fields["Target.RoleArn"]?.text, role != place.roleARN(place.invokerRole(job)) {
      job.annotations.append(Pair(LambdaAnnotation.invoker, role))
    }
    let names = triggers.map(\.name.text)
    if names != names.indices.map({ place.schedule(job, $0) }) {
      job.annotations.append(Pair(LambdaAnnotation.schedules, names.joined(separator: ",")))
    }
  }

  private func number(_ path: String) -> Int? { fields[path].flatMap { Int($0.text) } }

  private func list(_ path: String) -> [String] { fields[path].map { $0.words } ?? [] }
}

extension Resource.Value {
  /// The texts of a list; none for anything else.
  fileprivate var words: [String] {
    let bytes = Array(text.utf8)
    var tree = Tree(source: bytes)
    guard isLiteral, (try? JSONReader.parse(&tree, in: 0..<bytes.count, depthLimit: 4)) != nil,
      tree.kind(Tree.root) == .sequence
    else { return [] }
    return tree.children(Tree.root).map(tree.string)
  }
}
