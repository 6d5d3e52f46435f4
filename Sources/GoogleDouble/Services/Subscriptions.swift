import JobsCore

/// Subscriptions of Pub/Sub, with the messages that wait in them.
enum Subscriptions {
  static let kind = ResourceKind(collection: "pubsub.projects.subscriptions", type: "google.pubsub.v1.Subscription")

  static let handlers: [String: Methods.Handler] = [
    "pubsub.projects.subscriptions.create": create, "pubsub.projects.subscriptions.list": list,
    "pubsub.projects.subscriptions.patch": { call, world throws(APIError) in
      try PubSub.patch("subscription", immutable: ["topic", "filter", "enableMessageOrdering"], call, &world, settle)
    },
    "pubsub.projects.subscriptions.modifyPushConfig": { call, world throws(APIError) in
      _ = try world.resource(.pubsub, call.target)
      world.update(.pubsub, call.target) { $0.value["pushConfig"] = call.body["pushConfig"] ?? [:] }
      return [:]
    },
    "pubsub.projects.subscriptions.pull": pull, "pubsub.projects.subscriptions.acknowledge": acknowledge,
  ]

  /// The subscriptions of a topic, by name.
  static func of(_ topic: String, _ world: World) -> [String] {
    let project = ResourceName.project(of: topic) ?? ""
    let all = world.stores[.pubsub]?.names(in: "projects/\(project)/subscriptions") ?? []
    return all.filter { world.stores[.pubsub]?[$0]?.value["topic"]?.string == topic }
  }

  private static func create(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let name = call.target
    try PubSub.checkID(name)
    guard world.stores[.pubsub]?[name] == nil else { throw PubSub.exists(name) }
    let topic = call.body["topic"]?.string ?? ""
    guard topic.hasPrefix("projects/"), topic.contains("/topics/") else {
      throw .invalid("'\(topic)' is no topic: projects/PROJECT/topics/TOPIC.", field: "topic")
    }
    _ = try world.resource(.pubsub, topic)
    try Admission.require("pubsub.topics.attachSubscription", on: topic, call, world)
    var subscription = call.body
    subscription["name"] = .string(name)
    try settle(&subscription, world)
    subscription["state"] = "ACTIVE"
    world.store(.pubsub, name, Resource(subscription))
    return subscription
  }

  /// Defaults as Google's emulator sets them.
  private static func settle(_ subscription: inout JSONValue, _ world: World) throws(APIError) {
    subscription.setDefault("pushConfig", [:])
    subscription.setDefault("messageRetentionDuration", "604800s")
    if subscription["ackDeadlineSeconds"]?.int ?? 0 == 0 { subscription["ackDeadlineSeconds"] = 10 }
    subscription.setDefault("expirationPolicy", ["ttl": "2678400s"])
    if var policy = subscription["retryPolicy"] {
      policy.setDefault("minimumBackoff", "10s")
      policy.setDefault("maximumBackoff", "600s")
      subscription["retryPolicy"] = policy
    }
    guard (10...600).contains(subscription["ackDeadlineSeconds"]?.int ?? 0) else {
      throw .invalid("The deadline is from 10 up to 600 seconds.", field: "ack_deadline_seconds")
    }
    let retention = subscription["messageRetentionDuration"]?.string.flatMap(WireFormat.milliseconds) ?? 0
    guard (600_000...2_678_400_000).contains(retention) else {
      throw .invalid("The retention is from 10 minutes up to 31 days.", field: "message_retention_duration")
    }
    guard let policy = subscription["deadLetterPolicy"] else { return }
    let attempts = policy["maxDeliveryAttempts"]?.int ?? 5
    guard (5...100).contains(attempts) else {
      throw .invalid("The attempts are from 5 up to 100.", field: "dead_letter_policy.max_delivery_attempts")
    }
    subscription["deadLetterPolicy"]?["maxDeliveryAttempts"] = JSONValue(attempts)
  }

  private static func list(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let names = world.stores[.pubsub]?.names(in: "\(call.target)/subscriptions") ?? []
    return try ListPage(call, pages: (100, 1000), world.settings).answer(names) {
      world.stores[.pubsub]?[$0]?.value ?? .null
    }
  }

  private static func pull(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let waiting = try world.resource(.pubsub, call.target).hidden?["messages"]?.list ?? []
    let most = call.body["maxMessages"]?.int ?? 0
    guard most > 0 else { throw .invalid("The maximum of messages is above 0.", field: "max_messages") }
    let received: [JSONValue] = waiting.prefix(most).map { message in
      ["ackId": .string("ack-\(message["messageId"]?.string ?? "")"), "message": message]
    }
    return received.isEmpty ? [:] : ["receivedMessages": .list(received)]
  }

  private static func acknowledge(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let waiting = try world.resource(.pubsub, call.target).hidden?["messages"]?.list ?? []
    let ids = Set((call.body["ackIds"]?.list ?? []).compactMap(\.string))
    guard !ids.isEmpty else { throw .invalid("No ack ids were given.", field: "ack_ids") }
    let left = waiting.filter { !ids.contains("ack-\($0["messageId"]?.string ?? "")") }
    world.update(.pubsub, call.target) { $0.hidden = ["messages": .list(left)] }
    return [:]
  }
}
