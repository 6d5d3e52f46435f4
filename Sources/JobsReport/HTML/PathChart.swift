/// A path as boxes below each other, with what leads from one to the next beside the arrow: an SVG that is one picture to who
/// cannot see it, with all of its words.
package struct PathChart {
  package struct Step {
    /// Where it leads.
    package var to: String
    /// What leads there.
    package var by: String
    /// Where that stands; empty where nothing in the input grants it.
    package var grant: String

    package init(to: String, by: String, grant: String) {
      self.to = to
      self.by = by
      self.grant = grant
    }
  }

  private static let width = 960
  private static let box = 30
  private static let gap = 48
  /// Characters that a line has room for.
  private static let letters = 120

  private let start: String
  private let steps: [Step]

  package init(from start: String, _ steps: [Step]) {
    self.start = start
    self.steps = steps
  }

  package var svg: String {
    let words = steps.map { "to \($0.to) by \($0.by)" + ($0.grant.isEmpty ? "" : ", \($0.grant)") }
    var text = SVGText.open(
      width: Self.width, height: (steps.count + 1) * Self.box + steps.count * Self.gap + 2,
      label: "Path from \(start) " + words.joined(separator: ", then "))
    text += node(start, top: 1, style: "range")
    for (number, step) in steps.enumerated() {
      let top = 1 + (number + 1) * (Self.box + Self.gap)
      let tail = top - Self.gap
      text += "<path class=\"arrow\" d=\"M20 \(tail)V\(top - 2)m-5 -7l5 7l5 -7\"/>\n"
      text += line(step.by, y: tail + 20, style: "")
      if !step.grant.isEmpty { text += line(step.grant, y: tail + 38, style: " class=\"quiet\"") }
      text += node(step.to, top: top, style: number == steps.count - 1 ? "goal" : "range")
    }
    return text + "</svg>"
  }

  private func node(_ name: String, top: Int, style: StaticString) -> String {
    SVGText.rectangle(style, x: 1, y: Double(top), width: Double(Self.width - 2), height: Double(Self.box))
      + "<text x=\"12\" y=\"\(top + 20)\">\(HTMLText.escaped(SVGText.cut(name, to: Self.letters)))</text>\n"
  }

  private func line(_ words: String, y: Int, style: String) -> String {
    "<text\(style) x=\"38\" y=\"\(y)\">\(HTMLText.escaped(SVGText.cut(words, to: Self.letters)))</text>\n"
  }
}
