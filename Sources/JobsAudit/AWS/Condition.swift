/// One operator of a statement's `Condition` with one key: it holds where the request's value fits any of those written.
package struct Condition: Hashable, Sendable {
  package let operation: ConditionOperator
  /// As it is written; keys compare without case.
  package let key: String
  package let values: [PolicyText]

  package init(_ operation: ConditionOperator, key: String, values: [PolicyText]) {
    self.operation = operation
    self.key = key
    self.values = values
  }

  /// Whether it holds for a request.
  package func holds(in context: RequestContext) -> Truth {
    let found = context.value(key)
    if operation.kind == .null { return isNull(found, context) }
    switch found {
    case .unknown: return .unknown
    case .absent: return whenAbsent
    case .other(let patterns):
      let fits = fitsOther(than: patterns, context)
      // It may be absent as well.
      return (operation.isNegated ? fits.negated : fits) == whenAbsent ? whenAbsent : .unknown
    case .known(let given) where given.isEmpty: return whenAbsent
    case .known(let given):
      let results = given.map { operation.isNegated ? fits($0, context).negated : fits($0, context) }
      return operation.quantifier == .every ? results.all : results.any
    }
  }

  /// A key that is not there fits nothing, and so every negated operator; of no values all fit and none does.
  private var whenAbsent: Truth {
    if operation.ifExists { return .yes }
    switch operation.quantifier {
    case .every: return .yes
    case .some: return .no
    case .one: return Truth(operation.isNegated)
    }
  }

  private func isNull(_ found: RequestContext.Value, _ context: RequestContext) -> Truth {
    let isAbsent: Truth
    switch found {
    case .unknown, .other: return .unknown
    case .absent: isAbsent = .yes
    case .known(let given): isAbsent = Truth(given.isEmpty)
    }
    return values.map { value in
      switch value.written.lowercased() {
      case "true": isAbsent
      case "false": isAbsent.negated
      default: .no
      }
    }.any
  }

  /// Whether a value that none of some patterns matches fits any of those written.
  private func fitsOther(than patterns: [Glob], _ context: RequestContext) -> Truth {
    guard [.string, .stringLike, .arn, .arnLike].contains(operation.kind) else { return .unknown }
    let isNone = values.allSatisfy { value in
      guard let written = value.glob(context) else { return true }
      return !written.hasUnknown && patterns.contains { $0.covers(written) }
    }
    return isNone ? .no : .unknown
  }

  /// Whether a value of the request fits any of those written.
  private func fits(_ given: String, _ context: RequestContext) -> Truth {
    values.map { ConditionComparison.fits(operation.kind, given, $0, context) }.any
  }
}
