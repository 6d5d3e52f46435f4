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

  /// Between a box and the words of the next arrow, and between two lines of words.
  private static let gap = 12
  private static let line = 18

  /// For which pages it is drawn: words are of one size on any, and lines of them are as long as there is room.
  private enum Room: String {
    case wide, narrow

    var letters: Int {
      switch self {
      case .wide: 78
      case .narrow: 40
      }
    }
  }

  private let start: String
  private let steps: [Step]

  package init(from start: String, _ steps: [Step]) {
    self.start = start
    self.steps = steps
  }

  /// The path for wide pages and for narrow ones, of which a page shows one.
  package var svg: String { drawing(.wide) + "\n" + drawing(.narrow) }

  private func drawing(_ room: Room) -> String {
    let words = steps.map { "to \($0.to) by \($0.by)" + ($0.grant.isEmpty ? "" : ", \($0.grant)") }
    var parts = ""
    var y = 1
    y += node(start, room, top: y, style: "range", &parts)
    for (number, step) in steps.enumerated() {
      let tail = y
      y += Self.gap
      for line in SVGText.lines(step.by, room.letters - 4) { parts += text(line, x: 38, y: &y, style: "") }
      for line in SVGText.lines(step.grant, room.letters - 4) {
        parts += text(line, x: 38, y: &y, style: " class=\"quiet\"")
      }
      y += Self.gap
      parts += "<path class=\"arrow\" d=\"M20 \(tail)V\(y - 2)m-5 -7l5 7l5 -7\"/>\n"
      y += node(step.to, room, top: y, style: number == steps.count - 1 ? "goal" : "range", &parts)
    }
    return SVGText.open(
      height: y + 1, label: "Path from \(start) " + words.joined(separator: ", then "), style: room.rawValue)
      + parts + "</svg>"
  }

  /// - Returns: its height.
  private func node(_ name: String, _ room: Room, top: Int, style: StaticString, _ parts: inout String) -> Int {
    let lines = SVGText.lines(name, room.letters)
    let height = lines.count * Self.line + Self.gap
    parts += SVGText.rectangle(style, from: 0, share: 1, y: Double(top), height: Double(height))
    var y = top + Self.gap / 2
    for line in lines { parts += text(line, x: 12, y: &y, style: "") }
    return height
  }

  private func text(_ words: String, x: Int, y: inout Int, style: String) -> String {
    y += Self.line
    return "<text\(style) x=\"\(x)\" y=\"\(y - 5)\">\(HTMLText.escaped(words))</text>\n"
  }
}
