/// A command line as words, as a POSIX shell splits it: by blanks, with quotes and backslashes, and nothing more.
enum ShellWords {
  /// nil where a quote is not closed, or a backslash stands at the end.
  static func split(_ line: String) -> [String]? {
    var words: [String] = []
    var word: String.UnicodeScalarView?
    var quote: Unicode.Scalar?
    var rest = line.unicodeScalars.makeIterator()
    while let next = rest.next() {
      switch (next, quote) {
      case ("'", "'"), ("\"", "\""): quote = nil
      case ("\\", nil), ("\\", "\""):
        guard let escaped = rest.next() else { return nil }
        if quote != nil, !["\\", "\"", "$", "`", "\n"].contains(escaped) { word?.append(next) }
        word = word ?? String.UnicodeScalarView()
        word?.append(escaped)
      case ("'", nil), ("\"", nil):
        quote = next
        word = word ?? String.UnicodeScalarView()
      case (" ", nil), ("\t", nil), ("\n", nil), ("\r", nil):
        if let ended = word { words.append(String(ended)) }
        word = nil
      default:
        word = word ?? String.UnicodeScalarView()
        word?.append(next)
      }
    }
    guard quote == nil else { return nil }
    if let ended = word { words.append(String(ended)) }
    return words
  }
}
