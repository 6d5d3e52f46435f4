import JobsArchive
import JobsCore
import JobsDeploy
import JobsManifest

/// What a job needs to run on Lambda: a function with its alias, its schedules, and the roles of both. Pure.
struct LambdaExpansion {
  let place: LambdaPlace
  let job: Job
  /// The ARN of the policy that bounds its roles; nil for none.
  let boundary: String?
  /// What lies at a path.
  let package: (String) throws(Failure) -> CodePackage

  /// - Parameter package: reads what is to be packed; that of a job with an image is not called.
  init(
    _ job: Job, in place: LambdaPlace, boundary: String? = nil,
    package: @escaping (String) throws(Failure) -> CodePackage = CodePackage.init
  ) {
    self.job = job.filled
    self.place = place
    self.boundary = boundary
    self.package = package
  }

  func expansion() throws(ExpansionRefusal) -> Expansion {
    var expansion = Expansion(job: job.id, owner: job.id, resources: [])
    try refuseMissing()
    let secrets = try secrets()
    let variables = job.run.env + secrets.flatMap(\.variables)
    try refuseVariables(variables)
    let function = place.function(job)
    let role = job.identity == nil ? [try executionRole(function, secrets)] : []
    expansion.resources =
      role + [
        Resource(
          id: place.id(.function, function), job: job.id, fields: try functionFields(variables),
          dependencies: role.map(\.id), source: job.codePath)
      ]
    expansion.resources += try schedules(of: function)
    expansion.resources += try alarm(function)
    expansion.resources += try retentions()
    expansion.losses = losses
    return expansion
  }

  private var losses: [String] {
    var losses: [String] = []
    if let secret = job.run.secrets.first {
      losses.append(
        "'secrets' come by name and not by value: the code has to read what '\(secret.name)_SECRET_ID' names"
          + (job.identity == nil ? "" : ", and its role has to be allowed to"))
    }
    if let retry = job.limits.retry, retry.attempts != 2 {
      losses.append("'retry' is not kept: Lambda tries a run that fails twice more")
    }
    if job.limits.concurrency.map({ $0 != .allow }) == true {
      losses.append("'concurrency' is not kept: runs may go on beside each other")
    }
    if job.limits.missed.map({ $0.policy != .skip }) == true {
      losses.append("'missed' is not kept: what is due while the service is away comes within a day")
    }
    let kept = ["failed", "recovered"]
    if let alert = job.alerts.first(where: { !kept.contains($0.when) }) {
      losses.append("'alerts' for '\(alert.when)' are not kept: CloudWatch counts runs and errors alone")
    }
    if let retention = job.around.value.retention.first(where: { $0.untaggedSeconds != nil }) {
      losses.append(
        "'keep' of the retention of '\(Terminal.visible(retention.repository))' does not hold for images without a tag, which ECR "
          + "deletes by their age alone")
    }
    if job.resources.cpuMillis != nil { losses.append("'cpu' says nothing: it comes with the memory") }
    return losses
  }

  // MARK: Function

  var memory: Int { (job.resources.memoryBytes ?? 128 << 20) >> 20 }

  private func functionFields(_ variables: [Pair]) throws(ExpansionRefusal) -> [Resource.Field] {
    let architecture: String
    switch job.resources.architecture {
    case nil, "amd64", "x86_64": architecture = "x86_64"
    case "arm64": architecture = "arm64"
    case let other?:
      throw ExpansionRefusal("Lambda has no architecture '\(other)'", hint: "write x86_64 or arm64")
    }
    var fields = try codeFields()
    fields += [
      Resource.Field(FunctionDocument.architectures, Resource.Value([architecture])),
      Resource.Field("Description", OwnerMark.note(job.id)),
      Resource.Field("Role", job.identity ?? place.roleARN(place.executionRole(job))),
      Resource.Field("Timeout", Resource.Value(job.limits.timeoutSeconds ?? 3)),
      Resource.Field("MemorySize", Resource.Value(memory)),
    ]
    let run = job.run
    // Behind a shell's text comes '$0'.
    let args = run.shellText != nil && !run.args.isEmpty ? ["sh"] + run.args : run.args
    if !run.command.isEmpty { fields.append(Resource.Field("ImageConfig.EntryPoint", Resource.Value(run.command))) }
    if !args.isEmpty { fields.append(Resource.Field("ImageConfig.Command", Resource.Value(args))) }
    if let folder = run.workingDirectory { fields.append(Resource.Field("ImageConfig.WorkingDirectory", folder)) }
    for variable in variables {
      fields.append(
        Resource.Field(FieldLayout.path("Environment.Variables", key: variable.name), variable.value))
    }
    return fields + [Resource.Field(FunctionDocument.alias, LambdaPlace.alias)]
  }

  /// What is run: an image, or code by what is in it, with what starts it.
  private func codeFields() throws(ExpansionRefusal) -> [Resource.Field] {
    guard let path = job.codePath else { return [Resource.Field(FunctionDocument.image, job.run.image ?? "")] }
    let code = job.run.code.value
    let content: CodePackage
    do throws(Failure) {
      content = try package(path)
    } catch {
      throw ExpansionRefusal(error.message, hint: error.hint ?? "look at what lies there")
    }
    let handler = code.handler ?? code.runtime.flatMap(LambdaRuntime.named)?.usualHandler
    return [
      Resource.Field(FunctionDocument.content, content.digest),
      Resource.Field("Runtime", code.runtime ?? ""), Resource.Field("Handler", handler ?? ""),
    ]
  }

  // MARK: Roles

  private func secrets() throws(ExpansionRefusal) -> [LambdaSecret] {
    var secrets: [LambdaSecret] = []
    for pair in job.run.secrets { secrets.append(try LambdaSecret(pair, in: place)) }
    return secrets
  }

  private func executionRole(_ function: String, _ secrets: [LambdaSecret]) throws(ExpansionRefusal) -> Resource {
    let policy = place.executionPolicy(function, secrets: secrets.map(\.resource))
    guard PolicyCheck.fault(policy.json, .permissions) == nil else {
      throw ExpansionRefusal(
        "its role may read more secrets than a policy of IAM can name",
        hint: "put what belongs together into one secret")
    }
    return role(place.executionRole(job), LambdaPlace.executionTrust, policy)
  }

  func role(_ name: String, _ trust: PolicyDocument, _ policy: PolicyDocument) -> Resource {
    Resource(
      id: place.id(.role, name), job: job.id,
      fields: RoleDocument.fields(
        trust: trust.json, policies: [LambdaPlace.policy: policy.json], boundary: boundary))
  }

  // MARK: Alarm

  /// The alarm that tells the topics of the job's routes that a run failed, and that none does any more.
  private func alarm(_ function: String) throws(ExpansionRefusal) -> [Resource] {
    let failed = try topics(when: "failed")
    let recovered = try topics(when: "recovered")
    guard !failed.isEmpty || !recovered.isEmpty else { return [] }
    return [
      Resource(
        id: place.id(.alarm, place.alarm(job)), job: job.id,
        fields: AlarmDocument.fields(function: function, failed: failed, recovered: recovered),
        dependencies: [place.id(.function, function)])
    ]
  }

  private func topics(when: String) throws(ExpansionRefusal) -> [String] {
    var topics: Set<String> = []
    for alert in job.alerts where alert.when == when {
      guard let topic = place.topicARN(route: alert.route) else {
        throw ExpansionRefusal(
          "its alert goes to '\(Terminal.visible(alert.route))', and no topic of SNS can be called so",
          hint: "name routes with letters, digits, '-' and '_'")
      }
      topics.insert(topic)
    }
    guard topics.count <= 5 else {
      throw ExpansionRefusal("an alarm tells 5 topics at most", hint: "have one of them hand it on to others")
    }
    return topics.sorted()
  }

}
