import JobsCore
import Testing

@testable import JobsGCP
@testable import JobsRemote

/// What Cloud Run tells of an execution, as the end of a run.
@Suite struct RemoteLookTests {
  private static func tree(_ text: String) throws -> Tree {
    let bytes = Array(text.utf8)
    var tree = Tree(source: bytes)
    try JSONReader.parse(&tree, in: 0..<bytes.count)
    return tree
  }

  private static func look(_ fields: String, task: String? = nil) throws -> RemoteLook {
    let tree = try tree(
      #"{"name":"projects/p/locations/l/jobs/j/executions/j-x","createTime":"2026-11-21T02:30:00Z",\#(fields)}"#)
    let execution = try #require(CloudRunExecution(tree, Tree.root))
    let failed = try task.map { text in
      let tree = try Self.tree(text)
      return CloudRunTask(tree, Tree.root)
    }
    return RemoteLook(execution, failed)
  }

  private static func failed(_ task: String) throws -> RemoteEnd {
    let fields =
      #""startTime":"2026-11-21T02:30:01Z","completionTime":"2026-11-21T02:30:09Z","taskCount":3,"failedCount":1,"#
      + #""conditions":[{"type":"Completed","state":"CONDITION_FAILED","message":"Task failed"}]"#
    return try #require(try look(fields, task: task).end)
  }

  @Test(
    "the status of a failure is that of the task",
    arguments: [
      (#"{"index":1,"lastAttemptResult":{"exitCode":3,"status":{"message":"exited"}}}"#, 3, nil, nil),
      (
        #"{"lastAttemptResult":{"termSignal":9,"status":{"message":"Memory limit of 1 GiB exceeded"}}}"#, 137, 9,
        .resource
      ),
      (#"{"lastAttemptResult":{"status":{"code":4}}}"#, 124, nil, .timeout),
      (
        #"{"lastAttemptResult":{"status":{"code":2,"message":"The configured timeout was reached."}}}"#, 124, nil,
        .timeout
      ),
      // A job that writes of a timeout, and ends by itself, has its own status.
      (#"{"lastAttemptResult":{"exitCode":1,"status":{"message":"the timeout was reached"}}}"#, 1, nil, nil),
      (#"{"lastAttemptResult":{"exitCode":999}}"#, nil, nil, nil), (#"{}"#, nil, nil, nil),
    ] as [(String, Int32?, Int32?, FailureClass?)])
  func statuses(_ task: String, _ code: Int32?, _ signal: Int32?, _ failureClass: FailureClass?) throws {
    let end = try Self.failed(task)
    #expect(end.outcome == .failed && end.exitCode == code && end.signal == signal)
    #expect(end.failureClass == failureClass)
  }

  @Test func `what goes on, succeeds and is cancelled is told apart`() throws {
    #expect(try Self.look(#""conditions":[]"#).end == nil)
    #expect(try Self.look(#""startTime":"2026-11-21T02:30:01Z","runningCount":1"#).end == nil)
    let done = #""completionTime":"2026-11-21T02:30:09Z""#
    let succeeded = try Self.look(#"\#(done),"conditions":[{"type":"Completed","state":"CONDITION_SUCCEEDED"}]"#)
    #expect(succeeded.end?.outcome == .succeeded && succeeded.end?.exitCode == 0)
    let cancelled = try Self.look(
      #"\#(done),"conditions":[{"type":"Completed","state":"CONDITION_FAILED","executionReason":"CANCELLED"}]"#)
    #expect(cancelled.end?.outcome == .cancelled && cancelled.end?.exitCode == 143)
    #expect(try Self.look(#"\#(done),"cancelledCount":1"#).end?.outcome == .cancelled)
  }

  @Test(
    "a name that leads elsewhere is none",
    arguments: [
      "", "projects/p/locations/l/jobs/j", "projects/p/locations/l/jobs/j/executions/",
      "projects/p/locations/l/jobs/-/executions/e",
      "projects/../locations/l/jobs/j/executions/e", "projects/p/locations/l/jobs/j/executions/e/more",
    ])
  func names(_ text: String) { #expect(CloudRunExecutionName(text) == nil) }
}
