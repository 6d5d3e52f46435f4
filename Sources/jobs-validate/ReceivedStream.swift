import JobsCore
import JobsManifest
import JobsReport

/// A record stream that came by standard input, as far as this tool knows its records.
struct ReceivedStream {
  /// The `end` records, byte for byte, in order.
  private(set) var seals: [[UInt8]] = []
  /// Whether the stream is whole and each of its `end` records is ok.
  private(set) var isOK = false
  /// Whether the stream is whole.
  private(set) var isSealed = false
  /// Records that are not `end`; those that the selector leaves out are among them.
  private(set) var records = 0
  /// Jobs that were handed on.
  private(set) var jobs = 0
  /// The file of each of these jobs, as its record names it.
  private(set) var files: [CheckedFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Records that only a stream can hand on, since this tool does not know what they say.
  private(set) var strangers = 0

  /// Reads a stream to its end.
  ///
  /// - Parameters:
  ///   - selector: the jobs to hand on; records of other types are all handed on.
  ///   - handOn: takes each record that is handed on, in order.
  init(_ reader: RecordReader, _ selector: Selector, handOn: (Record) -> Void) throws(Failure) {
    var input = StreamInput(reader)
    var record = Record()
    while try input.next(into: &record) {
      // Without a selector a job is not even read, so that one of a newer version passes too.
      if record.type == "job", !selector.isEmpty, !selector.matches(try Job(record)) { continue }
      handOn(record)
      add(record)
    }
    seals = input.seals
    isOK = input.isOK && input.isSealed
    isSealed = input.isSealed
    records = input.count
  }

  private mutating func add(_ record: Record) {
    if record.type == "job" {
      jobs += 1
      guard let id = record.string("id") else { return }
      let file = record.tree.value(Tree.root, path: "origin", "file").map(record.tree.string)
      files.append(CheckedFile(path: file ?? "-", jobs: [id]))
    } else if record.type == "diagnostic", let diagnostic = Diagnostic(record.tree) {
      diagnostics.append(diagnostic)
    } else {
      strangers += 1
    }
  }
}

extension Diagnostic {
  /// Every file that it names.
  var files: Set<String> {
    Set([location.file] + related.map(\.location.file) + (fix?.edits.map(\.location.file) ?? []))
  }
}
