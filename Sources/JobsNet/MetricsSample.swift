/// One value of a family of metrics, with the labels that tell it from the others.
package struct MetricsSample: Sendable {
  let value: Double
  let labels: [(name: String, value: String)]

  /// - Parameter labels: in the order in which they are written; a name is one of our sources, and stops the program if
  ///   it is wrong.
  package init(_ value: Double, _ labels: KeyValuePairs<String, String> = [:]) {
    self.init(value, labels.map { ($0.key, $0.value) })
  }

  package init(_ value: some BinaryInteger, _ labels: KeyValuePairs<String, String> = [:]) {
    self.init(Double(value), labels)
  }

  init(_ value: Double, _ labels: [(name: String, value: String)]) {
    self.value = value
    self.labels = labels
    for (name, _) in labels {
      let isName =
        name.utf8.first.map { !(48...57).contains($0) } ?? false && name.utf8.allSatisfy(MetricsText.isLabelByte)
      precondition(isName && !name.hasPrefix("__"), "'\(name)' is no name of a label")
    }
  }

  /// A distribution of values, with the labels that tell it from the others of its family.
  package struct Distribution: Sendable {
    let histogram: MetricsHistogram
    let labels: [(name: String, value: String)]

    package init(_ histogram: MetricsHistogram, _ labels: KeyValuePairs<String, String> = [:]) {
      self.histogram = histogram
      self.labels = labels.map { ($0.key, $0.value) }
      precondition(!self.labels.contains { $0.name == "le" }, "the label 'le' belongs to the histogram")
    }
  }

  /// `{job="a",state="failed"}`; empty without labels.
  var labelText: String {
    guard !labels.isEmpty else { return "" }
    let pairs = labels.map { "\($0.name)=\"\(MetricsText.escaped($0.value, quotes: true))\"" }
    return "{\(pairs.joined(separator: ","))}"
  }

  /// A number as Go's `ParseFloat` reads it, whole ones without a point.
  static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    return Int64(exactly: value).map { String($0) } ?? value.description
  }
}
