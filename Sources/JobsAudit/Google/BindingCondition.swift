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
  package func truth(at now: Instant?, resource policy: AllowPolicy) -> (truth: Truth, missing: String?) {
    guard policy.level == .resource else { return truth(at: now, type: nil, names: []) }
    let name = policy.resource.drop { $0 == "/" }.drop { $0 != "/" }.dropFirst()
    let service = policy.resource.split(separator: "/").first.map(String.init)
    return truth(at: now, type: policy.assetType, service: service, names: name.isEmpty ? [] : [String(name)])
  }

  /// Whether it holds at a time for a resource that is known by several names, of which a request has one: where they lead
  /// to different answers there is none.
  ///
  /// - Parameters:
  ///   - type: of the asset; its service is taken from it.
  ///   - names: without the service; empty where none is known.
  package func truth(
    at now: Instant?, type: String?, service: String? = nil, names: [String]
  ) -> (truth: Truth, missing: String?) {
    guard let expression else { return (.unknown, "what its condition means") }
    var attributes: [String: CELValue] = [:]
    if let now { attributes["request.time"] = .timestamp(now) }
    if let type { attributes["resource.type"] = .string(type) }
    if let service = service ?? type.flatMap({ $0.split(separator: "/").first.map(String.init) }) {
      attributes["resource.service"] = .string(service)
    }
    guard let first = names.first else { return CELEvaluator(attributes: attributes).holds(expression) }
    attributes["resource.name"] = .string(first)
    let result = CELEvaluator(attributes: attributes).holds(expression)
    for name in names.dropFirst() {
      attributes["resource.name"] = .string(name)
      let other = CELEvaluator(attributes: attributes).holds(expression)
      if other.truth != result.truth { return (.unknown, "'resource.name'") }
    }
    return result
  }

  /// The time after which it holds no more, where it says so: `request.time < timestamp("…")`, alone or behind `&&`.
  package var end: Instant? { expression.flatMap(Self.end) }

  private static func end(_ expression: CELExpression) -> Instant? {
    switch expression {
    case .binary("&&", let left, let right):
      return [end(left), end(right)].compactMap { $0 }.min()
    case .binary("<", .attribute("request.time"), let limit), .binary("<=", .attribute("request.time"), let limit),
      .binary(">", let limit, .attribute("request.time")), .binary(">=", let limit, .attribute("request.time")):
      guard case .timestamp(let time) = CELEvaluator(attributes: [:]).value(limit) else { return nil }
      return time
    default: return nil
    }
  }
}
