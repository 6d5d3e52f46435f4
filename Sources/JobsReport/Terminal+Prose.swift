package import JobsCore

extension Terminal {
  /// Columns that lines have at least, however far they are indented.
  private static let leastRoom = 24

  /// A text behind what leads it, in lines that fit a terminal, each ended by a line break; elsewhere nothing is wrapped.
  ///
  /// Lines are broken at blanks alone. What stands in single quotes stays together, and so does a word that is longer than
  /// a line, since names and commands are copied: the terminal itself runs on with it, and copies it whole.
  ///
  /// - Parameters:
  ///   - text: without styles and control characters; a line break in it stays.
  ///   - lead: what the first line begins with; it may have styles.
  ///   - hanging: columns by which the lines behind it are indented; nil for as many as `lead` takes.
  ///   - style: of the text.
  package func prose(_ text: String, after lead: String = "", hanging: Int? = nil, _ style: Style? = nil) -> String {
    func styled(_ line: String) -> String { style.map { self.styled(line, $0) } ?? line }
    guard isTerminal else { return "\(lead)\(styled(text))\n" }
    let start = Self.columns(of: lead)
    let indent = min(hanging ?? start, max(width - Self.leastRoom, 0))
    let margin = String(repeating: " ", count: indent)
    var wrapped = ""
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let pieces = Self.pieces(of: line, first: width - (number == 0 ? start : 0), rest: width - indent)
      for (place, piece) in pieces.enumerated() {
        wrapped += (place > 0 ? margin : number == 0 ? lead : "") + styled(piece) + "\n"
      }
    }
    return wrapped
  }

  /// A line in pieces that take no more columns than there are, unless they are one word.
  private static func pieces(of line: Substring, first: Int, rest: Int) -> [String] {
    var pieces: [String] = []
    var piece: String?
    var used = 0
    for word in words(of: line) {
      let columns = DisplayWidth.of(word)
      if let begun = piece, used + 1 + columns > (pieces.isEmpty ? first : rest) {
        pieces.append(begun)
        piece = nil
      }
      used = piece == nil ? columns : used + 1 + columns
      piece = piece.map { "\($0) \(word)" } ?? String(word)
    }
    return pieces + [piece ?? ""]
  }

  /// What may not be broken: words, and what stands in single quotes.
  private static func words(of line: Substring) -> [Substring] {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false)
    var words: [Substring] = []
    var at = 0
    var hasQuotations = true
    while at < parts.count {
      var end = at
      if hasQuotations, parts[at].drop(while: { "([".contains($0) }).hasPrefix("'"),
        !closesQuotation(parts[at], isFirst: true)
      {
        let found = parts[(at + 1)...].firstIndex { closesQuotation($0, isFirst: false) }
        hasQuotations = found != nil
        end = found ?? at
      }
      words.append(line[parts[at].startIndex..<parts[end].endIndex])
      at = end + 1
    }
    return words
  }

  /// - Parameter isFirst: whether the quotation would begin in this word too.
  private static func closesQuotation(_ word: Substring, isFirst: Bool) -> Bool {
    guard let last = word.lastIndex(of: "'"), !isFirst || last != word.firstIndex(of: "'") else { return false }
    return word[word.index(after: last)...].allSatisfy { ".,;:!?)]".contains($0) }
  }

  /// Columns of a text that may have styles.
  private static func columns(of text: String) -> Int {
    var columns = 0
    var isStyle = false
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" { isStyle = true }
      if !isStyle { columns += DisplayWidth.of(scalar) }
      if scalar == "m" { isStyle = false }
    }
    return columns
  }
}
