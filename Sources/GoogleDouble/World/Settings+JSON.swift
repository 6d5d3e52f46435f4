extension Settings {
  /// Changes what is named, as `PUT /_settings` was sent it.
  ///
  /// - Throws: for a name that is unknown, and for a value of the wrong type; nothing is changed then.
  mutating func apply(_ value: JSONValue) throws(APIError) {
    guard let object = value.object else { throw .invalid("Settings are an object.") }
    var new = self
    for entry in object.entries {
      guard try new.set(entry.key, entry.value) else {
        throw .invalid("The setting '\(entry.key)' is unknown or cannot be \(entry.value.text).")
      }
    }
    self = new
  }

  private mutating func set(_ name: String, _ value: JSONValue) throws(APIError) -> Bool {
    func number(_ range: ClosedRange<Int>) -> Int? { value.int.flatMap { range.contains($0) ? $0 : nil } }
    func texts() -> [String]? {
      guard let list = value.list else { return nil }
      let texts = list.compactMap(\.string)
      return texts.count == list.count ? texts : nil
    }
    switch name {
    case "projects": return Self.assign(&projects, texts())
    case "denied": return Self.assign(&denied, texts())
    case "disabled": return Self.assign(&disabled, texts())
    case "missingImages": return Self.assign(&missingImages, texts())
    case "operationPolls": return Self.assign(&operationPolls, number(0...1000))
    case "executionPolls": return Self.assign(&executionPolls, number(0...1000))
    case "tokenSeconds": return Self.assign(&tokenSeconds, number(1...3600))
    case "pageLimit":
      if case .null = value {
        pageLimit = nil
        return true
      }
      return Self.assign(&pageLimit, number(1...10_000).map(Optional.some))
    case "emptyPages": return Self.assign(&hasEmptyPages, value.bool)
    case "tokens": return Self.assign(&wantsTokens, value.bool)
    default: return false
    }
  }

  private static func assign<T>(_ place: inout T, _ value: T?) -> Bool {
    if let value { place = value }
    return value != nil
  }

  var value: JSONValue {
    [
      "projects": .list(projects.map { .string($0) }), "denied": .list(denied.map { .string($0) }),
      "disabled": .list(disabled.map { .string($0) }), "operationPolls": JSONValue(operationPolls),
      "executionPolls": JSONValue(executionPolls), "missingImages": .list(missingImages.map { .string($0) }),
      "tokenSeconds": JSONValue(tokenSeconds), "pageLimit": pageLimit.map { JSONValue($0) } ?? .null,
      "emptyPages": .bool(hasEmptyPages), "tokens": .bool(wantsTokens),
    ]
  }
}
