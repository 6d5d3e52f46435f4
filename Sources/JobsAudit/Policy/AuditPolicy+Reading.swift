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
        guard reader.isRule(code, entry.key) else { continue }
        guard rules[code] == nil else {
          reader.fail(entry.key, "rule '\(code)' stands twice", "keep one of the two")
          continue
        }
        rules[code] = FindingSeverity(rawValue: tree.string(entry.value)).map { .severity($0) } ?? .off
      }
    }
    if let list = tree.value(audit, "domains") {
      for node in tree.children(list) {
        let domain = tree.string(node).lowercased()
        if reader.isDomain(domain, node) { domains.insert(domain) }
      }
    }
    if let list = tree.value(audit, "environments") {
      for entry in tree.entries(list) { read(environment: tree.string(entry.key), entry.value, &reader) }
    }
    if let list = tree.value(audit, "duties") {
      duties = tree.children(list).map { item in
        for key: StaticString in ["roles", "with"] where tree.globs(item, key).isEmpty {
          reader.fail(item, "a duty has nothing in '\(key)', so that nobody ever has both", "list patterns of roles")
        }
        return Duty(
          name: tree.text(item, "name") ?? "", first: tree.globs(item, "roles"), second: tree.globs(item, "with"),
          severity: tree.text(item, "severity").flatMap(FindingSeverity.init) ?? .medium)
      }
    }
    if let list = tree.value(audit, "tests") {
      for node in tree.children(list) {
        guard let test = reader.test(node, under: self) else { continue }
        if tests.contains(where: { $0.name == test.name }) {
          reader.fail(node, "a test named '\(Terminal.visible(test.name))' stands twice", "give each a name of its own")
        }
        tests.append(test)
      }
    }
  }

  private mutating func read(environment name: String, _ id: Tree.ID, _ reader: inout Reader) {
    let tree = reader.tree
    var environment = environment(name) ?? Environment(name: name)
    environments.removeAll { $0.name == name }
    if let flag = tree.value(id, "protected").flatMap(tree.bool) { environment.isProtected = flag }
    for (key, path) in [("projects", \Environment.projects), ("accounts", \Environment.accounts)] {
      guard let list = tree.value(id, key: key) else { continue }
      environment[keyPath: path] = tree.texts(list)
      for node in tree.children(list) {
        let value = tree.string(node)
        if key == "accounts", value.utf8.count != 12 || !value.utf8.allSatisfy({ (48...57).contains($0) }) {
          reader.fail(node, "'\(Terminal.visible(value))' is no account of AWS", "write its twelve digits, in quotes")
        }
        if let other = environments.first(where: { $0[keyPath: path].contains(value) }) {
          reader.fail(
            node, "'\(Terminal.visible(value))' is in '\(Terminal.visible(other.name))' already",
            "leave it in one environment")
        }
      }
    }
    environment.regions = tree.globs(id, "regions")
    environment.registries = tree.texts(tree.value(id, "registries"))
    environment.roles = tree.globs(id, "roles")
    environment.asksForKey = tree.value(id, "cmek").flatMap(tree.bool) ?? false
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

    /// Whether there is a rule of a code, in capitals.
    mutating func isRule(_ code: String, _ id: Tree.ID) -> Bool {
      if RuleCatalog.rule(code) != nil { return true }
      fail(id, "there is no rule '\(Terminal.visible(code))'", "'jobs-audit rules' lists them")
      return false
    }

    fileprivate mutating func isDomain(_ text: String, _ id: Tree.ID) -> Bool {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      let isName =
        parts.count > 1
        && parts.allSatisfy { part in
          !part.isEmpty
            && part.unicodeScalars.allSatisfy {
              !$0.isASCII || $0.properties.isAlphabetic || "0123456789-".unicodeScalars.contains($0)
            }
        }
      if !isName {
        fail(id, "'\(Terminal.visible(text))' is no domain", "write it as in acme.example; others are not within it")
      }
      return isName
    }

    /// A text under a key; nil for one of blanks alone.
    private func words(_ id: Tree.ID, _ key: StaticString) -> String? {
      tree.text(id, key).flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }

    mutating func suppression(_ id: Tree.ID) -> Suppression? {
      guard let rule = tree.text(id, "rule"), let reason = tree.text(id, "reason"),
        let node = tree.value(id, "expires"), let day = tree.text(node)
      else { return nil }
      guard day.utf8.count == 10, Instant(rfc3339: "\(day)T00:00:00Z") != nil else {
        fail(node, "'\(Terminal.visible(day))' is no day", "write it as in \"2027-03-31\"")
        return nil
      }
      guard words(id, "reason") != nil else {
        fail(tree.value(id, "reason") ?? id, "a suppression has no reason", "say why it is accepted")
        return nil
      }
      func glob(_ key: StaticString) -> Glob? { tree.text(id, key).map { Glob($0) } }
      return Suppression(
        rule: rule.uppercased(), job: glob("job"), principal: glob("principal"), resource: glob("resource"),
        fingerprint: tree.text(id, "fingerprint"), reason: reason, owner: words(id, "owner"),
        ticket: words(id, "ticket"), lastDay: day, location: location(id))
    }
  }
}

extension Tree {
  /// Patterns under a key.
  func globs(_ id: ID, _ key: StaticString) -> [Glob] { texts(value(id, key)).map { Glob($0) } }
}
