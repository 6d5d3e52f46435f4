import JobsCore
package import JobsManifest

extension AuditPolicy {
  /// What a file asks; a file of a project that has no policy asks nothing but what its environments are.
  package init(_ source: PolicySource) {
    self.init(path: source.path)
    faults = source.diagnostics.filter { $0.severity == .error }
    var reader = Reader(source)
    for environment in source.project?.environments ?? [] {
      var known = Environment(name: environment.name)
      known.isProtected = environment.isProtected
      known.projects = environment.gcpProject.map { [$0] } ?? []
      known.accounts = environment.awsAccount.map { [$0] } ?? []
      environments.append(known)
    }
    guard let root = source.policy, faults.isEmpty else { return }
    registries = source.tree.texts(source.tree.value(root, "registries"))
    if let list = source.tree.value(root, "suppressions") {
      suppressions = source.tree.children(list).compactMap { reader.suppression($0) }
    }
    if let audit = source.tree.value(root, "audit") { read(audit, &reader) }
    faults = reader.faults
  }

  private mutating func read(_ audit: Tree.ID, _ reader: inout Reader) {
    let tree = reader.tree
    if let list = tree.value(audit, "rules") {
      for entry in tree.entries(list) {
        let code = tree.string(entry.key).uppercased()
        guard RuleCatalog.rule(code) != nil else {
          reader.fail(entry.key, "there is no rule '\(Terminal.visible(code))'", "'jobs-audit rules' lists them")
          continue
        }
        rules[code] = FindingSeverity(rawValue: tree.string(entry.value)).map { .severity($0) } ?? .off
      }
    }
    domains = Set(tree.texts(tree.value(audit, "domains")).map { $0.lowercased() })
    if let list = tree.value(audit, "environments") {
      for entry in tree.entries(list) { read(environment: tree.string(entry.key), entry.value, tree) }
    }
    if let list = tree.value(audit, "duties") {
      duties = tree.children(list).map { item in
        Duty(
          name: tree.text(item, "name") ?? "", first: tree.globs(item, "roles"), second: tree.globs(item, "with"),
          severity: tree.text(item, "severity").flatMap(FindingSeverity.init) ?? .medium)
      }
    }
    if let list = tree.value(audit, "tests") { tests = tree.children(list).compactMap { reader.test($0) } }
  }

  private mutating func read(environment name: String, _ id: Tree.ID, _ tree: Tree) {
    var environment = environment(name) ?? Environment(name: name)
    if let flag = tree.value(id, "protected").flatMap(tree.bool) { environment.isProtected = flag }
    for (key, path) in [("projects", \Environment.projects), ("accounts", \Environment.accounts)] {
      if let list = tree.value(id, key: key) { environment[keyPath: path] = tree.texts(list) }
    }
    environment.regions = tree.globs(id, "regions")
    environment.registries = tree.texts(tree.value(id, "registries"))
    environment.roles = tree.globs(id, "roles")
    environment.asksForKey = tree.value(id, "cmek").flatMap(tree.bool) ?? false
    environments.removeAll { $0.name == name }
    environments.append(environment)
  }

  /// What cannot be told by shapes alone.
  struct Reader {
    let tree: Tree
    var faults: [Diagnostic] = []
    private let text: SourceText

    init(_ source: PolicySource) {
      tree = source.tree
      text = SourceText(path: source.path, bytes: source.tree.source)
    }

    func location(_ id: Tree.ID) -> Location { text.location(tree.range(id)) }

    mutating func fail(_ id: Tree.ID, _ message: String, _ hint: String) {
      faults.append(
        Diagnostic(
          code: UnusablePolicy.info.code, severity: UnusablePolicy.info.severity, message: message,
          location: location(id),
          path: tree.path(to: id),
          hint: hint))
    }

    mutating func suppression(_ id: Tree.ID) -> Suppression? {
      guard let rule = tree.text(id, "rule"), let reason = tree.text(id, "reason"),
        let node = tree.value(id, "expires"), let day = tree.text(node)
      else { return nil }
      guard day.utf8.count == 10, Instant(rfc3339: "\(day)T00:00:00Z") != nil else {
        fail(node, "'\(Terminal.visible(day))' is no day", "write it as in \"2027-03-31\"")
        return nil
      }
      func glob(_ key: StaticString) -> Glob? { tree.text(id, key).map { Glob($0) } }
      return Suppression(
        rule: rule.uppercased(), job: glob("job"), principal: glob("principal"), resource: glob("resource"),
        fingerprint: tree.text(id, "fingerprint"), reason: reason, owner: tree.text(id, "owner"),
        ticket: tree.text(id, "ticket"), lastDay: day, location: location(id))
    }
  }
}

extension Tree {
  /// Patterns under a key.
  func globs(_ id: ID, _ key: StaticString) -> [Glob] { texts(value(id, key)).map { Glob($0) } }
}
