import JobsCore
import JobsCron
@testable import JobsManifest

/// The report of one file's text, and the job records in it as trees.
struct Checked {
  let report: FileReport

  init(
    _ text: String, file: String = "job.yaml", folder: String? = nil, named: Bool = true,
    _ change: (inout CheckOptions) -> Void = { _ in }
  ) {
    var options = CheckOptions(zones: .system, now: ExampleRun.now)
    change(&options)
    report = FileCheck.run(FileInput(path: file, bytes: Array(text.utf8), isNamed: named, folder: folder), options)
  }

  var codes: [String] { report.diagnostics.map(\.code) }

  /// The records, parsed.
  var jobs: [Record] {
    var reader = RecordReader(bytes: report.records, name: "records")
    var all: [Record] = []
    var record = Record()
    while (try? reader.next(into: &record)) == true { all.append(record) }
    return all
  }

  var lines: [String] { String(decoding: report.records, as: UTF8.self).split(separator: "\n").map(String.init) }
}

/// A project file read from its text.
func project(_ text: String) -> ProjectFile? {
  ProjectSearch.project(.init(path: "jobs.yaml", bytes: Array(text.utf8)))
}
