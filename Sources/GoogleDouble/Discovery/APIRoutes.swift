/// The methods of all versions of an API, found by verb and path.
struct APIRoutes: Sendable {
  private struct Key: Hashable {
    let verb: String
    /// What follows the last part of the path behind a colon.
    let action: String?
  }

  private var routes: [Key: [APIMethod]] = [:]

  init(_ methods: [APIMethod]) {
    for method in methods { routes[Key(verb: method.verb, action: method.template.verb), default: []].append(method) }
    // Literal parts before open ones: `v1/projects/-/x` would otherwise be a resource named 'x'.
    for key in routes.keys { routes[key]?.sort { Self.rank($0) > Self.rank($1) } }
  }

  private static func rank(_ method: APIMethod) -> Int {
    let literals = method.template.parts.count { if case .literal = $0 { true } else { false } }
    return method.template.parts.contains(.rest) ? literals : literals + 100
  }

  /// The method of a request, and the values in its path; a verb behind a colon that no method has belongs to the name.
  func find(_ verb: String, _ path: [String]) -> (method: APIMethod, values: [String: String])? {
    if let last = path.last, let colon = last.lastIndex(of: ":") {
      let key = Key(verb: verb, action: String(last[last.index(after: colon)...]))
      if let found = first(key, path.dropLast() + [String(last[..<colon])]) { return found }
    }
    return first(Key(verb: verb, action: nil), path)
  }

  /// The method of an id and a version of its API.
  func method(_ id: String, _ version: String) -> APIMethod? {
    for methods in routes.values {
      if let found = methods.first(where: { $0.id == id && $0.document.version == version }) { return found }
    }
    return nil
  }

  private func first(_ key: Key, _ path: [String]) -> (method: APIMethod, values: [String: String])? {
    for method in routes[key] ?? [] {
      if let values = method.template.match(path) { return (method, values) }
    }
    return nil
  }
}
