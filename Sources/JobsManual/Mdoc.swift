/// A manual page being written, in mdoc(7): the one language that mandoc and groff both set well.
package struct Mdoc {
  /// The source so far; whole lines.
  package private(set) var text = ""

  package init() {}

  /// Writes a macro and its arguments, each taken literally: none can be read as a macro, an escape or a delimiter.
  package mutating func macro(_ name: StaticString, _ first: String, _ others: String...) {
    text += ".\(name)"
    for argument in [first] + others { text += " " + Self.argument(argument) }
    text += "\n"
  }

  /// Writes a macro with arguments that are mdoc themselves, such as `.It Fl e , Fl \-env Ar name`.
  package mutating func macro(_ name: StaticString, mdoc: String) { text += ".\(name) \(mdoc)\n" }

  /// Writes a macro without arguments.
  package mutating func macro(_ name: StaticString) { text += ".\(name)\n" }

  /// Writes running text, which is filled; an empty line in it begins a paragraph, and two blanks before a line an item of a list.
  package mutating func prose(_ words: String) {
    for block in Discussion.blocks(words) {
      switch block {
      case .paragraph(let words, let isSpaced):
        if isSpaced { text += ".Pp\n" }
        fill(words)
      case .items(let items):
        text += ".Bl -bullet -compact\n"
        for item in items {
          text += ".It\n"
          fill(item)
        }
        text += ".El\n"
      }
    }
  }

  private mutating func fill(_ paragraph: String) {
    for sentence in Self.sentences(paragraph) { text += Self.line(sentence) + "\n" }
  }

  /// Writes lines that are shown as they stand, indented.
  package mutating func literal(_ lines: [String]) {
    text += ".Bd -literal -offset 2n\n"
    for line in lines { text += Self.line(line) + "\n" }
    text += ".Ed\n"
  }

  /// Writes a part that is mdoc already.
  package mutating func append(_ page: Mdoc) { text += page.text }

  // MARK: Escapes

  /// An argument of a macro: quoted where it has spaces, and never taken for a macro or a delimiter.
  package static func argument(_ words: String) -> String {
    let escaped = escape(words)
    // Macros and delimiters have up to three characters.
    let guarded = escaped.utf8.count <= 3 && words != "..." ? "\\&" + escaped : escaped
    return guarded.utf8.contains(UInt8(ascii: " ")) ? "\"\(guarded)\"" : guarded
  }

  /// A line of text, in which a dot or quote at the start is no request.
  static func line(_ words: String) -> String {
    let escaped = escape(words)
    return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
  }

  /// Escapes what roff would read or set as something else; a hyphen stays one that can be searched and copied.
  static func escape(_ words: String) -> String {
    var escaped = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "\"": escaped += "\\(dq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case "…": escaped += "..."
      case let scalar where scalar.isASCII: escaped.unicodeScalars.append(scalar)
      case let scalar: escaped += "\\[u\(hexadecimal(scalar.value))]"
      }
    }
    return escaped
  }

  /// At least four digits, as roff's `\[uXXXX]` wants them.
  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// Sentences begin a line of their own, so that roff sets the space after them.
  private static func sentences(_ paragraph: String) -> [String] {
    var sentences: [String] = []
    var sentence: [Substring] = []
    for word in paragraph.split(separator: " ") {
      sentence.append(word)
      if word.hasSuffix(".") && !word.hasSuffix("..") && word.utf8.count > 2 {
        sentences.append(sentence.joined(separator: " "))
        sentence = []
      }
    }
    if !sentence.isEmpty { sentences.append(sentence.joined(separator: " ")) }
    return sentences
  }
}
