import JobsCore

/// Holds a body against a schema, and makes of it what the server would keep: names in camelCase, enums by name, 64 bits
/// as strings, and nothing that only the server sets.
struct BodyCheck {
  let document: DiscoveryDocument
  /// Whether what only the server sets is kept, as for values that a test puts in place of the server.
  var keepsOutput = false
  private(set) var violations: [FieldViolation] = []

  /// Violations above this are not collected: a body that is wrong everywhere is told so once.
  private static let most = 20

  init(_ document: DiscoveryDocument, keepsOutput: Bool = false) {
    self.document = document
    self.keepsOutput = keepsOutput
  }

  /// The value as the server keeps it; nil for one that is left out.
  mutating func check(_ value: JSONValue, _ schema: Schema, at path: String = "") -> JSONValue? {
    // To Google's readers null is the same as nothing, but for values that can be anything.
    if case .null = value { if case .any = schema { return .null } else { return nil } }
    switch document.resolved(schema) {
    case .any, .reference: return value
    case .boolean:
      guard value.bool != nil else { return refuse(path, "TYPE_BOOL", value) }
      return value
    case .integer:
      guard let number = wholeNumber(value), Int32(exactly: number) != nil else {
        return refuse(path, "TYPE_INT32", value)
      }
      return JSONValue(number)
    case .number:
      let words = ["NaN", "Infinity", "-Infinity"]
      guard value.double != nil || value.string.map({ words.contains($0) || Double($0) != nil }) ?? false else {
        return refuse(path, "TYPE_DOUBLE", value)
      }
      return value
    case .string(let format): return string(value, format, path)
    case .enumeration(let names): return name(value, names, path)
    case .list(let element): return list(value, element, path)
    case .map(let element): return map(value, element, path)
    case .message(let message): return object(value, message, path)
    }
  }

  private mutating func string(_ value: JSONValue, _ format: Schema.Format?, _ path: String) -> JSONValue? {
    switch format {
    case .int64:
      guard let number = wholeNumber(value) else { return refuse(path, "TYPE_INT64", value) }
      return .string(String(number))
    case .uint64:
      guard let text = value.string ?? numberText(value), UInt64(text) != nil else {
        return refuse(path, "TYPE_UINT64", value)
      }
      return .string(text)
    default: break
    }
    guard let text = value.string else { return refuse(path, "TYPE_STRING", value) }
    guard let format, let fault = WireFormat.fault(text, format) else { return value }
    return refuse(path, fault, value)
  }

  private mutating func name(_ value: JSONValue, _ names: [String], _ path: String) -> JSONValue? {
    if let text = value.string, names.contains(text) { return value }
    if case .number(let text) = value, let number = Int(text), let name = EnumNumbers.name(number, in: names) {
      return .string(name)
    }
    // As gcloud sends clean-up policies (gcloud 528, 2026-11).
    if path.hasPrefix("cleanupPolicies."), let text = value.string?.uppercased(), names.contains(text) {
      return .string(text)
    }
    return refuse(path, "TYPE_ENUM", value)
  }

  private mutating func list(_ value: JSONValue, _ element: Schema, _ path: String) -> JSONValue? {
    guard let list = value.list else { return refuse(path, "TYPE_LIST", value) }
    var kept: [JSONValue] = []
    for (index, child) in list.enumerated() {
      if case .null = child {
        refuse("\(path)[\(index)]", "null stands in a list")
      } else if let child = check(child, element, at: "\(path)[\(index)]") {
        kept.append(child)
      }
    }
    return .list(kept)
  }

  private mutating func map(_ value: JSONValue, _ element: Schema, _ path: String) -> JSONValue? {
    guard let object = value.object else { return refuse(path, "TYPE_MAP", value) }
    var kept = JSONObject()
    for entry in object.entries {
      if let child = check(entry.value, element, at: Self.join(path, entry.key)) { kept.append(entry.key, child) }
    }
    return .object(kept)
  }

  private mutating func object(_ value: JSONValue, _ message: Schema.Message, _ path: String) -> JSONValue? {
    guard let object = value.object else { return refuse(path, "TYPE_MESSAGE", value) }
    var kept = JSONObject()
    for entry in object.entries {
      guard let (name, property) = message.property(entry.key) else {
        let place = path.isEmpty ? "" : " at '\(path)'"
        add(path, "Invalid JSON payload received. Unknown name \"\(entry.key)\"\(place): Cannot find field.")
        continue
      }
      guard kept[name] == nil else {
        add(Self.join(path, name), "Invalid JSON payload received. The field is given twice.")
        continue
      }
      guard let child = check(entry.value, property.schema, at: Self.join(path, name)) else { continue }
      if !property.isOutputOnly || keepsOutput { kept.append(name, child) }
    }
    return .object(kept)
  }

  /// 32 and 64 bits may both be written as numbers and as strings; a fraction of zero is none.
  private func wholeNumber(_ value: JSONValue) -> Int? {
    guard let text = value.string ?? numberText(value) else { return nil }
    return Int(text) ?? (value.string == nil ? Double(text).flatMap { Int(exactly: $0) } : nil)
  }

  private func numberText(_ value: JSONValue) -> String? { if case .number(let text) = value { text } else { nil } }

  private static func join(_ path: String, _ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  @discardableResult
  private mutating func refuse(_ path: String, _ type: String, _ value: JSONValue) -> JSONValue? {
    add(path, "Invalid value at '\(path)' (\(type)), \(value.text)")
    return nil
  }

  private mutating func refuse(_ path: String, _ words: String) { add(path, "Invalid value at '\(path)': \(words)") }

  private mutating func add(_ field: String, _ description: String) {
    guard violations.count < Self.most else { return }
    violations.append(FieldViolation(field: field, description: description))
  }
}
