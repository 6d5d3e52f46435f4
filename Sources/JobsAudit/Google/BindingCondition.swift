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
    guard let expression else { return (.unknown, "what its condition means") }
    var attributes: [String: CELValue] = [:]
    if let now { attributes["request.time"] = .timestamp(now) }
    if policy.level == .resource {
      if let assetType = policy.assetType { attributes["resource.type"] = .string(assetType) }
      let parts = policy.resource.split(separator: "/", maxSplits: 1)
      if parts.count == 2 {
        attributes["resource.service"] = .string(String(parts[0]))
        attributes["resource.name"] = .string(String(parts[1]))
      }
    }
    return CELEvaluator(attributes: attributes).holds(expression)
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
