package import JobsCore
import JobsCron

extension Job {
  /// Reads a job record back. Unknown keys are passed over: within `v:1` keys may be added.
  ///
  /// - Throws: a failure of kind `usage` that names the record and what is wrong with it.
  package init(_ record: Record) throws(Failure) {
    let tree = record.tree
    let root = Tree.root
    guard let name = record.string("name") else {
      throw .usage("a job record has no 'name'", hint: "job records are made by jobs-validate")
    }
    self.init(name: name)
    tenant = record.string("tenant")
    env = record.string("env")
    labels = tree.pairs(tree.value(root, "labels"))
    annotations = tree.pairs(tree.value(root, "annotations"))
    enabled = tree.value(root, "enabled").flatMap(tree.bool) ?? true
    paused = tree.value(root, "paused").flatMap(tree.bool) ?? false
    if let node = tree.value(root, "target") {
      let word = tree.text(node, "kind") ?? "local"
      guard let kind = Target.Kind(rawValue: word) else {
        throw .usage(
          "the target '\(Terminal.visible(word))' of job '\(id)' is unknown",
          hint: "was the stream made by a newer version?")
      }
      target = Target(
        kind: kind, project: tree.text(node, "project"), region: tree.text(node, "region"),
        account: tree.text(node, "account"))
    }
    for node in tree.value(root, "schedules").map(tree.children).map(Array.init) ?? [] {
      schedules.append(try Self.schedule(tree, node, job: id))
    }
    for node in tree.value(root, "events").map(tree.children).map(Array.init) ?? [] {
      var json = JSONWriter()
      json.value(tree, node)
      events.append(Event(json: String(decoding: json.bytes, as: UTF8.self)))
    }
    if let node = tree.value(root, "run") { run = Run(tree, node) }
    if let node = tree.value(root, "resources") { resources = Resources(tree, node) }
    if let node = tree.value(root, "limits") { limits = Limits(tree, node) }
    identity = record.string("identity")
    if let node = tree.value(root, "network") {
      var network = Network()
      network.connector = tree.text(node, "connector")
      network.network = tree.text(node, "network")
      network.subnetwork = tree.text(node, "subnetwork")
      network.tags = tree.texts(tree.value(node, "tags"))
      network.egress = tree.text(node, "egress")
      self.network = network
    }
    if let node = tree.value(root, "expect") {
      expect = Expectation(
        durationSeconds: tree.number(node, "durationSeconds"), p90Seconds: tree.number(node, "p90Seconds"))
    }
    if let node = tree.value(root, "checkin") {
      var checkin = CheckIn()
      checkin.enabled = tree.value(node, "enabled").flatMap(tree.bool) ?? true
      checkin.url = tree.text(node, "url")
      checkin.secret = tree.text(node, "secret")
      checkin.timeoutSeconds = tree.number(node, "timeoutSeconds")
      self.checkin = checkin
    }
    for node in tree.value(root, "alerts").map(tree.children).map(Array.init) ?? [] {
      if let when = tree.text(node, "when"), let route = tree.text(node, "route") {
        alerts.append(Alert(when: when, route: route))
      }
    }
    around.value = Surroundings(tree, root)
    if let node = tree.value(root, "verify") { verify.value = Verification(record: tree, node) }
    agent = tree.pairs(tree.value(root, path: "agent", "selector"))
    digest = record.string("digest") ?? ""
    if let node = tree.value(root, "origin"), let file = tree.text(node, "file") {
      origin = Origin(
        file: file, line: tree.number(node, "line") ?? 1, column: tree.number(node, "column") ?? 1,
        format: tree.text(node, "format") ?? "", commit: tree.text(node, "commit"))
    }
  }

  private static func schedule(_ tree: Tree, _ node: Tree.ID, job: String) throws(Failure) -> Schedule {
    guard let cron = tree.text(node, "cron") else { throw .usage("a schedule of job '\(job)' has no 'cron'") }
    var policy = DSTPolicy()
    if let dst = tree.value(node, "dst") {
      policy = DSTPolicy(
        gap: tree.text(dst, "gap").flatMap(DSTPolicy.Gap.init) ?? policy.gap,
        repeat: tree.text(dst, "repeat").flatMap(DSTPolicy.Repeat.init) ?? policy.repeat)
    }
    return Schedule(
      cron: cron, dialect: tree.text(node, "dialect").flatMap(CronDialect.init), timezone: tree.text(node, "timezone"),
      dst: policy)
  }
}

extension Run {
  fileprivate init(_ tree: Tree, _ node: Tree.ID) {
    self.init()
    image = tree.text(node, "image")
    command = tree.texts(tree.value(node, "command"))
    args = tree.texts(tree.value(node, "args"))
    workingDirectory = tree.text(node, "workingDir")
    user = tree.text(node, "user")
    envFile = tree.text(node, "envFile")
    env = tree.pairs(tree.value(node, "env"))
    secrets = tree.pairs(tree.value(node, "secrets"))
    for mount in tree.value(node, "mounts").map(tree.children).map(Array.init) ?? [] {
      if let secret = tree.text(mount, "secret"), let path = tree.text(mount, "path") {
        mounts.append(Mount(secret: secret, path: path))
      }
    }
    if let node = tree.value(node, "code") { code.value = FunctionCode(tree, node) }
    omitted = tree.texts(tree.value(node, "omitted"))
    host = HostRun(tree, node)
  }
}

extension Resources {
  fileprivate init(_ tree: Tree, _ node: Tree.ID) {
    self.init()
    cpuMillis = tree.number(node, "cpuMillis")
    memoryBytes = tree.number(node, "memoryBytes")
    gpu = tree.number(node, "gpu")
    architecture = tree.text(node, "architecture")
    tasks = tree.number(node, "tasks")
    parallelism = tree.number(node, "parallelism")
  }
}

extension Limits {
  fileprivate init(_ tree: Tree, _ node: Tree.ID) {
    self.init()
    timeoutSeconds = tree.number(node, "timeoutSeconds")
    if let from = tree.value(node, "retry") {
      var retry = Retry()
      retry.attempts = tree.number(from, "attempts")
      retry.backoff = tree.text(from, "backoff")
      retry.delaySeconds = tree.number(from, "delaySeconds")
      retry.maxDelaySeconds = tree.number(from, "maxDelaySeconds")
      retry.classes = tree.value(from, "classes").map { tree.texts($0) }
      if let each = tree.value(from, "perClass") { retry.perClass = [ClassRetry](tree, each) }
      self.retry = retry
    }
    if let from = tree.value(node, "concurrency") { concurrency = Concurrency(tree, from) }
    if let from = tree.value(node, "missed") {
      missed = Missed(
        policy: Missed.Policy(tree, tree.value(from, "policy")), withinSeconds: tree.number(from, "withinSeconds"),
        splaySeconds: tree.number(from, "splaySeconds"))
    }
    host = HostLimits(tree, node)
  }
}

extension Concurrency {
  /// Reads `allow`, `forbid`, `replace` or `{queue: n}`.
  init?(_ tree: Tree, _ node: Tree.ID) {
    if let length = tree.number(node, "queue") {
      self = .queue(length)
      return
    }
    switch tree.string(node) {
    case "allow": self = .allow
    case "forbid": self = .forbid
    case "replace": self = .replace
    default: return nil
    }
  }
}

extension Missed.Policy {
  /// Reads `skip`, `last`, `all` or `{all: n}`; anything else is `skip`.
  init(_ tree: Tree, _ node: Tree.ID?) {
    guard let node else {
      self = .skip
      return
    }
    if let limit = tree.number(node, "all") {
      self = .all(limit)
      return
    }
    switch tree.string(node) {
    case "last": self = .last
    case "all": self = .all(nil)
    default: self = .skip
    }
  }
}
