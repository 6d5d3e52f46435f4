/// What Cloud Monitoring refuses of an alert policy and its document does not say in types (monitoring.v3, revision 20260129).
enum AlertPolicyCheck {
  static func check(_ policy: JSONValue, _ world: World, _ call: APICall) throws(APIError) {
    try checkLabels(policy["userLabels"])
    if let seconds = seconds(policy["alertStrategy"]?["autoClose"]), seconds < 1800 {
      throw .invalid("An incident stays open for 30 minutes at least.", field: "alert_policy.alert_strategy.auto_close")
    }
    if let type = policy["documentation"]?["mimeType"]?.string, type != "text/markdown" {
      throw .invalid("'\(type)' is not supported.", field: "alert_policy.documentation.mime_type")
    }
    guard (policy["notificationChannels"]?.list ?? []).count <= 16 else {
      throw .invalid("A policy has 16 channels at most.", field: "alert_policy.notification_channels")
    }
    for (index, condition) in (policy["conditions"]?.list ?? []).enumerated() {
      guard let threshold = condition["conditionThreshold"] else { continue }
      try check(threshold, "alert_policy.conditions[\(index)].condition_threshold", world, call)
    }
  }

  private static func check(
    _ threshold: JSONValue, _ at: String, _ world: World, _ call: APICall
  ) throws(APIError) {
    guard let duration = seconds(threshold["duration"]), duration >= 0, duration % 60 == 0 else {
      throw .invalid("The duration is whole minutes.", field: "\(at).duration")
    }
    for aggregation in threshold["aggregations"]?.list ?? [] {
      guard seconds(aggregation["alignmentPeriod"]).map({ $0 >= 60 && $0 + duration <= 84_600 }) ?? false else {
        throw .invalid("A condition looks at 60s up to 23h30m.", field: "\(at).aggregations")
      }
    }
    let filter = threshold["filter"]?.string ?? ""
    let parts = filter.split(separator: "metric.type", maxSplits: 1)
    guard parts.count == 2 || filter.hasPrefix("metric.type") else {
      throw .invalid("The filter has to name one metric by 'metric.type'.", field: "\(at).filter")
    }
    let quoted = (parts.last ?? "").split(separator: "\"", omittingEmptySubsequences: false)
    let prefix = "logging.googleapis.com/user/"
    guard quoted.count > 1, quoted[1].hasPrefix(prefix) else { return }
    let name = LogMetrics.key("projects/\(call.project ?? "")", String(quoted[1].dropFirst(prefix.count)))
    guard world.stores[.logging]?[name] != nil else {
      throw APIError(
        .notFound,
        "Cannot find metric that matches type = \"\(quoted[1])\". If a metric was created recently, it could take up to 10 "
          + "minutes to become available. Please try again soon.")
    }
  }

  /// Small letters, digits, underscores and hyphens, 63 of them at most; a key begins with a letter.
  private static func checkLabels(_ labels: JSONValue?) throws(APIError) {
    let entries = labels?.object?.entries ?? []
    let isPlain = { (text: String) in
      text.count <= 63 && text.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" || $0 == "-" }
    }
    guard entries.count <= 64,
      entries.allSatisfy({ isPlain($0.key) && $0.key.first?.isLetter == true && isPlain($0.value.string ?? "") })
    else { throw .invalid("A user label is not well-formed.", field: "alert_policy.user_labels") }
  }

  private static func seconds(_ value: JSONValue?) -> Int? {
    value?.string.flatMap(WireFormat.milliseconds).flatMap { $0 % 1000 == 0 ? Int($0 / 1000) : nil }
  }
}
