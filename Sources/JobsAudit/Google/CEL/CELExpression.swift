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
