import JobsCore

/// Entries of Cloud Logging (logging.v2, revision 20260911): what was written, read back by filters.
enum LogEntries {
  static let handlers: [String: Methods.Handler] = [
    "logging.entries.write": write, "logging.entries.list": list,
  ]

  private static let collection = "entries"
  /// Entries of one call.
  private static let most = 1000

  private static func write(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let entries = call.body["entries"]?.list ?? []
    guard (1...most).contains(entries.count) else {
      throw .invalid("From 1 up to \(most) entries are written at once.", field: "entries")
    }
    var settled: [JSONValue] = []
    for (index, entry) in entries.enumerated() {
      var entry = entry
      for field in ["logName", "resource"] where entry[field] == nil { entry[field] = call.body[field] }
      guard entry["resource"]?["type"] != nil else {
        throw .invalid("The resource of an entry is missing.", field: "entries[\(index)].resource")
      }
      guard let name = entry["logName"]?.string, name.contains("/logs/") else {
        throw .invalid("'logName' is to be projects/PROJECT/logs/LOG.", field: "entries[\(index)].log_name")
      }
      let payloads = ["textPayload", "jsonPayload", "protoPayload"].filter { entry[$0] != nil }
      guard payloads.count == 1 else {
        throw .invalid("An entry has exactly one payload.", field: "entries[\(index)]")
      }
      if let labels = call.body["labels"] {
        var all = labels
        for label in entry["labels"]?.object?.entries ?? [] { all[label.key] = label.value }
        entry["labels"] = all
      }
      entry.setDefault("timestamp", .string(call.now.rfc3339))
      entry.setDefault("insertId", .string(world.word(12)))
      entry.setDefault("severity", "DEFAULT")
      entry["receiveTimestamp"] = .string(call.now.rfc3339)
      settled.append(entry)
    }
    guard !(call.body["dryRun"]?.bool ?? false) else { return [:] }
    for entry in settled { store(entry, &world) }
    return [:]
  }

  /// Keeps an entry that has all its fields.
  static func store(_ entry: JSONValue, _ world: inout World) {
    // With zeros before it, so that the order of names is that of arrival.
    let serial = String(world.nextSerial())
    let id = String(repeating: "0", count: max(0, 12 - serial.count)) + serial
    world.store(.logging, "\(collection)/\(id)", Resource(entry))
  }

  private static func list(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let resources = (call.body["resourceNames"]?.list ?? []).compactMap(\.string)
    guard !resources.isEmpty else { throw .invalid("The resource names are missing.", field: "resource_names") }
    let filter = try LogFilter(call.body["filter"]?.string ?? "")
    let order = call.body["orderBy"]?.string ?? ""
    guard ["", "timestamp asc", "timestamp desc"].contains(order) else {
      throw .invalid("The order is 'timestamp asc' or 'timestamp desc'.", field: "order_by")
    }
    let projects = resources.map { "projects/\(world.projectID(ResourceName.project(of: $0) ?? ""))/" }
    var found: [JSONValue] = []
    for name in world.stores[.logging]?.names(in: collection) ?? [] {
      guard let entry = world.stores[.logging]?[name]?.value, let log = entry["logName"]?.string,
        projects.contains(where: log.hasPrefix), filter.matches(entry)
      else { continue }
      found.append(entry)
    }
    found.sort { time($0) < time($1) }
    if order == "timestamp desc" { found.reverse() }
    // The page is asked for in the body here.
    var paged = call
    paged.query["pageSize"] = call.body["pageSize"]?.int.map { [String($0)] }
    paged.query["pageToken"] = call.body["pageToken"]?.string.map { [$0] }
    // What comes late is there for the next who reads.
    RunLines.writeLate(&world, call)
    return try ListPage(paged, pages: (50, 1000), world.settings).answer(found) { $0 }
  }

  private static func time(_ entry: JSONValue) -> Instant {
    entry["timestamp"]?.string.flatMap { Instant(rfc3339: $0) } ?? Instant(seconds: 0)
  }
}
