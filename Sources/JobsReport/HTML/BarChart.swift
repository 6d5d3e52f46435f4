/// Horizontal bars, each below its name and its figure: an SVG that is one picture to who cannot see it, with all of its
/// figures in words. Bars grow with the page, and words are of one size on any.
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

  private static let row = 44

  /// What it shows, for who cannot see it.
  private let label: String
  private let bars: [Bar]

  package init(label: String, _ bars: [Bar]) {
    self.label = label
    self.bars = bars
  }

  package var svg: String {
    var text = SVGText.open(
      height: bars.count * Self.row, label: label + ": " + bars.map { "\($0.name) \($0.words)" }.joined(separator: "; ")
    )
    for (number, bar) in bars.enumerated() {
      let top = number * Self.row
      // A picture of its own ends where the figure may begin.
      text += "<svg x=\"0\" y=\"\(top)\" width=\"70%\" height=\"20\">"
      text += "<text x=\"0\" y=\"15\">\(HTMLText.escaped(SVGText.cut(bar.name, to: 90)))</text></svg>\n"
      text += "<text class=\"number\" x=\"100%\" y=\"\(top + 15)\">\(HTMLText.escaped(bar.words))</text>\n"
      if let range = bar.range {
        text += SVGText.rectangle(
          "range", from: range.lowerBound, share: range.upperBound - range.lowerBound, y: Double(top) + 21, height: 16)
      }
      text += SVGText.rectangle(
        "bar", from: 0, share: max(bar.share, 0.001), y: Double(top) + (bar.range == nil ? 21 : 25),
        height: bar.range == nil ? 16 : 8)
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
    var text = SVGText.open(height: Self.height + 40, label: "\(label): " + words.joined(separator: "; "))
    let step = 1 / Double(max(days.count, 1))
    let bottom = Self.height + 18
    text += "<text class=\"quiet\" x=\"0\" y=\"12\">\(HTMLText.escaped(highest))</text>\n"
    text += "<line class=\"rule\" x1=\"0\" x2=\"100%\" y1=\"\(bottom)\" y2=\"\(bottom)\"/>\n"
    for (number, day) in days.enumerated() {
      let size = day.share * Double(Self.height - 6)
      text += SVGText.rectangle(
        day.isMarked ? "mark" : "bar", from: (Double(number) + 0.1) * step, share: 0.8 * step,
        y: Double(bottom) - size, height: size)
    }
    let baseline = Self.height + 34
    if let first = days.first {
      text += "<text class=\"quiet\" x=\"0\" y=\"\(baseline)\">\(HTMLText.escaped(first.name))</text>\n"
    }
    if days.count > 1, let last = days.last {
      text += "<text class=\"number quiet\" x=\"100%\" y=\"\(baseline)\">\(HTMLText.escaped(last.name))</text>\n"
    }
    return text + "</svg>"
  }
}
