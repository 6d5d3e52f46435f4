/// Parts of a picture.
enum SVGText {
  /// Begins a picture that is one thing to who cannot see it, as wide as the page has room: across it lengths are shares of
  /// that, and down it they are pixels.
  static func open(height: Int, label: String) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100%\" height=\"\(height)\" role=\"img\" aria-label=\"\(HTMLText.escaped(label))\">\n"
  }

  /// Begins one that grows and shrinks as a whole.
  static func open(width: Int, height: Int, label: String) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"\(HTMLText.escaped(label))\">\n"
  }

  static func rectangle(_ style: StaticString, x: Double, y: Double, width: Double, height: Double) -> String {
    "<rect class=\"\(style)\" x=\"\(tenths(x))\" y=\"\(tenths(y))\" width=\"\(tenths(width))\" height=\"\(tenths(height))\"/>\n"
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
}
