import JobsArchive
import JobsCore
import JobsCron
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

  // MARK: What does not go

  private func refuseMissing() throws(ExpansionRefusal) {
    if let account = job.target.account, account != place.account {
      throw ExpansionRefusal(
        "it is for account '\(account)', and the credentials are of '\(place.account)'",
        hint: "use credentials of that account, or another 'account' under 'aws' of the environment")
    }
    let missing = [
      ("mounts", !job.run.mounts.isEmpty), ("envFile", job.run.envFile != nil),
      ("user", job.run.user != nil), ("network", job.network != nil), ("events", !job.events.isEmpty),
      ("tasks", (job.resources.tasks ?? 1) > 1), ("gpu", job.resources.gpu != nil),
    ]
    if let key = missing.first(where: \.1)?.0 {
      throw ExpansionRefusal(
        "Lambda gives a job no '\(key)', as it is set up here",
        hint: "take '\(key)' away, or use another target")
    }
    if job.run.code.isEmpty { try refuseImage() } else { try refuseCode(job.run.code.value) }
    if let identity = job.identity, !AWSName.isRole(identity) {
      throw ExpansionRefusal(
        "'\(identity)' is no role's ARN", hint: "write 'arn:aws:iam::\(place.account):role/NAME', or leave it out")
    }
    guard (1...900).contains(job.limits.timeoutSeconds ?? 3) else {
      throw ExpansionRefusal("Lambda ends a run after 15m", hint: "set 'timeout' to 15m or less")
    }
    guard (128...10_240).contains(memory), (job.resources.memoryBytes ?? 0) % (1 << 20) == 0 else {
      throw ExpansionRefusal("Lambda has 128Mi up to 10Gi of memory in whole MiB", hint: "set 'memory' to one of these")
    }
    // A description has 256 characters.
    guard Self.isName(place.function(job)), job.id.utf8.count <= 200 else {
      throw ExpansionRefusal(
        "'\(job.id)' makes no name of a function: letters, digits, '-' and '_'", hint: "rename tenant or environment")
    }
  }

  private func refuseImage() throws(ExpansionRefusal) {
    guard let image = job.run.image.flatMap(ECRImage.init) else {
      throw ExpansionRefusal(
        job.run.image == nil
          ? "it has neither an 'image' nor 'code'"
          : "it has no 'image' of Amazon ECR, the only registry Lambda knows",
        hint: "write 'image: ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME@sha256:DIGEST', or 'code: {path: FOLDER, …}'")
    }
    guard image.repository.region == place.region else {
      throw ExpansionRefusal(
        "its image is in region '\(image.repository.region)', and Lambda takes only those of its own, '\(place.region)'",
        hint: "have ECR replicate it there, or write '${REGION}' in its name")
    }
  }

  private func refuseCode(_ code: FunctionCode) throws(ExpansionRefusal) {
    let run = job.run
    let excluded = [
      ("image", run.image != nil), ("command", !run.command.isEmpty), ("args", !run.args.isEmpty),
      ("workingDir", run.workingDirectory != nil),
    ]
    if let key = excluded.first(where: \.1)?.0 {
      throw ExpansionRefusal("'code' and '\(key)' exclude each other", hint: "take one of them away")
    }
    guard code.path != nil else {
      throw ExpansionRefusal("its 'code' has no path", hint: "add 'path: FOLDER', from the folder of the manifest")
    }
    guard let runtime = code.runtime.flatMap(LambdaRuntime.named) else {
      throw ExpansionRefusal(
        code.runtime.map { "Lambda has no runtime '\(Terminal.visible($0))'" } ?? "its 'code' has no runtime",
        hint: "such as python3.13, nodejs24.x, provided.al2023")
    }
    guard let handler = code.handler ?? runtime.usualHandler, LambdaHandler.isHandler(handler) else {
      throw ExpansionRefusal("its 'code' has no handler that Lambda takes", hint: "such as 'handler: main.handler'")
    }
  }

  private func refuseVariables(_ variables: [Pair]) throws(ExpansionRefusal) {
    let names = variables.map(\.name)
    if let name = names.first(where: LambdaReservedVariable.names.contains) {
      throw ExpansionRefusal("variable '\(name)' is one that Lambda keeps to itself", hint: "choose another name")
    }
    if let name = names.first(where: { !Self.isVariable($0) }) {
      throw ExpansionRefusal(
        "variable '\(Terminal.visible(name))' has a name that Lambda does not take",
        hint: "begin it with a letter, and use letters, digits and '_', two of them at least")
    }
    if let name = Dictionary(grouping: names, by: \.self).filter({ $1.count > 1 }).keys.min() {
      throw ExpansionRefusal(
        "variable '\(name)' is there twice: by 'env', and for a secret of 'secrets'", hint: "rename one of them")
    }
    guard variables.reduce(0, { $0 + $1.name.utf8.count + $1.value.utf8.count }) <= 4096 else {
      throw ExpansionRefusal(
        "its environment variables have more than 4096 bytes", hint: "put long values into a file of the image")
    }
  }

  func secrets() throws(ExpansionRefusal) -> [LambdaSecret] {
    var secrets: [LambdaSecret] = []
    for pair in job.run.secrets { secrets.append(try LambdaSecret(pair, in: place)) }
    return secrets
  }

  /// As the model of Lambda in botocore 1.44.5 has it (2026-11).
  private static func isVariable(_ text: String) -> Bool {
    text.utf8.count > 1 && (97...122).contains(text.utf8.first.map { $0 | 32 } ?? 0)
      && text.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0 | 32) || $0 == 95 }
  }

  private static func isName(_ text: String) -> Bool {
    text.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0 | 32) || $0 == 45 || $0 == 95 }
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

  private var memory: Int { (job.resources.memoryBytes ?? 128 << 20) >> 20 }

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

  private func executionRole(_ function: String, _ secrets: [LambdaSecret]) throws(ExpansionRefusal) -> Resource {
    let policy = place.executionPolicy(function, secrets: secrets.map(\.resource))
    guard PolicyCheck.fault(policy.json, .permissions) == nil else {
      throw ExpansionRefusal(
        "its role may read more secrets than a policy of IAM can name",
        hint: "put what belongs together into one secret")
    }
    return role(place.executionRole(job), LambdaPlace.executionTrust, policy)
  }

  private func role(_ name: String, _ trust: PolicyDocument, _ policy: PolicyDocument) -> Resource {
    Resource(
      id: place.id(.role, name), job: job.id,
      fields: RoleDocument.fields(
        trust: trust.json, policies: [LambdaPlace.policy: policy.json], boundary: boundary))
  }

  // MARK: Images

  /// What the registry keeps of the images of the job's repository, alike for all jobs of the environment.
  private func retentions() throws(ExpansionRefusal) -> [Resource] {
    var resources: [Resource] = []
    for retention in job.around.value.retention {
      guard let repository = ECRRepository(retention.repository) else { continue }
      guard repository == job.run.image.flatMap(ECRImage.init)?.repository else {
        throw ExpansionRefusal(
          "'\(Terminal.visible(retention.repository))' is not the repository of its image, and ECR keeps rules of one alone",
          hint: "write the repository's whole name under 'images' of the retention")
      }
      guard repository.account == place.account, repository.region == place.region else {
        throw ExpansionRefusal(
          "the images of '\(Terminal.visible(retention.repository))' are kept in account '\(repository.account)' and region "
            + "'\(repository.region)', and not where it is deployed",
          hint: "declare their 'retention' in the environment that is there")
      }
      let excluded = [
        ("olderThan", retention.olderThanSeconds != nil, "ECR would delete the newest images too"),
        ("dryRun", retention.isDryRun, "ECR deletes, and says nothing before"),
      ]
      if let (key, _, reason) = excluded.first(where: \.1) {
        throw ExpansionRefusal(
          "'\(key)' cannot be kept for the images of '\(Terminal.visible(retention.repository))': \(reason)",
          hint: "take it away; 'keep' alone has the newest stay and all others go")
      }
      resources.append(
        Resource(
          id: place.id(.retention, place.retention(repository, job.env)), job: Resource.owner(ofAllJobsIn: job.env),
          fields: retention.untaggedSeconds.map { LifecycleDocument.fields(untaggedDays: $0 / 86_400) }
            ?? LifecycleDocument.fields(newest: retention.keep, keepTags: retention.keptTags), isShareable: true))
    }
    return resources
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

  // MARK: Schedules

  /// The schedules, behind the role that calls the function.
  private func schedules(of function: String) throws(ExpansionRefusal) -> [Resource] {
    // A function that nothing starts stays, since what it is and was would go with it.
    guard job.enabled, !job.schedules.isEmpty else { return [] }
    let names = try scheduleNames()
    let others = try caller(names)
    let invoker =
      others == nil ? [role(place.invokerRole(job), place.invokerTrust, place.invokerPolicy(function))] : []
    var resources = invoker
    for (name, schedule) in zip(names, job.schedules) {
      resources.append(
        Resource(
          id: place.id(.schedule, name.text), job: job.id,
          fields: [
            Resource.Field("ScheduleExpression", try expression(schedule)),
            Resource.Field("ScheduleExpressionTimezone", schedule.timezone ?? "UTC"),
            Resource.Field("State", job.paused ? "DISABLED" : "ENABLED"),
            Resource.Field("FlexibleTimeWindow.Mode", "OFF"),
            Resource.Field("Target.Arn", "\(place.functionARN(function)):\(LambdaPlace.alias)"),
            Resource.Field("Target.RoleArn", others ?? place.roleARN(place.invokerRole(job))),
            Resource.Field("Target.Input", input),
          ], dependencies: [place.id(.function, function)] + invoker.map(\.id)))
    }
    return resources
  }

  /// What its schedules are called: as an annotation says, or as the job is.
  func scheduleNames() throws(ExpansionRefusal) -> [ScheduleName] {
    guard let stated = job.annotations[LambdaAnnotation.schedules] else {
      return job.schedules.indices.map { ScheduleName(place.schedule(job, $0)) }
    }
    let names = stated.split(separator: ",", omittingEmptySubsequences: false).map { ScheduleName(String($0)) }
    guard names.count == job.schedules.count, Set(names).count == names.count, names.allSatisfy(\.isValid) else {
      throw ExpansionRefusal(
        "its annotation '\(LambdaAnnotation.schedules)' is no list of names, one for each of its schedules",
        hint: "write NAME or GROUP/NAME with commas between them, or leave it out")
    }
    return names
  }

  /// The role of others in which schedules call the function; nil for one that is made for it.
  func caller(_ names: [ScheduleName]) throws(ExpansionRefusal) -> String? {
    guard let role = job.annotations[LambdaAnnotation.invoker] else {
      if let other = names.first(where: { $0.group != LambdaPlace.group }) {
        throw ExpansionRefusal(
          "the role that would call it is for schedules of the group '\(LambdaPlace.group)', and '\(other.text)' is in "
            + "another", hint: "name the role that calls it in the annotation '\(LambdaAnnotation.invoker)'")
      }
      return nil
    }
    guard AWSName.isRole(role) else {
      throw ExpansionRefusal(
        "its annotation '\(LambdaAnnotation.invoker)' is no role's ARN",
        hint: "write 'arn:aws:iam::\(place.account):role/NAME', or leave it out")
    }
    return role
  }

  /// What the function is called with.
  private var input: String {
    var json = JSONWriter()
    json.beginObject()
    json.member("job", job.id)
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func expression(_ schedule: Schedule) throws(ExpansionRefusal) -> String {
    let expression: CronExpression
    switch ScheduleReading.expression(schedule, seed: job.hashSeed) {
    case .success(let read): expression = read
    case .failure(let error):
      throw ExpansionRefusal(
        "the schedule '\(Terminal.visible(schedule.cron))' is none: \(error.message)", hint: error.hint ?? "mend it")
    }
    let converted = expression.asEventBridge
    guard let text = converted.text, text.utf8.count <= 256 else {
      throw ExpansionRefusal(
        "EventBridge cannot say the schedule '\(Terminal.visible(schedule.cron))': "
          + (converted.reason ?? "it has more than 256 characters"),
        hint: "split it into several schedules")
    }
    return text
  }
}
