/// The path of a method: parts that are literal, that are anything, or that are all the rest, and a verb at the end.
struct PathTemplate: Sendable {
  enum Part: Sendable, Hashable {
    case literal(String)
    case one
    /// No part, or several.
    case rest
  }

  /// A variable and the parts that are its value.
  struct Variable: Sendable {
    let name: String
    let parts: Range<Int>
  }

  private(set) var parts: [Part] = []
  /// What follows the last part behind a colon.
  private(set) var verb: String?
  private(set) var variables: [Variable] = []

  /// - Parameters:
  ///   - path: as a discovery document writes it, `v2/{+parent}/jobs`.
  ///   - patterns: what the variables must be like: `^projects/[^/]+/locations/[^/]+$`.
  init(_ path: String, patterns: [String: String]) {
    var rest = Substring(path)
    while !rest.isEmpty {
      if rest.first == "/" {
        rest.removeFirst()
      } else if rest.first == ":" {
        verb = String(rest.dropFirst())
        return
      } else if rest.first == "{" {
        let end = rest.firstIndex(of: "}") ?? rest.endIndex
        let name = rest[rest.index(after: rest.startIndex)..<end].drop { $0 == "+" }
        let start = parts.count
        parts += Self.parts(ofPattern: patterns[String(name)] ?? "^[^/]+$")
        variables.append(Variable(name: String(name), parts: start..<parts.count))
        rest = rest[end...].dropFirst()
      } else {
        let literal = rest.prefix { $0 != "/" && $0 != ":" }
        parts.append(.literal(String(literal)))
        rest = rest[literal.endIndex...]
      }
    }
  }

  /// A pattern is made of names, `[^/]+` and `.*` alone in every document of 2.202.0.
  private static func parts(ofPattern pattern: String) -> [Part] {
    var text = pattern[...]
    if text.first == "^" { text.removeFirst() }
    if text.last == "$" { text.removeLast() }
    // The slash in `[^/]+` separates nothing.
    var parts: [Part] = []
    var literal = ""
    var isOpen = false
    func close() {
      if isOpen { parts.append(literal == ".*" ? .rest : literal == "[^/]+" ? .one : .literal(literal)) }
      literal = ""
      isOpen = false
    }
    while !text.isEmpty {
      if text.hasPrefix("[^/]+") {
        literal += "[^/]+"
        isOpen = true
        text = text.dropFirst(5)
      } else if text.first == "/" {
        close()
        text.removeFirst()
      } else {
        literal.append(text.removeFirst())
        isOpen = true
      }
    }
    close()
    return parts
  }

  /// The values of the variables, if a path has this form.
  ///
  /// - Parameter path: its parts, without the verb.
  func match(_ path: [String]) -> [String: String]? {
    // At most one part takes a number of parts that is not known.
    let open = parts.firstIndex(of: .rest)
    let extra = path.count - parts.count
    guard open == nil ? extra == 0 : extra >= -1 else { return nil }
    for (index, part) in parts.enumerated() where part != .rest {
      let at = open.map { index > $0 } ?? false ? index + extra : index
      if case .literal(let text) = part, path[at] != text { return nil }
    }
    var values: [String: String] = [:]
    for variable in variables {
      func place(_ index: Int) -> Int { open.map { index > $0 } ?? false ? index + extra : index }
      values[variable.name] = path[place(variable.parts.lowerBound)..<place(variable.parts.upperBound)].joined(
        separator: "/")
    }
    return values
  }
}
