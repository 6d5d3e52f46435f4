package import JobsCore

extension AuditPolicy {
  /// Writes the `policy` record.
  package func write(to json: inout JSONWriter) {
    json.beginRecord("policy")
    json.member("file", path)
    json.object("rules") { json in
      for (code, setting) in rules.sorted(by: { $0.key < $1.key }) {
        json.key(code)
        json.value(setting.word)
      }
    }
    json.member("domains", domains.sorted())
    json.member("registries", registries)
    json.array("environments") {
      for environment in environments {
        $0.object {
          $0.member("name", environment.name)
          $0.member("protected", environment.isProtected)
          for (name, values) in environment.lists { $0.member(name, values) }
          $0.member("cmek", environment.asksForKey)
        }
      }
    }
    json.member("duties", duties.map(\.name))
    json.member("tests", tests.count)
    json.endObject()
  }
}

extension AuditPolicy.Setting {
  /// As it is written.
  package var word: String {
    switch self {
    case .off: "off"
    case .severity(let severity): severity.rawValue
    }
  }
}

extension AuditPolicy.Environment {
  /// What it lists, by the keys of the file, in their order.
  package var lists: [(name: StaticString, values: [String])] {
    [
      ("projects", projects), ("accounts", accounts), ("regions", regions.map(\.text)), ("registries", registries),
      ("roles", roles.map(\.text)),
    ]
  }
}

extension Suppression {
  /// `over`, `ending` for its last 30 days, or `standing`.
  package func state(_ now: Instant) -> String {
    if isOver(on: now) { return "over" }
    return lastDay <= Self.day(now.adding(seconds: 30 * 86_400)) ? "ending" : "standing"
  }

  /// Writes the `policy-suppression` record.
  package func write(to json: inout JSONWriter, now: Instant) {
    json.beginRecord("policy-suppression")
    json.member("rule", rule)
    json.optional("job", job?.text)
    json.optional("principal", principal?.text)
    json.optional("resource", resource?.text)
    json.optional("fingerprint", fingerprint)
    json.member("reason", reason)
    json.optional("owner", owner)
    json.optional("ticket", ticket)
    json.member("expires", lastDay)
    json.member("state", state(now))
    json.member("file", location.file)
    json.member("line", location.line)
    json.endObject()
  }
}
