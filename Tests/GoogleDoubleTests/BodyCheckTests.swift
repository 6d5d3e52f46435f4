import JobsCore
import TestSupport
import Testing

@testable import GoogleDouble

/// Bodies against the schema of a job of Cloud Run.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
struct BodyCheckTests {
  private static let document = try? DiscoveryDocument.read("\(RunningDouble.documents)/run.v2.json").document

  private func check(_ text: String, _ schema: String = "GoogleCloudRunV2Job") throws -> (JSONValue?, [FieldViolation])
  {
    let document = try #require(Self.document)
    var check = BodyCheck(document)
    let kept = check.check(try JSONValue(Array(text.utf8)), .reference(schema))
    return (kept, check.violations)
  }

  @Test(arguments: [
    (#"{"lables":{}}"#, ""), (#"{"template":{"tasks":1}}"#, "template"),
    (#"{"template":{"taskCount":"many"}}"#, "template.taskCount"),
    (#"{"template":{"taskCount":1.5}}"#, "template.taskCount"),
    (#"{"template":{"taskCount":3000000000}}"#, "template.taskCount"),
    (#"{"template":[]}"#, "template"), (#"{"labels":{"a":1}}"#, "labels.a"), (#"{"labels":"x"}"#, "labels"),
    (#"{"launchStage":"SHINY"}"#, "launchStage"), (#"{"launchStage":99}"#, "launchStage"),
    (#"{"template":{"template":{"timeout":"10m"}}}"#, "template.template.timeout"),
    (#"{"template":{"template":{"timeout":600}}}"#, "template.template.timeout"),
    (#"{"template":{"template":{"timeout":"1.0000000001s"}}}"#, "template.template.timeout"),
    (#"{"template":{"template":{"containers":{}}}}"#, "template.template.containers"),
    (#"{"template":{"template":{"containers":[{"image":5}]}}}"#, "template.template.containers[0].image"),
    (#"{"template":{"template":{"containers":[{"args":["a",null]}]}}}"#, "template.template.containers[0].args[1]"),
    (#"{"template":{"taskCount":1,"task_count":2}}"#, "template.taskCount"),
    (#"{"createTime":"yesterday"}"#, "createTime"), (#"{"generation":"one"}"#, "generation"),
    (#"{"reconciling":"yes"}"#, "reconciling"),
  ])
  func `what the schema does not have is refused where it stands`(body: String, field: String) throws {
    let (_, violations) = try check(body)
    #expect(violations.map(\.field) == [field])
  }

  @Test(arguments: [
    (#"{"template":{"taskCount":"3"}}"#, #"{"template":{"taskCount":3}}"#),
    (#"{"template":{"task_count":3.0}}"#, #"{"template":{"taskCount":3}}"#),
    (#"{"launchStage":4}"#, #"{"launchStage":"GA"}"#), (#"{"launch_stage":"BETA"}"#, #"{"launchStage":"BETA"}"#),
    (#"{"launchStage":null,"labels":{"a":"b"}}"#, #"{"labels":{"a":"b"}}"#),
    (#"{"uid":"x","generation":7,"creator":"me","name":"n","etag":"e"}"#, #"{"name":"n","etag":"e"}"#),
    (#"{"template":{"template":{"timeout":"1.5s"}}}"#, #"{"template":{"template":{"timeout":"1.5s"}}}"#),
    (
      #"{"template":{"template":{"executionEnvironment":2}}}"#,
      #"{"template":{"template":{"executionEnvironment":"EXECUTION_ENVIRONMENT_GEN2"}}}"#
    ),
  ])
  func `what is meant is kept in one form, and what the server sets is dropped`(body: String, kept: String) throws {
    let (value, violations) = try check(body)
    #expect(violations == [])
    #expect(value?.text == kept)
  }

  @Test func `values of the server are kept where they are put in its place`() throws {
    var check = BodyCheck(try #require(Self.document), keepsOutput: true)
    let value = try JSONValue(Array(#"{"uid":"x","generation":7}"#.utf8))
    #expect(check.check(value, .reference("GoogleCloudRunV2Job"))?.text == #"{"uid":"x","generation":"7"}"#)
  }
}
