/// Parts of a picture.
enum SVGText {
  /// Begins a picture that is one thing to who cannot see it, as wide as the page has room: across it lengths are shares of
  /// that, and down it they are pixels.
  static func open(height: Int, label: String, style: String? = nil) -> String {
    "<svg\(style.map { " class=\"\($0)\"" } ?? "") xmlns=\"http://www.w3.org/2000/svg\" width=\"100%\" height=\"\(height)\" role=\"img\" aria-label=\"\(HTMLText.escaped(label))\">\n"
  }

  /// A rectangle of a picture whose lengths across it are shares of its width.
  static func rectangle(_ style: StaticString, from: Double, share: Double, y: Double, height: Double) -> String {
    "<rect class=\"\(style)\" x=\"\(tenths(from * 100))%\" y=\"\(tenths(y))\" width=\"\(tenths(share * 100))%\" height=\"\(tenths(height))\"/>\n"
  }

  /// A length to a tenth of a unit; nothing that is no number comes out.
  private static func tenths(_ length: Double) -> String {
    guard length.isFinite else { return "0" }
    let tenths = Int((min(max(length, -100_000), 100_000) * 10).rounded())
    let rest = abs(tenths % 10)
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10)" + (rest == 0 ? "" : ".\(rest)")
  }

  /// No more than so many characters, the end in place of the rest.
  static func cut(_ text: String, to count: Int) -> String {
    text.count <= count ? text : "\(text.prefix(count - 1))…"
  }

  /// A text in lines of at most so many columns, of which wide letters take two; none for an empty text. Lines end behind a mark
  /// where there is one within reach.
  static func lines(_ text: String, _ columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    for character in text {
      let letter = character.isASCII ? 1 : 2
      if width + letter > columns {
        let end = line.lastIndex { " /@:.,;-_".contains($0) }.map { line.index(after: $0) }
        let kept =
          end.flatMap { line.distance(from: line.startIndex, to: $0) >= line.count / 2 ? $0 : nil } ?? line.endIndex
        lines.append(String(line[..<kept]))
        line = String(line[kept...])
        width = line.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
      }
      line.append(character)
      width += letter
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
