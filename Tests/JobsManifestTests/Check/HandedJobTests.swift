import JobsCore
import JobsCron
import TestSupport
import Testing

@testable import JobsManifest

/// A job that is worked with here must be the one that a reader of its record sees.
@Suite("jobs that are handed on") struct HandedJobTests {
  private static func jobs(_ text: String, file: String, project: String?) -> (jobs: [Job], report: FileReport) {
    let options = ExampleRun.options(project: project)
    let input = FileInput(
      path: file, bytes: Array(MarkedText(text).text.utf8), isNamed: true,
      folder: file.split(separator: "/").dropLast().first.map(String.init))
    var jobs: [Job] = []
    _ = FileCheck.run(input, options) { jobs.append($0) }
    return (jobs, FileCheck.run(input, options))
  }

  private static func written(_ job: Job, _ detail: RecordDetail) throws -> Job {
    var json = JSONWriter()
    job.write(to: &json, detail)
    var reader = RecordReader(bytes: json.bytes, name: "record")
    var record = Record()
    try #require(try reader.next(into: &record))
    var read = try Job(record)
    if detail == .brief { read.digest = job.digest }
    return read
  }

  private static let examples: [RuleInfo.Example] =
    RuleCatalog.all.flatMap { [$0.info.bad, $0.info.good].compactMap(\.self) }
    + Format.allCases.map { RuleInfo.Example($0, $0.example) }
    + [.init(.jobs, JobRecordTests.full), .init(.jobs, HostLimitsRecordTests.full)]

  @Test("with the values that nobody chose it is what its record gives back")
  func record() throws {
    var count = 0
    for example in Self.examples {
      let (jobs, report) = Self.jobs(example.text, file: example.file, project: example.project)
      #expect(jobs.count == report.jobCount)
      var reader = RecordReader(bytes: report.records, name: "records")
      var record = Record()
      for job in jobs {
        try #require(try reader.next(into: &record))
        #expect(try Job(record) == job.filled, "\(example.text)")
        #expect(try Self.written(job, .brief).filled == job.filled, "\(example.text)")
        count += 1
      }
    }
    #expect(count > 150)
  }

  @Test("each key survives a brief record, alone and with others", arguments: 1...300)
  func generated(round: UInt64) throws {
    let seed = SeededGenerator.seedOfRun() &+ round
    var random = SeededGenerator(seed: seed)
    let job = RandomJob.make(&random)
    #expect(try Self.written(job, .brief) == job, "seed \(seed)")
    #expect(try Self.written(job, .brief).filled == job.filled, "seed \(seed)")
    #expect(try Self.written(job, .full) == job.filled, "seed \(seed)")
    #expect(job.filled.filled == job.filled, "seed \(seed)")
    #expect(job.filled.computedDigest() == (try Self.written(job, .full)).computedDigest(), "seed \(seed)")
  }
}
