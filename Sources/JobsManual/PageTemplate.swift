package import JobsCore
import JobsManifest
import JobsStore

/// A page as people write it: mdoc, in which lines that begin with `@` are replaced by what the program knows.
package struct PageTemplate {
  private let lines: [Substring]
  private let name: String

  /// - Parameter name: the template's file, for messages.
  package init(_ text: String, name: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    self.name = name
  }

  /// The page.
  ///
  /// - Parameters:
  ///   - date: the day of the release, as `2026-11-21`, so that a page changes only when its content does.
  ///   - tool: the tool that the page is for, if it is for one.
  /// - Throws: a usage failure for a directive that is unknown, or that lacks what it needs; it names the line.
  package func page(date: String, tool: ToolDescription?) throws(Failure) -> String {
    var text = ""
    for (index, line) in lines.enumerated() {
      guard line.hasPrefix("@") else {
        text += line + (index == lines.count - 1 ? "" : "\n")
        continue
      }
      var page = Mdoc()
      let words = line.dropFirst().split(separator: " ").map(String.init)
      do throws(Problem) {
        try expand(words, date: date, tool: tool, to: &page)
      } catch {
        throw .usage(
          "line \(index + 1) of '\(name)': \(error.message)", hint: "see 'PageTemplate.swift' for what can stand there")
      }
      text += page.text
    }
    return text
  }

  private struct Problem: Error { let message: String }

  private func expand(_ words: [String], date: String, tool: ToolDescription?, to page: inout Mdoc) throws(Problem) {
    switch words.first {
    case "head" where words.count == 3:
      guard let day = Self.day(date) else { throw Problem(message: "'\(date)' is no day such as 2026-11-21") }
      page.macro("Dd", mdoc: day)
      page.macro("Dt", mdoc: "\(Mdoc.argument(words[1])) \(words[2])")
      page.macro("Os", "jobs \(version)")
    case "shape" where words.count >= 2:
      guard let shape = Format(rawValue: words[1])?.shape else {
        throw Problem(message: "no format '\(words[1])' with keys")
      }
      page.append(ShapePage.keys(of: shape, closed: Set(words.dropFirst(2))))
    case "example" where words.count == 2:
      guard let format = Format(rawValue: words[1]) else { throw Problem(message: "no format '\(words[1])'") }
      page.literal(Self.lines(format.example))
    case "exit-status":
      page.macro("Sh", mdoc: "EXIT STATUS")
      page.append(ToolPage.exitTable())
    case "exit-table": page.append(ToolPage.exitTable())
    case "history":
      for step in Schema.steps { page.literal(Self.lines(step)) }
    case let word?:
      guard let part = Self.parts[word] else { throw Problem(message: "unknown directive '@\(word)'") }
      guard let tool else { throw Problem(message: "'@\(word)' needs the description of a tool") }
      page.append(part(tool))
    case nil: throw Problem(message: "a directive has no name")
    }
  }

  private static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static let parts: [String: @Sendable (ToolDescription) -> Mdoc] = [
    "name": ToolPage.name, "synopsis": ToolPage.synopsis, "description": ToolPage.description,
    "commands": ToolPage.commands, "examples": ToolPage.examples,
  ]

  /// `November 21, 2026`, as `.Dd` wants it.
  private static func day(_ date: String) -> String? {
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), months.indices.contains(month - 1), (1...31).contains(day)
    else { return nil }
    return "\(months[month - 1]) \(day), \(year)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
