import JobsCore
import Testing

@testable import JobsAWS
@testable import JobsRemote

/// What ECS and Batch tell of an execution, as the end of a run.
@Suite struct RemoteLookAWSTests {
  private static func tree(_ text: String) throws -> Tree {
    let bytes = Array(text.utf8)
    var tree = Tree(source: bytes)
    try JSONReader.parse(&tree, in: 0..<bytes.count)
    return tree
  }

  private static func task(_ fields: String) throws -> RemoteLook {
    let tree = try tree(
      #"{"taskArn":"arn:aws:ecs:eu-west-1:111122223333:task/jobs/1","createdAt":1795000000.25,\#(fields)}"#)
    return RemoteLook(try #require(ECSTask(tree, Tree.root)))
  }

  private static func job(_ fields: String, failed: String? = nil) throws -> RemoteLook {
    let read = { (fields: String) in
      let tree = try tree(#"{"jobArn":"arn:aws:batch:eu-west-1:111122223333:job/1","jobName":"a",\#(fields)}"#)
      return try #require(BatchJob(tree, Tree.root))
    }
    return RemoteLook(try read(fields), failed: try failed.map(read))
  }

  @Test(
    "the status of a task is that of its container",
    arguments: [
      (#""stopCode":"EssentialContainerExited","containers":[{"name":"a","exitCode":3}]"#, 3, nil, nil),
      (
        #""containers":[{"name":"proxy","exitCode":0},{"name":"a","exitCode":137,"reason":"OutOfMemoryError: killed"}]"#,
        137, 9, .resource
      ),
      // Only what was changed for the run is the run.
      (
        #""containers":[{"name":"proxy","exitCode":1},{"name":"a","exitCode":4}],"#
          + #""overrides":{"containerOverrides":[{"name":"a"}]}"#, 4, nil, nil
      ),
      (
        #""stopCode":"TaskFailedToStart","stoppedReason":"CannotPullContainerError: no such image","#
          + #""containers":[{"name":"a"}]"#, nil, nil, .application
      ),
      (
        #""stopCode":"TaskFailedToStart","stoppedReason":"ResourceInitializationError: AccessDeniedException""#, nil,
        nil,
        .permission
      ),
      (#""stopCode":"SpotInterruption","containers":[{"name":"a","exitCode":143}]"#, 143, 15, .resource),
    ] as [(String, Int32?, Int32?, FailureClass?)])
  func tasks(_ fields: String, _ code: Int32?, _ signal: Int32?, _ failureClass: FailureClass?) throws {
    let end = try #require(try Self.task(#""lastStatus":"STOPPED","stoppedAt":1795000009,\#(fields)"#).end)
    #expect(end.outcome == .failed && end.exitCode == code && end.signal == signal)
    #expect(end.failureClass == failureClass && end.at == Instant(seconds: 1_795_000_009))
  }

  @Test func `a task that waits, runs, succeeds and is cancelled is told apart`() throws {
    let waits = try Self.task(#""lastStatus":"PROVISIONING""#)
    #expect(waits.end == nil && waits.started == nil && waits.message == "provisioning")
    let runs = try Self.task(#""lastStatus":"RUNNING","startedAt":"2026-11-22T02:30:00Z""#)
    #expect(runs.end == nil && runs.message == nil && runs.started?.rfc3339 == "2026-11-22T02:30:00Z")
    // Until its network is gone too, a task is not over.
    #expect(try Self.task(#""lastStatus":"DEPROVISIONING","containers":[{"name":"a","exitCode":0}]"#).end == nil)
    let done = try Self.task(#""lastStatus":"STOPPED","containers":[{"name":"a","exitCode":0}]"#)
    #expect(done.end?.outcome == .succeeded && done.end?.exitCode == 0)
    let stopped = try Self.task(
      #""lastStatus":"STOPPED","stopCode":"UserInitiated","stoppedReason":"enough","containers":[{"name":"a","exitCode":0}]"#
    )
    #expect(stopped.end?.outcome == .cancelled && stopped.end?.exitCode == 143 && stopped.end?.reason == "enough")
  }

  @Test(
    "the status of a job of Batch is that of its container, or of the first of its array that failed",
    arguments: [
      (#""container":{"exitCode":3,"reason":"Essential container in task exited"}"#, nil, 3, nil, nil),
      (
        #""statusReason":"Job attempt duration exceeded timeout","container":{"exitCode":137}"#, nil, 124, nil, .timeout
      ),
      (
        #""container":{"exitCode":137,"reason":"OutOfMemoryError: Container killed due to memory usage"}"#, nil, 137, 9,
        .resource
      ),
      (#""statusReason":"Host EC2 (instance i-1) terminated.""#, nil, nil, nil, .resource),
      (
        #""statusReason":"Array Child Job failed","arrayProperties":{"size":3,"statusSummary":{"FAILED":1,"SUCCEEDED":2}}"#,
        #""status":"FAILED","container":{"exitCode":5}"#, 5, nil, nil
      ),
      (#""container":{"exitCode":999}"#, nil, nil, nil, nil),
    ] as [(String, String?, Int32?, Int32?, FailureClass?)])
  func jobs(
    _ fields: String, _ failed: String?, _ code: Int32?, _ signal: Int32?, _ failureClass: FailureClass?
  ) throws {
    let end = try #require(try Self.job(#""status":"FAILED","stoppedAt":1795000009000,\#(fields)"#, failed: failed).end)
    #expect(end.outcome == .failed && end.exitCode == code && end.signal == signal)
    #expect(end.failureClass == failureClass && end.at == Instant(seconds: 1_795_000_009))
  }

  @Test func `a job of Batch that waits, runs, succeeds and is cancelled is told apart`() throws {
    let waits = try Self.job(#""status":"RUNNABLE","statusReason":"no room""#)
    #expect(waits.end == nil && waits.message == "no room")
    let array = try Self.job(
      #""status":"PENDING","startedAt":1795000000000,"arrayProperties":{"size":4,"statusSummary":{"RUNNING":2,"SUCCEEDED":1}}"#
    )
    #expect(array.tasks == RemoteTasks(count: 4, running: 2, succeeded: 1) && array.end == nil)
    #expect(try Self.job(#""status":"SUCCEEDED","container":{"exitCode":0}"#).end?.outcome == .succeeded)
    let ended = try Self.job(
      #""status":"FAILED","isTerminated":true,"statusReason":"enough","container":{"exitCode":137}"#)
    #expect(ended.end?.outcome == .cancelled && ended.end?.exitCode == 143 && ended.end?.reason == "enough")
  }
}
