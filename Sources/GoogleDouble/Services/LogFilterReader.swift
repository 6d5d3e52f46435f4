/// Reads a filter of the logging query language, `LogFilter`. NOT and `-` bind closest, then OR, then AND, which may be left out.
struct LogFilterReader {
  private enum Word: Equatable {
    case plain(String)
    case quoted(String)
    case operation(String)
    case open, close

    /// Whether it is this word of the language.
    func isKeyword(_ text: String) -> Bool { self == .plain(text) }

    var text: String? {
      switch self {
      case .plain(let text), .quoted(let text): text
      case .operation, .open, .close: nil
      }
    }
  }

  private static let operations = [">=", "<=", "!=", "=~", "!~", "=", ":", ">", "<"]
  /// Of parentheses in each other; the API refuses deep ones too.
  private static let depthLimit = 32

  private var words: ArraySlice<Word>

  static func read(_ text: String) throws(APIError) -> LogFilter.Clause {
    var reader = LogFilterReader(words: try words(text)[...])
    let clause = try reader.all(depth: 0)
    guard reader.words.isEmpty else { throw fault("a parenthesis is closed that is not open") }
    return clause
  }

  private static func fault(_ words: String) -> APIError { .invalid("Unparseable filter: \(words)", field: "filter") }

  // MARK: Clauses

  private mutating func all(depth: Int) throws(APIError) -> LogFilter.Clause {
    var clauses: [LogFilter.Clause] = []
    while let word = words.first, word != .close {
      if word.isKeyword("AND") {
        words.removeFirst()
        guard !clauses.isEmpty, words.first != nil else { throw Self.fault("nothing stands beside 'AND'") }
      }
      clauses.append(try any(depth: depth))
    }
    return clauses.count == 1 ? clauses[0] : .all(clauses)
  }

  private mutating func any(depth: Int) throws(APIError) -> LogFilter.Clause {
    var clauses = [try one(depth: depth)]
    while words.first?.isKeyword("OR") == true {
      words.removeFirst()
      clauses.append(try one(depth: depth))
    }
    return clauses.count == 1 ? clauses[0] : .any(clauses)
  }

  private mutating func one(depth: Int) throws(APIError) -> LogFilter.Clause {
    guard depth < Self.depthLimit else { throw Self.fault("it is too deep") }
    guard let word = words.popFirst() else { throw Self.fault("a comparison is missing at its end") }
    if word.isKeyword("NOT") { return .not(try one(depth: depth + 1)) }
    if case .plain(let text) = word, text.hasPrefix("-"), text.count > 1 {
      words.insert(.plain(String(text.dropFirst())), at: words.startIndex)
      return .not(try one(depth: depth + 1))
    }
    if word == .open {
      let clause = try all(depth: depth + 1)
      guard words.popFirst() == .close else { throw Self.fault("a parenthesis is not closed") }
      return clause
    }
    guard let text = word.text, !word.isKeyword("AND"), !word.isKeyword("OR") else {
      throw Self.fault("a comparison is missing")
    }
    if case .operation(let operation)? = words.first {
      words.removeFirst()
      return try values(depth: depth) { value throws(APIError) in
        if operation.hasSuffix("~"), (try? Regex(value)) == nil { throw Self.fault("'\(value)' is no expression") }
        return .comparison(path: Self.path(text), operation: operation, value: value)
      }
    }
    if words.first == .open { throw .unimplemented("filters with the function '\(text)'") }
    return .text(text)
  }

  /// The value of a comparison, or several in parentheses: `("a" OR "b")`.
  private mutating func values(
    depth: Int, _ comparison: (String) throws(APIError) -> LogFilter.Clause
  ) throws(APIError) -> LogFilter.Clause {
    guard let word = words.popFirst() else { throw Self.fault("a value is missing at its end") }
    if let text = word.text { return try comparison(text) }
    guard word == .open else { throw Self.fault("a value is missing") }
    var clauses: [LogFilter.Clause] = []
    var isAny = true
    while true {
      guard let value = words.popFirst()?.text else { throw Self.fault("a value is missing") }
      clauses.append(try comparison(value))
      guard let next = words.popFirst() else { throw Self.fault("a parenthesis is not closed") }
      if next == .close { return isAny ? .any(clauses) : .all(clauses) }
      guard next.isKeyword("OR") || next.isKeyword("AND") else { throw Self.fault("'OR' or 'AND' is missing") }
      isAny = next.isKeyword("OR")
    }
  }

  // MARK: Words

  private static func words(_ text: String) throws(APIError) -> [Word] {
    var words: [Word] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if rest.hasPrefix("--") {
        rest = rest.drop { !$0.isNewline }
      } else if first == "(" || first == ")" {
        words.append(first == "(" ? .open : .close)
        rest.removeFirst()
      } else if let operation = operations.first(where: { rest.hasPrefix($0) }) {
        words.append(.operation(operation))
        rest = rest.dropFirst(operation.count)
      } else if first == "\"" {
        words.append(.quoted(try quoted(&rest)))
      } else {
        words.append(.plain(try plain(&rest)))
      }
    }
    return words
  }

  /// A text in quotes, in which a backslash stands before what it takes the meaning from.
  private static func quoted(_ rest: inout Substring) throws(APIError) -> String {
    var text = ""
    rest.removeFirst()
    while let next = rest.popFirst() {
      if next == "\"" { return text }
      guard next == "\\" else {
        text.append(next)
        continue
      }
      guard let escaped = rest.popFirst() else { break }
      // What is for an expression stays.
      text += "\"\\".contains(escaped) ? "\(escaped)" : "\\\(escaped)"
    }
    throw fault("an open quote")
  }

  /// A word; a name may have parts in quotes, which stay in theirs.
  private static func plain(_ rest: inout Substring) throws(APIError) -> String {
    var word = ""
    while let next = rest.first, !next.isWhitespace, !"=!<>():".contains(next) {
      if next == "\"" { word += "\"\(try quoted(&rest))\"" } else { word.append(rest.removeFirst()) }
    }
    guard !word.isEmpty else { throw fault("'\(rest.prefix(1))' is out of place") }
    return word
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
}
