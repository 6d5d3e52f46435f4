import JobsCore
import TestSupport
import Testing

@testable import GoogleDouble

@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
struct UpdateMaskTests {
  private static let document = try? DiscoveryDocument.read("\(RunningDouble.documents)/run.v2.json").document

  private func mask(_ text: String?) throws -> UpdateMask {
    try UpdateMask(text, "GoogleCloudRunV2Job", try #require(Self.document))
  }

  @Test(
    arguments: [
      (nil, #"{"uid":"u","labels":{"b":"2"},"template":{"taskCount":2}}"#),
      ("*", #"{"uid":"u","labels":{"b":"2"},"template":{"taskCount":2}}"#),
      ("labels", #"{"uid":"u","labels":{"b":"2"},"template":{"taskCount":1,"parallelism":1}}"#),
      ("labels.b", #"{"uid":"u","labels":{"a":"1","b":"2"},"template":{"taskCount":1,"parallelism":1}}"#),
      ("template.taskCount", #"{"uid":"u","labels":{"a":"1"},"template":{"taskCount":2,"parallelism":1}}"#),
      ("template.task_count,labels", #"{"uid":"u","labels":{"b":"2"},"template":{"taskCount":2,"parallelism":1}}"#),
      ("template.parallelism", #"{"uid":"u","labels":{"a":"1"},"template":{"taskCount":1}}"#),
      ("launch_stage", #"{"uid":"u","labels":{"a":"1"},"template":{"taskCount":1,"parallelism":1}}"#),
    ] as [(String?, String)])
  func `what the mask names is taken from the new value, and nothing else`(text: String?, result: String) throws {
    let old = try JSONValue(Array(#"{"uid":"u","labels":{"a":"1"},"template":{"taskCount":1,"parallelism":1}}"#.utf8))
    let new = try JSONValue(Array(#"{"uid":"x","labels":{"b":"2"},"template":{"taskCount":2}}"#.utf8))
    #expect(try mask(text).apply(to: old, new) { $0 == "uid" }.text == result)
  }

  @Test(arguments: ["bogus", "template.bogus", "labels.a.b", "template.template.containers.image", "a,b"])
  func `a path that leads nowhere is refused`(text: String) {
    #expect(throws: APIError.self) { try mask(text) }
  }
}
