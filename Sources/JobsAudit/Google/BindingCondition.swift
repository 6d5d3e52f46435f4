package import JobsCore

/// A condition of a binding, as far as it can be worked out without a request.
package struct BindingCondition {
  private let expression: CELExpression?
  /// Why it cannot be read; nil where it can.
  package let error: CELError?

  package init(_ condition: GoogleCondition) {
    do throws(CELError) {
      expression = try CELParser.parse(condition.expression)
      error = nil
    } catch {
      expression = nil
      self.error = error
    }
  }

  /// Whether it holds at a time, for the resource that has the policy itself.
  ///
  /// On a project the resource of a request is mostly one within it, so its name is known for a policy of a resource alone.
  package func truth(at time: JudgedTime?, resource policy: AllowPolicy) -> (truth: Truth, missing: String?) {
    guard policy.level == .resource else { return truth(at: time, type: nil, names: []) }
    let name = policy.resource.drop { $0 == "/" }.drop { $0 != "/" }.dropFirst()
    let service = policy.resource.split(separator: "/").first.map(String.init)
    return truth(at: time, type: policy.assetType, service: service, names: name.isEmpty ? [] : [String(name)])
  }

  /// Whether it holds at a time for a resource that is known by several names, of which a request has one: where they lead
  /// to different answers there is none.
  ///
  /// - Parameters:
  ///   - type: of the asset; its service is taken from it.
  ///   - names: without the service; empty where none is known.
  package func truth(
    at time: JudgedTime?, type: String?, service: String? = nil, names: [String]
  ) -> (truth: Truth, missing: String?) {
    guard let expression else { return (.unknown, "what its condition means") }
    var attributes: [String: CELValue] = [:]
    if let time { attributes["request.time"] = .timestamp(time.instant) }
    if let type { attributes["resource.type"] = .string(type) }
    if let service = service ?? type.flatMap({ $0.split(separator: "/").first.map(String.init) }) {
      attributes["resource.service"] = .string(service)
    }
    func judge() -> (truth: Truth, missing: String?) {
      CELEvaluator(attributes: attributes, isTimeExact: time?.isExact ?? true).holds(expression)
    }
    guard let first = names.first else { return judge() }
    attributes["resource.name"] = .string(first)
    let result = judge()
    for name in names.dropFirst() {
      attributes["resource.name"] = .string(name)
      let other = judge()
      if other.truth != result.truth { return (.unknown, "'resource.name'") }
    }
    return result
  }

  /// The end of a time in which a condition holds.
  package struct End: Hashable, Sendable {
    package var time: Instant
    /// Whether it holds at that very time, as `<=` has it.
    package var isIncluded: Bool

    package func isOver(at now: Instant) -> Bool { isIncluded ? time < now : time <= now }

    fileprivate func precedes(_ other: End) -> Bool {
      time == other.time ? !isIncluded && other.isIncluded : time < other.time
    }
  }

  /// When it ends, where it says so: `request.time < timestamp("…")`, alone or behind `&&`.
  package var end: End? { expression.flatMap(Self.end) }

  private static func end(_ expression: CELExpression) -> End? {
    func end(_ limit: CELExpression, isIncluded: Bool) -> End? {
      guard case .timestamp(let time) = CELEvaluator(attributes: [:]).value(limit) else { return nil }
      return End(time: time, isIncluded: isIncluded)
    }
    switch expression {
    case .binary("&&", let left, let right):
      return [Self.end(left), Self.end(right)].compactMap { $0 }.min { $0.precedes($1) }
    case .binary("<", .attribute("request.time"), let limit), .binary(">", let limit, .attribute("request.time")):
      return end(limit, isIncluded: false)
    case .binary("<=", .attribute("request.time"), let limit), .binary(">=", let limit, .attribute("request.time")):
      return end(limit, isIncluded: true)
    default: return nil
    }
  }
}
