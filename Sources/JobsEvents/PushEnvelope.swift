import JobsCore

/// What a push subscription of Pub/Sub delivers: `{"message":{…},"subscription":"projects/…"}`.
enum PushEnvelope {
  private static let keys: Set<String> = ["message", "subscription", "deliveryAttempt"]
  /// Both spellings are delivered side by side.
  private static let messageKeys: Set<String> = [
    "data", "attributes", "messageId", "message_id", "publishTime", "publish_time", "orderingKey",
  ]

  static func read(_ tree: Tree, _ root: Tree.ID) throws(EventFault) -> IncomingEvent {
    try EventReader.checkKeys(tree, root, "the envelope")
    try refuseOthers(tree, root, keys, "the envelope")
    guard let message = tree.value(root, "message") else { throw EventFault("'message' is missing") }
    try EventReader.checkKeys(tree, message, "'message'")
    let known = try EventReader.text(tree, message, "messageId")
    let id = if let known { known } else { try EventReader.required(tree, message, "message_id") }
    guard !id.isEmpty else { throw EventFault("'messageId' is missing") }
    let subscription = try EventReader.required(tree, root, "subscription")
    var event = IncomingEvent(
      id: id, source: "//pubsub.googleapis.com/\(subscription)", type: IncomingEvent.messageType)
    let time = try EventReader.text(tree, message, "publishTime")
    event.time = if let time { time } else { try EventReader.text(tree, message, "publish_time") }
    try add(message, tree, to: &event)
    return event
  }

  /// Adds what a message holds: its data, its attributes, and what these say of it.
  static func add(_ message: Tree.ID, _ tree: Tree, to event: inout IncomingEvent) throws(EventFault) {
    try EventReader.checkKeys(tree, message, "'message'")
    try refuseOthers(tree, message, messageKeys, "'message'")
    event.subject = try EventReader.text(tree, message, "orderingKey").flatMap { $0.isEmpty ? nil : $0 }
    if let data = tree.value(message, "data") {
      guard tree.kind(data) == .string else { throw EventFault("'data' is no text") }
      event.data = try EventReader.base64(tree.string(data), "data")
    }
    if let attributes = tree.value(message, "attributes"), tree.kind(attributes) != .null {
      event.attributes = try read(attributes: attributes, tree)
    }
    event.contentType = event.attributes.first { $0.name.lowercased() == "content-type" }?.value
  }

  private static func read(
    attributes node: Tree.ID, _ tree: Tree
  ) throws(EventFault) -> [IncomingEvent.Attribute] {
    try EventReader.checkKeys(tree, node, "'attributes'")
    var attributes: [IncomingEvent.Attribute] = []
    for entry in tree.entries(node) {
      guard attributes.count < EventReader.mostAttributes else {
        throw EventFault("a message has at most \(EventReader.mostAttributes) attributes")
      }
      guard tree.kind(entry.value) == .string else { throw EventFault("an attribute is no text") }
      let (name, value) = (tree.string(entry.key), tree.string(entry.value))
      try EventReader.check(name, "attributes")
      try EventReader.check(value, "attributes")
      attributes.append(IncomingEvent.Attribute(name, value))
    }
    return attributes
  }

  private static func refuseOthers(
    _ tree: Tree, _ node: Tree.ID, _ known: Set<String>, _ what: String
  ) throws(EventFault) {
    for entry in tree.entries(node) where !known.contains(tree.string(entry.key)) {
      throw EventFault(
        "\(what) has the key '\(Terminal.visible(String(tree.string(entry.key).prefix(60))))', which Pub/Sub does not send"
      )
    }
  }
}
