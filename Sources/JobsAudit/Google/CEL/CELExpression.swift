/// An expression of CEL as it was read.
package indirect enum CELExpression: Hashable, Sendable {
  case literal(CELValue)
  case list([CELExpression])
  /// `request.time`: names with points between them.
  case attribute(String)
  case member(CELExpression, String)
  case index(CELExpression, CELExpression)
  case call(function: String, on: CELExpression?, arguments: [CELExpression])
  case unary(String, CELExpression)
  case binary(String, CELExpression, CELExpression)
  case choice(CELExpression, CELExpression, CELExpression)
}

extension CELExpression {
  /// Whether an attribute stands anywhere in it.
  func mentions(_ name: String) -> Bool {
    switch self {
    case .literal: false
    case .attribute(let other): other == name
    case .list(let items): items.contains { $0.mentions(name) }
    case .member(let base, _), .unary(_, let base): base.mentions(name)
    case .index(let a, let b), .binary(_, let a, let b): a.mentions(name) || b.mentions(name)
    case .call(_, let base, let arguments): base?.mentions(name) == true || arguments.contains { $0.mentions(name) }
    case .choice(let a, let b, let c): a.mentions(name) || b.mentions(name) || c.mentions(name)
    }
  }
}
