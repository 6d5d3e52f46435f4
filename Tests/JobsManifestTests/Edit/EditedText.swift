import JobsCore
import JobsCron
import JobsManifest
import TestSupport

/// Texts of one file before and after an edit, by the jobs that a check reads from them.
enum EditedText {
  /// The jobs of a text, each with its origin.
  static func jobs(_ text: String, _ path: String) -> [Job] {
    let options = CheckOptions(zones: .system, now: 1_800_000_000)
    let report = FileCheck.run(FileInput(path: path, bytes: Array(text.utf8), isNamed: true), options)
    var reader = RecordReader(bytes: report.records, name: path)
    var record = Record()
    var jobs: [Job] = []
    while (try? reader.next(into: &record)) == true { if let job = try? Job(record) { jobs.append(job) } }
    return jobs
  }

  /// The text with an edit made to the job of a name.
  static func applying(_ edit: JobEdit, to name: String, in text: String, _ path: String = "a.yaml") throws -> String {
    guard let origin = jobs(text, path).first(where: { $0.name == name })?.origin else {
      throw EditRefusal("the test's own text has no job '\(name)'")
    }
    return String(decoding: try edit.applied(to: Array(text.utf8), at: origin), as: UTF8.self)
  }

  static func setting(
    _ key: String, _ value: String, of name: String = "a", in text: String, _ path: String = "a.yaml"
  ) throws -> String {
    try applying(.set([Pair(key, value)]), to: name, in: text, path)
  }

  /// What is between the longest common beginning and end of two texts.
  static func difference(_ old: String, _ new: String) -> (gone: String, come: String) {
    let (a, b) = (Array(old.utf8), Array(new.utf8))
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    var end = 0
    while end < min(a.count, b.count) - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    return (
      String(decoding: a[start..<a.count - end], as: UTF8.self),
      String(decoding: b[start..<b.count - end], as: UTF8.self)
    )
  }
}
