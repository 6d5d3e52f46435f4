import JobsCore

/// Alert policies and notification channels (monitoring.v3, revision 20260129). Google makes up their ids, and the parent
/// of a list stands in `name`.
enum Monitoring {
  static let policies = ResourceKind(
    collection: "monitoring.projects.alertPolicies", type: "google.monitoring.v3.AlertPolicy",
    makesIDs: true, create: create, update: update)

  static let channels = ResourceKind(
    collection: "monitoring.projects.notificationChannels", type: "google.monitoring.v3.NotificationChannel",
    makesIDs: true, create: createChannel, update: updateChannel, delete: deleteChannel)

  private static func record(_ call: APICall) -> JSONValue {
    ["mutateTime": .string(call.now.rfc3339), "mutatedBy": .string(call.caller)]
  }

  private static func create(_ policy: inout JSONValue, _ world: inout World, _ call: APICall) throws(APIError) {
    policy["creationRecord"] = record(call)
    try settle(&policy, world, call)
  }

  private static func update(
    _ policy: inout JSONValue, _ old: JSONValue, _ world: inout World, _ call: APICall
  ) throws(APIError) {
    policy["creationRecord"] = old["creationRecord"]
    try settle(&policy, world, call)
  }

  private static func settle(_ policy: inout JSONValue, _ world: World, _ call: APICall) throws(APIError) {
    policy["mutationRecord"] = record(call)
    policy.setDefault("enabled", true)
    guard !(policy["displayName"]?.string ?? "").isEmpty else {
      throw .invalid("Field alert_policy.display_name is missing.", field: "alert_policy.display_name")
    }
    let conditions = policy["conditions"]?.list ?? []
    guard (1...6).contains(conditions.count) else {
      throw .invalid("A policy has from 1 up to 6 conditions.", field: "alert_policy.conditions")
    }
    guard policy["combiner"] != nil else { throw .invalid("The combiner is missing.", field: "alert_policy.combiner") }
    let kinds = [
      "conditionThreshold", "conditionAbsent", "conditionMatchedLog", "conditionMonitoringQueryLanguage",
      "conditionPrometheusQueryLanguage", "conditionSql",
    ]
    let name = policy["name"]?.string ?? ""
    var named: [JSONValue] = []
    for (index, condition) in conditions.enumerated() {
      guard kinds.count(where: { condition[$0] != nil }) == 1 else {
        throw .invalid("A condition is of exactly one kind.", field: "alert_policy.conditions[\(index)]")
      }
      var condition = condition
      condition.setDefault("name", .string("\(name)/conditions/\(index + 1)"))
      named.append(condition)
    }
    policy["conditions"] = .list(named)
    try AlertPolicyCheck.check(policy, world, call)
    if conditions.contains(where: { $0["conditionMatchedLog"] != nil }),
      policy["alertStrategy"]?["notificationRateLimit"] == nil
    {
      throw .invalid("A condition on logs needs a notification rate limit.", field: "alert_policy.alert_strategy")
    }
    for channel in policy["notificationChannels"]?.list ?? []
    where world.stores[.monitoring]?[channel.string ?? ""] == nil {
      throw .invalid(
        "There is no notification channel '\(channel.string ?? "")'.", field: "alert_policy.notification_channels")
    }
  }

  private static func createChannel(_ channel: inout JSONValue, _ world: inout World, _ call: APICall) throws(APIError)
  {
    channel["creationRecord"] = record(call)
    channel["mutationRecords"] = [record(call)]
    channel.setDefault("enabled", true)
    guard let type = channel["type"]?.string, !type.isEmpty else {
      throw .invalid("The type of the channel is missing.", field: "notification_channel.type")
    }
    let label = [
      "email": "email_address", "pubsub": "topic", "slack": "channel_name", "webhook_tokenauth": "url",
      "pagerduty": "service_key",
    ][type]
    if let label, channel["labels"]?[label] == nil {
      throw .invalid(
        "A channel of the type '\(type)' needs the label '\(label)'.", field: "notification_channel.labels")
    }
    hideKeys(&channel)
  }

  /// Keys are shown by their last signs; the double needs them for nothing, and keeps no more.
  private static func hideKeys(_ channel: inout JSONValue) {
    for label in ["service_key", "auth_token", "password"] {
      guard let key = channel["labels"]?[label]?.string, !key.hasPrefix("****") else { continue }
      channel["labels"]?[label] = .string("****\(key.utf8.count > 8 ? String(key.suffix(4)) : "")")
    }
  }

  private static func updateChannel(
    _ channel: inout JSONValue, _ old: JSONValue, _ world: inout World, _ call: APICall
  ) throws(APIError) {
    guard channel["type"] == old["type"] else {
      throw .invalid("The type of a channel cannot be changed.", field: "notification_channel.type")
    }
    hideKeys(&channel)
    channel["creationRecord"] = old["creationRecord"]
    channel["mutationRecords"] = .list((old["mutationRecords"]?.list ?? []) + [record(call)])
  }

  /// A channel that a policy tells stays, unless that is forced.
  private static func deleteChannel(_ name: String, _ world: inout World, _ call: APICall) throws(APIError) {
    let policies = world.stores[.monitoring]?.names(in: "projects/\(call.project ?? "")/alertPolicies") ?? []
    let telling = policies.filter { policy in
      world.stores[.monitoring]?[policy]?.value["notificationChannels"]?.list?.contains(.string(name)) ?? false
    }
    guard telling.isEmpty || call.flag("force") else {
      throw APIError(.failedPrecondition, "The channel '\(name)' is told by '\(telling[0])'.")
    }
    for policy in telling {
      world.update(.monitoring, policy) { resource in
        let left = (resource.value["notificationChannels"]?.list ?? []).filter { $0.string != name }
        resource.value["notificationChannels"] = left.isEmpty ? nil : .list(left)
      }
    }
  }
}
