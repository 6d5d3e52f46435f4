import JobsCore

/// A CloudEvent 1.0 as a JSON object (github.com/cloudevents/spec, v1.0.2). One that carries a message of Pub/Sub, as Eventarc sends
/// it, is that message: a job finds the same, whichever way it came.
enum CloudEvent {
  private static let keys: Set<String> = [
    "specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema", "data", "data_base64",
  ]

  static func read(_ tree: Tree, _ node: Tree.ID) throws(EventFault) -> IncomingEvent {
    try EventReader.checkKeys(tree, node, "the event")
    let version = try EventReader.required(tree, node, "specversion")
    guard version == "1.0" else { throw EventFault("only CloudEvents of version 1.0 are read") }
    var event = IncomingEvent(
      id: try EventReader.required(tree, node, "id"), source: try EventReader.required(tree, node, "source"),
      type: try EventReader.required(tree, node, "type"))
    event.subject = try EventReader.text(tree, node, "subject")
    event.time = try EventReader.text(tree, node, "time")
    if let time = event.time, Instant(rfc3339: time) == nil { throw EventFault("'time' is no time of RFC 3339") }
    event.contentType = try EventReader.text(tree, node, "datacontenttype")
    if let schema = try EventReader.text(tree, node, "dataschema") {
      event.attributes.append(IncomingEvent.Attribute("dataschema", schema))
    }
    try addExtensions(tree, node, to: &event)
    if event.type == IncomingEvent.messageType, let data = tree.value(node, "data"), tree.kind(data) == .mapping,
      let message = tree.value(data, "message")
    {
      // What carries the message is of no use to a job.
      event.attributes = []
      event.contentType = nil
      try PushEnvelope.add(message, tree, to: &event)
      return event
    }
    event.data = try data(tree, node, event.contentType)
    if event.data != nil, event.contentType == nil { event.contentType = "application/json" }
    return event
  }

  /// Names of attributes are small letters and digits; values are texts, whole numbers and booleans (§3.1, §3.2).
  private static func addExtensions(
    _ tree: Tree, _ node: Tree.ID, to event: inout IncomingEvent
  ) throws(EventFault) {
    for entry in tree.entries(node) {
      let name = tree.string(entry.key)
      guard !keys.contains(name) else { continue }
      guard !name.isEmpty, name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) }) else {
        throw EventFault("the key '\(Terminal.visible(String(name.prefix(60))))' is no attribute of a CloudEvent")
      }
      guard [.string, .int, .bool].contains(tree.kind(entry.value)) else {
        throw EventFault("the attribute '\(name.prefix(60))' is neither a text nor a number nor a boolean")
      }
      guard event.attributes.count < EventReader.mostAttributes else {
        throw EventFault("an event has at most \(EventReader.mostAttributes) attributes")
      }
      let value = tree.string(entry.value)
      try EventReader.check(name, "attribute")
      try EventReader.check(value, String(name.prefix(60)))
      event.attributes.append(IncomingEvent.Attribute(name, value))
    }
  }

  /// What `data` stands for: a text as it is where its type is no JSON, and the value as JSON otherwise.
  private static func data(_ tree: Tree, _ node: Tree.ID, _ contentType: String?) throws(EventFault) -> [UInt8]? {
    let encoded = tree.value(node, "data_base64")
    guard let value = tree.value(node, "data") else {
      guard let encoded else { return nil }
      guard tree.kind(encoded) == .string else { throw EventFault("'data_base64' is no text") }
      return try EventReader.base64(tree.string(encoded), "data_base64")
    }
    guard encoded == nil else { throw EventFault("'data' and 'data_base64' exclude each other") }
    if tree.kind(value) == .string, !isJSON(contentType) { return Array(tree.string(value).utf8) }
    var json = JSONWriter()
    json.value(tree, value)
    return json.bytes
  }

  /// `application/json`, `application/vnd.acme+json; charset=utf-8`; without a type it is JSON (§2.3.1).
  private static func isJSON(_ contentType: String?) -> Bool {
    guard let contentType else { return true }
    let subtype = contentType.split(separator: ";").first?.split(separator: "/").last ?? ""
    let word = subtype.lowercased().split(separator: " ").joined()
    return word == "json" || word.hasSuffix("+json")
  }
}
