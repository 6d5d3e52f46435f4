/// Counts the records of NDJSON by type, for an `end` that is written behind them.
package enum StreamCounts {
  /// Types in the order in which each first appeared; `end` records are not counted.
  package static func counts(of lines: [UInt8]) -> [(type: String, count: Int)] {
    var counts: [(type: String, count: Int)] = []
    var reader = RecordReader(bytes: lines, name: "the report")
    var record = Record()
    while (try? reader.next(into: &record)) == true {
      if record.type == "end" { continue }
      if let at = counts.firstIndex(where: { $0.type == record.type }) {
        counts[at].count += 1
      } else {
        counts.append((record.type, 1))
      }
    }
    return counts
  }
}
