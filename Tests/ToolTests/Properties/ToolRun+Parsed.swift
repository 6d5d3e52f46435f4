import JobsCore
import TestSupport

extension ToolRun {
  /// The records of a type on standard output, in their order.
  func parsed(_ type: String) -> [Record] {
    var reader = RecordReader(bytes: Array(stdout.utf8), name: "standard output")
    var record = Record()
    var found: [Record] = []
    while (try? reader.next(into: &record)) == true { if record.type == type { found.append(record) } }
    return found
  }
}
