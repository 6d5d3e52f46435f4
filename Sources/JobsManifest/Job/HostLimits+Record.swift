import JobsCore

extension HostLimits {
  /// Writes the keys at the end of a record's `limits`, each only where it was chosen.
  func write(to json: inout JSONWriter, _ detail: RecordDetail) {
    json.optional("priority", priority)
    json.strings("locks", locks, always: false)
    if !pools.isEmpty {
      json.key("pools")
      json.beginArray()
      for pool in pools {
        json.beginObject()
        json.member("name", pool.name)
        json.member("slots", pool.slots)
        if detail != .digest { json.optional("size", pool.size) }
        json.endObject()
      }
      json.endArray()
    }
    json.optional("jitterSeconds", jitterSeconds)
    json.optional("graceSeconds", graceSeconds)
    if let breaker {
      json.key("breaker")
      json.beginObject()
      json.member("failures", breaker.failures)
      json.optional("cooldownSeconds", breaker.cooldownSeconds)
      json.endObject()
    }
    json.optional("deadLetter", deadLetter)
    if let quietHours { quietHours.write(to: &json, detail) }
    if detail != .digest, !failures.isEmpty {
      json.key("failures")
      json.beginArray()
      for rule in failures { rule.write(to: &json) }
      json.endArray()
    }
  }

  /// Reads them back from a record's `limits`.
  init(_ tree: Tree, _ limits: Tree.ID) {
    self.init()
    priority = tree.number(limits, "priority")
    locks = tree.texts(tree.value(limits, "locks"))
    for pool in tree.value(limits, "pools").map(tree.children).map(Array.init) ?? [] {
      guard let name = tree.text(pool, "name") else { continue }
      pools.append(PoolShare(name: name, slots: tree.number(pool, "slots") ?? 1, size: tree.number(pool, "size")))
    }
    jitterSeconds = tree.number(limits, "jitterSeconds")
    graceSeconds = tree.number(limits, "graceSeconds")
    if let from = tree.value(limits, "breaker"), let failures = tree.number(from, "failures") {
      breaker = Breaker(failures: failures, cooldownSeconds: tree.number(from, "cooldownSeconds"))
    }
    deadLetter = tree.value(limits, "deadLetter").flatMap(tree.bool)
    quietHours = tree.value(limits, "quietHours").flatMap { QuietHours(tree, $0) }
    for rule in tree.value(limits, "failures").map(tree.children).map(Array.init) ?? [] {
      if let rule = FailureRule(tree, rule) { failures.append(rule) }
    }
  }
}

extension QuietHours {
  fileprivate func write(to json: inout JSONWriter, _ detail: RecordDetail) {
    json.key("quietHours")
    json.beginObject()
    json.member("from", Self.text(minutes: from))
    json.member("to", Self.text(minutes: to))
    json.optional("timezone", timezone)
    if detail.hasDefaults || weekends { json.optional("weekends", weekends) }
    json.endObject()
  }
}

extension FailureRule {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("class", failureClass.rawValue)
    switch sign {
    case .contains(let text): json.optional("contains", text)
    case .exitCode(let code): json.optional("exitCode", code)
    }
    json.endObject()
  }

  /// Reads `{class, contains}` or `{class, exitCode}` of a project file or a record; nil for anything else.
  init?(_ tree: Tree, _ node: Tree.ID) {
    guard let failureClass = tree.text(node, "class").flatMap(FailureClass.init) else { return nil }
    switch (tree.text(node, "contains"), tree.number(node, "exitCode")) {
    case (let text?, nil) where !text.isEmpty: self.init(failureClass, .contains(text))
    case (nil, let code?) where (1...255).contains(code): self.init(failureClass, .exitCode(code))
    default: return nil
    }
  }
}

extension [ClassRetry] {
  /// Writes `perClass`.
  func write(to json: inout JSONWriter) {
    json.key("perClass")
    json.beginObject()
    for retry in self {
      json.key(retry.failureClass.rawValue)
      json.beginObject()
      json.optional("attempts", retry.attempts)
      json.optional("backoff", retry.backoff)
      json.optional("delaySeconds", retry.delaySeconds)
      json.optional("maxDelaySeconds", retry.maxDelaySeconds)
      json.endObject()
    }
    json.endObject()
  }

  /// Reads `perClass` of a record; classes of a newer version are passed over.
  init(_ tree: Tree, _ node: Tree.ID) {
    self = tree.entries(node).compactMap { name, value in
      guard let failureClass = FailureClass(rawValue: tree.string(name)) else { return nil }
      var retry = ClassRetry(failureClass)
      retry.attempts = tree.number(value, "attempts")
      retry.backoff = tree.text(value, "backoff")
      retry.delaySeconds = tree.number(value, "delaySeconds")
      retry.maxDelaySeconds = tree.number(value, "maxDelaySeconds")
      return retry
    }
  }
}
