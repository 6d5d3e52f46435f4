package import JobsCore

/// Diagnostics for people, in the manner of rustc.
package struct HumanReport {
  private let terminal: Terminal
  private let excerpts: Excerpts
  /// Lines of a patch that are shown of each kind.
  private static let patchLimit = 12

  package init(terminal: Terminal, excerpts: Excerpts) {
    self.terminal = terminal
    self.excerpts = excerpts
  }

  /// One diagnostic with its excerpt, ended by an empty line.
  package func text(of diagnostic: Diagnostic) -> String {
    let style = Self.style(diagnostic.severity)
    let snippets = snippets(of: diagnostic, style)
    let previews = previews(of: diagnostic)
    let shown = snippets.filter { excerpts.index(of: $0.file) != nil }
    let highest = max(shown.map(\.lastLine).max() ?? 0, previews.map(\.lastLine).max() ?? 0)
    let frame = Frame(terminal: terminal, lastLine: highest)
    let title = terminal.styled("\(diagnostic.severity.rawValue)[\(diagnostic.code)]", style)
    let message = terminal.prose(": \(Terminal.visible(diagnostic.message))", after: title, hanging: 2, .bold)
    var rows = [String(message.dropLast())]
    var hasExcerpt = false
    for (number, snippet) in snippets.enumerated() {
      rows.append(frame.arrow(number == 0 ? "-->" : ":::", snippet.annotations[0].location.short))
      let lines = snippet.rows(excerpts, frame)
      hasExcerpt = !lines.isEmpty
      if lines.isEmpty {
        let labels = snippet.annotations.filter { !$0.label.isEmpty }
        rows += labels.map { frame.note("note", "\($0.location.short): \($0.label)") }
      } else {
        rows.append(frame.empty)
        rows += lines
      }
    }
    var notes: [String] = []
    if !diagnostic.environments.isEmpty {
      notes.append(frame.note("environments", diagnostic.environments.joined(separator: ", ")))
    }
    if let hint = diagnostic.hint { notes.append(frame.note("help", hint)) }
    if hasExcerpt && !notes.isEmpty { rows.append(frame.empty) }
    rows += notes
    if let fix = diagnostic.fix { rows += patch(fix, previews, frame, file: diagnostic.location.file) }
    return rows.joined(separator: "\n") + "\n\n"
  }

  /// The line at the end, coloured by the worst that was found.
  package func summary(_ counts: ReportCounts) -> String {
    let style: Terminal.Style = counts.errors > 0 ? .red : counts.warnings > 0 ? .yellow : .green
    return "\(terminal.styled(counts.summary, style))\n"
  }

  private static func style(_ severity: Diagnostic.Severity) -> Terminal.Style {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .info: .cyan
    }
  }

  /// The file of the fault first, with what is related in it; then every other file.
  private func snippets(of diagnostic: Diagnostic, _ style: Terminal.Style) -> [Snippet] {
    var files = [diagnostic.location.file]
    var byFile = [
      diagnostic.location.file: [Snippet.Annotation(location: diagnostic.location, mark: "^", label: "", style: style)]
    ]
    for place in diagnostic.related {
      if byFile[place.location.file] == nil { files.append(place.location.file) }
      byFile[place.location.file, default: []].append(
        Snippet.Annotation(location: place.location, mark: "-", label: place.message, style: .blue))
    }
    return files.map { Snippet(file: $0, annotations: byFile[$0] ?? []) }
  }

  private func previews(of diagnostic: Diagnostic) -> [FixPreview] {
    guard let fix = diagnostic.fix else { return [] }
    var files: [String] = []
    for edit in fix.edits where !files.contains(edit.location.file) { files.append(edit.location.file) }
    return files.compactMap { file in
      FixPreview(fix.edits.filter { $0.location.file == file }, in: file, excerpts)
    }
  }

  private func patch(_ fix: Diagnostic.Fix, _ previews: [FixPreview], _ frame: Frame, file: String) -> [String] {
    guard previews.contains(where: { !$0.blocks.isEmpty }) else { return [] }
    let isInsertion = fix.edits.allSatisfy {
      ($0.location.line, $0.location.column) == ($0.location.endLine, $0.location.endColumn)
    }
    let what = isInsertion ? "add" : fix.edits.allSatisfy(\.text.isEmpty) ? "remove" : "replace with"
    var rows = ["\(terminal.styled(fix.safe ? "help" : "help (unsafe fix)", .cyan)): \(what)"]
    for preview in previews {
      if preview.file != file { rows.append(frame.arrow(":::", preview.file)) }
      rows.append(frame.empty)
      for (number, block) in preview.blocks.enumerated() {
        if number > 0 { rows.append(frame.gap) }
        rows += changes(block, "-", block.removed, frame)
        rows += changes(block, "+", block.added, frame)
      }
    }
    return rows
  }

  private func changes(_ block: FixPreview.Block, _ sign: Character, _ lines: [String], _ frame: Frame) -> [String] {
    var rows: [String] = []
    for (number, text) in lines.prefix(Self.patchLimit).enumerated() {
      let line = ExcerptLine(text)
      let column = number == 0 ? block.column : 1
      rows.append(frame.change(block.line + number, sign, frame.window(line, around: column..<column).text))
    }
    if lines.count > Self.patchLimit { rows.append(frame.gap) }
    return rows
  }
}
