import JobsCore
import Testing

@testable import JobsRemote

/// What Lambda tells of a run, as the end of a run and as what it wrote.
@Suite struct FunctionFaultTests {
  @Test(
    "the status is that of the function's process, 124 for a timeout, 137 for a kill and 1 for an error of its code",
    arguments: [
      (#"{"errorMessage":"no such day","errorType":"ValueError","stackTrace":[]}"#, 1, nil, nil),
      (#"{"errorMessage":"2026-11-22T02:30:00Z 8f5c Task timed out after 3.00 seconds"}"#, 124, nil, .timeout),
      (#"{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: 8f5c Error: Task timed out"}"#, 124, nil, .timeout),
      (
        #"{"errorType":"Runtime.ExitError","errorMessage":"RequestId: 8f5c Error: Runtime exited with error: exit status 3"}"#,
        3, nil, nil
      ),
      (
        #"{"errorType":"Runtime.ExitError","errorMessage":"RequestId: 8f5c Error: Runtime exited with error: signal: killed"}"#,
        137, 9, .resource
      ),
      (#"{"errorType":"Runtime.ExitError","errorMessage":"exit status 999"}"#, 1, nil, nil),
      ("", 1, nil, nil), ("no JSON", 1, nil, nil), ("[1]", 1, nil, nil), (#"{"errorMessage":7}"#, 1, nil, nil),
    ] as [(String, Int32, Int32?, FailureClass?)])
  func statuses(_ payload: String, _ code: Int32, _ signal: Int32?, _ failureClass: FailureClass?) {
    let end = FunctionFault(payload: Array(payload.utf8)).end
    #expect(end.outcome == .failed && end.exitCode == code && end.signal == signal)
    #expect(end.failureClass == failureClass && end.reason?.isEmpty == false)
  }

  @Test func `the reason is what the function said, and no longer than people read`() {
    #expect(
      FunctionFault(payload: Array(#"{"errorMessage":"no day","errorType":"ValueError"}"#.utf8)).end.reason
        == "ValueError: no day")
    let long = #"{"errorMessage":"\#(String(repeating: "a b ", count: 5000))"}"#
    #expect(FunctionFault(payload: Array(long.utf8)).end.reason.map { $0.count < 500 } == true)
  }

  private static let whole = """
    INIT_START Runtime Version: python:3.12.v1
    START RequestId: 8f5c Version: 7
    one

    two\r
    END RequestId: 8f5c
    REPORT RequestId: 8f5c\tDuration: 3.01 ms\tBilled Duration: 4 ms
    """

  @Test func `the lines of a run are those between its beginning and its end`() {
    let whole = InvocationLog.lines(tail: Array(Self.whole.utf8), id: "8f5c")
    #expect(whole.lines == ["one", "", "two"] && whole.isComplete)
    // Where the beginning is cut off, what is there is the end of it.
    let text = "ne\ntwo\n\(String(repeating: "a", count: 4096))\nEND RequestId: 8f5c\nREPORT RequestId: 8f5c\t"
    let cut = InvocationLog.lines(tail: Array(text.utf8), id: "8f5c")
    #expect(cut.lines.count == 2 && cut.lines[0] == "two" && !cut.isComplete)
    // Where Lambda's own lines are not wanted, there are none.
    let bare = InvocationLog.lines(tail: Array("one\n\ntwo\n".utf8), id: "8f5c")
    #expect(bare.lines == ["one", "", "two"] && bare.isComplete)
    #expect(InvocationLog.lines(tail: [], id: "8f5c").lines.isEmpty)
    let json = [
      #"{"time":"2026-11-22T02:30:00Z","type":"platform.start","record":{"requestId":"8f5c"}}"#, #"{"level":"INFO"}"#,
      #"{"time":"2026-11-22T02:30:00Z","type":"platform.report","record":{"requestId":"8f5c"}}"#, "later",
    ]
    #expect(
      InvocationLog.lines(tail: Array(json.joined(separator: "\n").utf8), id: "8f5c").lines == [#"{"level":"INFO"}"#])
  }

  @Test func `runs before and behind it in the same stream are not its own`() {
    var log = InvocationLog(id: "b")
    let lines = [
      "START RequestId: a Version: 1", "of a", "END RequestId: a", "START RequestId: b Version: 1", "of b",
      "START RequestId: c Version: 1", "of c",
    ]
    #expect(lines.filter { log.take($0) } == ["of b"])
    #expect(log.hasBegun && log.hasEnded)
  }
}
