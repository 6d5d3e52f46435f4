import JobsCore

/// A request that was understood: a method, and values that agree with its schema.
struct APICall: Sendable {
  let service: Service
  let method: APIMethod
  /// The variables of the path, with a project's number replaced by its id.
  let path: [String: String]
  var query: [String: [String]]
  /// Without what only the server sets; an empty object where none came.
  var body: JSONValue
  /// The identity whose token was sent.
  let caller: String
  /// The client's `User-Agent`.
  let client: String
  let now: Instant
  /// Whether the operation that this call starts is to be forgotten, as a fault wants it.
  var losesOperation = false
  /// What the operation that this call starts is to end with, as a fault wants it.
  var operationError: APIError?

  /// The first value of a parameter of the query.
  func query(_ name: String) -> String? { query[name]?.first }

  func flag(_ name: String) -> Bool { query(name)?.lowercased() == "true" }

  /// A number of the query, 0 where there is none; it was checked.
  func number(_ name: String) -> Int { query(name).flatMap { Int($0) } ?? 0 }

  /// The resource that the call is about: what it names, or under what it makes or lists.
  var target: String {
    for name in ["name", "parent", "resource", "topic", "subscription", "metricName", "project", "projectId"] {
      if let value = path[name] { return value }
    }
    return path.values.first ?? ""
  }

  /// The id of the project that the call is about, if it is about one.
  var project: String? { ResourceName.project(of: target) ?? path["projectId"] ?? path["project"] }
}
