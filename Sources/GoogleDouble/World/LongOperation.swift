/// What takes its time: google.longrunning.Operation.
struct LongOperation: Sendable {
  let name: String
  /// With its `@type`.
  var metadata: JSONValue
  /// With its `@type`; what is answered in the end.
  var response: JSONValue
  /// What it ends with instead.
  var error: APIError?
  /// How often it is still said to go on.
  var polls: Int
  /// The resource whose state decides, as for an execution of a job; `polls` means nothing then.
  var follows: String?

  func value(isDone: Bool) -> JSONValue {
    var value: JSONValue = ["name": .string(name)]
    value["metadata"] = metadata
    guard isDone else { return value }
    value["done"] = true
    if let error { value["error"] = error.value } else { value["response"] = response }
    return value
  }
}
