import JobsCore
import JobsReport

/// A source text with places marked by `⟦` and `⟧`, so that no test counts columns.
struct Sample {
  let text: String
  /// The marked places in order of their opening marks.
  let places: [Location]
  let ranges: [Range<Int>]

  init(_ marked: String, file: String = "jobs/a.yaml") {
    var bytes: [UInt8] = []
    var open: [Int] = []
    var ranges: [Range<Int>] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": open.append(bytes.count)
      case "⟧": ranges.append((open.popLast() ?? 0)..<bytes.count)
      default: bytes += String(scalar).utf8
      }
    }
    ranges.sort { $0.lowerBound < $1.lowerBound }
    let index = LineIndex(bytes)
    text = String(decoding: bytes, as: UTF8.self)
    places = ranges.map { index.location(of: $0, in: file) }
    self.ranges = ranges
  }

  /// Excerpts of this text alone.
  func excerpts(masks: [Range<Int>] = []) -> Excerpts {
    let (file, index) = (places[0].file, LineIndex(Array(text.utf8)))
    return Excerpts(masks: [file: masks]) { $0 == file ? index : nil }
  }

  func edit(_ place: Int, _ text: String) -> Diagnostic.Edit {
    Diagnostic.Edit(location: places[place], bytes: ranges[place], text: text)
  }
}

extension Diagnostic {
  init(_ code: String, _ severity: Severity = .error, at location: Location, _ message: String = "m") {
    self.init(code: code, severity: severity, message: message, location: location)
  }

  init(_ code: String, _ file: String, _ line: Int, _ column: Int, job: String? = nil) {
    self.init(code, .error, file, line, column, job: job)
  }

  init(_ code: String, _ severity: Severity, _ file: String, _ line: Int, _ column: Int, job: String? = nil) {
    self.init(
      code: code, severity: severity, message: "message of \(code)",
      location: Location(file: file, line: line, column: column, endLine: line, endColumn: column + 3), job: job)
  }
}
