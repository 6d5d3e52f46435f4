/// The long text of a command's help in its parts: running text, then sections such as `EXAMPLES:` with indented lines.
package struct Discussion: Hashable, Sendable {
  /// What stands before the first heading.
  package var prose = ""
  /// The lines below each heading in order, without their common indent.
  package var sections: [Section] = []

  package struct Section: Hashable, Sendable {
    /// The heading without its colon.
    package var title: String
    package var lines: [String]
  }

  /// - Parameter text: the discussion as the command declares it; a heading is a line of capitals with a colon.
  package init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let title = Self.heading(line) {
        sections.append(Section(title: title, lines: []))
      } else if sections.isEmpty {
        prose += line + "\n"
      } else {
        sections[sections.count - 1].lines.append(String(line))
      }
    }
    prose = Self.paragraphs(prose).joined(separator: "\n\n")
    for index in sections.indices { sections[index].lines = Self.undented(sections[index].lines) }
  }

  /// The lines of a section; none if there is no such section.
  package func lines(of title: String) -> [String] { sections.first { $0.title == title }?.lines ?? [] }

  private static func heading(_ line: Substring) -> String? {
    guard line.hasSuffix(":"), line.utf8.count > 2 else { return nil }
    let title = line.dropLast()
    return title.utf8.allSatisfy { $0 == UInt8(ascii: " ") || (65...90).contains($0) } ? String(title) : nil
  }

  /// Paragraphs of a text, each as one line.
  static func paragraphs(_ text: String) -> [String] {
    var paragraphs: [String] = []
    var words: [Substring] = []
    let lines: [Substring] = text.split(separator: "\n", omittingEmptySubsequences: false) + [""]
    for line in lines {
      let found = line.split(separator: " ")
      if found.isEmpty, !words.isEmpty {
        paragraphs.append(words.joined(separator: " "))
        words = []
      }
      words += found
    }
    return paragraphs
  }

  private static func undented(_ lines: [String]) -> [String] {
    var lines = lines[...]
    while lines.first?.isEmpty == true { lines = lines.dropFirst() }
    while lines.last?.isEmpty == true { lines = lines.dropLast() }
    let indent = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { String($0.dropFirst(indent)) }
  }
}
