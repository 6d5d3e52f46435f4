import JobsCore
import JobsManifest

extension Property {
  /// A report's places lie in the file, its findings stand in order, its records are records, and edits can be applied.
  static func holds(_ report: FileReport, of bytes: [UInt8]) {
    let lines = LineIndex(bytes)
    for diagnostic in report.diagnostics {
      holds(diagnostic, lines, byteCount: bytes.count)
      hold(
        !diagnostic.message.isEmpty && !diagnostic.message.hasSuffix("."),
        "a message is a sentence without a full stop", diagnostic.message)
      hold(RuleCatalog.codes.contains(diagnostic.code), "a code is in the catalogue", diagnostic.code)
    }
    for (one, other) in zip(report.diagnostics, report.diagnostics.dropFirst()) {
      let (a, b) = (one.location, other.location)
      hold(
        (a.line, a.column) <= (b.line, b.column), "findings stand in source order",
        "\(one.code) \(a), \(other.code) \(b)")
    }
    hold(report.failure == nil, "an input breaks no world", report.failure?.message ?? "")
    let records = report.records.split(separator: 10)
    hold(records.count == report.jobCount, "each job is one record", "\(records.count), \(report.jobCount)")
    hold(report.jobCount <= report.jobs.count, "a record belongs to a job that was read")
    for line in records { isRecord(Array(line)) }
  }

  private static func holds(_ diagnostic: Diagnostic, _ lines: LineIndex, byteCount: Int) {
    var places = [diagnostic.location] + diagnostic.related.map(\.location)
    for edit in diagnostic.fix?.edits ?? [] {
      hold(
        edit.bytes.lowerBound >= 0 && edit.bytes.upperBound <= byteCount, "an edit lies in the file",
        "\(diagnostic.code) \(edit.bytes)")
      places.append(edit.location)
    }
    for place in places {
      hold(place.line >= 1 && place.column >= 1, "a place is 1-based", "\(diagnostic.code) \(place)")
      hold(
        (place.line, place.column) <= (place.endLine, place.endColumn), "a place ends behind its start",
        "\(diagnostic.code) \(place)")
      hold(place.endLine <= lines.lineCount, "a place lies in the file", "\(diagnostic.code) \(place)")
    }
  }

  private static func isRecord(_ line: [UInt8]) {
    var reader = RecordReader(bytes: line, name: "a record")
    var record = Record()
    do throws(Failure) {
      hold(try reader.next(into: &record), "a record is a record")
    } catch {
      hold(false, "a record is a record", error.message)
    }
    hold(record.type == "job", "a check writes jobs", record.type)
    hold(
      record.string("id") != nil || record.string("name") != nil, "a job has a name",
      String(decoding: line, as: UTF8.self))
  }
}
