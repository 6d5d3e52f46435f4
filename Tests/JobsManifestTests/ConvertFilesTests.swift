import JobsCore
import Testing

@testable import JobsManifest

@Suite("Files of converted jobs")
struct ConvertFilesTests {
  private static func job(_ name: String, tenant: String? = nil, region: String? = nil) -> Job {
    var job = Job(name: name)
    job.tenant = tenant
    job.target.region = region
    return job
  }

  @Test("a file has the job's name, and as much more as tells it from the others")
  func names() throws {
    #expect(try ConversionFiles.names(for: [Self.job("a"), Self.job("b")], .jobs) == ["a.yaml", "b.yaml"])
    #expect(
      try ConversionFiles.names(for: [Self.job("a", tenant: "x"), Self.job("a", tenant: "y")], .jobfile) == [
        "x.a.json", "y.a.json",
      ])
    #expect(
      try ConversionFiles.names(for: [Self.job("a", region: "r"), Self.job("a", region: "s")], .cloudrun) == [
        "a.r.yaml", "a.s.yaml",
      ])
  }

  @Test(
    "no name leads out of the folder",
    arguments: [
      ("../x", "job..-x.crontab"), (".hidden", "job.hidden.crontab"), ("a/b", "a-b.crontab"), ("", "job.crontab"),
    ])
  func escape(name: String, file: String) throws {
    #expect(try ConversionFiles.names(for: [Self.job(name)], .crontab) == [file])
  }

  @Test("two jobs that no name tells apart are refused")
  func twice() {
    #expect(throws: Failure.self) { try ConversionFiles.names(for: [Self.job("a"), Self.job("a")], .jobs) }
  }

  @Test("what a manifest says and no record carries is named")
  func source() {
    let text = """
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata: {name: a}
      spec: {template: {spec: {template: {spec: {containers: [{image: x, volumeMounts: [{name: v}]}, {image: y}], volumes: [{name: v}]}}}}}
      ---
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: b}
      spec: {command: x, environments: {dev: {}}}

      """
    let found = SourceLosses.find(in: Array(text.utf8), limits: ReadingLimits(), isForOneEnvironment: false)
    #expect(
      found.map { "\($0.name) \($0.loss.field)" } == ["a volumeMounts", "a volumes", "a containers", "b environments"])
    #expect(SourceLosses.find(in: Array(text.utf8), limits: ReadingLimits(), isForOneEnvironment: true).count == 3)
  }
}
