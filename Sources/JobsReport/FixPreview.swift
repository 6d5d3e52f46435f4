import JobsCore

/// A patch as the lines it takes away and the lines it puts there.
struct FixPreview {
  struct Block: Equatable {
    /// The 1-based line at which the change begins, in the file as it is.
    var line: Int
    /// The 1-based column of the first edit, to be kept in sight.
    var column: Int
    var removed: [String]
    var added: [String]
  }

  /// Longer lines are not previewed, in bytes.
  private static let longestLine = 4096

  let file: String
  let blocks: [Block]

  /// Nil if the source is not at hand, or its lines are too long to show.
  init?(_ edits: [Diagnostic.Edit], in file: String, _ excerpts: Excerpts) {
    self.file = file
    guard let index = excerpts.index(of: file) else { return nil }
    let sorted = edits.sorted { ($0.location.line, $0.location.column) < ($1.location.line, $1.location.column) }
    var groups: [[Diagnostic.Edit]] = []
    for edit in sorted {
      if let last = groups.last?.last, edit.location.line <= last.location.endLine {
        groups[groups.count - 1].append(edit)
      } else {
        groups.append([edit])
      }
    }
    var blocks: [Block] = []
    for group in groups {
      guard let block = Self.block(group, file, index, excerpts) else { return nil }
      blocks.append(block)
    }
    self.blocks = blocks
  }

  /// The highest line number that is printed.
  var lastLine: Int { blocks.map { $0.line + max($0.removed.count, $0.added.count, 1) - 1 }.max() ?? 0 }

  private static func block(
    _ edits: [Diagnostic.Edit], _ file: String, _ index: LineIndex, _ excerpts: Excerpts
  ) -> Block? {
    guard let first = edits.first?.location, let end = edits.map(\.location.endLine).max(),
      (1...index.lineCount).contains(first.line), end >= first.line
    else { return nil }
    var lines: [Int: ExcerptLine] = [:]
    for number in first.line...end where number <= index.lineCount {
      guard index.range(ofLine: number).count <= longestLine, let line = excerpts.wholeLine(number, of: file)
      else { return nil }
      lines[number] = line
    }
    func text(_ number: Int, from: Int, to: Int) -> String {
      lines[number].map { $0.text(columns: from..<max(from, to)) } ?? ""
    }
    var removed = (first.line...end).map { text($0, from: 1, to: .max) }
    var patched = ""
    var at = (line: first.line, column: 1)
    for edit in edits {
      let place = edit.location
      patched += text(at.line, from: at.column, to: place.column) + Self.shown(edit.text)
      at = (place.endLine, place.endColumn)
    }
    patched += text(at.line, from: at.column, to: .max)
    var added = patched.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var line = first.line
    while let old = removed.first, let new = added.first, old == new {
      removed.removeFirst()
      added.removeFirst()
      line += 1
    }
    while let old = removed.last, let new = added.last, old == new {
      removed.removeLast()
      added.removeLast()
    }
    // Taking out a last line leaves the empty text behind its line break.
    if removed.last == "", end > index.lineCount { removed.removeLast() }
    return Block(line: line, column: line == first.line ? first.column : 1, removed: removed, added: added)
  }

  /// The text of an edit with LF for every line break and nothing else that could act on a terminal.
  private static func shown(_ text: String) -> String {
    // By scalars, since CRLF is one character.
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Terminal.visible(String($0.last == "\r" ? $0.dropLast() : $0)) }
      .joined(separator: "\n")
  }
}
