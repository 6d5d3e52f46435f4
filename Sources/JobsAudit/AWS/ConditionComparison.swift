import JobsCore

/// How one value of a request is compared with one that a policy writes.
enum ConditionComparison {
  static func fits(
    _ kind: ConditionOperator.Kind, _ given: String, _ written: PolicyText, _ context: RequestContext
  ) -> Truth {
    switch kind {
    case .stringLike:
      return match(written.glob(context)) { $0.meets(Glob(literal: given)) }
    case .arn, .arnLike:
      // Both compare alike, wildcards included.
      guard let glob = written.glob(context) else { return .no }
      let pattern = ResourcePattern(glob)
      guard pattern.meets(ResourcePattern(literal: given)) else { return .no }
      return pattern.hasUnknown ? .unknown : .yes
    default: break
    }
    guard let (text, isKnown) = written.literal(context) else { return .no }
    guard isKnown else { return .unknown }
    switch kind {
    // Bytes: texts that only look alike are two, where Swift's own comparison may take them for one.
    case .string: return Truth(given.utf8.elementsEqual(text.utf8))
    case .stringIgnoringCase, .bool: return Truth(given.lowercased() == text.lowercased())
    case .binary: return Truth(Base64.decode(given).map { $0 == Base64.decode(text) } ?? false)
    case .numeric: return compare(Decimal(given), Decimal(text)) { $0 == $1 }
    case .numericLess: return compare(Decimal(given), Decimal(text)) { $0 < $1 }
    case .numericLessOrEqual: return compare(Decimal(given), Decimal(text)) { $0 <= $1 }
    case .numericGreater: return compare(Decimal(given), Decimal(text)) { $0 > $1 }
    case .numericGreaterOrEqual: return compare(Decimal(given), Decimal(text)) { $0 >= $1 }
    case .date: return compare(instant(given), instant(text)) { $0 == $1 }
    case .dateLess: return compare(instant(given), instant(text)) { $0 < $1 }
    case .dateLessOrEqual: return compare(instant(given), instant(text)) { $0 <= $1 }
    case .dateGreater: return compare(instant(given), instant(text)) { $0 > $1 }
    case .dateGreaterOrEqual: return compare(instant(given), instant(text)) { $0 >= $1 }
    case .address:
      guard let range = AddressRange(text), let address = AddressRange(given) else { return .no }
      return Truth(range.covers(address))
    case .stringLike, .arn, .arnLike, .null: return .unknown
    }
  }

  private static func match(_ glob: Glob?, _ matches: (Glob) -> Bool) -> Truth {
    guard let glob, matches(glob) else { return .no }
    return glob.hasUnknown ? .unknown : .yes
  }

  /// What is no value of the operator's kind fits nothing.
  private static func compare<Value>(_ a: Value?, _ b: Value?, _ holds: (Value, Value) -> Bool) -> Truth {
    guard let a, let b else { return .no }
    return Truth(holds(a, b))
  }

  /// A date of W3C's profile of ISO 8601, which may leave out seconds, the time or the day; or seconds since the epoch.
  static func instant(_ text: String) -> Instant? {
    if let seconds = Int64(text) { return Instant(seconds: seconds) }
    switch text.utf8.count {
    case 7: return Instant(rfc3339: text + "-01T00:00:00Z")
    case 10: return Instant(rfc3339: text + "T00:00:00Z")
    case 17, 22:
      return Instant(rfc3339: text.prefix(16) + ":00" + text.dropFirst(16))
    default: return Instant(rfc3339: text)
    }
  }
}
