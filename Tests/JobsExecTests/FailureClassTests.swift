import Glibc
import JobsCore
import JobsExec
import Testing

@Suite("Classes of failure")
struct FailureClassTests {
  @Test(
    "statuses and signals alone",
    arguments: [
      (.exited(1), .application), (.exited(2), .application), (.exited(124), .timeout), (.exited(126), .permission),
      (.exited(127), .application), (.exited(68), .network), (.exited(71), .resource), (.exited(77), .permission),
      (.exited(137), .resource), (.exited(139), .application), (.exited(143), .application),
      (.exited(255), .application), (.signalled(SIGKILL), .resource), (.signalled(SIGSEGV), .application),
      (.signalled(SIGXCPU), .resource), (.signalled(SIGSYS), .permission), (.signalled(SIGTERM), .unknown),
      (.signalled(SIGHUP), .unknown),
    ] as [(FailureClass.Ending, FailureClass)])
  func alone(ending: FailureClass.Ending, expected: FailureClass) {
    #expect(FailureClass.classify(ending, stderr: [], stdout: []) == expected)
  }

  @Test(
    "what real programs write",
    arguments: [
      ("curl: (6) Could not resolve host: db.example", .network),
      ("curl: (7) Failed to connect to localhost port 1 after 0 ms: Couldn't connect to server", .network),
      ("ssh: connect to host h port 22: No route to host", .network),
      ("psql: error: connection to server at \"h\" (10.0.0.1), port 5432 failed: Connection refused", .network),
      ("getaddrinfo: Temporary failure in name resolution", .network),
      ("curl: (28) Connection timed out after 1000 milliseconds", .network),
      ("curl: (28) Operation timed out after 1000 milliseconds with 0 bytes received", .timeout),
      ("rpc error: code = DeadlineExceeded desc = context deadline exceeded", .timeout),
      ("cp: cannot create regular file '/etc/x': Permission denied", .permission),
      ("mount: /mnt: Operation not permitted", .permission),
      ("cp: error writing 'x': No space left on device", .resource),
      ("fork: Cannot allocate memory", .resource),
      ("java.lang.OutOfMemoryError: Java heap space", .resource),
      ("Traceback (most recent call last):\nMemoryError", .resource),
      ("open: Too many open files", .resource),
      ("bash: fork: retry: Resource temporarily unavailable", .resource),
      ("ValueError: invalid literal", .application),
      ("", .application),
    ] as [(String, FailureClass)])
  func words(output: String, expected: FailureClass) {
    let bytes = Array((output + "\n").utf8)
    #expect(FailureClass.classify(.exited(1), stderr: bytes, stdout: []) == expected)
    #expect(FailureClass.classify(.exited(1), stderr: [], stdout: bytes) == expected)
  }

  @Test("the last words count, standard error before standard output, and statuses that are certain before words")
  func precedence() {
    let network = Array("connection refused".utf8)
    let permission = Array("permission denied".utf8)
    let both = network + [10] + permission
    #expect(FailureClass.classify(.exited(1), stderr: both, stdout: []) == .permission)
    #expect(FailureClass.classify(.exited(1), stderr: network, stdout: permission) == .network)
    #expect(FailureClass.classify(.exited(124), stderr: network, stdout: []) == .timeout)
    #expect(FailureClass.classify(.exited(77), stderr: network, stdout: []) == .network)
    #expect(FailureClass.classify(.signalled(SIGTERM), stderr: network, stdout: []) == .network)
    #expect(FailureClass.classify(.signalled(SIGKILL), stderr: network, stdout: []) == .resource)
  }

  @Test("only the end of a long output is looked at")
  func window() {
    let early = Array("connection refused\n".utf8) + [UInt8](repeating: 120, count: FailurePatterns.window)
    #expect(FailureClass.classify(.exited(1), stderr: early, stdout: []) == .application)
  }

  @Test("rows of one's own are found, the longer of two at one place")
  func ownRows() {
    let patterns = FailurePatterns(rows: [
      FailurePatterns.Row("E42", .resource), FailurePatterns.Row("code E42", .network),
      FailurePatterns.Row("", .timeout),
    ])
    #expect(patterns.match(Array("failed with CODE e42".utf8)) == .network)
    #expect(patterns.match(Array("E42".utf8)) == .resource)
    #expect(patterns.match(Array("fine".utf8)) == nil)
  }
}
