/// How many records there are of each type, the types in the order in which each first appeared.
package struct RecordCounts: Sendable {
  package private(set) var entries: [(type: String, count: Int)] = []

  package init() {}

  /// Counts the records of NDJSON; `end` records are not counted.
  package init(of lines: [UInt8]) {
    var reader = RecordReader(bytes: lines, name: "the report")
    var record = Record()
    while (try? reader.next(into: &record)) == true {
      if record.type != "end" { add(record.type) }
    }
  }

  package mutating func add(_ type: String, _ count: Int = 1) {
    if let at = entries.firstIndex(where: { $0.type == type }) {
      entries[at].count += count
    } else {
      entries.append((type, count))
    }
  }
}
