import JobsCore

/// What an expression of Workflows comes to.
enum WorkflowValue: Hashable {
  case json(JSONValue)
  case bytes([UInt8])
}

/// Expressions of Workflows: variables with keys, comparisons, and the functions that are called here
/// (cloud.google.com/workflows/docs/reference/stdlib/overview, 2026-11).
struct WorkflowExpression {
  private enum Token: Hashable {
    case word(String)
    case text(String)
    case number(String)
    case sign(String)
  }

  private var tokens: ArraySlice<Token>
  private let variables: [String: WorkflowValue]

  static func value(
    _ text: String, _ variables: [String: WorkflowValue]
  ) throws(WorkflowFault) -> WorkflowValue {
    var expression = WorkflowExpression(tokens: try read(text)[...], variables: variables)
    let value = try expression.comparison()
    guard expression.tokens.isEmpty else { throw WorkflowFault(.string("the expression '\(text)' is not understood")) }
    return value
  }

  // MARK: Reading

  private static func read(_ text: String) throws(WorkflowFault) -> [Token] {
    var tokens: [Token] = []
    var rest = text[...]
    while let first = rest.first {
      if first == " " {
        rest.removeFirst()
      } else if first == "\"" {
        rest.removeFirst()
        guard let end = rest.firstIndex(of: "\"") else { throw WorkflowFault("a text has no end") }
        tokens.append(.text(String(rest[..<end])))
        rest = rest[rest.index(after: end)...]
      } else if first.isNumber {
        let digits = rest.prefix { $0.isNumber }
        tokens.append(.number(String(digits)))
        rest = rest.dropFirst(digits.count)
      } else if first.isLetter || first == "_" {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
        tokens.append(.word(String(word)))
        rest = rest.dropFirst(word.count)
      } else {
        let two = String(rest.prefix(2))
        let sign = ["==", "!=", ">=", "<="].contains(two) ? two : String(first)
        tokens.append(.sign(sign))
        rest = rest.dropFirst(sign.count)
      }
    }
    return tokens
  }

  private mutating func take(_ sign: String) -> Bool {
    guard tokens.first == .sign(sign) else { return false }
    tokens.removeFirst()
    return true
  }

  // MARK: Values

  private mutating func comparison() throws(WorkflowFault) -> WorkflowValue {
    let left = try operand()
    guard case .sign(let sign)? = tokens.first, ["==", "!=", ">", "<"].contains(sign) else { return left }
    tokens.removeFirst()
    let right = try operand()
    switch sign {
    case "==": return .json(.bool(left == right))
    case "!=": return .json(.bool(left != right))
    default:
      guard case .json(let a) = left, case .json(let b) = right, let a = a.double, let b = b.double else {
        throw WorkflowFault("only numbers are larger or smaller")
      }
      return .json(.bool(sign == ">" ? a > b : a < b))
    }
  }

  private mutating func operand() throws(WorkflowFault) -> WorkflowValue {
    guard let token = tokens.popFirst() else { throw WorkflowFault("an expression ends too soon") }
    switch token {
    case .text(let text): return .json(.string(text))
    case .number(let digits): return .json(.number(digits))
    case .word("null"): return .json(.null)
    case .word("true"): return .json(true)
    case .word("false"): return .json(false)
    case .word(let word):
      if take("(") { return try call(word) }
      return try keys(of: word)
    case .sign("["):
      var list: [JSONValue] = []
      while !take("]") {
        guard case .json(let element) = try comparison() else { throw WorkflowFault("bytes are in no list") }
        list.append(element)
        _ = take(",")
      }
      return .json(.list(list))
    case .sign(let sign): throw WorkflowFault(.string("'\(sign)' is not understood"))
    }
  }

  /// `event.data.message`, and `attributes[name]`.
  private mutating func keys(of word: String) throws(WorkflowFault) -> WorkflowValue {
    let parts = word.split(separator: ".").map { String($0) }
    guard let first = parts.first, var value = variables[first] else {
      throw WorkflowFault(["message": .string("'\(word)' is no variable"), "tags": ["NameError"]])
    }
    for key in parts.dropFirst() { value = try Self.member(key, of: value) }
    while take("[") {
      guard case .json(.string(let key)) = try comparison(), take("]") else { throw WorkflowFault("a key is no text") }
      value = try Self.member(key, of: value)
    }
    return value
  }

  private static func member(_ key: String, of value: WorkflowValue) throws(WorkflowFault) -> WorkflowValue {
    guard case .json(let map) = value, let member = map[key] else {
      throw WorkflowFault(["message": .string("KeyError: key not found: \(key)"), "tags": ["KeyError", "LookupError"]])
    }
    return .json(member)
  }

  // MARK: Functions

  private mutating func call(_ name: String) throws(WorkflowFault) -> WorkflowValue {
    var arguments: [WorkflowValue] = []
    while !take(")") {
      arguments.append(try comparison())
      guard take(",") || tokens.first == .sign(")") else { throw WorkflowFault("a call has no end") }
    }
    switch (name, arguments.count) {
    case ("default", 2): return arguments[0] == .json(.null) ? arguments[1] : arguments[0]
    case ("map.get", 2): return try Self.lookUp(arguments[0], arguments[1])
    case ("keys", 1):
      guard case .json(.object(let map)) = arguments[0] else { break }
      return .json(.list(map.entries.map { .string($0.key) }))
    case ("len", 1):
      guard case .json(let value) = arguments[0] else { break }
      return .json(
        JSONValue(value.list?.count ?? value.object?.entries.count ?? value.string?.unicodeScalars.count ?? 0))
    case ("list.concat", 2):
      guard case .json(.list(let list)) = arguments[0], case .json(let element) = arguments[1] else { break }
      return .json(.list(list + [element]))
    case ("text.to_lower", 1):
      guard case .json(.string(let text)) = arguments[0] else { break }
      return .json(.string(text.lowercased()))
    case ("base64.decode", 1):
      guard case .json(.string(let text)) = arguments[0], let bytes = Base64.decode(text) else { break }
      return .bytes(bytes)
    case ("text.decode", 1):
      guard case .bytes(let bytes) = arguments[0] else { break }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw WorkflowFault(["message": "the data is not UTF-8", "tags": ["ValueError"]])
      }
      return .json(.string(text))
    case ("json.encode_to_string", 1):
      guard case .json(let value) = arguments[0] else { break }
      return .json(.string(value.text))
    default: throw WorkflowFault(.string("the double does not know the function '\(name)'"))
    }
    throw WorkflowFault(["message": .string("'\(name)' does not take that"), "tags": ["TypeError"]])
  }

  /// By a key, or by a list of keys; null where there is none.
  private static func lookUp(_ map: WorkflowValue, _ key: WorkflowValue) throws(WorkflowFault) -> WorkflowValue {
    guard case .json(var value) = map, case .json(let key) = key else { throw WorkflowFault("'map.get' wants a map") }
    for key in key.list ?? [key] { value = value[key.string ?? ""] ?? .null }
    return .json(value)
  }
}
