import JobsCore

/// Reads entries of Cloud Audit Logs, as `gcloud logging read --format=json` and sinks write them (Cloud Logging, "AuditLog",
/// read 2026-11-22).
struct AuditLogReader {
  private let tree: Tree
  private var places: PlaceCounter

  static func recognises(_ tree: Tree) -> Bool {
    tree.value(Tree.root, "logName") != nil
      && (tree.value(Tree.root, "timestamp") != nil || tree.value(Tree.root, "protoPayload") != nil)
  }

  /// nil for an entry of another log.
  static func read(_ value: ValueReader.Value, file: String) throws(ShapeError) -> AccessEvent? {
    var reader = AuditLogReader(
      tree: value.tree, places: PlaceCounter(value.tree.source, line: value.line, column: value.column))
    return try reader.event(file)
  }

  private mutating func event(_ file: String) throws(ShapeError) -> AccessEvent? {
    let entry = try ObjectFields(tree, "an entry")
    guard let payload = try entry.object("protoPayload", "'protoPayload'"),
      try payload.text("@type")?.hasSuffix("google.cloud.audit.AuditLog") != false
    else { return nil }
    guard let time = try entry.time("timestamp") else { throw entry.fail("an entry has no 'timestamp'") }
    let caller = try payload.object("authenticationInfo", "'authenticationInfo'")
    let subject = try caller?.text("principalSubject")
    let method = try payload.required("methodName")
    var event = AccessEvent(
      time: time, id: try entry.text("insertId") ?? "-",
      principal: try caller?.text("principalEmail") ?? subject ?? "nobody that the entry names",
      action: method, resource: try payload.text("resourceName") ?? "",
      source: try payload.object("requestMetadata", "'requestMetadata'")?.text("callerIp"),
      outcome: try outcome(payload),
      location: places.location(of: entry.offset, in: file))
    event.isOfService = event.source == "private" || GoogleMember("serviceAccount:\(event.principal)").isServiceAgent
    if let key = try caller?.text("serviceAccountKeyName") { event.key = key }
    for asked in try payload.objects("authorizationInfo", "an authorization") {
      guard try asked.bool("granted") == true, let permission = try asked.text("permission") else { continue }
      event.permissions.append(permission)
    }
    if let data = try payload.object("serviceData", "'serviceData'") { event.details = try deltas(data) }
    return event
  }

  private func outcome(_ payload: ObjectFields) throws(ShapeError) -> AccessEvent.Outcome {
    guard let status = try payload.object("status", "'status'"), let node = tree.value(status.id, "code"),
      tree.kind(node) != .null
    else { return .done }
    guard tree.kind(node) == .int, let code = tree.int(node) else {
      throw status.fail("'code' of 'status' is \(tree.kind(node).words), not a number")
    }
    guard code != 0 else { return .done }
    // PERMISSION_DENIED and UNAUTHENTICATED of google.rpc.Code.
    return code == 7 || code == 16 ? .denied : .failed
  }

  /// What a change of a policy added, as `roles/x for member`.
  private func deltas(_ data: ObjectFields) throws(ShapeError) -> [String] {
    guard let delta = try data.object("policyDelta", "'policyDelta'") else { return [] }
    var found: [String] = []
    for item in try delta.objects("bindingDeltas", "a change of a binding") where try item.text("action") == "ADD" {
      found.append("\(try item.required("role")) for \(try item.text("member") ?? "somebody")")
    }
    return found
  }
}
