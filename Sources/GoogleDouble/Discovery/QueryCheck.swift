/// Holds the parameters of a query against those of a method.
enum QueryCheck {
  /// Parameters that no document lists and that Google's servers take all the same: what gapic and gcloud send.
  private static let system: Set<String> = ["$alt", "$fields", "$prettyPrint", "$key", "$userProject", "$.xgafv"]

  /// The values by the names of the document.
  static func check(
    _ query: [(name: String, value: String)], _ method: APIMethod
  ) throws(APIError) -> [String: [String]] {
    var values: [String: [String]] = [:]
    var violations: [FieldViolation] = []
    for (name, value) in query {
      guard let (known, parameter) = parameter(name, method) else {
        violations.append(
          FieldViolation(
            field: name,
            description: "Invalid JSON payload received. Unknown name \"\(name)\": Cannot bind query parameter. "
              + "Field '\(name)' could not be found in request message."))
        continue
      }
      if let fault = fault(known, value, parameter) {
        violations.append(
          FieldViolation(field: known, description: "Invalid value at '\(known)' (\(fault)), \"\(value)\""))
      } else if values[known] != nil, !(parameter?.isRepeated ?? false) {
        violations.append(FieldViolation(field: known, description: "Parameter '\(known)' is given more than once."))
      } else {
        values[known, default: []].append(value)
      }
    }
    guard violations.isEmpty else { throw .invalid(violations) }
    return values
  }

  /// A parameter of the method or of the whole API, also by its name in snake_case.
  private static func parameter(
    _ name: String, _ method: APIMethod
  ) -> (name: String, parameter: APIMethod.Parameter?)? {
    if let own = method.parameters[name] ?? method.document.parameters[name] { return (name, own) }
    if system.contains(name) { return (name, nil) }
    if let known = method.parameters.first(where: { FieldName.snake($0.key) == name }) {
      return (known.key, known.value)
    }
    return nil
  }

  /// What a value should have been; nil if it is that.
  private static func fault(_ name: String, _ value: String, _ parameter: APIMethod.Parameter?) -> String? {
    if name == "alt" || name == "$alt" {
      // The second is how the official clients ask for enums as numbers; names are answered all the same, which they read.
      return ["json", "json;enum-encoding=int"].contains(value) ? nil : "the double answers JSON alone"
    }
    guard let parameter else { return nil }
    switch parameter.schema {
    // gcloud writes them as Python does.
    case .boolean: return ["true", "false"].contains(value.lowercased()) ? nil : "TYPE_BOOL"
    case .integer: return Int32(value) == nil ? "TYPE_INT32" : nil
    case .number: return Double(value) == nil ? "TYPE_DOUBLE" : nil
    case .string(let format): return format.flatMap { WireFormat.fault(value, $0) }
    case .enumeration(let names):
      let isNumber = Int(value).flatMap { EnumNumbers.name($0, in: names) } != nil
      return names.contains(value) || isNumber ? nil : "TYPE_ENUM"
    default: return nil
    }
  }
}
