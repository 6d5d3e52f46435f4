/// Horizontal bars, one a row with its name and its figure: an SVG that is one picture to who cannot see it, with all of its
/// figures in words.
package struct BarChart {
  package struct Bar {
    package var name: String
    /// As a share of the longest bar: 0 up to 1.
    package var share: Double
    /// From and to, where the figure is not known exactly.
    package var range: ClosedRange<Double>?
    /// The figure in words.
    package var words: String

    package init(name: String, share: Double, range: ClosedRange<Double>? = nil, words: String) {
      self.name = name
      self.share = share
      self.range = range
      self.words = words
    }
  }

  private static let width = 960
  private static let row = 26
  private static let names = 300
  private static let figures = 150

  /// What it shows, for who cannot see it.
  private let label: String
  private let bars: [Bar]

  package init(label: String, _ bars: [Bar]) {
    self.label = label
    self.bars = bars
  }

  package var svg: String {
    let room = Double(Self.width - Self.names - Self.figures - 20)
    var text = SVGText.open(
      width: Self.width, height: bars.count * Self.row + 8,
      label: label + ": " + bars.map { "\($0.name) \($0.words)" }.joined(separator: "; "))
    for (number, bar) in bars.enumerated() {
      let top = number * Self.row + 4
      let baseline = top + 17
      text += "<text x=\"0\" y=\"\(baseline)\">\(HTMLText.escaped(SVGText.cut(bar.name, to: 42)))</text>\n"
      let left = Double(Self.names)
      if let range = bar.range {
        text += SVGText.rectangle(
          "range", x: left + range.lowerBound * room, y: Double(top) + 3,
          width: max((range.upperBound - range.lowerBound) * room, 1), height: 18)
      }
      text += SVGText.rectangle(
        "bar", x: left, y: Double(top) + (bar.range == nil ? 3 : 8), width: max(bar.share * room, 1),
        height: bar.range == nil ? 18 : 8)
      text += "<text class=\"number\" x=\"\(Self.width)\" y=\"\(baseline)\">\(HTMLText.escaped(bar.words))</text>\n"
    }
    return text + "</svg>"
  }
}

/// Upright bars, one a day, with the first and the last named.
package struct DayChart {
  package struct Day {
    package var name: String
    /// As a share of the highest bar: 0 up to 1.
    package var share: Double
    package var words: String
    /// Whether it stands out.
    package var isMarked: Bool

    package init(name: String, share: Double, words: String, isMarked: Bool) {
      self.name = name
      self.share = share
      self.words = words
      self.isMarked = isMarked
    }
  }

  private static let width = 960
  private static let height = 200

  private let label: String
  private let days: [Day]
  private let highest: String

  /// - Parameter highest: the figure of the highest bar, in words.
  package init(label: String, highest: String, _ days: [Day]) {
    self.label = label
    self.highest = highest
    self.days = days
  }

  package var svg: String {
    let words = days.map { "\($0.name) \($0.words)\($0.isMarked ? ", which stands out" : "")" }
    var text = SVGText.open(
      width: Self.width, height: Self.height + 40, label: "\(label): " + words.joined(separator: "; "))
    let step = Double(Self.width) / Double(max(days.count, 1))
    text += "<text class=\"quiet\" x=\"0\" y=\"12\">\(HTMLText.escaped(highest))</text>\n"
    text +=
      "<line class=\"rule\" x1=\"0\" x2=\"\(Self.width)\" y1=\"\(Self.height + 18)\" y2=\"\(Self.height + 18)\"/>\n"
    for (number, day) in days.enumerated() {
      let size = day.share * Double(Self.height - 6)
      text += SVGText.rectangle(
        day.isMarked ? "mark" : "bar", x: Double(number) * step + step * 0.1, y: Double(Self.height) + 18 - size,
        width: step * 0.8, height: size)
    }
    let baseline = Self.height + 34
    if let first = days.first {
      text += "<text class=\"quiet\" x=\"0\" y=\"\(baseline)\">\(HTMLText.escaped(first.name))</text>\n"
    }
    if days.count > 1, let last = days.last {
      text +=
        "<text class=\"number quiet\" x=\"\(Self.width)\" y=\"\(baseline)\">\(HTMLText.escaped(last.name))</text>\n"
    }
    return text + "</svg>"
  }
}
