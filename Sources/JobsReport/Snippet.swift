import JobsCore

/// The lines of one file with the spans on them marked, as rustc shows them.
struct Snippet {
  struct Annotation {
    var location: Location
    /// `^` for the place itself, `-` for a related one.
    var mark: Character
    var label: String
    var style: Terminal.Style

    /// The last line that holds anything of the span, which may end at the start of the line behind it.
    var lastLine: Int {
      let endsBefore = location.endLine > location.line && location.endColumn == 1
      return endsBefore ? location.endLine - 1 : max(location.endLine, location.line)
    }

    /// The lines that are shown: all, or of a long span the first two and the last.
    var lines: [Int] {
      lastLine - location.line < 4 ? Array(location.line...lastLine) : [location.line, location.line + 1, lastLine]
    }
  }

  let file: String
  let annotations: [Annotation]

  /// The highest line number that is printed, which decides the width of the gutter.
  var lastLine: Int { annotations.map(\.lastLine).max() ?? 0 }

  /// The rows below the `-->`, without the bars around them; none if the file has no text to show.
  func rows(_ excerpts: Excerpts, _ frame: Frame) -> [String] {
    let marked = Set(annotations.flatMap(\.lines)).sorted()
    var rows: [String] = []
    var previous: Int?
    for number in marked {
      guard let focus = annotations.first(where: { $0.lines.contains(number) }),
        let line = excerpts.line(number, of: file, near: columns(of: focus, on: number, of: nil).lowerBound)
      else { continue }
      if let previous {
        if number == previous + 2, let between = excerpts.line(previous + 1, of: file, near: 1) {
          rows.append(frame.source(previous + 1, frame.window(between, around: 1..<1).text))
        } else if number > previous + 2 {
          rows.append(frame.gap)
        }
      }
      let window = frame.window(line, around: columns(of: focus, on: number, of: line))
      rows.append(frame.source(number, window.text))
      for annotation in annotations where annotation.lines.contains(number) {
        rows.append(frame.row(marker(annotation, on: number, line, window, frame)))
      }
      previous = number
    }
    return rows
  }

  /// The columns of a span that lie on a line.
  private func columns(of annotation: Annotation, on number: Int, of line: ExcerptLine?) -> Range<Int> {
    let place = annotation.location
    let from = number == place.line ? place.column : line?.indentation ?? 1
    let lineEnd = line.map { $0.firstColumn + $0.cells.count } ?? from
    let to = number == place.endLine ? place.endColumn : lineEnd
    return max(from, 1)..<max(from, to, 1)
  }

  private func marker(
    _ annotation: Annotation, on number: Int, _ line: ExcerptLine, _ window: ExcerptWindow, _ frame: Frame
  ) -> String {
    let columns = columns(of: annotation, on: number, of: line)
    let start = window.offset(of: columns.lowerBound)
    let length = max(window.offset(of: columns.upperBound) - start, 1)
    let isLast = number == annotation.lastLine
    let label = isLast && !annotation.label.isEmpty ? " \(Terminal.visible(annotation.label))" : ""
    let drawn = String(repeating: annotation.mark, count: length) + label
    return String(repeating: " ", count: start) + frame.terminal.styled(drawn, annotation.style)
  }
}
