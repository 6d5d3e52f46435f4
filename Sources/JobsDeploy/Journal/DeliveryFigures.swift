package import JobsCore

/// How well a team delivers, by the four figures of "Accelerate" (Forsgren, Humble, Kim, 2018), from the journals of its
/// runs. Runs that go on count for nothing yet.
package struct DeliveryFigures: Sendable, Equatable {
  /// Runs that changed something or tried to; what takes others back is no deployment.
  package private(set) var deploys = 0
  package private(set) var rollbacks = 0
  /// Deployments that did not come through whole, or were taken back.
  package private(set) var failures = 0
  /// Days that are looked at, at least one.
  package let days: Double
  /// Medians, in seconds: from the commit to the end of a deployment, as far as commits are known, and from the end of one
  /// that failed to the end of the next run in the same place that did not.
  package private(set) var leadSeconds: Double?
  package private(set) var recoverySeconds: Double?

  package var perDay: Double { Double(deploys) / days }

  /// nil where nothing was deployed.
  package var failureRate: Double? { deploys > 0 ? Double(failures) / Double(deploys) : nil }

  /// - Parameters:
  ///   - journals: the oldest first, of the window and of what came after it.
  ///   - days: the length of the window.
  package init(_ journals: [Journal], days: Double) {
    self.days = max(days, 1)
    let over = journals.filter { $0.result != nil }
    var undone: Set<String> = []
    for run in over where run.result == .done { undone.formUnion(run.head.undoes) }
    var leads: [Double] = []
    var recoveries: [Double] = []
    for (at, run) in over.enumerated() {
      guard run.head.undoes.isEmpty else {
        rollbacks += 1
        continue
      }
      deploys += 1
      let end = run.endedAt ?? run.head.startedAt
      if let committed = run.head.committedAt, run.result == .done { leads.append(end.seconds(since: committed)) }
      guard run.result != .done || undone.contains(run.head.id) else { continue }
      failures += 1
      let places = Set(run.head.places.map(\.leaseName))
      let next = over[(at + 1)...].first {
        $0.result == .done && !places.isDisjoint(with: $0.head.places.map(\.leaseName))
      }
      if let recovered = next?.endedAt { recoveries.append(recovered.seconds(since: end)) }
    }
    leadSeconds = Self.median(leads)
    recoverySeconds = Self.median(recoveries)
  }

  private static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// Writes the `delivery` record.
  package func write(to json: inout JSONWriter) {
    json.beginRecord("delivery")
    json.key("days")
    json.value(seconds: days)
    json.member("deploys", deploys)
    json.member("rollbacks", rollbacks)
    json.member("failures", failures)
    json.key("perDay")
    json.value(seconds: perDay)
    for (name, value) in [
      ("failureRate", failureRate), ("leadSeconds", leadSeconds), ("recoverySeconds", recoverySeconds),
    ] {
      guard let value else { continue }
      json.key(name)
      json.value(seconds: value)
    }
    json.endObject()
  }
}
