import TestSupport
import Testing

@testable import GoogleDouble

/// Executions: how long they go on, and what they come to.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
struct ExecutionTests {
  private let double: Fixture
  private let job = "\(Fixture.place("executions"))/jobs/a"

  init() throws {
    double = try #require(Fixture([.run]))
    _ = double.run("POST", "\(Fixture.place("executions"))/jobs?jobId=a", Fixture.job())
  }

  private func start(_ body: String = "{}") throws -> (operation: String, execution: String) {
    let reply = double.run("POST", "\(job):run", body)
    return (try #require(reply.text("name"), "\(reply.body)"), try #require(reply.text("metadata.name")))
  }

  @Test func `an execution goes on for as many looks as was told`() throws {
    _ = double.control("PUT", "/_settings", #"{"executionPolls":2}"#)
    let (operation, execution) = try start()
    #expect(double.run("GET", execution).text("runningCount") == "1")
    #expect(double.run("GET", operation).text("done") == nil)
    let done = double.run("GET", operation)
    #expect(done.text("done") == "true")
    #expect(done.text("response.succeededCount") == "1")
    #expect(double.run("GET", execution).text("runningCount") == nil)
    #expect(double.run("GET", job).text("latestCreatedExecution.completionStatus") == "EXECUTION_SUCCEEDED")
  }

  @Test func `a failure says which tasks failed, and with what`() throws {
    _ = double.control(
      "POST", "/_outcome", #"{"job":"*/jobs/a","result":"failed","exitCode":3,"failedTasks":2,"times":1}"#)
    let (operation, execution) = try start(#"{"overrides":{"taskCount":5}}"#)
    for _ in 0..<2 { _ = double.run("GET", execution) }
    let reply = double.run("GET", execution)
    #expect(reply.text("failedCount") == "2")
    #expect(reply.text("succeededCount") == "3")
    #expect(reply.text("conditions.0.state") == "CONDITION_FAILED")
    #expect(double.run("GET", operation).text("error.message")?.contains("exit code 3") ?? false)
    let tasks = double.run("GET", "\(execution)/tasks?pageSize=3")
    #expect(tasks.text("tasks.0.lastAttemptResult.exitCode") == "3")
    #expect(tasks.text("tasks.2.lastAttemptResult.exitCode") == "0")
    #expect(tasks.text("tasks.3") == nil)
    #expect(tasks.text("nextPageToken") != nil)
    // Once was told: the next one goes well.
    let (_, next) = try start()
    for _ in 0..<2 { _ = double.run("GET", next) }
    #expect(double.run("GET", next).text("succeededCount") == "1")
  }

  @Test func `an execution without end is cancelled, once`() throws {
    _ = double.control("POST", "/_outcome", #"{"result":"running"}"#)
    let (operation, execution) = try start()
    for _ in 0..<5 { #expect(double.run("GET", operation).text("done") == nil) }
    #expect(double.run("POST", "\(execution):cancel", "{}").status == 200)
    #expect(double.run("GET", execution).text("cancelledCount") == "1")
    #expect(double.run("GET", operation).text("error.code") == "1")
    #expect(double.run("POST", "\(execution):cancel", "{}").text("error.status") == "FAILED_PRECONDITION")
  }

  @Test func `overrides are for one execution`() throws {
    let (_, execution) = try start(
      #"{"overrides":{"timeout":"30s","containerOverrides":[{"args":["x"],"env":[{"name":"A","value":"1"}]}]}}"#)
    let reply = double.run("GET", execution)
    #expect(reply.text("template.timeout") == "30s")
    #expect(reply.text("template.containers.0.args.0") == "x")
    #expect(double.run("GET", job).text("template.template.containers.0.args") == nil)
  }

  @Test(arguments: [
    #"{"overrides":{"taskCount":0}}"#, #"{"overrides":{"timeout":"0s"}}"#,
    #"{"overrides":{"containerOverrides":[{"name":"other"}]}}"#,
    #"{"overrides":{"containerOverrides":[{"args":["x"],"clearArgs":true}]}}"#,
  ])
  func `overrides that cannot be are refused`(body: String) {
    #expect(double.run("POST", "\(job):run", body).status == 400)
    #expect(double.run("GET", "\(job)/executions").body == "{}")
  }

  @Test func `a token names an execution that begins with the job`() throws {
    let body = Fixture.job("x", #""startExecutionToken":"first","#)
    _ = double.run("POST", "\(Fixture.place("executions"))/jobs?jobId=b", body)
    let name = "\(Fixture.place("executions"))/jobs/b"
    #expect(double.run("GET", "\(name)/executions/b-first").status == 200)
    #expect(double.run("GET", name).text("executionCount") == "1")
    // The same token again starts nothing.
    _ = double.run("PATCH", name, body)
    #expect(double.run("GET", name).text("executionCount") == "1")
  }

  @Test func `waiting for an operation lets its time go by`() throws {
    _ = double.control("PUT", "/_settings", #"{"executionPolls":50,"operationPolls":50}"#)
    let (operation, _) = try start()
    #expect(double.run("POST", "\(operation):wait", "{}").text("done") == "true")
    let made = double.run("POST", "\(Fixture.place("executions"))/jobs?jobId=c", Fixture.job())
    let name = try #require(made.text("name"))
    #expect(double.run("GET", name).text("done") == nil)
    #expect(double.run("POST", "\(name):wait", "{}").text("done") == "true")
    #expect(double.run("DELETE", name).status == 200)
    #expect(double.run("GET", name).status == 404)
  }
}
