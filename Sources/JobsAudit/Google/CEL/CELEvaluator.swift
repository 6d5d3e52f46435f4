import JobsCore

/// Works an expression out with what is known of a request: in three values, since a condition is judged before the request is
/// made.
package struct CELEvaluator {
  /// Attributes by their whole name, such as `resource.name`.
  private let attributes: [String: CELValue]
  private let zones: CELZones
  /// Whether the time of the request is that very instant, with its hour and its day of the week.
  private let isTimeExact: Bool

  package init(attributes: [String: CELValue], isTimeExact: Bool = true) {
    self.init(attributes: attributes, isTimeExact: isTimeExact, zones: .system)
  }

  init(attributes: [String: CELValue], isTimeExact: Bool = true, zones: CELZones) {
    self.attributes = attributes
    self.isTimeExact = isTimeExact
    self.zones = zones
  }

  /// Whether a condition holds, and what that depends on.
  package func holds(_ expression: CELExpression) -> (truth: Truth, missing: String?) {
    switch value(expression) {
    case .bool(let flag): (Truth(flag), nil)
    case .unknown(let what): (.unknown, what)
    // A condition that fails to be worked out does not hold (IAM Conditions, "Overview", read 2026-11-21).
    default: (.no, nil)
    }
  }

  package func value(_ expression: CELExpression) -> CELValue {
    switch expression {
    case .literal(let value): return value
    case .list(let items):
      let values = items.map { value($0) }
      for case .error(let message) in values { return .error(message) }
      // An item that is not known may fail, and with it the list.
      for case .unknown(let what) in values { return .unknown(what) }
      return .list(values)
    case .attribute(let name): return attributes[name] ?? .unknown("'\(name)'")
    case .member(let base, let name):
      if case .unknown(let what) = value(base) { return .unknown(what) }
      return .unknown("the member '\(name)'")
    case .index(let base, let index): return element(value(base), value(index))
    case .call(let function, let base, let arguments):
      if !isTimeExact, CELClock.isRecurring(function), let base, base.mentions("request.time") {
        return .unknown("what time it is when it is asked, by '\(function)': --as-of says one")
      }
      return CELFunctions.call(
        function, on: base.map { value($0) }, arguments.map { value($0) }, base, clock: CELClock(zones: zones))
    case .unary(let sign, let operand): return unary(sign, value(operand))
    case .binary(let sign, let left, let right): return binary(sign, left, right)
    case .choice(let condition, let yes, let no):
      switch value(condition) {
      case .bool(let flag): return value(flag ? yes : no)
      // What is not known may fail, and the whole with it, even where both sides are the same.
      case .unknown(let what): return .unknown(what)
      default: return .error("the condition of '?' is no boolean")
      }
    }
  }

  private func element(_ base: CELValue, _ index: CELValue) -> CELValue {
    switch (base, index) {
    case (.list(let items), .int(let at)):
      return items.indices.contains(Int(clamping: at)) ? items[Int(clamping: at)] : .error("no such item")
    case (.unknown(let what), _), (_, .unknown(let what)): return .unknown(what)
    default: return .error("this has no items")
    }
  }

  private func unary(_ sign: String, _ operand: CELValue) -> CELValue {
    switch (sign, operand) {
    case (_, .unknown), (_, .error): return operand
    case ("!", .bool(let flag)): return .bool(!flag)
    case ("-", .int(let number)):
      let (result, overflows) = Int64(0).subtractingReportingOverflow(number)
      return overflows ? .error("too large") : .int(result)
    case ("-", .double(let number)): return .double(-number)
    default: return .error("'\(sign)' does not fit its value")
    }
  }

  private func binary(_ sign: String, _ left: CELExpression, _ right: CELExpression) -> CELValue {
    let a = value(left)
    switch sign {
    // Either side decides alone, even where the other one is not known or fails.
    case "&&":
      if a == .bool(false) { return a }
      return junction(a, value(right), deciding: false)
    case "||":
      if a == .bool(true) { return a }
      return junction(a, value(right), deciding: true)
    default: break
    }
    let b = value(right)
    if case .error = a { return a }
    if case .error = b { return b }
    if case .unknown = a { return a }
    if case .unknown = b { return b }
    switch sign {
    case "==": return equality(a, b)
    case "!=":
      if case .bool(let isEqual) = equality(a, b) { return .bool(!isEqual) }
      return equality(a, b)
    case "in":
      guard case .list(let items) = b else { return .error("'in' needs a list") }
      return .bool(items.contains(a))
    case "<", "<=", ">", ">=": return CELArithmetic.compare(sign, a, b)
    default: return CELArithmetic.compute(sign, a, b)
    }
  }

  private func junction(_ a: CELValue, _ b: CELValue, deciding: Bool) -> CELValue {
    if a == .bool(deciding) || b == .bool(deciding) { return .bool(deciding) }
    if case .unknown = a { return a }
    if case .unknown = b { return b }
    guard case .bool = a else { return .error("a side of a junction is no boolean") }
    guard case .bool = b else { return .error("a side of a junction is no boolean") }
    return .bool(!deciding)
  }

  /// Numbers of both kinds compare by their value.
  private func equality(_ a: CELValue, _ b: CELValue) -> CELValue {
    switch (a, b) {
    case (.int(let x), .double(let y)), (.double(let y), .int(let x)): return .bool(Double(x) == y)
    default: return .bool(a == b)
    }
  }
}
