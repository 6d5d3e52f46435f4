import JobsCore

/// A filter of the logging query language (cloud.google.com/logging/docs/view/logging-query-language, 2026-11-21), without its
/// functions. What lists of other APIs are filtered by is written alike.
struct LogFilter: Sendable {
  indirect enum Clause: Sendable {
    /// All of them hold; every entry where there are none.
    case all([Clause])
    case any([Clause])
    case not(Clause)
    case comparison(path: [String], operation: String, value: String)
    /// A text that stands anywhere in the entry.
    case text(String)
  }

  private let clause: Clause
  /// Whether fields may be named as protos name them, `display_name`.
  private let takesProtoNames: Bool

  static let severities = [
    "DEFAULT", "DEBUG", "INFO", "NOTICE", "WARNING", "ERROR", "CRITICAL", "ALERT", "EMERGENCY",
  ]

  /// - Throws: for what is no filter, or calls a function.
  init(_ text: String, takesProtoNames: Bool = false) throws(APIError) {
    clause = try LogFilterReader.read(text)
    self.takesProtoNames = takesProtoNames
  }

  func matches(_ entry: JSONValue) -> Bool { holds(clause, entry) }

  private func holds(_ clause: Clause, _ entry: JSONValue) -> Bool {
    switch clause {
    case .all(let clauses): clauses.allSatisfy { holds($0, entry) }
    case .any(let clauses): clauses.contains { holds($0, entry) }
    case .not(let clause): !holds(clause, entry)
    case .comparison(let path, let operation, let value): holds(path, operation, value, entry)
    case .text(let text): Self.holds(text.lowercased(), anywhereIn: entry)
    }
  }

  private static func holds(_ text: String, anywhereIn value: JSONValue) -> Bool {
    switch value {
    case .list(let list): list.contains { holds(text, anywhereIn: $0) }
    case .object(let object): object.entries.contains { holds(text, anywhereIn: $0.value) }
    default: (value.string ?? value.text).lowercased().contains(text)
    }
  }

  private func holds(_ path: [String], _ operation: String, _ wanted: String, _ entry: JSONValue) -> Bool {
    var value: JSONValue? = entry
    for part in path { value = value?[part] ?? (takesProtoNames ? value?[FieldName.camel(part)] : nil) }
    guard let value else { return operation == "!=" || operation == "!~" }
    let text = value.string ?? value.text
    switch operation {
    case "=": return text == wanted
    case "!=": return text != wanted
    case ":": return wanted == "*" || text.lowercased().contains(wanted.lowercased())
    case "=~", "!~":
      // Its syntax was checked when it was read.
      let isFound = (try? Regex(wanted).firstMatch(in: text)) != nil
      return isFound == (operation == "=~")
    default: return Self.compare(Self.rank(text, path), Self.rank(wanted, path), operation)
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
