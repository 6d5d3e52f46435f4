import JobsCore

/// The part of the logging query language that clients of jobs use: comparisons that all hold, joined by AND or by
/// nothing (cloud.google.com/logging/docs/view/logging-query-language, 2026-11-21).
struct LogFilter: Sendable {
  private struct Comparison: Sendable {
    let path: [String]
    let operation: String
    let value: String
    let isNegated: Bool
  }

  private var comparisons: [Comparison] = []

  private static let operations = [">=", "<=", "!=", "=", ":", ">", "<"]
  private static let severities = [
    "DEFAULT", "DEBUG", "INFO", "NOTICE", "WARNING", "ERROR", "CRITICAL", "ALERT", "EMERGENCY",
  ]

  /// - Throws: for a part of the language that is not understood here.
  init(_ text: String) throws(APIError) {
    var words = try Self.words(text)[...]
    while let word = words.popFirst() {
      if word == "AND" { continue }
      guard word != "OR", word != "(", word != ")" else { throw .unimplemented("logging.entries.list with '\(word)'") }
      let isNegated = word == "NOT"
      let field = isNegated ? words.popFirst() ?? "" : word
      guard let operation = words.popFirst(), Self.operations.contains(operation), let value = words.popFirst() else {
        throw .invalid("Unparseable filter: a comparison is missing behind '\(field)'", field: "filter")
      }
      comparisons.append(
        Comparison(path: Self.path(field), operation: operation, value: value, isNegated: isNegated))
    }
  }

  /// Words, operations and texts in quotes.
  private static func words(_ text: String) throws(APIError) -> [String] {
    var words: [String] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if first == "\"" {
        rest.removeFirst()
        guard let end = rest.firstIndex(of: "\"") else {
          throw .invalid("Unparseable filter: an open quote", field: "filter")
        }
        // A field's name may go on behind its quotes.
        words.append(String(rest[..<end]))
        rest = rest[rest.index(after: end)...]
      } else if let operation = operations.first(where: { rest.hasPrefix($0) }) {
        words.append(operation)
        rest = rest.dropFirst(operation.count)
      } else if first == "(" || first == ")" {
        words.append(String(first))
        rest.removeFirst()
      } else {
        var word = ""
        while let next = rest.first, !next.isWhitespace, !"=!<>():".contains(next) {
          if next == "\"", let end = rest.dropFirst().firstIndex(of: "\"") {
            word += rest[...end]
            rest = rest[rest.index(after: end)...]
          } else {
            word.append(rest.removeFirst())
          }
        }
        words.append(word)
      }
    }
    return words
  }

  /// `labels."run.googleapis.com/execution_name"` in its parts.
  private static func path(_ field: String) -> [String] {
    var parts: [String] = []
    var rest = field[...]
    while !rest.isEmpty {
      if rest.first == "\"" {
        let quoted = rest.dropFirst().prefix { $0 != "\"" }
        parts.append(String(quoted))
        rest = rest[quoted.endIndex...].dropFirst(2)
      } else {
        let part = rest.prefix { $0 != "." }
        parts.append(String(part))
        rest = rest[part.endIndex...].dropFirst()
      }
    }
    return parts
  }

  func matches(_ entry: JSONValue) -> Bool { comparisons.allSatisfy { Self.holds($0, entry) != $0.isNegated } }

  private static func holds(_ comparison: Comparison, _ entry: JSONValue) -> Bool {
    var value: JSONValue? = entry
    for part in comparison.path { value = value?[part] }
    guard let value else { return comparison.operation == "!=" }
    let text = value.string ?? value.text
    switch comparison.operation {
    case "=": return text == comparison.value
    case "!=": return text != comparison.value
    case ":": return comparison.value == "*" || text.lowercased().contains(comparison.value.lowercased())
    default: return compare(rank(text, comparison.path), rank(comparison.value, comparison.path), comparison.operation)
    }
  }

  /// What is compared: a severity's place, a time, a number.
  private static func rank(_ text: String, _ path: [String]) -> Double? {
    if path == ["severity"] { return severities.firstIndex(of: text.uppercased()).map(Double.init) }
    if let time = Instant(rfc3339: text) { return time.seconds(since: Instant(seconds: 0)) }
    return Double(text)
  }

  private static func compare(_ a: Double?, _ b: Double?, _ operation: String) -> Bool {
    guard let a, let b else { return false }
    switch operation {
    case ">=": return a >= b
    case "<=": return a <= b
    case ">": return a > b
    default: return a < b
    }
  }
}
