package import JobsCore

/// Who is who in a review: whose other names, groups and accounts are a person's, so that nobody judges what is theirs by another
/// name.
package struct ReviewPeople: Hashable, Sendable {
  /// Of each person their address or name, and what is theirs beside it; as they were written.
  package let lines: [[String]]
  /// The numbers of the lines that have a name.
  private let places: [String: [Int]]

  package init(_ lines: [[String]] = []) {
    self.lines = lines
    var places: [String: [Int]] = [:]
    for (number, line) in lines.enumerated() { for name in line { places[Self.key(name), default: []].append(number) } }
    self.places = places
  }

  /// Reads a file with a line for each person: names, set apart by blanks, commas or tabs. A line that begins with `#` says
  /// nothing.
  package init(file: String) {
    self.init(
      file.split(whereSeparator: \.isNewline).compactMap { line in
        let names = line.split { $0 == "," || $0.isWhitespace }.map(String.init)
        return names.isEmpty || names[0].hasPrefix("#") ? nil : names
      })
  }

  /// A name by which two are the same: case and blanks around say nothing, and people need no kind.
  static func key(_ name: String) -> String {
    let text = trimmed(name).lowercased()
    return text.hasPrefix("user:") ? String(text.dropFirst("user:".count)) : text
  }

  static func trimmed(_ name: String) -> String {
    let rest = name.drop { $0.isWhitespace }
    return String(rest.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// A name as it is kept.
  ///
  /// - Throws: a usage failure for one that is empty.
  package static func name(_ text: String) throws(Failure) -> String {
    let name = trimmed(text)
    guard !name.isEmpty else {
      throw .usage("a name is empty", hint: "say who it is: an address, or the name of a user")
    }
    return name
  }

  /// All names that are theirs who go by one.
  func names(of name: String) -> Set<String> {
    let key = Self.key(name)
    var names: Set = [key]
    for first in persons(key) {
      for number in places[first] ?? [] { names.formUnion(lines[number].map(Self.key)) }
    }
    return names
  }

  /// The persons who go by a name, by the first of their names; of one that is on no line itself.
  private func persons(_ key: String) -> Set<String> {
    Set(places[key]?.map { Self.key(lines[$0][0]) } ?? [key])
  }

  /// Whether two names may be one person's.
  func isSame(_ one: String, _ other: String) -> Bool {
    !persons(Self.key(one)).isDisjoint(with: persons(Self.key(other)))
  }
}
