import JobsCore

/// Sums and orders of CEL; what overflows is an error, as its definition has it.
enum CELArithmetic {
  static func compare(_ sign: String, _ a: CELValue, _ b: CELValue) -> CELValue {
    switch (a, b) {
    case (.int(let x), .int(let y)): order(sign, x, y)
    case (.double(let x), .double(let y)): order(sign, x, y)
    case (.int(let x), .double(let y)): order(sign, Double(x), y)
    case (.double(let x), .int(let y)): order(sign, x, Double(y))
    case (.string(let x), .string(let y)): .bool(orderText(sign, x, y))
    case (.timestamp(let x), .timestamp(let y)), (.duration(let x), .duration(let y)): order(sign, x, y)
    case (.bool(let x), .bool(let y)): order(sign, x ? 1 : 0, y ? 1 : 0)
    default: .error("these do not compare")
    }
  }

  private static func order<Value: Comparable>(_ sign: String, _ a: Value, _ b: Value) -> CELValue {
    switch sign {
    case "<": .bool(a < b)
    case "<=": .bool(a <= b)
    case ">": .bool(a > b)
    default: .bool(a >= b)
    }
  }

  /// By code points.
  private static func orderText(_ sign: String, _ a: String, _ b: String) -> Bool {
    let isLess = a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
    let isMore = b.unicodeScalars.lexicographicallyPrecedes(a.unicodeScalars)
    switch sign {
    case "<": return isLess
    case "<=": return !isMore
    case ">": return isMore
    default: return !isLess
    }
  }

  static func compute(_ sign: String, _ a: CELValue, _ b: CELValue) -> CELValue {
    switch (sign, a, b) {
    case (_, .int(let x), .int(let y)): integer(sign, x, y)
    case ("+", .string(let x), .string(let y)):
      x.utf8.count + y.utf8.count <= CELLimits.length ? .string(x + y) : .error("too long")
    case ("+", .list(let x), .list(let y)): x.count + y.count <= CELLimits.length ? .list(x + y) : .error("too long")
    case ("+", .timestamp(let x), .duration(let y)), ("+", .duration(let x), .timestamp(let y)):
      sum(x, y, sign: 1).map(CELValue.timestamp) ?? .error("beyond the calendar")
    case ("-", .timestamp(let x), .duration(let y)):
      sum(x, y, sign: -1).map(CELValue.timestamp) ?? .error("beyond the calendar")
    case ("-", .timestamp(let x), .timestamp(let y)):
      sum(x, y, sign: -1).flatMap(duration) ?? .error("too long")
    case ("+", .duration(let x), .duration(let y)): sum(x, y, sign: 1).flatMap(duration) ?? .error("too long")
    case ("-", .duration(let x), .duration(let y)): sum(x, y, sign: -1).flatMap(duration) ?? .error("too long")
    case ("+", .double(let x), .double(let y)): .double(x + y)
    case ("-", .double(let x), .double(let y)): .double(x - y)
    case ("*", .double(let x), .double(let y)): .double(x * y)
    case ("/", .double(let x), .double(let y)): .double(x / y)
    default: .error("'\(sign)' does not fit its values")
    }
  }

  private static func integer(_ sign: String, _ x: Int64, _ y: Int64) -> CELValue {
    let result: (partialValue: Int64, overflow: Bool)
    switch sign {
    case "+": result = x.addingReportingOverflow(y)
    case "-": result = x.subtractingReportingOverflow(y)
    case "*": result = x.multipliedReportingOverflow(by: y)
    case "/": result = x.dividedReportingOverflow(by: y)
    default: result = x.remainderReportingOverflow(dividingBy: y)
    }
    return result.overflow ? .error("too large, or divided by zero") : .int(result.partialValue)
  }

  /// nil for one that is longer than its nanoseconds can be counted in 64 bits.
  private static func duration(_ length: Instant) -> CELValue? {
    (-9_223_372_036...9_223_372_035).contains(length.seconds) ? .duration(length) : nil
  }

  private static func sum(_ a: Instant, _ b: Instant, sign: Int64) -> Instant? {
    let (seconds, overflows) = a.seconds.addingReportingOverflow(sign * b.seconds)
    // Years 1 to 9999, as CEL has them.
    guard !overflows, (-62_135_596_800...253_402_300_799).contains(seconds) else { return nil }
    let nanos = Int64(a.nanoseconds) + sign * Int64(b.nanoseconds)
    return Instant(
      seconds: seconds + nanos.floorDivided(by: 1_000_000_000), nanoseconds: Int32(nanos.floorModulo(1_000_000_000)))
  }
}
