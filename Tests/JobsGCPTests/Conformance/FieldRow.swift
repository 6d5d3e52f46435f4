import JobsDeploy

/// A field of a resource with two values that it may have, neither of which is what a service sets where nobody chose.
struct FieldRow: Sendable {
  enum Presence: Sendable {
    /// A manifest may leave it out.
    case optional
    /// Every manifest says it, if only by a default; the service may be without.
    case always
    /// The resource cannot be without.
    case needed
  }

  var path: String
  var first: Resource.Value
  /// nil for a field that has one value or is not there.
  var second: Resource.Value?
  var presence: Presence

  init(_ path: String, _ first: Resource.Value, _ second: Resource.Value?, _ presence: Presence = .optional) {
    self.path = path
    self.first = first
    self.second = second
    self.presence = presence
  }

  var field: Resource.Field { Resource.Field(path, first) }
}

extension Resource.Value: ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral {
  public init(integerLiteral number: Int) { self.init(number) }

  public init(booleanLiteral flag: Bool) { self.init(flag) }

  public init(arrayLiteral texts: String...) { self.init(texts) }
}
