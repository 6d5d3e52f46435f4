extension Fault {
  private static let keys: Set<String> = [
    "code", "unauthorised", "serviceDisabled", "reset", "cut", "slow", "loseOperation", "failOperation", "match",
    "target", "times", "skip", "probability", "seed", "headers", "retryInfo", "message", "status", "details",
  ]

  /// Reads what `POST /_fault` was sent.
  ///
  /// - Throws: for a key that is unknown, for a value of the wrong type, and unless there is exactly one kind.
  init(_ value: JSONValue) throws(APIError) {
    guard let object = value.object else { throw .invalid("A fault is an object.") }
    for entry in object.entries where !Self.keys.contains(entry.key) {
      throw .invalid("There is no '\(entry.key)' in a fault; there are \(Self.keys.sorted().joined(separator: ", ")).")
    }
    self.init(kind: try Self.kind(value))
    match = try Self.take(value["match"], "match", \.string) ?? "*"
    target = try Self.take(value["target"], "target", \.string) ?? "*"
    skip = try Self.take(value["skip"], "skip", \.int) ?? 0
    probability = try Self.take(value["probability"], "probability", \.double) ?? 1
    // Once, unless it is said how often or how probable it is.
    times = try Self.take(value["times"], "times", \.int) ?? (value["probability"] == nil ? 1 : nil)
    retryDelay = try Self.take(value["retryInfo"], "retryInfo", \.string)
    message = try Self.take(value["message"], "message", \.string)
    details = try Self.take(value["details"], "details", \.list) ?? []
    fields = try (Self.take(value["headers"], "headers", \.object)?.entries ?? []).map { entry throws(APIError) in
      guard let text = entry.value.string else { throw .invalid("The header '\(entry.key)' is no string.") }
      return Field(name: entry.key, value: text)
    }
    if let name = try Self.take(value["status"], "status", \.string) {
      guard let code = APIError.Code(rawValue: name) else { throw .invalid("There is no status '\(name)'.") }
      status = code
    }
  }

  private static func kind(_ value: JSONValue) throws(APIError) -> Kind {
    var kinds: [Kind] = []
    if let code = try take(value["code"], "code", \.int) { kinds.append(.code(code)) }
    if try take(value["unauthorised"], "unauthorised", \.bool) ?? false { kinds.append(.unauthorised) }
    if try take(value["serviceDisabled"], "serviceDisabled", \.bool) ?? false { kinds.append(.serviceDisabled) }
    if try take(value["cut"], "cut", \.bool) ?? false { kinds.append(.cut) }
    if try take(value["loseOperation"], "loseOperation", \.bool) ?? false { kinds.append(.loseOperation) }
    if let code = try take(value["failOperation"], "failOperation", \.int) { kinds.append(.failOperation(code)) }
    if let text = try take(value["slow"], "slow", \.string) {
      guard let milliseconds = WireFormat.milliseconds(ofDuration: text), (0...600_000).contains(milliseconds) else {
        throw .invalid("'slow' is a duration such as \"0.5s\", of ten minutes at most.")
      }
      kinds.append(.slow(milliseconds: milliseconds))
    }
    if let text = value["reset"]?.string {
      guard text == "before" || text == "after" else { throw .invalid("'reset' is \"before\" or \"after\".") }
      kinds.append(.reset(isAfter: text == "after"))
    } else if try take(value["reset"], "reset", \.bool) ?? false {
      kinds.append(.reset(isAfter: false))
    }
    guard kinds.count == 1, let kind = kinds.first else {
      throw .invalid(
        "A fault has exactly one of code, unauthorised, serviceDisabled, reset, cut, slow, loseOperation, failOperation."
      )
    }
    if case .code(let code) = kind, !(400...599).contains(code) { throw .invalid("'code' is from 400 up to 599.") }
    return kind
  }

  private static func take<T>(
    _ value: JSONValue?, _ name: String, _ read: (JSONValue) -> T?
  ) throws(APIError) -> T? {
    guard let value else { return nil }
    guard let found = read(value) else { throw .invalid("'\(name)' cannot be \(value.text).") }
    return found
  }

  var value: JSONValue {
    var value: JSONValue = ["kind": .string(kind.name), "match": .string(match), "target": .string(target)]
    if let times { value["times"] = JSONValue(times) }
    if skip > 0 { value["skip"] = JSONValue(skip) }
    if probability < 1 { value["probability"] = .number("\(probability)") }
    return value
  }
}
