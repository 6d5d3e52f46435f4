/// Reads an expression of CEL: the grammar of its language definition, without macros and messages.
package struct CELParser {
  private let tokens: [(token: CELToken, offset: Int)]
  private var at = 0
  private var depth = 0

  /// Reads one expression that fills the text.
  package static func parse(_ text: String) throws(CELError) -> CELExpression {
    var parser = CELParser(tokens: try CELLexer.tokens(of: text))
    let expression = try parser.choice()
    guard parser.token == .end else { throw parser.fail("the expression ought to end here") }
    return expression
  }

  private init(tokens: [(token: CELToken, offset: Int)]) { self.tokens = tokens }

  private var token: CELToken { tokens[at].token }

  private func fail(_ message: String) -> CELError { CELError(offset: tokens[at].offset, message: message) }

  private mutating func take(_ sign: String) -> Bool {
    guard token == .sign(sign) else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ sign: String) throws(CELError) {
    guard take(sign) else { throw fail("'\(sign)' is missing") }
  }

  private mutating func choice() throws(CELError) -> CELExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= CELLimits.depth else { throw fail("nested more than \(CELLimits.depth) deep") }
    let condition = try binary(0)
    guard take("?") else { return condition }
    let yes = try binary(0)
    try expect(":")
    return .choice(condition, yes, try choice())
  }

  /// The operators that bind equally, the loosest first.
  private static let levels: [[String]] = [
    ["||"], ["&&"], ["<", "<=", ">=", ">", "==", "!=", "in"], ["+", "-"], ["*", "/", "%"],
  ]

  private mutating func binary(_ level: Int) throws(CELError) -> CELExpression {
    guard level < Self.levels.count else { return try unary() }
    var left = try binary(level + 1)
    var length = 0
    while let word = operation(Self.levels[level]) {
      // A long chain is a deep tree.
      length += 1
      guard length <= CELLimits.depth * 4 else { throw fail("more than \(CELLimits.depth * 4) operators in a row") }
      at += 1
      left = .binary(word, left, try binary(level + 1))
    }
    return left
  }

  private func operation(_ known: [String]) -> String? {
    switch token {
    case .sign(let sign): known.contains(sign) ? sign : nil
    case .identifier("in"): known.contains("in") ? "in" : nil
    default: nil
    }
  }

  private mutating func unary() throws(CELError) -> CELExpression {
    var signs: [String] = []
    while token == .sign("!") || token == .sign("-") {
      signs.append(token == .sign("!") ? "!" : "-")
      guard signs.count <= CELLimits.depth else { throw fail("nested more than \(CELLimits.depth) deep") }
      at += 1
    }
    var expression = try postfix()
    for sign in signs.reversed() { expression = .unary(sign, expression) }
    return expression
  }

  private mutating func postfix() throws(CELError) -> CELExpression {
    var expression = try primary()
    var length = 0
    while true {
      length += 1
      guard length <= CELLimits.depth * 4 else { throw fail("more than \(CELLimits.depth * 4) members in a row") }
      if take(".") {
        guard case .identifier(let name) = token else { throw fail("a name is missing behind '.'") }
        at += 1
        if take("(") {
          expression = .call(function: name, on: expression, arguments: try arguments(until: ")"))
        } else if case .attribute(let path) = expression {
          expression = .attribute("\(path).\(name)")
        } else {
          expression = .member(expression, name)
        }
      } else if take("[") {
        let index = try choice()
        try expect("]")
        expression = .index(expression, index)
      } else {
        return expression
      }
    }
  }

  private mutating func primary() throws(CELError) -> CELExpression {
    switch token {
    case .int(let value):
      at += 1
      return .literal(.int(value))
    case .double(let value):
      at += 1
      return .literal(.double(value))
    case .string(let text):
      at += 1
      return .literal(.string(text))
    case .identifier(let name):
      at += 1
      switch name {
      case "true", "false": return .literal(.bool(name == "true"))
      case "null": return .literal(.null)
      case "in": throw fail("a value is missing before 'in'")
      default: break
      }
      guard take("(") else { return .attribute(name) }
      return .call(function: name, on: nil, arguments: try arguments(until: ")"))
    case .sign("("):
      at += 1
      let inside = try choice()
      try expect(")")
      return inside
    case .sign("["):
      at += 1
      return .list(try arguments(until: "]"))
    default:
      throw fail(token == .end ? "the expression ends where a value is due" : "a value is missing")
    }
  }

  private mutating func arguments(until close: String) throws(CELError) -> [CELExpression] {
    var found: [CELExpression] = []
    if take(close) { return found }
    while true {
      found.append(try choice())
      if take(close) { return found }
      try expect(",")
      // A list may end with a comma.
      if close == "]", take(close) { return found }
    }
  }
}
