/// Metrics as Prometheus reads them: the text exposition format 0.0.4
/// (prometheus.io/docs/instrumenting/exposition_formats).
///
/// Families stand in the order in which they are added, each with its HELP and TYPE. Names are written in our sources,
/// so that a wrong one, or one that is used twice, stops the program; values and label values may be anything.
package struct MetricsText: Sendable {
  /// What the format is called in `Content-Type`.
  package static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

  private enum Kind: String {
    case counter, gauge, histogram
  }

  private(set) var bytes: [UInt8] = []
  private var names: Set<String> = []

  package init() {}

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds what only rises while the process lives. The name ends with `_total`.
  package mutating func counter(_ name: String, help: String, _ samples: [MetricsSample]) {
    precondition(name.hasSuffix("_total"), "the counter '\(name)' has to end with '_total'")
    family(name, .counter, help, samples.map { ("", $0) })
  }

  /// Adds what goes up and down.
  package mutating func gauge(_ name: String, help: String, _ samples: [MetricsSample]) {
    family(name, .gauge, help, samples.map { ("", $0) })
  }

  /// Adds distributions: for each its cumulated buckets with the label `le`, their sum and their count.
  package mutating func histogram(_ name: String, help: String, _ samples: [MetricsSample.Distribution]) {
    family(
      name, .histogram, help,
      samples.flatMap { sample -> [(String, MetricsSample)] in
        let buckets = sample.histogram.cumulated.map { bound, count in
          ("_bucket", MetricsSample(Double(count), sample.labels + [("le", MetricsSample.number(bound))]))
        }
        return buckets + [
          ("_sum", MetricsSample(sample.histogram.sum, sample.labels)),
          ("_count", MetricsSample(Double(sample.histogram.count), sample.labels)),
        ]
      })
  }

  /// A family without samples is left out. Of two samples with the same labels the first stays: a reader of the format
  /// refuses the whole page otherwise.
  private mutating func family(_ name: String, _ kind: Kind, _ help: String, _ samples: [(String, MetricsSample)]) {
    precondition(Self.isName(name), "'\(name)' is no name of a metric")
    precondition(names.insert(name).inserted, "the metric '\(name)' is added twice")
    guard !samples.isEmpty else { return }
    add("# HELP \(name) \(Self.escaped(help, quotes: false))\n# TYPE \(name) \(kind.rawValue)\n")
    var seen: Set<String> = []
    for (suffix, sample) in samples {
      let series = name + suffix + sample.labelText
      if seen.insert(series).inserted { add("\(series) \(MetricsSample.number(sample.value))\n") }
    }
  }

  private mutating func add(_ text: String) { bytes += text.utf8 }

  /// A letter, `_` or `:`, and then digits too.
  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(48...57).contains(first) else { return false }
    return name.utf8.allSatisfy { isLabelByte($0) || $0 == UInt8(ascii: ":") }
  }

  /// Letters, digits and `_`.
  static func isLabelByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 32) || byte == UInt8(ascii: "_")
  }

  /// Line breaks and backslashes, and quotes in the values of labels.
  static func escaped(_ text: String, quotes: Bool) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": safe += "\\\\"
      case "\n": safe += "\\n"
      case "\"" where quotes: safe += "\\\""
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
