package import JobsCore

/// A control of a benchmark. The version belongs to it, since ids move from one version to the next.
package struct Control: Hashable, Sendable {
  package var benchmark: String
  package var version: String
  package var id: String

  package init(_ benchmark: String, _ version: String, _ id: String) {
    self.benchmark = benchmark
    self.version = version
    self.id = id
  }

  /// `cis-aws 7.0 2.10`
  package var words: String { "\(benchmark) \(version) \(id)" }

  /// Writes its three parts as a list.
  package func write(to json: inout JSONWriter) {
    json.beginArray()
    for part in [benchmark, version, id] { json.value(part) }
    json.endArray()
  }

  /// Of the CIS Amazon Web Services Foundations Benchmark 7.0 (numbers read 2026-11-21).
  package static func aws(_ id: String) -> Control { Control("cis-aws", "7.0", id) }

  /// Of the CIS Google Cloud Platform Foundation Benchmark 5.0 (numbers read 2026-11-21).
  package static func google(_ id: String) -> Control { Control("cis-gcp", "5.0", id) }
}
