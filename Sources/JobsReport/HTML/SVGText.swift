/// Parts of a picture.
enum SVGText {
  /// Begins a picture that is one thing to who cannot see it.
  static func open(width: Int, height: Int, label: String) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"\(HTMLText.escaped(label))\">\n"
  }

  static func rectangle(_ style: StaticString, x: Double, y: Double, width: Double, height: Double) -> String {
    "<rect class=\"\(style)\" x=\"\(tenths(x))\" y=\"\(tenths(y))\" width=\"\(tenths(width))\" height=\"\(tenths(height))\"/>\n"
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
