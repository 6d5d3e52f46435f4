import JobsCore
import JobsManifest

/// Reads workloads one after another from a value of one kind.
struct WorkloadItemReader {
  private let tree: Tree
  private let file: String
  private var places: PlaceCounter
  private let kind: AWSWorkload.Kind
  var found: WorkloadReader.Found

  init(_ value: ValueReader.Value, file: String, _ kind: AWSWorkload.Kind) {
    tree = value.tree
    self.file = file
    self.kind = kind
    places = PlaceCounter(value.tree.source, line: value.line, column: value.column)
    found = WorkloadReader.Found(kind: kind)
  }

  /// As it is named where it cannot be read.
  ///
  /// - Parameter number: its place in its list, 1-based.
  func title(of node: Tree.ID, _ number: Int) -> String {
    let arn = tree.kind(node) == .mapping ? tree.value(node, key: Self.arnKey(kind)) : nil
    guard let arn, tree.kind(arn) == .string else { return "\(kind.rawValue) \(number)" }
    return "the \(kind.rawValue) '\(Terminal.visible(String(tree.string(arn).prefix(200))))'"
  }

  private static func arnKey(_ kind: AWSWorkload.Kind) -> String {
    switch kind {
    case .function: "FunctionArn"
    case .taskDefinition: "taskDefinitionArn"
    case .jobDefinition: "jobDefinitionArn"
    case .schedule: "Arn"
    case .project: "arn"
    }
  }

  mutating func read(_ node: Tree.ID) throws(ShapeError) {
    let fields = try ObjectFields(tree, node, "a \(kind.rawValue)")
    try look(fields, Self.keys[kind] ?? [])
    switch kind {
    case .function: try function(fields)
    case .taskDefinition: try taskDefinition(fields)
    case .jobDefinition: try jobDefinition(fields)
    case .schedule: try schedule(fields)
    case .project: try project(fields)
    }
  }

  // MARK: Kinds

  private mutating func function(_ fields: ObjectFields) throws(ShapeError) {
    let arn = try arn(fields, service: "lambda", "function:")
    var function = AWSWorkload(.function, arn, name: try fields.required("FunctionName"), at: place(fields))
    let version = try fields.text("Version") ?? "$LATEST"
    function.isFixed = version != "$LATEST"
    function.roles = try roles(fields, "Role", of: arn)
    guard !function.roles.isEmpty else { throw fields.fail("a function has no 'Role'") }
    var container = WorkloadContainer()
    if let environment = try fields.object("Environment", "the variables of a function") {
      try look(environment, ["Variables", "Error"])
      if environment.has("Error") { found.gaps.append("the variables of '\(arn.text)': they could not be deciphered") }
      if let variables = try environment.object("Variables", "the variables of a function") {
        for entry in tree.entries(variables.id) {
          try note(tree.string(entry.key), text(entry.value, "a variable"), &container)
        }
      }
    }
    function.containers = [container]
    found.workloads.append(function)
  }

  private mutating func taskDefinition(_ fields: ObjectFields) throws(ShapeError) {
    let arn = try arn(fields, service: "ecs", "task-definition/")
    guard try fields.text("status") ?? "ACTIVE" == "ACTIVE" else { return found.retired += 1 }
    var definition = AWSWorkload(.taskDefinition, arn, name: Self.family(arn), at: place(fields))
    try take(fields, into: &definition, task: "taskRoleArn", listed: "containerDefinitions")
    let compatible = try fields.texts("requiresCompatibilities")
    definition.mayRunOnInstances = !compatible.contains("FARGATE") || compatible.contains("EC2")
    found.workloads.append(definition)
  }

  private mutating func jobDefinition(_ fields: ObjectFields) throws(ShapeError) {
    let arn = try arn(fields, service: "batch", "job-definition/")
    guard try fields.text("status") ?? "ACTIVE" == "ACTIVE" else { return found.retired += 1 }
    var definition = AWSWorkload(.jobDefinition, arn, name: Self.family(arn), at: place(fields))
    definition.mayRunOnInstances = try !fields.texts("platformCapabilities").contains("FARGATE")
    var hasTask = false
    var levels = [fields]
    if let nodes = try fields.object("nodeProperties", "the nodes of a job definition") {
      levels += try nodes.objects("nodeRangeProperties", "a range of nodes")
    }
    for level in levels {
      for key in ["containerProperties", "container"] {
        guard let container = try level.object(key, "the container of a job definition") else { continue }
        hasTask = true
        definition.roles += try roles(container, "jobRoleArn", of: arn)
        definition.executionRoles += try roles(container, "executionRoleArn", of: arn)
        definition.containers.append(try self.container(container, []))
      }
      let tasks = try level.object("ecsProperties", "'ecsProperties'")?.objects("taskProperties", "a task") ?? []
      for task in tasks {
        hasTask = true
        try take(task, into: &definition, task: "taskRoleArn", listed: "containers")
      }
      if level.has("eksProperties") {
        found.gaps.append("as whom '\(arn.text)' runs: its pods have accounts of Kubernetes")
        // Their role is none of the machine's either.
        definition.mayRunOnInstances = false
        hasTask = true
      }
    }
    guard hasTask else { throw fields.fail("a job definition says not what it runs") }
    definition.roles = definition.roles.eachOnce
    definition.executionRoles = definition.executionRoles.eachOnce
    found.workloads.append(definition)
  }

  private mutating func schedule(_ fields: ObjectFields) throws(ShapeError) {
    let arn = try arn(fields, service: "scheduler", "schedule/")
    let name = arn.resource.split(separator: "/").dropFirst().joined(separator: "/")
    var schedule = AWSWorkload(.schedule, arn, name: name, at: place(fields))
    guard let target = try fields.object("Target", "the target of a schedule") else {
      throw fields.fail("a schedule has no 'Target'")
    }
    try look(target, Self.targetKeys)
    schedule.roles = try roles(target, "RoleArn", of: arn)
    guard !schedule.roles.isEmpty else { throw target.fail("the target of a schedule has no 'RoleArn'") }
    var container = WorkloadContainer()
    if let input = try target.text("Input"), Self.isSecret(nil, input) { container.hasSecretArgument = true }
    schedule.containers = [container]
    found.workloads.append(schedule)
  }

  private mutating func project(_ fields: ObjectFields) throws(ShapeError) {
    let arn = try arn(fields, service: "codebuild", "project/")
    var project = AWSWorkload(.project, arn, name: try fields.required("name"), at: place(fields))
    project.roles = try roles(fields, "serviceRole", of: arn)
    if let environment = try fields.object("environment", "the environment of a build project") {
      var container = WorkloadContainer()
      container.image = try environment.text("image")
      for variable in try environment.objects("environmentVariables", "a variable") {
        guard try variable.text("type") ?? "PLAINTEXT" == "PLAINTEXT" else { continue }
        try note(variable.required("name"), variable.text("value") ?? "", &container)
      }
      project.containers = [container]
    }
    found.workloads.append(project)
  }

  // MARK: Parts

  /// The roles and containers of a task of ECS.
  private mutating func take(
    _ fields: ObjectFields, into definition: inout AWSWorkload, task: String, listed key: String
  ) throws(ShapeError) {
    definition.roles += try roles(fields, task, of: definition.arn)
    definition.executionRoles += try roles(fields, "executionRoleArn", of: definition.arn)
    var shares: [String] = []
    if try fields.text("pidMode") == "host" { shares.append("sees the processes of its host") }
    if try fields.text("ipcMode") == "host" { shares.append("shares memory with its host") }
    let containers = try fields.objects(key, "a container")
    guard !containers.isEmpty else { throw fields.fail("\(fields.name) has no container in '\(key)'") }
    for one in containers { definition.containers.append(try container(one, shares)) }
  }

  private mutating func container(_ fields: ObjectFields, _ shares: [String]) throws(ShapeError) -> WorkloadContainer {
    try look(fields, Self.containerKeys)
    var container = WorkloadContainer()
    container.name = try fields.text("name") ?? ""
    container.image = try fields.text("image")
    if try fields.bool("privileged") == true { container.powers.append("runs privileged") }
    container.powers += shares
    if let added = try fields.object("linuxParameters", "'linuxParameters'")?.object("capabilities", "'capabilities'") {
      for name in try added.texts("add") where Self.powerful.contains(name.uppercased()) {
        container.powers.append("has the capability \(name.uppercased())")
      }
    }
    for variable in try fields.objects("environment", "a variable") {
      try note(variable.required("name"), variable.text("value") ?? "", &container)
    }
    for secret in try fields.objects("secrets", "a secret") {
      container.secrets.append(try secret.required("valueFrom"))
    }
    if let log = try fields.object("logConfiguration", "'logConfiguration'"), try log.text("logDriver") == "awslogs" {
      container.logGroup = try log.object("options", "the options of a log")?.text("awslogs-group")
    }
    // An option in front names the word behind it.
    var option: String?
    for word in try fields.texts("entryPoint") + fields.texts("command") {
      if Self.isSecret(option, word) { container.hasSecretArgument = true }
      option = word.hasPrefix("-") ? word : nil
    }
    if try !fields.objects("environmentFiles", "a file of variables").isEmpty {
      found.gaps.append("the variables of files in S3, which containers read as they start")
    }
    return container
  }

  /// By these a container gets at its host (capabilities(7), 2026-11).
  private static let powerful: Set<String> = [
    "ALL", "SYS_ADMIN", "SYS_MODULE", "SYS_PTRACE", "SYS_RAWIO", "DAC_READ_SEARCH",
  ]

  private func note(_ name: String, _ value: String, _ container: inout WorkloadContainer) {
    if Self.isSecret(name, value) { container.clear.append(name) }
  }

  /// A mask stands where a secret was, as in a snapshot.
  private static func isSecret(_ name: String?, _ value: String) -> Bool {
    value.contains(SecretMask.text) || SecretScanner.kind(name: name, value: value) != nil
  }

  private func text(_ node: Tree.ID, _ name: String) throws(ShapeError) -> String {
    guard tree.kind(node) == .string else {
      throw ShapeError(
        offset: tree.range(node).lowerBound,
        message: "\(name) is \(tree.kind(node).words), not \(Tree.Kind.string.words)")
    }
    return tree.string(node)
  }

  private func arn(_ fields: ObjectFields, service: String, _ beginning: String) throws(ShapeError) -> ARN {
    let text = try fields.required(Self.arnKey(kind))
    guard let arn = ARN(text), arn.service == service, arn.resource.hasPrefix(beginning), !arn.account.isEmpty else {
      throw fields.fail("'\(Terminal.visible(String(text.prefix(200))))' is no ARN of a \(kind.rawValue)")
    }
    return arn
  }

  /// The role that a key names; none where it names none.
  private func roles(_ fields: ObjectFields, _ key: String, of arn: ARN) throws(ShapeError) -> [String] {
    guard let text = try fields.text(key), !text.isEmpty else { return [] }
    if let role = ARN(text), role.service == "iam", role.resource.hasPrefix("role/") { return [text] }
    guard !text.contains(":"), !text.contains("/") else {
      throw fields.fail("'\(key)' is '\(Terminal.visible(String(text.prefix(200))))', no ARN of a role")
    }
    // Definitions may name a role without all that is before it.
    return ["arn:\(arn.partition):iam::\(arn.account):role/\(text)"]
  }

  private static func family(_ arn: ARN) -> String {
    arn.name.split(separator: ":").first.map(String.init) ?? arn.name
  }

  private mutating func place(_ fields: ObjectFields) -> Location { places.location(of: fields.offset, in: file) }

  /// Refuses keys that are spelt otherwise, and remembers those that nobody here knows.
  private mutating func look(_ fields: ObjectFields, _ known: Set<String>) throws(ShapeError) {
    try fields.checkSpelling(known)
    for entry in tree.entries(fields.id) where !known.contains(tree.string(entry.key)) {
      let words = "the key '\(Terminal.visible(String(tree.string(entry.key).prefix(60))))' of \(fields.name)"
      guard found.unknownKeys.count < Self.keyLimit, !found.unknownKeys.contains(words) else { continue }
      found.unknownKeys.append(words)
    }
  }

  private static let keyLimit = 20
}

extension Array where Element: Hashable {
  /// The elements in their order, each the first time that it comes.
  fileprivate var eachOnce: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
