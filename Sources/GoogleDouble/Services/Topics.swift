import JobsCore

/// Topics of Pub/Sub (pubsub.v1, revision 20261027). They are made by PUT, and an update has its mask in the body.
enum Topics {
  static let handlers: [String: Methods.Handler] = [
    "pubsub.projects.topics.create": create, "pubsub.projects.topics.list": list,
    "pubsub.projects.topics.patch": { call, world throws(APIError) in
      try PubSub.patch("topic", immutable: ["kmsKeyName"], call, &world) { _, _ throws(APIError) in }
    },
    "pubsub.projects.topics.publish": publish,
    "pubsub.projects.topics.subscriptions.list": subscriptions,
  ]

  /// Read and deleted as all resources are.
  static let kind = ResourceKind(
    collection: "pubsub.projects.topics", type: "google.pubsub.v1.Topic",
    delete: { name, world, _ throws(APIError) in
      // Subscriptions outlive their topic.
      for subscription in Subscriptions.of(name, world) {
        world.update(.pubsub, subscription) { $0.value["topic"] = "_deleted-topic_" }
      }
    })

  private static func create(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let name = call.target
    try PubSub.checkID(name)
    guard world.stores[.pubsub]?[name] == nil else { throw PubSub.exists(name) }
    var topic = call.body
    topic["name"] = .string(name)
    world.store(.pubsub, name, Resource(topic))
    return topic
  }

  private static func list(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let names = world.stores[.pubsub]?.names(in: "\(call.target)/topics") ?? []
    return try ListPage(call, pages: (100, 1000), world.settings).answer(names) {
      world.stores[.pubsub]?[$0]?.value ?? .null
    }
  }

  private static func subscriptions(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    _ = try world.resource(.pubsub, call.target)
    let names = Subscriptions.of(call.target, world)
    return names.isEmpty ? [:] : ["subscriptions": .list(names.map { .string($0) })]
  }

  private static func publish(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    _ = try world.resource(.pubsub, call.target)
    let messages = call.body["messages"]?.list ?? []
    guard (1...1000).contains(messages.count) else {
      throw .invalid("From 1 up to 1000 messages are published at once.", field: "messages")
    }
    var ids: [JSONValue] = []
    var published: [JSONValue] = []
    for (index, message) in messages.enumerated() {
      guard !(message["data"]?.string ?? "").isEmpty || !(message["attributes"]?.object?.entries ?? []).isEmpty else {
        throw .invalid("A message needs data or attributes.", field: "messages[\(index)]")
      }
      var message = message
      let id = JSONValue.string(String(world.nextSerial()))
      message["messageId"] = id
      message["publishTime"] = .string(call.now.rfc3339)
      ids.append(id)
      published.append(message)
    }
    for subscription in Subscriptions.of(call.target, world) {
      let published = EventDelivery.deliver(published, of: call.target, by: subscription, &world, call.now)
      guard !published.isEmpty else { continue }
      world.update(.pubsub, subscription) { resource in
        let waiting = resource.hidden?["messages"]?.list ?? []
        resource.hidden = ["messages": .list(waiting + published)]
      }
    }
    return ["messageIds": .list(ids)]
  }
}
