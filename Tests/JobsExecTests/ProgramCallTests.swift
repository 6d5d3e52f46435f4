import JobsCore
import JobsExec
import TestSupport
import Testing

@Suite struct ProgramCallTests {
  private static let environment = ["PATH": "/usr/bin:/bin", "WORD": "here"]

  @Test(
    arguments: [
      (["sh", "-c", "echo $WORD; echo there >&2; exit 7"], 7, "here\n", "there\n"),
      (["sh", "-c", "kill -TERM $$"], 128 + 15, "", ""),
      (["cat"], 0, "", ""),
      // More than a pipe holds, on both sides.
      (["sh", "-c", "printf '%100000s' x >&2; printf '%100000s' y"], 0, nil, nil),
    ] as [([String], Int32, String?, String?)])
  func `a program's status and both its answers are read`(
    _ words: [String], _ status: Int32, _ output: String?, _ errors: String?
  ) throws {
    let call = try ProgramCall(words, environment: Self.environment, hint: "")
    #expect(call.status == status)
    if let output { #expect(String(decoding: call.output, as: UTF8.self) == output) }
    if let errors { #expect(String(decoding: call.errors, as: UTF8.self) == errors) }
    if output == nil { #expect(call.output.count == 100_000 && call.errors.count == 100_000) }
  }

  @Test func `what there is no program for is a failure with the caller's hint`() {
    let failure = #expect(throws: Failure.self) {
      try ProgramCall(["no-such-program"], environment: Self.environment, hint: "install it")
    }
    #expect(failure?.message.contains("cannot run 'no-such-program': not found") == true)
    #expect(failure?.hint == "install it")
  }
}
