import JobsCore

/// The gutter of line numbers and the bar beside it.
struct Frame {
  let terminal: Terminal
  /// Digits of the highest line number.
  let digits: Int

  /// Narrower screens than this get lines that run over.
  private static let leastRoom = 20
  /// Columns of a file or a pipe, which has no width of its own.
  private static let unboundedWidth = 140

  init(terminal: Terminal, lastLine: Int) {
    self.terminal = terminal
    digits = String(max(lastLine, 1)).count
  }

  private var bar: String { terminal.usesUnicode ? "│" : "|" }
  var ellipsis: String { terminal.usesUnicode ? "…" : "..." }
  private var blank: String { String(repeating: " ", count: digits) }

  /// Columns for source text.
  private var room: Int {
    let width = terminal.isTerminal ? terminal.width : max(terminal.width, Self.unboundedWidth)
    return max(width - digits - 3, Self.leastRoom)
  }

  func window(_ line: ExcerptLine, around columns: Range<Int>) -> ExcerptWindow {
    ExcerptWindow(line, around: columns, room: room, ellipsis: ellipsis)
  }

  /// A bar with nothing beside it.
  var empty: String { terminal.styled("\(blank) \(bar)", .blue) }

  /// Lines that were left out.
  var gap: String { terminal.styled(ellipsis, .blue) }

  func source(_ number: Int, _ text: String) -> String {
    let label = String(number)
    let gutter = terminal.styled(String(repeating: " ", count: digits - label.count) + "\(label) \(bar)", .blue)
    return text.allSatisfy { $0 == " " } ? gutter : "\(gutter) \(text)"
  }

  func row(_ text: String) -> String { "\(empty) \(text)" }

  /// A line of a patch, by its number and sign.
  func change(_ number: Int, _ sign: Character, _ text: String) -> String {
    let label = String(number)
    let gutter = terminal.styled(String(repeating: " ", count: max(digits - label.count, 0)) + label, .blue)
    let line = text.isEmpty ? String(sign) : "\(sign) \(text)"
    return "\(gutter) \(terminal.styled(line, sign == "+" ? .green : .red))"
  }

  /// The line that names a place: `-->` for the fault, `:::` for another file.
  func arrow(_ sign: String, _ place: String) -> String {
    "\(blank)\(terminal.styled(sign, .blue)) \(Terminal.visible(place))"
  }

  /// Rows of a text beside its name.
  func note(_ name: String, _ text: String) -> String {
    let lead = "\(blank) \(terminal.styled("=", .blue)) \(terminal.styled("\(name):", .bold)) "
    return String(terminal.prose(Terminal.visible(text), after: lead).dropLast())
  }
}
