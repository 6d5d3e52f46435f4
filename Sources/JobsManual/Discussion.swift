/// The long text of a command's help in its parts: running text and lists, then sections such as `EXAMPLES:` with indented lines.
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
    while prose.hasSuffix("\n") { prose.removeLast() }
    for index in sections.indices { sections[index].lines = Self.undented(sections[index].lines) }
  }

  /// The lines of a section; none if there is no such section.
  package func lines(of title: String) -> [String] { sections.first { $0.title == title }?.lines ?? [] }

  private static func heading(_ line: Substring) -> String? {
    guard line.hasSuffix(":"), line.utf8.count > 2 else { return nil }
    let title = line.dropLast()
    return title.utf8.allSatisfy { $0 == UInt8(ascii: " ") || (65...90).contains($0) } ? String(title) : nil
  }

  /// What running text is made of.
  enum Block: Hashable {
    /// A paragraph as one line; the first of a text, and what no empty line parts from a list before it, is not spaced.
    case paragraph(String, isSpaced: Bool)
    /// Items, each as one line.
    case items([String])
  }

  /// Paragraphs, which empty lines part, and lists: a line with two blanks before it begins an item, one with more goes on with it.
  static func blocks(_ text: String) -> [Block] {
    var blocks: [Block] = []
    var isSpaced = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.split(separator: " ").joined(separator: " ")
      let indent = line.prefix { $0 == " " }.count
      switch blocks.last {
      case _ where words.isEmpty: isSpaced = !blocks.isEmpty
      case .items(let items) where indent > 2 && !isSpaced:
        blocks[blocks.count - 1] = .items(items.dropLast() + [items[items.count - 1] + " " + words])
      case .items(let items) where indent == 2: blocks[blocks.count - 1] = .items(items + [words])
      case _ where indent == 2: blocks.append(.items([words]))
      case .paragraph(let before, let wasSpaced) where !isSpaced:
        blocks[blocks.count - 1] = .paragraph(before + " " + words, isSpaced: wasSpaced)
      default: blocks.append(.paragraph(words, isSpaced: isSpaced))
      }
      if !words.isEmpty { isSpaced = false }
    }
    return blocks
  }

  private static func undented(_ lines: [String]) -> [String] {
    var lines = lines[...]
    while lines.first?.isEmpty == true { lines = lines.dropFirst() }
    while lines.last?.isEmpty == true { lines = lines.dropLast() }
    let indent = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { String($0.dropFirst(indent)) }
  }
}
