package import JobsCore

extension AuditEntry {
  /// Writes the `audit` record without its hash, keys in their order.
  func write(to json: inout JSONWriter) {
    json.beginRecord("audit")
    json.member("id", id.description)
    json.member("sequence", sequence)
    json.member("time", Instant(milliseconds: time).rfc3339)
    json.key("actor")
    json.beginObject()
    json.member("uid", Int64(actor.uid))
    json.member("user", actor.user)
    if let loginUID = actor.loginUID {
      json.member("loginUid", Int64(loginUID))
    }
    if let sudoUser = actor.sudoUser {
      json.member("sudoUser", sudoUser)
    }
    json.endObject()
    json.member("host", host)
    json.member("tool", tool)
    json.member("action", act.action)
    json.member("subject", act.subject)
    json.key("parameters")
    json.beginObject()
    for parameter in act.parameters {
      json.key(parameter.name)
      json.value(parameter.value)
    }
    json.endObject()
    json.member("outcome", outcome.rawValue)
    json.optional("error", error)
    json.member("previous", previous)
    json.endObject()
  }

  /// Reads an `audit` record; nil for a record of another type or shape. The hash is not looked at.
  package init?(_ record: Record) {
    let tree = record.tree
    guard record.type == "audit", let id = record.string("id").flatMap({ ULID($0) }),
      let sequence = tree.value(Tree.root, "sequence").flatMap(tree.int),
      let time = record.string("time").flatMap({ Instant(rfc3339: $0) }),
      let who = tree.value(Tree.root, "actor"), let actor = AuditActor(tree, who),
      let host = record.string("host"), let tool = record.string("tool"), let action = record.string("action"),
      let subject = record.string("subject"), let parameters = tree.value(Tree.root, "parameters"),
      let outcome = record.string("outcome").flatMap(Outcome.init), let previous = record.string("previous")
    else { return nil }
    self.init(
      id: id, sequence: sequence, time: time.milliseconds, actor: actor, host: host, tool: tool,
      act: AuditAct(
        action, of: subject,
        tree.entries(parameters).map { AuditAct.Parameter(tree.string($0.key), tree.string($0.value)) }),
      outcome: outcome, error: record.string("error"), previous: previous)
  }

  /// Reads one line; nil for what is no `audit` record.
  init?(line: [UInt8]) {
    var reader = RecordReader(bytes: line, name: "line", lineLimit: AuditFile.lineLimit)
    var record = Record()
    guard let isRead = try? reader.next(into: &record), isRead else { return nil }
    self.init(record)
  }
}

extension AuditActor {
  fileprivate init?(_ tree: Tree, _ id: Tree.ID) {
    guard let uid = tree.value(id, "uid").flatMap(tree.int).flatMap({ UInt32(exactly: $0) }),
      let user = tree.value(id, "user").map(tree.string)
    else { return nil }
    self.init(
      uid: uid, user: user,
      loginUID: tree.value(id, "loginUid").flatMap(tree.int).flatMap { UInt32(exactly: $0) },
      sudoUser: tree.value(id, "sudoUser").map(tree.string))
  }
}
