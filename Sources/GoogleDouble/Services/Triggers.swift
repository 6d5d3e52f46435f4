import JobsCore

/// Triggers of Eventarc (eventarc.v1, revision 20261002).
enum Triggers {
  static let kind = ResourceKind(
    collection: "eventarc.projects.locations.triggers", type: "google.cloud.eventarc.v1.Trigger",
    idParameter: "triggerId", isID: isID, concurrency: .aborted, immutable: ["channel", "transport"],
    metadata: .told("google.cloud.eventarc.v1.OperationMetadata"), create: create, update: update, delete: delete)

  /// Small letters, digits and hyphens, begun by a letter, at most 63.
  private static func isID(_ id: String) -> Bool {
    (1...63).contains(id.utf8.count) && id.utf8.first.map { (97...122).contains($0) } ?? false && !id.hasSuffix("-")
      && id.utf8.allSatisfy { $0 == 45 || (48...57).contains($0) || (97...122).contains($0) }
  }

  private static func create(_ trigger: inout JSONValue, _ world: inout World, _ call: APICall) throws(APIError) {
    try check(trigger, world, call)
    trigger["uid"] = .string(world.uuid())
    trigger["createTime"] = .string(call.now.rfc3339)
    trigger["updateTime"] = .string(call.now.rfc3339)
    // Events travel through a topic and a subscription that Eventarc makes for itself, unless a topic was named.
    let project = call.project ?? ""
    let id = ResourceName.id(of: trigger["name"]?.string ?? "")
    let location = ResourceName.location(of: call.target) ?? ""
    let word = world.word(3)
    let own = "projects/\(project)/topics/eventarc-\(location)-\(id)-\(word)"
    let topic = trigger["transport"]?["pubsub"]?["topic"]?.string ?? own
    let subscription = "projects/\(project)/subscriptions/eventarc-\(location)-\(id)-sub-\(word)"
    trigger["transport"] = ["pubsub": ["topic": .string(topic), "subscription": .string(subscription)]]
    if call.flag("validateOnly") { return }
    if topic == own { world.store(.pubsub, own, Resource(["name": .string(own)])) }
    world.store(.pubsub, subscription, Resource(Self.subscription(subscription, topic, trigger)))
  }

  /// As Eventarc makes it: what is not taken is tried again for a day (cloud.google.com/eventarc/docs/retry-events, 2026-11).
  private static func subscription(_ name: String, _ topic: String, _ trigger: JSONValue) -> JSONValue {
    var push: JSONValue = ["pushEndpoint": .string("https://eventarc.googleapis.com/")]
    if let workflow = trigger["destination"]?["workflow"]?.string {
      push = [
        "pushEndpoint": .string(
          "https://workflowexecutions.googleapis.com/v1/\(workflow):triggerPubsubExecution?__GCP_CloudEventsMode=GCP_PUBSUB"
        )
      ]
    }
    if let account = trigger["serviceAccount"]?.string {
      push["oidcToken"] = ["serviceAccountEmail": .string(ResourceName.id(of: account))]
    }
    return [
      "name": .string(name), "topic": .string(topic), "pushConfig": push, "ackDeadlineSeconds": 10,
      "messageRetentionDuration": "86400s", "expirationPolicy": [:], "state": "ACTIVE",
      "retryPolicy": ["minimumBackoff": "10s", "maximumBackoff": "600s"],
    ]
  }

  /// What Eventarc made for a trigger goes with it; a topic that was named stays.
  private static func delete(_ name: String, _ world: inout World, _ call: APICall) throws(APIError) {
    let transport = world.stores[.eventarc]?[name]?.value["transport"]?["pubsub"]
    guard !call.flag("validateOnly"), let subscription = transport?["subscription"]?.string else { return }
    world.store(.pubsub, subscription, nil)
    guard let topic = transport?["topic"]?.string, ResourceName.id(of: topic).hasPrefix("eventarc-") else { return }
    world.store(.pubsub, topic, nil)
  }

  private static func update(
    _ trigger: inout JSONValue, _ old: JSONValue, _ world: inout World, _ call: APICall
  ) throws(APIError) {
    try check(trigger, world, call)
    trigger["updateTime"] = .string(call.now.rfc3339)
  }

  private static func check(_ trigger: JSONValue, _ world: World, _ call: APICall) throws(APIError) {
    let filters = trigger["eventFilters"]?.list ?? []
    guard filters.contains(where: { $0["attribute"]?.string == "type" }) else {
      throw .invalid("An event filter for the attribute 'type' is missing.", field: "trigger.event_filters")
    }
    let attributes = filters.compactMap { $0["attribute"]?.string }
    guard Set(attributes).count == attributes.count else {
      throw .invalid("An attribute has several event filters.", field: "trigger.event_filters")
    }
    let destinations = ["cloudRun", "cloudFunction", "gke", "workflow", "httpEndpoint"].filter {
      trigger["destination"]?[$0] != nil
    }
    guard destinations.count == 1 else {
      throw .invalid("A trigger has exactly one destination.", field: "trigger.destination")
    }
    guard destinations[0] != "cloudRun" || !(trigger["destination"]?["cloudRun"]?["service"]?.string ?? "").isEmpty
    else {
      throw .invalid("The service is missing.", field: "trigger.destination.cloud_run.service")
    }
    if let workflow = trigger["destination"]?["workflow"]?.string, world.stores[.workflows]?[workflow] == nil {
      throw .invalid("The workflow '\(workflow)' was not found.", field: "trigger.destination.workflow")
    }
    if let topic = trigger["transport"]?["pubsub"]?["topic"]?.string {
      guard filters.contains(where: { $0["value"]?.string == EventDelivery.type }) else {
        throw .invalid(
          "Only messages of Pub/Sub come by a topic that is named.", field: "trigger.transport.pubsub.topic")
      }
      guard world.stores[.pubsub]?[topic] != nil else {
        throw .invalid("The topic '\(topic)' was not found.", field: "trigger.transport.pubsub.topic")
      }
    }
    if let policy = trigger["retryPolicy"], policy["maxAttempts"]?.int != 1 {
      throw .invalid("The only number of attempts is 1.", field: "trigger.retry_policy.max_attempts")
    }
    guard let account = trigger["serviceAccount"]?.string else { return }
    let email = ResourceName.id(of: account)
    try Admission.require(
      "iam.serviceAccounts.actAs", on: "projects/\(call.project ?? "")/serviceAccounts/\(email)", call, world)
  }
}
